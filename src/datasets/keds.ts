import type { DatasetDescription } from './dataset.ts'

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
      name: 'events',
      unit: 'event: who did what to whom on a day',
      who: ['source', 'target'],
      directed: true,
      when: { date: 'date' },
      code: 'code',
      columns: [
        { name: 'date', about: 'day of the report', type: 'date' },
        { name: 'source', about: 'state that acted', type: 'state', missing: 'the actor is no state' },
        { name: 'target', about: 'state acted upon', type: 'state', missing: 'the actor is no state' },
        { name: 'source_actor', about: 'who acted, as coded', type: 'text' },
        { name: 'target_actor', about: 'who was acted upon, as coded', type: 'text' },
        { name: 'code', about: 'CAMEO code', type: 'text' },
      ],
      key: [],
      coverage: {
        from: 1979,
        to: 2011,
        states: 'actors in the region covered, and whoever dealt with them',
        universe: 'any',
      },
      absence: { means: 'zero', because: 'no such event was reported' },
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
          rejects: [{ when: 'day(date) is null', because: 'the date is no day (YYYY-MM-DD)' }],
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
