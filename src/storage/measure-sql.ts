import type { Reason } from '#domain/missing'

/** How one measure is computed: which tables it needs, and SQL over them. */
export interface MeasureSql {
  /** tables that it reads, as dataset/table; in the SQL they stand as dataset_table with underscores */
  readonly tables: readonly string[]
  /**
   * Gives of, towards, year, value and se for rows of `asked` (of, towards, year). What the datasets do not tell is null: the
   * reason is that of `absent`.
   */
  readonly sql: string
  /** why a value is not there inside the years covered */
  readonly absent: Reason
}

const trade = `flow as (
  select importer, exporter, year, sum(imports) as imports from cow_trade_flows
  where _fate = 0 and (importer in (select of from asked) or exporter in (select of from asked)) group by all),
 mutual as (
  select a.of, a.towards, a.year, i.imports + e.imports as amount
  from asked a
  left join flow i on i.importer = a.of and i.exporter = a.towards and i.year = a.year
  left join flow e on e.importer = a.towards and e.exporter = a.of and e.year = a.year),
 total as (select state, year, imports + exports as amount from cow_trade_totals where _fate = 0)`

const igo = `member as (
  select state, year, organization from cow_igo_memberships where _fate = 0 and member
  and year in (select year from asked)),
 of_state as (select state, year, count(*) as m from member group by all),
 of_year as (select year, count(distinct organization) as n from member group by all),
 shared as (
  select a.of, a.towards, a.year, count(y.organization) as shared
  from asked a join member x on x.state = a.of and x.year = a.year
  left join member y on y.state = a.towards and y.year = a.year and y.organization = x.organization
  group by all),
 counted as (
  select s.*, p.m::double as m1, q.m::double as m2, n.n::double as n
  from shared s join of_state p on p.state = s.of and p.year = s.year
  join of_state q on q.state = s.towards and q.year = s.year join of_year n on n.year = s.year)`

const nothing: Reason = { en: 'nothing is known of the two', vi: 'chưa biết gì về hai nước này' }

/** The SQL of every measure that is computed by the bulk engine, by id. Formulas in words are in domain/measure.ts. */
export const measureSql: Readonly<Record<string, MeasureSql>> = {
  'trade-dependence': {
    tables: ['cow-trade/flows', 'cow-trade/totals'],
    sql: `with ${trade}
      select m.of, m.towards, m.year, m.amount / nullif(t.amount, 0) as value, null::double as se
      from mutual m left join total t on t.state = m.of and t.year = m.year`,
    absent: {
      en: 'the flows between the two, or the totals of the first, are not in the file',
      vi: 'luồng thương mại giữa hai bên, hoặc tổng của bên thứ nhất, không có trong tệp',
    },
  },
  'trade-balance': {
    tables: ['cow-trade/flows', 'cow-trade/totals'],
    sql: `with ${trade}, share as (
        select m.of, m.towards, m.year, m.amount / nullif(t.amount, 0) as first, m.amount / nullif(u.amount, 0) as second
        from mutual m left join total t on t.state = m.of and t.year = m.year
        left join total u on u.state = m.towards and u.year = m.year)
      select of, towards, year, (first - second) / nullif(first + second, 0) as value, null::double as se from share`,
    absent: {
      en: 'the dependence of one side is not known',
      vi: 'chưa biết mức phụ thuộc của một bên',
    },
  },
  'trade-to-gdp': {
    tables: ['cow-trade/flows', 'cow-trade/totals', 'gdp/gdp'],
    sql: `with ${trade}
      select m.of, m.towards, m.year, m.amount / nullif(g.gdp, 0) as value,
        m.amount / nullif(g.gdp, 0) * g.gdp_sd / nullif(g.gdp, 0) as se
      from mutual m left join (select * from gdp_gdp where _fate = 0) g on g.state = m.of and g.year = m.year`,
    absent: {
      en: 'the flows between the two, or the output of the first, are not in the files',
      vi: 'luồng thương mại giữa hai bên, hoặc GDP của bên thứ nhất, không có trong các tệp',
    },
  },
  'trade-concentration': {
    tables: ['cow-trade/flows'],
    sql: `with side as (
        select importer as state, exporter as partner, year, imports from cow_trade_flows where _fate = 0
        and importer in (select of from asked)
        union all
        select exporter, importer, year, imports from cow_trade_flows where _fate = 0
        and exporter in (select of from asked)),
      with_partner as (select state, partner, year, sum(imports) as amount from side where imports is not null group by all),
      index as (
        select state, year, sum(amount * amount) / nullif(sum(amount) * sum(amount), 0) as hhi from with_partner group by all)
      select a.of, null::varchar as towards, a.year, any_value(i.hhi) as value, null::double as se
      from asked a left join index i on i.state = a.of and i.year = a.year group by a.of, a.year`,
    absent: {
      en: 'no flow of the state is in the file',
      vi: 'tệp không có luồng thương mại nào của nước này',
    },
  },
  'shared-igos': {
    tables: ['cow-igo/memberships'],
    sql: `with ${igo}
      select a.of, a.towards, a.year, c.shared::double as value, null::double as se
      from asked a left join counted c using (of, towards, year)`,
    absent: {
      en: 'the memberships of one of the two are not known in that year',
      vi: 'chưa biết tư cách thành viên của một trong hai nước trong năm đó',
    },
  },
  'shared-igos-excess': {
    tables: ['cow-igo/memberships'],
    sql: `with ${igo}
      select a.of, a.towards, a.year,
        (c.shared - m1 * m2 / n) / nullif(sqrt(m1 * m2 * (n - m1) * (n - m2) / (n * n * (n - 1))), 0) as value,
        null::double as se
      from asked a left join counted c using (of, towards, year)`,
    absent: {
      en: 'the memberships of one of the two are not known in that year',
      vi: 'chưa biết tư cách thành viên của một trong hai nước trong năm đó',
    },
  },
  alliance: {
    tables: ['cow-alliances/alliances'],
    sql: `select a.of, a.towards, a.year, coalesce(max(case when l.defense then 3 when l.neutrality or l.nonaggression then 2
          when l.entente then 1 end), 0)::double as value, null::double as se
      from asked a left join (select * from cow_alliances_alliances where _fate = 0) l
        on ((l.a = a.of and l.b = a.towards) or (l.a = a.towards and l.b = a.of))
        and l.from_year <= a.year and (l.to_year is null or l.to_year >= a.year)
      group by a.of, a.towards, a.year`,
    absent: nothing,
  },
  'defence-agreements': {
    tables: ['dcad/agreements'],
    sql: `select a.of, a.towards, a.year, count(d.agreement)::double as value, null::double as se
      from asked a left join (select * from dcad_agreements where _fate = 0) d
        on ((d.a = a.of and d.b = a.towards) or (d.a = a.towards and d.b = a.of)) and d.year <= a.year
      group by a.of, a.towards, a.year`,
    absent: nothing,
  },
  'diplomatic-level': {
    tables: ['diplomatic-exchange/missions'],
    sql: `with rank as (
        select a as of, b as towards, year, rank_at_b as level from diplomatic_exchange_missions where _fate = 0
        union all select b, a, year, rank_at_a from diplomatic_exchange_missions where _fate = 0)
      select a.of, a.towards, a.year, max(case r.level when 'ambassador' then 1 when 'minister' then 0.667
        when 'chargé' then 0.333 when 'none' then 0 end)::double as value, null::double as se
      from asked a left join rank r using (of, towards, year) group by a.of, a.towards, a.year`,
    absent: {
      en: 'the dyad was not observed in that year, or the rank is not known',
      vi: 'cặp nước không được quan sát trong năm đó, hoặc chưa rõ cấp',
    },
  },
  'dispute-years': {
    tables: ['mids/disputes'],
    sql: `select a.of, a.towards, a.year, count(distinct d.year)::double as value, null::double as se
      from asked a left join (select * from mids_disputes where _fate = 0) d
        on ((d.a = a.of and d.b = a.towards) or (d.a = a.towards and d.b = a.of)) and d.year between a.year - 9 and a.year
      group by a.of, a.towards, a.year`,
    absent: nothing,
  },
  'arms-share': {
    tables: ['sipri-arms/transfers'],
    sql: `select a.of, a.towards, a.year,
        coalesce(sum(t.tiv) filter (where t.supplier = a.towards), 0) / nullif(sum(t.tiv), 0) as value, null::double as se
      from asked a left join (select * from sipri_arms_transfers where _fate = 0) t
        on t.recipient = a.of and t.year between a.year - 4 and a.year
      group by a.of, a.towards, a.year`,
    absent: {
      en: 'no major arms were received from anybody in the five years',
      vi: 'trong năm năm đó không nhận vũ khí lớn từ bất kỳ ai',
    },
  },
  'joint-exercises': {
    tables: ['military-exercises/participants'],
    sql: `with part as (select state, exercise, year from military_exercises_participants where _fate = 0)
      select a.of, a.towards, a.year, count(distinct q.exercise)::double as value, null::double as se
      from asked a left join part p on p.state = a.of and p.year between a.year - 4 and a.year
      left join part q on q.state = a.towards and q.exercise = p.exercise
      group by a.of, a.towards, a.year`,
    absent: nothing,
  },
}
