import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

/**
 * Where BACI leaves ISO 3166 numeric codes: it follows the customs territories of the United Nations (Comtrade). 490 is “other
 * Asia, not elsewhere specified”, which is Taiwan in all but name.
 */
const baciCodes: readonly (readonly [string, string])[] = [
  ['251', '250'], // France with Monaco
  ['490', '158'], // other Asia: Taiwan
  ['579', '578'], // Norway with Svalbard and Jan Mayen
  ['699', '356'], // India without Sikkim
  ['757', '756'], // Switzerland with Liechtenstein
  ['842', '840'], // United States with Puerto Rico and the Virgin Islands
]
const baciState = (column: string) =>
  `case ${column} ${baciCodes.map(([baci, iso]) => `when '${baci}' then '${iso}'`).join(' ')} else lpad(${column}, 3, '0') end`

/** A code that a spreadsheet has robbed of its leading zero: the Harmonized System has codes of even length. */
const evenCode = (column: string) =>
  `case when length(trim(${column})) % 2 = 1 then '0' || trim(${column}) else trim(${column}) end`
const worthless = (column: string) => ({
  when: `amount(${column}) is null or amount(${column}) < 0`,
  because: 'the value is no amount',
})
const noCode = (column: string) => ({
  when: `not regexp_full_match(trim(coalesce(${column}, '')), '[0-9]{1,10}')`,
  because: 'the product is no code of the Harmonized System',
})

/** Trade in goods by product. */
export const tradeProducts: DatasetDescription = {
  id: 'trade-products',
  title: 'Trade in goods by product (BACI, or a table of your own)',
  producer:
    'Guillaume Gaulier and Soledad Zignago, Centre d’études prospectives et d’informations internationales',
  citation:
    'Gaulier, Guillaume and Soledad Zignago (2010), BACI: International Trade Database at the Product-Level, the 1994–2007 Version, CEPII Working Paper 2010-23.',
  licence: 'Etalab 2.0 for BACI',
  version: 'BACI, any edition of the Harmonized System (1995–)',
  url: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
  quirks: [
    'BACI reconciles what exporter and importer report: a flow stands once, at the price before freight.',
    'Values of BACI are thousands of current US dollars; quantities are metric tons, empty where not known.',
    'Products are codes of the Harmonized System: keep leading zeros, and do not mix editions in one version.',
    'BACI codes are customs territories: 251 is France with Monaco, 842 the United States with Puerto Rico, 490 stands for Taiwan.',
    'A flow that is not listed is none, or below a thousand dollars.',
    'The file of one year has ten million rows: bring one file a year, and --append those after the first.',
  ],
  tables: [
    {
      name: 'flows',
      unit: 'exporter × importer × product × year',
      who: ['exporter', 'importer'],
      directed: true,
      when: { year: 'year' },
      columns: [
        { name: 'exporter', about: 'state that sold', type: 'state', missing: 'the territory is no state' },
        { name: 'importer', about: 'state that bought', type: 'state', missing: 'the territory is no state' },
        yearColumn,
        { name: 'product', about: 'code of the Harmonized System', type: 'text' },
        {
          name: 'value',
          about: 'value of the flow',
          type: 'number',
          unit: 'thousand current USD',
          gather: 'sum',
        },
        {
          name: 'quantity',
          about: 'quantity of the flow',
          type: 'number',
          unit: 'metric tons',
          gather: 'sum',
          missing: 'not known',
        },
        { name: 'exporter_code', about: 'exporter as written', type: 'text' },
        { name: 'importer_code', about: 'importer as written', type: 'text' },
      ],
      key: ['exporter_code', 'importer_code', 'product', 'year'],
      coverage: { from: 1962, to: 2026, states: 'states that the file lists', universe: 'listed' },
      absence: { means: 'missing', because: 'the file lists no such flow' },
      layouts: [
        {
          id: 'baci',
          about: 'BACI of CEPII: t (year), i (exporter), j (importer), k (product), v (value), q (quantity)',
          columns: ['t', 'i', 'j', 'k', 'v', 'q'],
          format: 'csv',
          year: 'whole(t)',
          states: [
            { as: 'exporter', code: baciState('i'), scheme: 'iso-numeric', optional: true },
            { as: 'importer', code: baciState('j'), scheme: 'iso-numeric', optional: true },
          ],
          select: {
            year: 'whole(t)',
            product: `lpad(trim(k), 6, '0')`,
            value: 'amount(v)',
            quantity: 'amount(q)',
            exporter_code: 'i',
            importer_code: 'j',
          },
          rejects: [noYear('t'), noCode('k'), worthless('v')],
        },
        {
          id: 'plain',
          about:
            'a table of your own: year, reporter, partner, product, value: exports of the reporter in thousand US dollars, states by ISO alpha-3',
          columns: ['year', 'reporter', 'partner', 'product', 'value'],
          format: 'csv',
          year: 'whole(year)',
          states: [
            { as: 'exporter', code: 'upper(reporter)', scheme: 'iso3', optional: true },
            { as: 'importer', code: 'upper(partner)', scheme: 'iso3', optional: true },
          ],
          select: {
            year: 'whole(year)',
            product: evenCode('product'),
            value: 'amount(value)',
            exporter_code: 'reporter',
            importer_code: 'partner',
          },
          rejects: [noYear('year'), noCode('product'), worthless('value')],
        },
      ],
    },
  ],
}
