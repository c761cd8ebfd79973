import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A phrase or hedge followed through dated texts: where it stands and where it is gone. */
export const Marker = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  actor: refTo('actor').optional(),
  phrase: z.string().min(1),
  role: z.string().min(1).describe('what the phrase does'),
  present: z.array(FieldDate).describe('dates of texts in which it stands'),
  absent: z.array(FieldDate).describe('dates of texts in which it could stand and does not'),
  reading: z.string().min(1),
  restsOn: RestsOn,
  ...common,
})
export type Marker = z.infer<typeof Marker>

export const markerExample: Marker = {
  id: 'arland-registers/in-principle',
  case: 'arland-registers',
  actor: 'arland',
  phrase: 'in principle',
  role: 'hedge',
  present: ['2004'],
  absent: ['2005-11'],
  reading: 'the hedge goes with the decision',
  restsOn: [{ source: 'harbour-history', locator: 'p. 64' }],
}
