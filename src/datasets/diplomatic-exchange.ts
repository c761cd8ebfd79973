import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

const rank = (column: string) =>
  `case whole("${column}") when 0 then 'none' when 1 then 'chargé' when 2 then 'minister' when 3 then 'ambassador' end`

/** Who keeps whom as envoy. */
export const diplomaticExchange: DatasetDescription = {
  id: 'diplomatic-exchange',
  title: 'Correlates of War: diplomatic exchange',
  producer: 'Reşat Bayer',
  citation: 'Bayer, Reşat (2006), Diplomatic Exchange Data set, v2006.1.',
  licence: 'free for research, with citation',
  version: '2006.1 (1817–2005)',
  url: 'https://correlatesofwar.org/data-sets/diplomatic-exchange/',
  quirks: [
    'Observed about every five years: a year between two observations is unknown, not unchanged.',
    'Rank 9 is “other or unknown” and is read as missing.',
    'Consulates are not counted.',
    'The subset of changes holds only dyads with two observations in a row, not all dyads.',
  ],
  tables: [
    {
      name: 'missions',
      unit: 'directed dyad × observed year',
      who: ['a', 'b'],
      directed: true,
      when: { year: 'year' },
      columns: [
        { name: 'a', about: 'state 1', type: 'state' },
        { name: 'b', about: 'state 2', type: 'state' },
        yearColumn,
        {
          name: 'rank_at_a',
          about: 'rank of the envoy of b at a',
          type: 'text',
          missing: 'other or unknown (9)',
        },
        {
          name: 'rank_at_b',
          about: 'rank of the envoy of a at b',
          type: 'text',
          missing: 'other or unknown (9)',
        },
        {
          name: 'ambassador',
          about: 'true if either kept an ambassador at the other',
          type: 'boolean',
          gather: 'any',
        },
        {
          name: 'exchange',
          about: 'true if either kept an envoy at the other',
          type: 'boolean',
          gather: 'any',
        },
      ],
      key: ['a', 'b', 'year'],
      coverage: {
        from: 1817,
        to: 2005,
        states: 'states of the Correlates of War that were observed',
        universe: 'listed',
      },
      absence: { means: 'missing', because: 'the dyad was not observed in that year' },
      layouts: [
        {
          id: 'changes',
          about: 'dyads observed twice in a row: ccode1, ccode2, year, DR_at_1, DR_at_2',
          columns: ['ccode1', 'ccode2', 'year', 'DR_at_1', 'DR_at_2'],
          format: 'csv',
          year: 'whole(year)',
          states: [
            { as: 'a', code: 'ccode1', scheme: 'cow' },
            { as: 'b', code: 'ccode2', scheme: 'cow' },
          ],
          select: {
            year: 'whole(year)',
            rank_at_a: rank('DR_at_1'),
            rank_at_b: rank('DR_at_2'),
            ambassador: 'whole("DR_at_1") = 3 or whole("DR_at_2") = 3',
            exchange: 'whole("DR_at_1") > 0 or whole("DR_at_2") > 0',
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
