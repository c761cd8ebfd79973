import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

/** Militarized interstate disputes. */
export const mids: DatasetDescription = {
  id: 'mids',
  title: 'Correlates of War: militarized interstate disputes',
  producer: 'Glenn Palmer and others',
  citation:
    'Palmer, Glenn, Roseanne McManus, Vito D’Orazio, Michael Kenwick and others (2022), The MID5 Dataset, 2011–2014, Conflict Management and Peace Science 39(4).',
  licence: 'free for research, with citation',
  version: '5.0 (1816–2014), dyad-dispute-years',
  url: 'https://correlatesofwar.org/data-sets/mids/',
  quirks: [
    'Only dyads with a dispute have a row; no row inside 1816–2014 means none.',
    'Each dispute is told from both sides: state 1 and state 2 change places.',
    'Hostility 2 is a threat, 3 a display, 4 a use of force, 5 war.',
    'Gibler, Miller and Little (2016) code many disputes otherwise; their file is another dataset.',
  ],
  tables: [
    {
      name: 'disputes',
      unit: 'directed dyad × dispute × year',
      who: ['a', 'b'],
      directed: true,
      when: { year: 'year' },
      columns: [
        { name: 'a', about: 'state whose acts are told', type: 'state' },
        { name: 'b', about: 'the other side', type: 'state' },
        yearColumn,
        { name: 'dispute', about: 'number of the dispute', type: 'integer' },
        { name: 'onset', about: 'true in the year in which it began', type: 'boolean', gather: 'any' },
        {
          name: 'initiated',
          about: 'true if the first state was on the side that began it',
          type: 'boolean',
          gather: 'any',
        },
        {
          name: 'hostility',
          about: 'highest hostility of the first state: 1 none to 5 war',
          type: 'integer',
          gather: 'max',
          missing: 'not known (−9)',
        },
        {
          name: 'fatality',
          about: 'level of deaths of the first state: 0 none to 6 more than 999',
          type: 'integer',
          gather: 'max',
          missing: 'not known (−9)',
        },
        {
          name: 'duration_days',
          about: 'longest estimate of how long the dispute lasted',
          type: 'integer',
          unit: 'days',
          gather: 'max',
          missing: 'not known (−9)',
        },
      ],
      key: ['a', 'b', 'year', 'dispute'],
      coverage: {
        from: 1816,
        to: 2014,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'zero', because: 'the two had no militarized dispute' },
      layouts: [
        {
          id: 'dyad-dispute-year',
          about: 'directed dyad-dispute-years: dispnum, ccode1, ccode2, year, cowmidonset …',
          columns: [
            'dispnum',
            'ccode1',
            'ccode2',
            'year',
            'cowmidonset',
            'sidea1',
            'hostlev1',
            'fatality1',
            'maxdur',
          ],
          format: 'csv',
          year: 'whole(year)',
          states: [
            { as: 'a', code: 'ccode1', scheme: 'cow' },
            { as: 'b', code: 'ccode2', scheme: 'cow' },
          ],
          select: {
            year: 'whole(year)',
            dispute: 'whole(dispnum)',
            onset: 'whole(cowmidonset) = 1',
            initiated: 'whole(sidea1) = 1',
            hostility: 'case when whole(hostlev1) >= 0 then whole(hostlev1) end',
            fatality: 'case when whole(fatality1) >= 0 then whole(fatality1) end',
            duration_days: 'case when whole(maxdur) >= 0 then whole(maxdur) end',
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
