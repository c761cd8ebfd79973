import { cowDyad, noYear, yearColumn } from './columns.ts'
import type { ColumnDescription, DatasetDescription } from './dataset.ts'

const obligation = (name: string, about: string): ColumnDescription => ({
  name,
  about,
  type: 'boolean',
  gather: 'any',
})

/** What allies promised each other. */
export const atop: DatasetDescription = {
  id: 'atop',
  title: 'Alliance Treaty Obligations and Provisions',
  producer: 'Brett Ashley Leeds and others',
  citation:
    'Leeds, Brett Ashley, Jeffrey Ritter, Sara Mitchell and Andrew Long (2002), Alliance Treaty Obligations and Provisions, 1815–1944, International Interactions 28(3); ATOP 5.1.',
  licence: 'free for research, with citation',
  version: '5.1 (1815–2018)',
  url: 'http://www.atopdata.org/data.html',
  quirks: [
    'Only dyad-years with an obligation have a row: no row up to 2018 means no obligation.',
    'What binds A to B need not bind B to A, but for these five obligations the directed rows agree almost always.',
    'Obligations of several treaties of a dyad are joined: the row says that at least one obliges.',
  ],
  tables: [
    {
      name: 'obligations',
      unit: 'directed dyad × year',
      who: ['a', 'b'],
      directed: true,
      when: { year: 'year' },
      columns: [
        { name: 'a', about: 'state that is obliged', type: 'state' },
        { name: 'b', about: 'state to which it is obliged', type: 'state' },
        yearColumn,
        obligation('defense', 'true if they must defend each other'),
        obligation('offense', 'true if they must join an attack'),
        obligation('neutrality', 'true if they must stay neutral'),
        obligation('nonaggression', 'true if they must not attack each other'),
        obligation('consultation', 'true if they must consult'),
      ],
      key: ['a', 'b', 'year'],
      coverage: {
        from: 1815,
        to: 2018,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'zero', because: 'no treaty in force obliged the two' },
      layouts: [
        {
          id: 'dyad-year',
          about: 'dyad-years with an obligation: ccode1, ccode2, year, atop_defense …',
          columns: [
            'ccode1',
            'ccode2',
            'year',
            'atop_defense',
            'atop_offense',
            'atop_neutral',
            'atop_nonagg',
            'atop_consul',
          ],
          format: 'csv',
          year: 'whole(year)',
          states: cowDyad('ccode1', 'ccode2'),
          select: {
            year: 'whole(year)',
            defense: 'whole(atop_defense) = 1',
            offense: 'whole(atop_offense) = 1',
            neutrality: 'whole(atop_neutral) = 1',
            nonaggression: 'whole(atop_nonagg) = 1',
            consultation: 'whole(atop_consul) = 1',
          },
          rejects: [noYear('year')],
        },
        {
          id: 'producer',
          about: 'the producer’s dyad-years: stateA, stateB, year, defense …',
          columns: ['stateA', 'stateB', 'year', 'defense', 'offense', 'neutral', 'nonagg', 'consul'],
          format: 'csv',
          year: 'whole(year)',
          states: cowDyad('stateA', 'stateB'),
          select: {
            year: 'whole(year)',
            defense: 'whole(defense) = 1',
            offense: 'whole(offense) = 1',
            neutrality: 'whole(neutral) = 1',
            nonaggression: 'whole(nonagg) = 1',
            consultation: 'whole(consul) = 1',
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
