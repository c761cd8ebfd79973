import type { Absence, ColumnDescription, Refusal, TableDescription } from './dataset.ts'

/** Columns that every table of events has, so that one query asks them all. */
export const eventColumns: readonly ColumnDescription[] = [
  { name: 'date', about: 'day of the event', type: 'date' },
  { name: 'source', about: 'state that acted', type: 'state', missing: 'the actor is no state' },
  { name: 'target', about: 'state acted upon', type: 'state', missing: 'the actor is no state' },
  { name: 'source_actor', about: 'who acted, as coded', type: 'text', missing: 'not coded' },
  { name: 'target_actor', about: 'who was acted upon, as coded', type: 'text', missing: 'not coded' },
  { name: 'code', about: 'what was done, by the codebook', type: 'text' },
]

/** The Goldstein scale of conflict and cooperation, where a file has it. */
export const goldsteinColumn: ColumnDescription = {
  name: 'goldstein',
  about: 'conflict (−10) to cooperation (+10)',
  type: 'number',
  unit: 'Goldstein scale',
  gather: 'mean',
  missing: 'the code has none',
}

/** What is the same in every table of events. */
export const eventTable: Pick<
  TableDescription,
  'name' | 'unit' | 'who' | 'directed' | 'when' | 'code' | 'absence'
> = {
  name: 'events',
  unit: 'event: who did what to whom on a day',
  who: ['source', 'target'],
  directed: true,
  when: { date: 'date' },
  code: 'code',
  absence: { means: 'zero', because: 'no such event was reported' } satisfies Absence,
}

/** Refuses rows whose date is none. */
export function noDay(sql: string, format: string): Refusal {
  return { when: `${sql} is null`, because: `the date is no day (${format})` }
}
