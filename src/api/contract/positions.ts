import { z } from 'zod'
import { JobState } from './job.ts'

const Words = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
)
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()

export const Measure = z.enum(['agreement', 's', 'kappa', 'pi'])
export type Measure = z.infer<typeof Measure>

/** How ideal points are to be estimated from the votes that were imported. */
export const PointsQuestion = z.object({
  version: z.string().optional().describe('version of un-votes; that which holds now, if absent'),
  model: z
    .enum(['ordinal', 'dynamic'])
    .default('dynamic')
    .describe('one point a state, or one for each session'),
  anchor: z.string().default('USA').describe('the state that stands at the positive end'),
})

/** Ideal points of all states: what the job of `idealPoints` gives. */
export const Points = z.object({
  dataset: z.string(),
  version: z.string(),
  citation: z.string(),
  model: z.string(),
  anchor: z.string(),
  iterations: z.int(),
  converged: z.boolean(),
  points: list(
    z.object({
      state: z.string(),
      session: z.int().nullable(),
      year: z.int().nullable(),
      point: z.number(),
      /** standard error, in the unit of the points */
      se: z.number(),
    }),
  ),
})
export type Points = z.infer<typeof Points>

export const SimilarityQuestion = z.object({
  version: z.string().optional(),
  state: z.string(),
  others: Words.describe('states, separated by commas'),
  measure: Measure.default('kappa'),
})

/** Similarity of one state's votes to others', by session. A value that is not there says why. */
export const Similarity = z.object({
  dataset: z.string(),
  version: z.string(),
  citation: z.string(),
  measure: Measure,
  state: z.string(),
  pairs: list(
    z.object({
      other: z.string(),
      session: z.int(),
      year: z.int(),
      /** roll calls in which both voted */
      n: z.int(),
      value: z.number().nullable(),
      se: z.number().nullable(),
      because: z.string().optional(),
    }),
  ),
})
export type Similarity = z.infer<typeof Similarity>

/** Did a state come closer to a group after it joined, and more so than states that did not? */
export const ConvergenceQuestion = z.object({
  version: z.string().optional(),
  state: z.string(),
  group: z.array(z.string()).min(1).describe('members of the institution when the state joined'),
  joined: z.int().describe('year in which it joined'),
  donors: z.array(z.string()).min(2).describe('comparable states that did not join'),
  from: z.int().optional(),
  to: z.int().optional(),
  measure: Measure.default('kappa'),
})

const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() })
export const Convergence = z.object({
  dataset: z.string(),
  version: z.string(),
  citation: z.string(),
  measure: Measure,
  state: z.string(),
  joined: z.int(),
  /** yearly similarity to the group: of the state, and of its synthetic twin made of donors */
  years: list(
    z.object({
      year: z.int(),
      treated: z.number(),
      se: z.number(),
      synthetic: z.number(),
      /** mean of the donors */
      donors: z.number(),
    }),
  ),
  weights: list(z.object({ state: z.string(), weight: z.number() })),
  /** mean gap after joining, with the interval that placebo tests leave standing, and the share of placebos as large */
  syntheticControl: z.object({
    effect: z.number(),
    /** null where no effect, or every effect, can be excluded with so few donors */
    interval: list(z.number()).nullable(),
    /** coverage that so many donors allow, near 0.9 */
    level: z.number(),
    p: z.number(),
    placebos: z.int(),
    preFit: z.number(),
  }),
  /** change of level and of slope at joining, with their 95 % intervals */
  interruptedSeries: z.object({ level: Estimate, slope: Estimate }),
  /** donors left out because their votes have gaps, and other limits, in words */
  notices: list(z.string()),
})
export type Convergence = z.infer<typeof Convergence>

/** The calls about positions. */
export const positionEndpoints = {
  idealPoints: {
    method: 'post',
    path: '/api/positions/points',
    about: 'Ideal points of all states from the votes imported. Answers a job; its result is `Points`.',
    body: PointsQuestion,
    answer: JobState,
  },
  votingSimilarity: {
    method: 'get',
    path: '/api/positions/similarity',
    about: 'Similarity of one state’s votes to others’, by session, with standard errors.',
    query: SimilarityQuestion,
    answer: Similarity,
  },
  convergence: {
    method: 'post',
    path: '/api/positions/convergence',
    about:
      'Whether a state came closer to a group after joining, against comparable states that did not join.',
    body: ConvergenceQuestion,
    answer: Convergence,
  },
} as const
