import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common } from './support.ts'

export const watchedClasses = [
  'material-conflict',
  'verbal-conflict',
  'material-cooperation',
  'verbal-cooperation',
  'visits',
  'all',
] as const

/** A watch list: which events between which states are watched, and how many false alarms a year are borne. */
export const Watch = z.strictObject({
  id: Id,
  title: z.string().min(1),
  titleVi: z.string().min(1).optional(),
  dyads: z
    .array(z.tuple([StateCode, StateCode]))
    .optional()
    .describe('first acts towards second'),
  watched: z.enum(watchedClasses).default('material-conflict'),
  dataset: Id.optional().describe('imported dataset of events; the newest that has them if left out'),
  positions: z
    .array(z.strictObject({ actor: refTo('actor'), issue: z.string().min(1) }))
    .optional()
    .describe('positions that are watched: any change warns'),
  falseAlarmsPerYear: z.number().gt(0).max(12).default(1),
  ...common,
})
export type Watch = z.infer<typeof Watch>

export const watchExample: Watch = {
  id: 'harbour-watch',
  title: 'Events in the strait',
  dyads: [['ARL', 'BOR']],
  watched: 'material-conflict',
  falseAlarmsPerYear: 1,
}
