import { answer, type MeasureSql } from './measure-answer.ts'

/** CAMEO: make a visit, host a visit, meet at a third place. PLOVER: consult, by mode. */
const met = `(starts_with(code, '042') or starts_with(code, '043') or starts_with(code, '044')
  or (upper(code) = 'CONSULT' and lower(mode) in ('visit', 'host', 'third-party', 'multilateral')))`

/** Contacts that were reported. A visit is often told from both sides and by several reports: days are counted. */
export const contactSql: Readonly<Record<string, MeasureSql>> = {
  'high-level-contacts': {
    tables: [],
    events: true,
    sql: `with told as (
        select least(source, target) as a, greatest(source, target) as b, date, code, mode from chosen
        where source is not null and target is not null and source <> target),
      known as (select distinct a, b from told),
      contact as (select a, b, year(date) as year, count(distinct date) as n from told where ${met} group by all),
      reported as (
        select * from asked where not exists (from focus) or of in (from focus) or towards in (from focus)),
      months as (select year(date) as year, count(distinct month(date)) as months from chosen group by all)
      select ${answer(
        'case when m.months = 12 and k.a is not null and r.of is not null then coalesce(c.n, 0) end',
        {
          why: `case when r.of is null then 'the files report on another part of the world' when m.months is null then 'the files hold no event of that year'
          when m.months < 12 then 'the files hold events of ' || m.months || ' of the twelve months of that year'
          when k.a is null then 'the files report nothing of the two in any year: nobody can say whether they are covered' end`,
          outside: 'r.of is null or coalesce(m.months, 0) < 12',
        },
      )}
      from asked a left join months m on m.year = a.year
      left join reported r on r.of = a.of and r.towards = a.towards and r.year = a.year
      left join known k on k.a = least(a.of, a.towards) and k.b = greatest(a.of, a.towards)
      left join contact c on c.a = least(a.of, a.towards) and c.b = greatest(a.of, a.towards) and c.year = a.year`,
    absent: 'nothing is known of the two',
  },
}
