import type { ColumnDescription, DatasetDescription, Layout } from './dataset.ts'

const kinds = [
  'CPX',
  'Air',
  'Land',
  'Sea',
  'Amphibious',
  'Cyber',
  'Warfighting',
  'Peacekeeping',
  'Humanitarian',
] as const
const kindColumns: readonly ColumnDescription[] = kinds.map((kind) => ({
  name: kind.toLowerCase(),
  about: kind === 'CPX' ? 'true for a command-post exercise' : `true if coded as ${kind.toLowerCase()}`,
  type: 'boolean',
  gather: 'any',
}))
const exercise: Pick<Layout, 'format' | 'year' | 'rejects'> = {
  format: 'csv',
  year: 'whole("s.year")',
  rejects: [{ when: 'whole("s.year") is null', because: 's.year is no year' }],
}
const select = {
  exercise: '"MMEID"',
  name: '"Ex_Name"',
  series: '"Series_Name"',
  location: '"Location"',
  year: 'whole("s.year")',
  month: 'whole("s.month")',
  ...Object.fromEntries(kinds.map((kind) => [kind.toLowerCase(), `whole("${kind}") = 1`])),
}
const common: readonly ColumnDescription[] = [
  { name: 'exercise', about: 'number of the exercise', type: 'text' },
  { name: 'name', about: 'its name', type: 'text', missing: 'it has none, or none is known' },
  { name: 'series', about: 'the series to which it belongs', type: 'text', missing: 'of no series' },
  { name: 'location', about: 'where it took place', type: 'text', missing: 'not reported' },
  { name: 'year', about: 'year in which it began', type: 'integer', unit: 'year' },
  { name: 'month', about: 'month in which it began', type: 'integer', missing: 'known to the year only' },
]

/** Joint military exercises and who took part. */
export const militaryExercises: DatasetDescription = {
  id: 'military-exercises',
  title: 'Multinational military exercises',
  producer: 'Jordan Bernhardt and Lauren Sukin',
  citation:
    'Bernhardt, Jordan and Lauren Sukin (2021), Joint Military Exercises and Crisis Dynamics on the Korean Peninsula, Journal of Conflict Resolution 65(5); MME v7.',
  licence: 'see the producer; with citation',
  version: '7 (1980–2010)',
  url: 'https://www.jordanbernhardt.com/data',
  quirks: [
    'Ends in 2010: later years are unknown, not without exercises.',
    'Days and months that are unknown are written xx.',
    'gwcode gives 817, the Republic of Vietnam, for Vietnam in 1980 and 2006: participants are read by name.',
    'An exercise with thirty participants is one exercise: count exercises, not rows.',
    'Three numbers (mme3457, mme3458, mme3460) stand for two exercises of different years: an exercise is number and year.',
  ],
  tables: [
    {
      name: 'participants',
      unit: 'state × exercise',
      who: ['state'],
      when: { year: 'year' },
      columns: [
        { name: 'state', about: 'participant', type: 'state' },
        ...common,
        {
          name: 'participants',
          about: 'how many states took part',
          type: 'integer',
          unit: 'count',
          gather: 'mean',
        },
        ...kindColumns,
      ],
      key: ['exercise', 'state'],
      coverage: { from: 1980, to: 2010, states: 'independent states (Gleditsch and Ward)', universe: 'gw' },
      absence: { means: 'zero', because: 'no multinational exercise of the state was reported' },
      layouts: [
        {
          ...exercise,
          id: 'long',
          about: 'a row for each participant: MMEID, gwcode, country, year',
          columns: ['MMEID', 'gwcode', 'country', 'year', 's.year', 's.month', 'participant_count', ...kinds],
          states: [{ as: 'state', code: 'country', scheme: 'name' }],
          select: { ...select, participants: 'whole(participant_count)' },
        },
      ],
    },
    {
      name: 'exercises',
      unit: 'exercise',
      who: [],
      when: { year: 'year' },
      columns: [
        ...common,
        { name: 'focus', about: 'what it trained, in words', type: 'text', missing: 'not described' },
        ...kindColumns,
      ],
      key: ['exercise', 'year'],
      coverage: { from: 1980, to: 2010, states: 'the world', universe: 'any' },
      absence: { means: 'zero', because: 'no multinational exercise was reported' },
      layouts: [
        {
          ...exercise,
          id: 'wide',
          about: 'a row for each exercise, its participants in StateA, StateB …',
          columns: [
            'MMEID',
            'Ex_Name',
            'Series_Name',
            'Location',
            's.year',
            's.month',
            'FocusDescription',
            'StateA',
            'StateB',
            ...kinds,
          ],
          states: [],
          select: { ...select, focus: '"FocusDescription"' },
          revision: 2, // an exercise is number and year
        },
      ],
    },
  ],
}
