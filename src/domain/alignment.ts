import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** Whether a camp is for, against, between, or not placed. Minorities are counted between for and against. */
export const campSides = ['for', 'against', 'between', 'unplaced'] as const

/** The camps at one meeting on one question, as one classifier saw them. */
export const Alignment = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  event: refTo('event'),
  issue: z.string().min(1),
  camps: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        side: z.enum(campSides).describe(`one of ${campSides.join(', ')}`),
        members: z.array(refTo('actor')).describe('who was in it; empty if only a count is known'),
        count: z
          .strictObject({ low: z.int().min(0), high: z.int().min(0) })
          .optional()
          .describe('how many, if the source counts and does not name'),
      }),
    )
    .min(1),
  subjectIn: z.string().optional().describe('where the source puts the actor of the case'),
  classifier: z.string().min(1).describe('who drew the camps: a record, a memoir, the coder'),
  coder: refTo('assessor').optional(),
  restsOn: RestsOn,
  ...common,
})
export type Alignment = z.infer<typeof Alignment>

export const alignmentExample: Alignment = {
  id: 'arland-registers/camps-third-session',
  case: 'arland-registers',
  event: 'arland-registers/third-session',
  issue: 'open registers',
  camps: [
    { name: 'supporters', side: 'for', members: ['borland'] },
    { name: 'hold-outs', side: 'against', members: ['arland'] },
  ],
  classifier: 'record of the session',
  restsOn: [{ source: 'harbour-history', locator: 'p. 62' }],
}
