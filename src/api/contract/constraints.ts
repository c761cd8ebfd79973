import { z } from 'zod'
import { Constraint, constraintTopics, flagStrengths } from '#domain/constraint'
import { FlagSettlement } from '#domain/flag-settlement'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const On = z.object({
  kind: z.enum(['agreement', 'activity']),
  id: z.string(),
  title: z.string(),
  titleVi: z.string().describe('the title where none is told in Vietnamese'),
  date: z.string().nullable(),
})
const Words = z.object({
  field: z.enum(['title', 'text', 'place', 'passage']),
  passage: z.string().nullable(),
  pattern: z.string().describe('the pattern of the rule that found them'),
  exact: z.string(),
  from: z.int().describe('first character in the text of the field'),
  to: z.int(),
  sentence: z.string(),
  sentenceFrom: z.int(),
})
export type FlagWords = z.infer<typeof Words>

/** A flag as the page shows it: what triggered it, and how it was settled. */
export const FlagEntry = z.object({
  id: z.string(),
  constraint: z.string(),
  on: On,
  strength: z.enum(flagStrengths),
  triggers: list(
    z.object({
      rule: z.string(),
      strength: z.enum(flagStrengths),
      because: z.object({ en: z.string(), vi: z.string() }),
      words: list(Words),
      facts: list(z.object({ fact: z.string(), value: z.string() })),
    }),
  ),
  seen: z.string().describe('mark of policy, words and facts'),
  state: z.enum(['open', 'settled', 'stale']),
  settlement: FlagSettlement.nullable(),
  settlementVersion: z.int(),
})
export type FlagEntry = z.infer<typeof FlagEntry>

const PassedOverEntry = z.object({
  constraint: z.string(),
  on: On,
  rule: z.string(),
  words: Words,
  why: z.enum(['denied', 'excused']),
  by: z.string(),
})
export type PassedOverEntry = z.infer<typeof PassedOverEntry>

/** Declared policies, flags, what was passed over, and how many records were held against each policy. */
export const ConstraintBoard = z.object({
  constraints: list(Constraint),
  flags: list(FlagEntry),
  passedOver: list(PassedOverEntry),
  held: list(
    z.object({
      constraint: z.string(),
      checked: z.int(),
      undated: z.int().describe('of those checked, without a date'),
      ofOthers: z.int().describe('not checked: the state takes no part'),
      before: z.int().describe('not checked: over before the policy was declared'),
      after: z.int().describe('not checked: after the policy lapsed'),
    }),
  ),
  me: z.string().nullable(),
  names: z.record(z.string(), z.string()),
})
export type ConstraintBoard = z.infer<typeof ConstraintBoard>

const Share = z.object({
  value: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).readonly().nullable().describe('Wilson, 95 %'),
  of: z.int(),
})
/** How well the rules of a policy find what was labelled by hand. */
export const RuleQualityEntry = z.object({
  constraint: z.string(),
  topic: z.enum(constraintTopics),
  part: z.enum(['tuning', 'held-out']),
  flags: z.enum(['strong', 'any']),
  records: z.int(),
  labelled: z.int(),
  flagged: z.int(),
  rightly: z.int(),
  precision: Share,
  recall: Share,
  basis: z
    .enum(['computed', 'kept'])
    .describe('computed now, or kept from where the descriptions of exercises were at hand'),
  missed: list(z.string()).nullable().describe('ids; null for kept figures'),
  wrongly: list(z.string()).nullable().describe('ids; null for kept figures'),
})
export type RuleQualityEntry = z.infer<typeof RuleQualityEntry>

/** Figures of all policies, and what they were computed on. */
const RuleQualityAnswer = z.object({
  quality: list(RuleQualityEntry),
  sentences: z.int().describe('sentences that come with Soundings'),
  exercises: z.object({
    dataset: z.string(),
    version: z.string().nullable().describe('the imported version; null without it'),
    read: z.int().describe('labelled exercises whose description it has'),
    of: z.int(),
  }),
  keptVersion: z.string().describe('version of the dataset that kept figures were computed from'),
  command: z.string().describe('imports the dataset'),
})
export type RuleQualityAnswer = z.infer<typeof RuleQualityAnswer>

/** The calls of declared policies. Each sees what the caller may see. */
export const constraintEndpoints = {
  constraints: {
    method: 'get',
    path: '/api/constraints',
    about:
      'Declared policies, and agreements and activities that look like what they forbid, with the words or facts that make each flag; settled flags stand last, nothing is left out.',
    query: z.object({ only: z.string().min(1).optional().describe('the id of one policy') }),
    answer: ConstraintBoard,
  },
  settleFlag: {
    method: 'post',
    path: '/api/constraints/settlements',
    about: 'Settles a flag with a reason. It is open again if the words, the facts or the policy change.',
    body: z.object({
      id: z.string().min(1),
      decision: FlagSettlement.shape.decision,
      because: z.string().trim().min(1),
      seen: z.string().min(1).optional().describe('the mark of the flag that one saw'),
    }),
    answer: FlagSettlement,
  },
  constraintQuality: {
    method: 'get',
    path: '/api/constraints/quality',
    about:
      'Precision and recall of the rules on records labelled by hand, apart for what was held out; whether computed now or kept.',
    answer: RuleQualityAnswer,
  },
} as const
