import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** Words for the weight of a clue. The instrument's table turns them into decibels. */
export const weightWords = ['weak', 'moderate', 'strong', 'decisive'] as const
export const WeightWord = z.enum(weightWords)
export type WeightWord = z.infer<typeof WeightWord>

/** What one clue says of one mechanism or hypothesis: for or against, how strongly, by whose judgement, why. */
export const Bearing = z.strictObject({
  hypothesis: z.string().min(1).describe('a mechanism of a hypothesis of the case, such as persuasion'),
  direction: z.enum(['for', 'against']),
  weight: WeightWord.describe('weak, moderate, strong or decisive'),
  unit: z.enum(['state', 'agents']).optional().describe('whom it speaks of, if not of the unit of the case'),
  inferredBy: refTo('assessor').optional().describe('who draws this inference'),
  gradedBy: refTo('assessor').optional().describe('who graded its weight'),
  because: z.string().min(1).describe('why it bears so'),
})
export type Bearing = z.infer<typeof Bearing>

/** A likelihood for every hypothesis that is weighed. */
export const Likelihoods = z.record(
  z.string(),
  z
    .number({ error: 'a likelihood must be a number in [0, 1]' })
    .min(0, 'a likelihood must lie in [0, 1]')
    .max(1, 'a likelihood must lie in [0, 1]'),
)

/** A clue: a claim resting on passages, with what it says of the rival explanations. */
export const Evidence = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  claim: z.string().min(1).describe('what was found, in one or two sentences'),
  date: FieldDate.optional().describe('when what is claimed happened'),
  dateNote: z.string().optional(),
  observed: z
    .enum(['yes', 'no', 'not-yet'])
    .optional()
    .describe('yes (default): found; no: looked for and absent; not-yet: still to be looked for'),
  observability: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('for what is absent: how likely it would have been seen, had it been there'),
  witness: refTo('source').describe('who or what says so: clues of one witness are taken as dependent'),
  cluster: Id.optional().describe('clues that share it are taken as dependent, whatever their witness'),
  restates: refTo('evidence').optional().describe('the clue of which this is only another telling'),
  credibility: z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe('of the claim: 1 confirmed ... 5 improbable, 6 unknown'),
  bearings: z.array(Bearing).optional().describe('what it says of each mechanism, in words'),
  likelihoods: Likelihoods.optional().describe(
    'instead of bearings: probability of this clue under every hypothesis, in [0, 1]',
  ),
  illustrative: z.boolean().optional().describe('true if the judgement is made up to show how it works'),
  key: z.boolean().optional().describe('true for a clue that the study leans on'),
  tag: z.string().optional(),
  restsOn: RestsOn,
  ...common,
})
export type Evidence = z.infer<typeof Evidence>

export const evidenceExample: Evidence = {
  id: 'arland-registers/borland-first',
  case: 'arland-registers',
  claim: 'Borland agreed on the first day of the session, Arland on the last.',
  date: '2005-11',
  witness: 'harbour-history',
  bearings: [
    {
      hypothesis: 'social-influence',
      direction: 'for',
      weight: 'moderate',
      because: 'the partner moves first',
      inferredBy: 'coder-1',
    },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'p. 61' }],
}
