import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** An actor that took no stance. Kept apart from positions: the absence of a stance is not a stance. */
export const Silence = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  actor: refTo('actor'),
  date: FieldDate,
  issue: z.string().min(1),
  because: z.string().min(1).optional().describe('the reason given for it'),
  reading: z.string().min(1).describe('how it is read'),
  restsOn: RestsOn,
  ...common,
})
export type Silence = z.infer<typeof Silence>

export const silenceExample: Silence = {
  id: 'arland-registers/silence-2004',
  case: 'arland-registers',
  actor: 'arland',
  date: '2004',
  issue: 'open registers',
  reading: 'its delegate had no instructions',
  restsOn: [{ source: 'harbour-history', locator: 'p. 50' }],
}
