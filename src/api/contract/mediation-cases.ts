import { z } from 'zod'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Value = z.union([z.number(), z.string(), z.boolean(), z.null()])
const Interval = z.tuple([z.number(), z.number()]).readonly()
const RecordTable = z.enum(['attempts', 'cases'])
const Outcome = z.enum(['agreement', 'peace-agreement', 'ceasefire', 'full-agreement'])
const Clustering = z.enum(['process', 'lead', 'attempt'])
const Kind = z.enum(['quantity', 'quality', 'presence'])

const Rate = z.object({
  value: z.number().describe('in [0, 1]'),
  n: z.int().describe('attempts, each once'),
  effectiveN: z.number(),
  interval: Interval.describe('95 %, as if cases were independent'),
  clusters: z.int(),
  clusterInterval: Interval.nullable().describe('95 %, whole clusters drawn together'),
  outer: Interval.describe('outer ends of both intervals'),
})
export type Rate = z.infer<typeof Rate>

const AlikeCase = z.object({
  attempt: z.string(),
  clusters: z.object({
    process: z.string().nullable(),
    lead: z.string().nullable(),
    attempt: z.string().nullable(),
  }),
  year: z.int(),
  mediator: z.string(),
  state: z.string().nullable(),
  dispute: z.string().nullable(),
  lead: z.string().nullable(),
  roles: list(z.string()),
  features: z.record(z.string(), Value),
  outcomes: z.partialRecord(Outcome, z.union([z.literal(0), z.literal(1), z.null()])),
  agreement: z.string().nullable(),
  notes: list(z.object({ source: z.string().nullable(), text: z.string() })),
  similarity: z.number(),
  compared: z.number(),
  parts: z.record(z.string(), z.number().nullable()),
  outcome: z.union([z.literal(0), z.literal(1), z.null()]),
})
export type AlikeCase = z.infer<typeof AlikeCase>

/** Attempts like a target, and how often an outcome came of them. */
const CasesAnswer = z.object({
  record: RecordTable,
  records: list(RecordTable),
  version: z.string(),
  citation: z.string(),
  rows: z.int(),
  attempts: z.int(),
  from: z.int(),
  to: z.int(),
  outcome: Outcome,
  outcomes: list(Outcome),
  features: list(
    z.object({
      id: z.string(),
      kind: Kind,
      weight: z.number(),
      target: Value,
      choices: list(z.string()),
      range: Interval.nullable(),
      missing: z.int(),
    }),
  ),
  k: z.int().nullable(),
  cluster: Clustering,
  clusters: z.int(),
  base: Rate.nullable(),
  comparable: Rate.nullable(),
  difference: z.object({ value: z.number(), interval: Interval.nullable() }).nullable(),
  byRole: list(
    z.object({
      role: z.string(),
      all: Rate.nullable(),
      alike: Rate.nullable(),
      circular: z.boolean(),
    }),
  ),
  leftOut: z.object({ outcomeMissing: z.int(), nothingCompared: z.int() }),
  alike: list(AlikeCase),
  notices: list(
    z.enum([
      'not-causes',
      'process-not-told',
      'actors-absent',
      'few-clusters',
      'one-region',
      'role-not-coded',
      'nothing-asked',
    ]),
  ),
})
export type CasesAnswer = z.infer<typeof CasesAnswer>

/** `feature=value,feature=value`, each feature once. */
const Pairs = z
  .string()
  .regex(/^[^=,]+=[^=,]*(?:,[^=,]+=[^=,]*)*$/, 'feature=value, with commas between')
  .transform((text) =>
    Object.fromEntries(
      text.split(',').map((pair) => {
        const [name = '', value = ''] = pair.split('=')
        return [name.trim(), value.trim()]
      }),
    ),
  )

/** The endpoint of comparable cases of mediation. */
export const mediationCasesEndpoints = {
  mediationCases: {
    method: 'get' as const,
    path: '/api/mediation/cases',
    about:
      'Attempts at mediation like a target on the features it states, from an imported record, and how often an outcome came of them: among those alike, by role, and in the whole record, with intervals.',
    query: z.object({
      record: RecordTable.optional().describe('the public record, or one of your own'),
      version: z.string().optional(),
      roles: z.string().optional().describe('rungs of the ladder, separated by commas'),
      target: Pairs.optional().describe('what is known of the target: feature=value, with commas between'),
      weights: Pairs.optional().describe('how much features count: feature=weight'),
      outcome: Outcome.optional(),
      k: z.coerce
        .number()
        .int()
        .min(1)
        .max(100_000)
        .optional()
        .describe('only so many cases, those most alike; all, weighted by similarity, if left out'),
      cluster: Clustering.optional().describe('what hangs together when intervals are made'),
      seed: z.coerce.number().int().min(0).default(1),
    }),
    answer: CasesAnswer,
  },
}
