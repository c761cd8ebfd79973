import { cowDyad, dyad, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

/** Bilateral defence cooperation agreements. */
export const dcad: DatasetDescription = {
  id: 'dcad',
  title: 'Defense Cooperation Agreement Dataset',
  producer: 'Brandon Kinne',
  citation:
    'Kinne, Brandon J. (2020), The Defense Cooperation Agreement Dataset (DCAD), Journal of Conflict Resolution 64(4).',
  licence: 'free for research, with citation',
  version: '1.0 (1980–2010)',
  url: 'https://correlatesofwar.org/data-sets/defense-cooperation-agreement-dataset/',
  quirks: [
    'Agreements signed before 1980 or after 2010 are unknown, not absent.',
    'Negative years and days (−77 and the like) mark what could not be coded.',
    'endYearEstimate is the producer’s estimate of when an agreement lapsed.',
    'A general agreement frames the whole of defence cooperation; a sector one covers procurement, training, research or the like.',
  ],
  tables: [
    {
      name: 'agreements',
      unit: 'dyad × agreement',
      who: ['a', 'b'],
      when: { year: 'year' },
      columns: [
        ...dyad,
        { ...yearColumn, about: 'year of signature' },
        { name: 'agreement', about: 'number of the agreement', type: 'text' },
        { name: 'kind', about: 'general, or of a sector', type: 'text' },
        {
          name: 'category',
          about: 'first category as coded, such as DCA, PROCUREMENT or TRAINING',
          type: 'text',
          missing: 'not coded',
        },
        { name: 'second_category', about: 'second category', type: 'text', missing: 'one category only' },
        {
          name: 'in_force_year',
          about: 'year of entry into force',
          type: 'integer',
          unit: 'year',
          missing: 'not known',
        },
        {
          name: 'ended_year',
          about: 'year in which it is estimated to have lapsed',
          type: 'integer',
          unit: 'year',
          missing: 'not known',
        },
        {
          name: 'general',
          about: 'true if it frames defence cooperation as a whole',
          type: 'boolean',
          gather: 'any',
        },
      ],
      key: ['agreement'],
      coverage: {
        from: 1980,
        to: 2010,
        states: 'members of the Correlates of War state system',
        universe: 'cow',
      },
      absence: { means: 'zero', because: 'no agreement signed in that year was found' },
      layouts: [
        {
          id: 'main',
          about: 'the producer’s DCAD-v1.0-main: ccode1, ccode2, signYear, type, category1, DCAid',
          columns: [
            'ccode1',
            'ccode2',
            'signYear',
            'EIFYear',
            'type',
            'category1',
            'category2',
            'endYearEstimate',
            'DCAid',
          ],
          format: 'csv',
          year: 'whole("signYear")',
          states: cowDyad('ccode1', 'ccode2'),
          select: {
            year: 'whole("signYear")',
            agreement: '"DCAid"',
            kind: 'type',
            category: 'category1',
            second_category: 'category2',
            in_force_year: 'case when whole("EIFYear") > 0 then whole("EIFYear") end',
            ended_year: 'case when whole("endYearEstimate") > 0 then whole("endYearEstimate") end',
            general: "type = 'general'",
          },
          rejects: [
            { when: 'whole("signYear") is null or whole("signYear") < 1900', because: 'signYear is no year' },
          ],
        },
      ],
    },
  ],
}
