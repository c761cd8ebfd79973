import type { DatasetDescription } from './dataset.ts'
import { eventColumns, eventTable, noDay } from './events.ts'

/** Events coded in CAMEO by the Kansas Event Data System and its successors. */
export const keds: DatasetDescription = {
  id: 'keds',
  title: 'Kansas Event Data System: events coded in CAMEO',
  producer: 'Philip Schrodt, Deborah Gerner and the Penn State Event Data Project',
  citation:
    'Gerner, Deborah, Philip Schrodt, Ömür Yilmaz and Rajaa Abu-Jabr (2002), Conflict and Mediation Event Observations (CAMEO); Kansas Event Data System / Penn State Event Data Project.',
  licence: 'free for research, with citation',
  version: 'Levant 1979–2011, Turkey 1992–2006',
  url: 'http://eventdata.parusanalytics.com/data.html',
  quirks: [
    'Codes are text: 042 and 42 are different things, and a spreadsheet that drops the zero breaks the file.',
    'The first three letters of an actor are a state only where they are a country code; others are organizations, groups or regions.',
    'Older files of the same project are coded in WEIS, whose numbers mean other things.',
    'One report may be coded as several events; machine coding errs in a quarter or so of them.',
  ],
  tables: [
    {
      ...eventTable,
      columns: eventColumns,
      key: [],
      coverage: {
        from: 1979,
        to: 2011,
        states: 'actors in the region covered, and whoever dealt with them',
        universe: 'any',
        focus: ['EGY', 'ISR', 'JOR', 'LBN', 'PSE', 'SYR', 'TUR'],
      },
      layouts: [
        {
          id: 'keds',
          about: 'a row for each event: date, source, target, code',
          columns: ['date', 'source', 'target', 'code'],
          format: 'csv',
          year: null,
          states: [
            { as: 'source', code: 'substr(source, 1, 3)', scheme: 'cameo', optional: true },
            { as: 'target', code: 'substr(target, 1, 3)', scheme: 'cameo', optional: true },
          ],
          select: { date: 'day(date)', source_actor: 'source', target_actor: 'target', code: 'code' },
          rejects: [noDay('day(date)', 'YYYY-MM-DD')],
          telltale: {
            holds: "code between '01' and '21'",
            otherwise:
              'the code is no CAMEO code (01 to 20 with their subcodes); the file may be coded in WEIS',
            share: 0.02,
          },
        },
      ],
    },
  ],
}
