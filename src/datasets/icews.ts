import { noYear, yearColumn } from './columns.ts'
import type { ColumnDescription, DatasetDescription, Layout } from './dataset.ts'
import { eventColumns, eventTable, goldsteinColumn, noDay } from './events.ts'

const counted = (name: string, about: string): ColumnDescription => ({
  name,
  about,
  type: 'integer',
  unit: 'events',
  gather: 'sum',
})

/** Events of the benchmark for forecasts on graphs, with the codes and the countries told by the names in brackets. */
const graph: Layout = {
  id: 'graph',
  about: 'the benchmark graph ICEWS05-15: source, event, target, date, cameo_code, countries of both',
  columns: [
    'source',
    'event',
    'target',
    'date',
    'dataset',
    'cameo_code',
    'actor_country_src',
    'actor_country_tgt',
  ],
  format: 'csv',
  year: null,
  states: [
    { as: 'source', code: 'coalesce(actor_country_src, source)', scheme: 'name', optional: true },
    { as: 'target', code: 'coalesce(actor_country_tgt, target)', scheme: 'name', optional: true },
  ],
  select: { date: 'day(date)', source_actor: 'source', target_actor: 'target', code: 'cameo_code' },
  rejects: [noDay('day(date)', 'YYYY-MM-DD')],
  skips: [
    { when: "dataset = 'icews14'", because: 'it is of a second sample of 2014, and would tell events twice' },
  ],
}

/** Events of the Integrated Crisis Early Warning System. */
export const icews: DatasetDescription = {
  id: 'icews',
  title: 'Integrated Crisis Early Warning System: coded events',
  producer: 'Lockheed Martin',
  citation:
    'Boschee, Elizabeth, Jennifer Lautenschlager, Sean O’Brien and others (2015), ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075.',
  licence: 'free with citation',
  version: '1995–2020',
  url: 'https://doi.org/10.7910/DVN/28075',
  quirks: [
    'Actors are named in words, with their country beside; an actor without a country is no state.',
    'Duplicates of one story are mostly, not wholly, removed.',
    'Intensity is the Goldstein value of the CAMEO code.',
    'The benchmark graph (ICEWS05-15) is a random fifth of the events and tells an event between two actors once a day: its counts are for comparison among themselves. Persons have no country in it.',
  ],
  tables: [
    {
      ...eventTable,
      columns: [
        ...eventColumns,
        goldsteinColumn,
        { name: 'event', about: 'number of the event', type: 'text' },
        { name: 'sectors', about: 'sectors of the actor', type: 'text', missing: 'not coded' },
        { name: 'place', about: 'country where it happened', type: 'text', missing: 'not located' },
      ],
      key: [],
      coverage: { from: 1995, to: 2020, states: 'the world', universe: 'any' },
      layouts: [
        ...(['tsv', 'csv'] as const).map((format) => ({
          id: `raw-${format}`,
          about: `the producer’s columns (Event ID, Event Date, Source Name …), ${format === 'tsv' ? 'tabs' : 'commas'} between`,
          columns: [
            'Event ID',
            'Event Date',
            'Source Name',
            'Source Country',
            'CAMEO Code',
            'Intensity',
            'Target Name',
            'Target Country',
          ],
          format,
          year: null,
          states: [
            { as: 'source', code: '"Source Country"', scheme: 'name' as const, optional: true },
            { as: 'target', code: '"Target Country"', scheme: 'name' as const, optional: true },
          ],
          select: {
            date: 'day("Event Date")',
            source_actor: '"Source Name"',
            target_actor: '"Target Name"',
            code: '"CAMEO Code"',
            goldstein: 'amount("Intensity")',
            event: '"Event ID"',
            sectors: '"Source Sectors"',
            place: '"Country"',
          },
          rejects: [noDay('day("Event Date")', 'YYYY-MM-DD')],
        })),
        graph,
      ],
    },
    {
      name: 'dyad-years',
      unit: 'directed dyad × year',
      who: ['source', 'target'],
      directed: true,
      when: { year: 'year' },
      columns: [
        { name: 'source', about: 'state that acted', type: 'state' },
        { name: 'target', about: 'state acted upon', type: 'state' },
        yearColumn,
        counted('verbal_cooperation', 'verbal cooperation'),
        counted('material_cooperation', 'material cooperation'),
        counted('verbal_conflict', 'verbal conflict'),
        counted('material_conflict', 'material conflict'),
      ],
      key: ['source', 'target', 'year'],
      coverage: { from: 2002, to: 2014, states: '152 states of the file', universe: 'listed' },
      absence: { means: 'missing', because: 'the dyad is not in the file' },
      layouts: [
        {
          id: 'dyad-year',
          about:
            'counts by directed dyad-year: i_iso3c, j_iso3c, year, verbCoop, matlCoop, verbConf, matlConf',
          columns: ['i_iso3c', 'j_iso3c', 'year', 'verbCoop', 'matlCoop', 'verbConf', 'matlConf'],
          format: 'csv',
          year: 'whole(year)',
          states: [
            { as: 'source', code: 'i_iso3c', scheme: 'iso3' },
            { as: 'target', code: 'j_iso3c', scheme: 'iso3' },
          ],
          select: {
            year: 'whole(year)',
            verbal_cooperation: 'whole("verbCoop")',
            material_cooperation: 'whole("matlCoop")',
            verbal_conflict: 'whole("verbConf")',
            material_conflict: 'whole("matlConf")',
          },
          rejects: [noYear('year')],
        },
      ],
    },
  ],
}
