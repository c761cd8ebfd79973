import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A point on which sources, or parts of one source, disagree. Both readings are kept. */
export const SourceConflict = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  topic: z.string().min(1),
  readings: z
    .array(z.strictObject({ text: z.string().min(1), restsOn: RestsOn.optional() }))
    .min(1)
    .describe('what each side says; one reading is enough where the other is that it cannot be so'),
  kind: z.string().optional().describe('sources, inconsistency, inference-gap ...'),
  coder: refTo('assessor').optional(),
  ...common,
})
export type SourceConflict = z.infer<typeof SourceConflict>

export const sourceConflictExample: SourceConflict = {
  id: 'arland-registers/who-moved-first',
  case: 'arland-registers',
  topic: 'who moved first',
  readings: [
    { text: 'Borland, on the first day', restsOn: [{ source: 'harbour-history', locator: 'p. 61' }] },
    { text: 'both on the same day', restsOn: [{ source: 'harbour-history', locator: 'p. 90, note 4' }] },
  ],
}
