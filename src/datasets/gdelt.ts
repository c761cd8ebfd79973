import type { DatasetDescription, Layout } from './dataset.ts'
import { eventColumns, eventTable, goldsteinColumn, noDay } from './events.ts'

const actor = (n: 1 | 2) =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map((part) => `Actor${n}${part}`)
const place = (who: string, second: boolean) =>
  [
    'Type',
    'FullName',
    'CountryCode',
    'ADM1Code',
    ...(second ? ['ADM2Code'] : []),
    'Lat',
    'Long',
    'FeatureID',
  ].map((part) => `${who}Geo_${part}`)
const head = ['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate', ...actor(1), ...actor(2)]
const deed = [
  'IsRootEvent',
  'EventCode',
  'EventBaseCode',
  'EventRootCode',
  'QuadClass',
  'GoldsteinScale',
  'NumMentions',
  'NumSources',
  'NumArticles',
  'AvgTone',
]
const columns = (second: boolean, url: boolean) => [
  ...head,
  ...deed,
  ...place('Actor1', second),
  ...place('Actor2', second),
  ...place('Action', second),
  'DATEADDED',
  ...(url ? ['SOURCEURL'] : []),
]
const date = `try_strptime("SQLDATE", '%Y%m%d')::date`
const layout = (
  id: string,
  about: string,
  of: readonly string[] | null,
  format: 'tsv' | 'csv' = 'tsv',
): Layout => ({
  id,
  about,
  columns: of ?? [
    'GLOBALEVENTID',
    'SQLDATE',
    'Actor1Code',
    'Actor1CountryCode',
    'Actor2CountryCode',
    'EventCode',
    'GoldsteinScale',
    'NumMentions',
  ],
  format,
  ...(of !== null ? { headerless: [/^\d+$/, /^\d{8}$/, /^\d{6}$/, /^\d{4}$/] } : {}),
  year: null,
  states: [
    { as: 'source', code: '"Actor1CountryCode"', scheme: 'cameo', optional: true },
    { as: 'target', code: '"Actor2CountryCode"', scheme: 'cameo', optional: true },
  ],
  select: {
    date,
    source_actor: '"Actor1Code"',
    target_actor: '"Actor2Code"',
    code: '"EventCode"',
    goldstein: 'amount("GoldsteinScale")',
    event: '"GLOBALEVENTID"',
    mentions: 'whole("NumMentions")',
  },
  rejects: [noDay(date, 'YYYYMMDD')],
})

/** The Global Database of Events, Language and Tone. */
export const gdelt: DatasetDescription = {
  id: 'gdelt',
  title: 'GDELT: events from the world’s news',
  producer: 'Kalev Leetaru and Philip Schrodt; the GDELT Project',
  citation:
    'Leetaru, Kalev and Philip Schrodt (2013), GDELT: Global Data on Events, Location and Tone, 1979–2012, ISA Annual Convention; GDELT 1.0 and 2.0.',
  licence: 'free for any use with attribution',
  version: '1.0 (1979–) and 2.0 (2015–)',
  url: 'http://data.gdeltproject.org/events/index.html',
  quirks: [
    'Files have no header: GDELT 1.0 has 57 columns until March 2013 and 58 after, GDELT 2.0 has 61.',
    'Numbers of events grow with the number of news sources: compare shares, or weigh by all events of a month.',
    'An event is counted when it is reported: the same deed may come back for weeks.',
    'Bring files unpacked, or gzipped; the zip files of the producer hold one CSV each, with tabs between.',
  ],
  tables: [
    {
      ...eventTable,
      columns: [
        ...eventColumns,
        goldsteinColumn,
        { name: 'event', about: 'number of the event', type: 'text' },
        {
          name: 'mentions',
          about: 'times it was mentioned in the first 15 minutes',
          type: 'integer',
          unit: 'count',
          gather: 'sum',
        },
      ],
      key: [],
      coverage: { from: 1979, to: 2026, states: 'the world', universe: 'any' },
      layouts: [
        layout('1.0', 'GDELT 1.0: 58 columns, no header', columns(false, true)),
        layout('1.0-old', 'GDELT 1.0 before April 2013: 57 columns, no header', columns(false, false)),
        layout('2.0', 'GDELT 2.0: 61 columns, no header', columns(true, true)),
        layout('with-header', 'GDELT with a header line of the official names, tabs between', null),
        layout(
          'with-header-csv',
          'GDELT with a header line of the official names, commas between',
          null,
          'csv',
        ),
      ],
    },
  ],
}
