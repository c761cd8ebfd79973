import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Bearing, Likelihoods } from './evidence.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/**
 * A second judgement of a clue: what another assessor makes of it. It stands beside the one that came with the
 * clue; where assessors differ, the interval of the posterior widens.
 */
export const Likelihood = z
  .strictObject({
    id: Id,
    evidence: refTo('evidence').describe('the clue judged'),
    assessor: refTo('assessor'),
    date: FieldDate.optional(),
    bearings: z.array(Bearing).optional(),
    likelihoods: Likelihoods.optional(),
    because: z.string().min(1).describe('the reason for judging so'),
    illustrative: z.boolean().optional(),
    ...common,
  })
  .refine((value) => (value.bearings === undefined) !== (value.likelihoods === undefined), {
    error: 'a judgement gives either bearings or likelihoods',
  })
export type Likelihood = z.infer<typeof Likelihood>

export const likelihoodExample: Likelihood = {
  id: 'arland-registers/borland-first/coder-1',
  evidence: 'arland-registers/borland-first',
  assessor: 'coder-1',
  bearings: [
    {
      hypothesis: 'social-influence',
      direction: 'for',
      weight: 'strong',
      because: 'the two had always voted together',
    },
  ],
  because: 'second reading of the record',
}
