import { productGroups } from '#domain/product-groups.data'
import { literal } from './bulk-engine.ts'
import { answer, type MeasureSql } from './measure-answer.ts'

const when = 'year in (select year from asked)'
const lists = (state: string, year: string) =>
  `select distinct ${state} as state, ${year} as year from trade_products_flows where _fate = 0 and ${when}`

/** What the states of a side of the dyads bought or sold in all, by heading. Sums of decimals do not depend on the order of rows. */
const headings = (side: 'importer' | 'exporter', asked: 'of' | 'towards') =>
  `select ${side} as state, year, substr(product, 1, 4) as heading, sum(value::decimal(38, 9))::double as amount
   from trade_products_flows where _fate = 0 and ${when} and ${side} in (select ${asked} from asked) group by all`

/** Dependence on a partner for goods whose codes begin so. */
function dependence(hs: readonly string[]): MeasureSql {
  const meant = hs.map((code) => `starts_with(product, ${literal(code)})`).join(' or ')
  return {
    tables: ['trade-products/flows'],
    sql: `with flow as (
        select importer, exporter, year, sum(value::decimal(38, 9)) as amount from trade_products_flows
        where _fate = 0 and ${when} and (${meant}) group by all),
      total as (select importer, year, sum(amount) as amount from flow group by all),
      listed as (${lists('importer', 'year')})
      select ${answer('coalesce(f.amount, 0)::double / nullif(t.amount, 0)::double', {
        why: "case when l.state is null then 'no imports of the first are in the file' end",
      })}
      from asked a
      left join listed l on l.state = a.of and l.year = a.year
      left join total t on t.importer = a.of and t.year = a.year
      left join flow f on f.importer = a.of and f.exporter = a.towards and f.year = a.year`,
    absent: 'the first imported none of the goods',
  }
}

/** Measures of trade by product. */
export const productSql: Readonly<Record<string, MeasureSql>> = {
  complementarity: {
    tables: ['trade-products/flows'],
    sql: `with bought as (${headings('importer', 'of')}),
      sold as (${headings('exporter', 'towards')}),
      shares as (
        select 'm' as way, *, amount / nullif(sum(amount) over (partition by state, year order by heading
          rows between unbounded preceding and unbounded following), 0) as share from bought
        union all
        select 'x', *, amount / nullif(sum(amount) over (partition by state, year order by heading
          rows between unbounded preceding and unbounded following), 0) from sold),
      overlap as (
        select m.state as of, x.state as towards, m.year, sum(least(m.share, x.share) order by m.heading) as overlap
        from shares m join shares x on m.way = 'm' and x.way = 'x' and x.year = m.year and x.heading = m.heading
          and x.state <> m.state
        where m.share is not null and x.share is not null group by all),
      known as (select way, state, year from shares where share is not null group by all)
      select ${answer(
        'case when m.state is not null and x.state is not null then 100 * least(1, coalesce(o.overlap, 0)) end',
        {
          why: "case when m.state is null then 'no imports of the first are in the file' when x.state is null then 'no exports of the second are in the file' end",
        },
      )}
      from asked a
      left join known m on m.way = 'm' and m.state = a.of and m.year = a.year
      left join known x on x.way = 'x' and x.state = a.towards and x.year = a.year
      left join overlap o on o.of = a.of and o.towards = a.towards and o.year = a.year`,
    absent: 'nothing is known of the goods of one of the two',
  },
  'product-dependence': dependence(productGroups.flatMap(({ hs }) => hs)),
  ...Object.fromEntries(productGroups.map(({ id, hs }) => [`product-dependence/${id}`, dependence(hs)])),
}
