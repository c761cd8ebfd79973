import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

/** Published ideal points of states in the General Assembly. */
export const ungaIdealPoints: DatasetDescription = {
  id: 'unga-ideal-points',
  title: 'Ideal points from voting in the United Nations General Assembly, as published',
  producer: 'Michael Bailey, Anton Strezhnev, Erik Voeten',
  citation:
    'Bailey, Michael, Anton Strezhnev and Erik Voeten (2017), Estimating Dynamic State Preferences from United Nations Voting Data, Journal of Conflict Resolution 61(2).',
  licence: 'CC0 1.0',
  version: 'as distributed with Imai (2017), Quantitative Social Science (1946–2012); Dataverse later',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  quirks: [
    'Higher is nearer to the United States of America: a convention, not a value.',
    'The scale is fixed by resolutions whose text comes back; two releases are not on the same scale.',
  ],
  tables: [
    {
      name: 'points',
      unit: 'state × year',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'state', type: 'state' },
        yearColumn,
        {
          name: 'point',
          about: 'ideal point',
          type: 'number',
          unit: 'standard deviations of the prior',
          gather: 'mean',
          missing: 'too few votes',
        },
        {
          name: 'agree_usa',
          about: 'share of votes as the United States',
          type: 'number',
          unit: 'share',
          gather: 'mean',
          missing: 'no vote in common',
        },
        {
          name: 'agree_russia',
          about: 'share of votes as the Soviet Union or Russia',
          type: 'number',
          unit: 'share',
          gather: 'mean',
          missing: 'no vote in common',
        },
      ],
      key: ['state', 'year'],
      coverage: { from: 1946, to: 2012, states: 'members of the United Nations that voted', universe: 'un' },
      absence: { means: 'missing', because: 'the state did not vote, or too seldom' },
      layouts: [
        {
          id: 'qss',
          about: 'state-years: Year, CountryAbb, CountryName, idealpoint, PctAgreeUS, PctAgreeRUSSIA',
          columns: ['Year', 'CountryAbb', 'CountryName', 'idealpoint', 'PctAgreeUS', 'PctAgreeRUSSIA'],
          format: 'csv',
          year: 'whole("Year")',
          states: [{ as: 'state', code: '"CountryAbb"', scheme: 'cow-abbreviation' }],
          select: {
            year: 'whole("Year")',
            point: 'amount(idealpoint)',
            agree_usa: 'amount("PctAgreeUS")',
            agree_russia: 'amount("PctAgreeRUSSIA")',
          },
          rejects: [noYear('"Year"')],
        },
        {
          id: 'dataverse',
          about: 'the producer’s file: ccode, session, IdealPointAll',
          columns: ['ccode', 'session', 'IdealPointAll'],
          format: 'csv',
          year: 'whole(session) + 1945',
          states: [{ as: 'state', code: 'ccode', scheme: 'cow' }],
          select: { year: 'whole(session) + 1945', point: 'amount("IdealPointAll")' },
          rejects: [noYear('session')],
        },
      ],
    },
  ],
}
