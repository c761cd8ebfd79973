import { answer, type MeasureSql } from './measure-answer.ts'

const when = 'year in (select year from asked)'

/** A table of dyads told once, from both sides. */
const bothWays = (table: string, columns: string) =>
  `(select a, b, ${columns} from ${table} where _fate = 0 union all select b, a, ${columns} from ${table} where _fate = 0)`

/** Memberships of a state as bits, one for each organization: what two share is counted by the bits that both have. */
const igo = `told as materialized (
  select state, year, organization, coalesce(member, false) as member from cow_igo_memberships
  where _fate = 0 and ${when}),
 place as (
  select organization, row_number() over (order by organization) - 1 as place
  from (select distinct organization from told)),
 of_state as materialized (
  select state, year, count(*) filter (where member)::double as m,
    bitstring_agg(place, 0, 4095) filter (where member) as bits
  from told join place using (organization) group by all),
 of_year as (select year, count(distinct organization)::double as n from told where member group by all),
 counted as (
  select a.of, a.towards, a.year, p.m as m1, q.m as m2, coalesce(n.n, 0) as n,
    case when p.m is not null and q.m is not null then coalesce(bit_count(p.bits & q.bits), 0)::double end as shared
  from asked a left join of_state p on p.state = a.of and p.year = a.year
  left join of_state q on q.state = a.towards and q.year = a.year left join of_year n on n.year = a.year)`
const noIgo = 'the memberships of one of the two are not known in that year'
const spread = 'sqrt(m1 * m2 * (n - m1) * (n - m2) / nullif(n * n * (n - 1), 0))'

/** Measures of ties: organizations, alliances, agreements, missions, disputes, arms, exercises. */
export const tieSql: Readonly<Record<string, MeasureSql>> = {
  'shared-igos': {
    tables: ['cow-igo/memberships'],
    sql: `with ${igo} select ${answer('shared')} from counted a`,
    absent: noIgo,
  },
  'shared-igos-excess': {
    tables: ['cow-igo/memberships'],
    sql: `with ${igo} select ${answer(`(shared - m1 * m2 / nullif(n, 0)) / nullif(${spread}, 0)`, {
      why: "case when m1 = 0 or m2 = 0 then 'one of the two was a member of no organization: nothing can be expected' when m1 = n or m2 = n then 'one of the two was a member of all organizations: nothing can be expected' end",
    })} from counted a`,
    absent: noIgo,
  },
  alliance: {
    tables: ['cow-alliances/alliances'],
    sql: `with duty as (
        select a, b, from_year, coalesce(to_year, 9999) as to_year,
          case when defense then 3 when neutrality or nonaggression then 2 when entente then 1 end as duty
        from ${bothWays('cow_alliances_alliances', 'from_year, to_year, defense, neutrality, nonaggression, entente')}),
      bound as (
        select a.of, a.towards, a.year, max(l.duty) as duty from asked a
        join duty l on l.a = a.of and l.b = a.towards and l.from_year <= a.year and l.to_year >= a.year group by all)
      select ${answer('coalesce(l.duty, 0)')} from asked a left join bound l using (of, towards, year)`,
    absent: 'nothing is known of the two',
  },
  'defence-agreements': {
    tables: ['dcad/agreements'],
    sql: `with signed as (
        select a.of, a.towards, a.year, count(distinct d.agreement) as n
        from asked a join ${bothWays('dcad_agreements', 'agreement, year')} d
          on d.a = a.of and d.b = a.towards and d.year <= a.year group by all)
      select ${answer('coalesce(s.n, 0)')} from asked a left join signed s using (of, towards, year)`,
    absent: 'nothing is known of the two',
  },
  'diplomatic-level': {
    tables: ['diplomatic-exchange/missions'],
    sql: `with mission as (
        select a as of, b as towards, year, rank_at_b as level from diplomatic_exchange_missions where _fate = 0
        union all select b, a, year, rank_at_a from diplomatic_exchange_missions where _fate = 0),
      told as (
        select of, towards, year, count(*) as n, max(case level when 'ambassador' then 1 when 'minister' then 0.667
          when 'chargé' then 0.333 when 'none' then 0 end) as level
        from mission where ${when} group by all)
      select ${answer('r.level', {
        why: "case when r.n > 0 then 'the rank of the mission is not known' end",
      })} from asked a left join told r using (of, towards, year)`,
    absent: 'the dyad was not observed in that year',
  },
  'dispute-years': {
    tables: ['mids/disputes'],
    window: 10,
    sql: `with disputed as (
        select a.of, a.towards, a.year, count(distinct d.year) as n
        from asked a join ${bothWays('mids_disputes', 'year')} d
          on d.a = a.of and d.b = a.towards and d.year between a.year - 9 and a.year group by all)
      select ${answer('coalesce(d.n, 0)')} from asked a left join disputed d using (of, towards, year)`,
    absent: 'nothing is known of the two',
  },
  'arms-share': {
    tables: ['sipri-arms/transfers'],
    window: 5,
    sql: `with transfer as (
        select supplier, recipient, year, sum(tiv::decimal(38, 9)) as tiv from sipri_arms_transfers
        where _fate = 0 and recipient is not null group by all),
      recipient as (select distinct of, year from asked),
      received as (
        select r.of, r.year, t.supplier, sum(t.tiv) as tiv from recipient r
        join transfer t on t.recipient = r.of and t.year between r.year - 4 and r.year group by all),
      whole as (select of, year, sum(tiv) as tiv from received group by all)
      select ${answer('coalesce(r.tiv, 0)::double / nullif(w.tiv, 0)::double')}
      from asked a left join whole w on w.of = a.of and w.year = a.year
      left join received r on r.of = a.of and r.supplier = a.towards and r.year = a.year`,
    absent: 'no major arms were received from anybody in the five years',
  },
  'joint-exercises': {
    tables: ['military-exercises/participants'],
    window: 5,
    sql: `with part as (select distinct state, exercise, year from military_exercises_participants where _fate = 0),
      together as (
        select p.state as of, q.state as towards, p.year, p.exercise from part p join part q using (exercise, year)
        where p.state in (select of from asked) and q.state in (select towards from asked)),
      held as (
        select a.of, a.towards, a.year, count(distinct t.exercise) as n
        from asked a join together t on t.of = a.of and t.towards = a.towards and t.year between a.year - 4 and a.year
        group by all)
      select ${answer('coalesce(h.n, 0)')} from asked a left join held h using (of, towards, year)`,
    absent: 'nothing is known of the two',
  },
}
