import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** What would deepen a relation: for each criterion the share aimed at, and what it would cost. */
export const Plan = z.strictObject({
  id: Id,
  title: z.string().min(1),
  relation: refTo('relation'),
  framework: refTo('framework'),
  year: z.int().min(1500).max(2200).describe('year by which the targets are due'),
  targets: z
    .array(
      z.strictObject({
        leaf: Id.describe('code of the criterion'),
        share: z.number().min(0).max(1).describe('place on its scale that is aimed at: 0 lowest, 1 highest'),
        effort: z
          .number()
          .positive()
          .default(1)
          .describe('what it costs, in any unit that all targets share'),
        owner: z.string().min(1).optional().describe('who has to do it'),
        because: z.string().min(1).optional(),
      }),
    )
    .min(1),
  illustrative: z.boolean().optional().describe('made up to show how it looks'),
  ...common,
})
export type Plan = z.infer<typeof Plan>

export const planExample: Plan = {
  id: 'arland-borland/2010',
  title: 'Arland and Borland by 2010',
  relation: 'arland-borland',
  framework: 'harbour-depth',
  year: 2010,
  targets: [{ leaf: 'trade', share: 0.8, effort: 3 }],
}
