import { answer, type MeasureSql } from './measure-answer.ts'

const side = '(select of from asked union select towards from asked)'
const when = 'year in (select year from asked)'

const flows = `flow as (
  select importer, exporter, year, imports from cow_trade_flows
  where _fate = 0 and ${when} and (importer in ${side} or exporter in ${side})),
 total as (select state, year, imports + exports as amount from cow_trade_totals where _fate = 0 and ${when}),
 mutual as (
  select a.of, a.towards, a.year, i.imports + e.imports as amount
  from asked a
  left join flow i on i.importer = a.of and i.exporter = a.towards and i.year = a.year
  left join flow e on e.importer = a.towards and e.exporter = a.of and e.year = a.year)`

/** Measures of trade in goods: dependence, asymmetry, concentration. */
export const tradeSql: Readonly<Record<string, MeasureSql>> = {
  'trade-dependence': {
    tables: ['cow-trade/flows', 'cow-trade/totals'],
    sql: `with ${flows}, share as (
        select m.*, m.amount / nullif(t.amount, 0) as share
        from mutual m left join total t on t.state = m.of and t.year = m.year)
      select ${answer('case when share <= 1 then share end', {
        why: "case when share > 1 then 'the two report more trade with each other than the first reports in all' end",
      })} from share a`,
    absent: 'the flows between the two, or the totals of the first, are not in the file',
  },
  'trade-balance': {
    tables: ['cow-trade/flows', 'cow-trade/totals'],
    sql: `with ${flows}, share as (
        select m.*, m.amount / nullif(t.amount, 0) as first, m.amount / nullif(u.amount, 0) as second
        from mutual m left join total t on t.state = m.of and t.year = m.year
        left join total u on u.state = m.towards and u.year = m.year)
      select ${answer('(first - second) / nullif(first + second, 0)', {
        why: "case when first + second = 0 then 'the two did not trade' end",
      })} from share a`,
    absent: 'the dependence of one side is not known',
  },
  'trade-to-gdp': {
    tables: ['cow-trade/flows', 'cow-trade/totals', 'gdp/gdp'],
    sql: `with ${flows}
      select ${answer('a.amount / nullif(g.gdp, 0)', {
        se: 'a.amount / nullif(g.gdp, 0) * g.gdp_sd / nullif(g.gdp, 0)',
      })}
      from mutual a left join (select * from gdp_gdp where _fate = 0) g on g.state = a.of and g.year = a.year`,
    absent: 'the flows between the two, or the output of the first, are not in the files',
  },
  'trade-concentration': {
    tables: ['cow-trade/flows'],
    sql: `with one as (select distinct of, year from asked),
      side as (
        select importer as state, exporter as partner, year, imports from cow_trade_flows
        where _fate = 0 and ${when} and importer in (select of from one)
        union all
        select exporter, importer, year, imports from cow_trade_flows
        where _fate = 0 and ${when} and exporter in (select of from one)),
      with_partner as (
        select state, partner, year, sum(imports::decimal(38, 9))::double as amount from side
        where imports is not null group by all),
      index as (
        select state, year, sum(amount * amount order by partner) as squares, sum(amount order by partner) as whole
        from with_partner group by all)
      select ${answer('i.squares / nullif(i.whole * i.whole, 0)', {
        why: "case when i.whole = 0 then 'no trade of the state is in the file' end",
      })}
      from (select of, null::varchar as towards, year from one) a
      left join index i on i.state = a.of and i.year = a.year`,
    absent: 'no flow of the state is in the file',
  },
}
