import { cowDyad, dyad } from './columns.ts'
import type { ColumnDescription, DatasetDescription } from './dataset.ts'

const obligation = (name: string, about: string): ColumnDescription => ({
  name,
  about,
  type: 'boolean',
  gather: 'any',
})

/** Formal alliances between states. */
export const cowAlliances: DatasetDescription = {
  id: 'cow-alliances',
  title: 'Correlates of War: formal alliances',
  producer: 'Douglas Gibler',
  citation:
    'Gibler, Douglas M. (2009), International Military Alliances, 1648–2008, CQ Press; Correlates of War Formal Alliances v4.1.',
  licence: 'free for research, with citation',
  version: '4.1 (1816–2012)',
  url: 'https://correlatesofwar.org/data-sets/formal-alliances/',
  quirks: [
    'An end that is empty, or censored on the right, means that the alliance was in force at the end of 2012.',
    'A dyad may be bound by several alliances at once: each has its own row.',
    'An entente obliges to consult, no more; defence pacts are the first class of the older typology.',
  ],
  tables: [
    {
      name: 'alliances',
      unit: 'dyad × alliance, as a spell of years',
      who: ['a', 'b'],
      when: { from: 'from_year', to: 'to_year' },
      columns: [
        ...dyad,
        { name: 'alliance', about: 'number of the alliance', type: 'integer' },
        {
          name: 'from_year',
          about: 'year in which it began to bind the dyad',
          type: 'integer',
          unit: 'year',
        },
        {
          name: 'to_year',
          about: 'year in which it ended',
          type: 'integer',
          unit: 'year',
          missing: 'in force at the end of the data',
        },
        obligation('defense', 'true if it obliges to defend'),
        obligation('neutrality', 'true if it obliges to stay neutral'),
        obligation('nonaggression', 'true if it forbids attack'),
        obligation('entente', 'true if it obliges to consult'),
      ],
      key: ['a', 'b', 'alliance', 'from_year'],
      coverage: {
        from: 1816,
        to: 2012,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'zero', because: 'no formal alliance bound the two' },
      layouts: [
        {
          id: 'by-dyad',
          about: 'a row for each dyad and alliance: alliance_v4.1_by_dyad',
          columns: [
            'version4id',
            'ccode1',
            'ccode2',
            'dyad_st_year',
            'dyad_end_year',
            'defense',
            'neutrality',
            'nonaggression',
            'entente',
          ],
          format: 'csv',
          year: 'whole(dyad_st_year)',
          states: cowDyad('ccode1', 'ccode2'),
          select: {
            alliance: 'whole(version4id)',
            from_year: 'whole(dyad_st_year)',
            to_year: 'whole(dyad_end_year)',
            defense: 'whole(defense) = 1',
            neutrality: 'whole(neutrality) = 1',
            nonaggression: 'whole(nonaggression) = 1',
            entente: 'whole(entente) = 1',
          },
          rejects: [
            { when: 'whole(dyad_st_year) is null', because: 'dyad_st_year is no year' },
            { when: 'whole(dyad_end_year) < whole(dyad_st_year)', because: 'it ends before it begins' },
          ],
        },
      ],
    },
  ],
}
