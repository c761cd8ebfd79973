import { cowDyad, dyad } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

/** Which states border on each other, by land or across how much water. */
export const contiguity: DatasetDescription = {
  id: 'contiguity',
  title: 'Correlates of War: direct contiguity',
  producer: 'Douglas Stinnett, Jaroslav Tir, Philip Schafer, Paul Diehl, Charles Gochman',
  citation:
    'Stinnett, Douglas, Jaroslav Tir, Philip Schafer, Paul Diehl and Charles Gochman (2002), The Correlates of War Project Direct Contiguity Data, Version 3, Conflict Management and Peace Science 19(2); v3.2.',
  licence: 'free for research, with citation',
  version: '3.2 (1816–2016)',
  url: 'https://correlatesofwar.org/data-sets/direct-contiguity/',
  quirks: [
    'Class 1 is a land border; 2 to 5 are at most 12, 24, 150 and 400 miles of water.',
    'No row means farther apart than 400 miles of water, not a sixth class.',
    'A dyad may have several spells, as its border changes.',
  ],
  tables: [
    {
      name: 'contiguity',
      unit: 'dyad, as a spell of years',
      who: ['a', 'b'],
      when: { from: 'from_year', to: 'to_year' },
      columns: [
        ...dyad,
        { name: 'from_year', about: 'year in which the spell begins', type: 'integer', unit: 'year' },
        { name: 'to_year', about: 'year in which it ends', type: 'integer', unit: 'year' },
        {
          name: 'class',
          about: '1 by land; 2 to 5 by up to 12, 24, 150, 400 miles of water',
          type: 'integer',
        },
        { name: 'land', about: 'true if they share a land border', type: 'boolean', gather: 'any' },
      ],
      key: ['a', 'b', 'from_year', 'class'],
      coverage: {
        from: 1816,
        to: 2016,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: {
        means: 'zero',
        because: 'more than 400 miles of water, or another state, lay between the two',
      },
      layouts: [
        {
          id: 'spells',
          about: 'the producer’s contdir: statelno, statehno, conttype, begin, end (YYYYMM)',
          columns: ['statelno', 'statehno', 'conttype', 'begin', 'end'],
          format: 'csv',
          year: 'whole("begin") // 100',
          states: cowDyad('statelno', 'statehno'),
          select: {
            from_year: 'whole("begin") // 100',
            to_year: 'whole("end") // 100',
            class: 'whole(conttype)',
            land: 'whole(conttype) = 1',
          },
          rejects: [
            {
              when: 'whole("begin") is null or whole("end") is null',
              because: 'begin and end must be YYYYMM',
            },
            { when: 'whole(conttype) not between 1 and 5', because: 'conttype is not 1 to 5' },
          ],
        },
      ],
    },
  ],
}
