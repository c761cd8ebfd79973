import { z } from 'zod'
import { capabilityKinds } from './capability-kinds.data.ts'
import { FieldDate } from './date.ts'
import { judgedLevel, rangeHoldsLevel } from './judged-level.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common } from './support.ts'

/** What a third party may need: people, institutions, means and standing rules, by kind. */
export const CapabilityKind = z.enum(Object.keys(capabilityKinds) as [CapabilityKind, ...CapabilityKind[]]) // the keys are the kinds, and there is one
export type CapabilityKind = keyof typeof capabilityKinds

const Span = z.tuple([z.number().min(0), z.number().min(0)]).refine(([low, high]) => low <= high, {
  error: 'lowest comes before highest',
})

/** What a state holds of what a third party needs, at which level, and what one level more would take. */
export const Capability = z
  .strictObject({
    id: Id,
    state: StateCode,
    kind: CapabilityKind,
    title: z.string().min(1).describe('what it consists of: people, an office, a fund'),
    titleVi: z.string().min(1).optional(),
    ...judgedLevel,
    perLevel: z
      .strictObject({
        usdMillions: Span.describe('lowest and highest cost of one level more, millions of US dollars'),
        months: Span.describe('shortest and longest time for one level more'),
        illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
      })
      .optional()
      .describe('what one level more would take'),
    owner: z.string().min(1).optional().describe('who would have to build it'),
    ownerVi: z.string().min(1).optional(),
    until: FieldDate.optional().describe('when it was lost; left out while it is there'),
    project: refTo('project').optional(),
    ...common,
  })
  .superRefine((value, context) => rangeHoldsLevel(value, context))
export type Capability = z.infer<typeof Capability>

export const capabilityExample: Capability = {
  id: 'arland/hosting',
  state: 'ARL',
  kind: 'hosting',
  title: 'the conference house and its staff',
  level: 3,
  range: [2, 4],
  assessor: 'coder-1',
  at: '2008',
  because: 'the council met there three times without trouble',
  perLevel: { usdMillions: [1, 2], months: [6, 12] },
  restsOn: [{ source: 'harbour-history', locator: 'p. 88' }],
}
