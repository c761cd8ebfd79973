import { z } from 'zod'
import type { Agreement } from '#domain/agreement'
import type { Estimate, FindingEvidence } from '#domain/finding'
import type { FollowThrough } from '#domain/follow-through'
import type { Framework } from '#domain/framework'
import type { Missing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import type { Project } from '#domain/project'
import type { Rating } from '#domain/rating'
import type { RatingRound } from '#domain/rating-round'
import { Id } from '#domain/reference'
import type { Relation, Tier } from '#domain/relation'
import { type Series, StateCode } from '#domain/series'
import type { Weighting } from '#domain/weighting'
import { aggregations } from '#numeric/composite'
import type {
  Check,
  Durability,
  Entwinement,
  Quadrant,
  SpillOver,
  Titled,
  Trust,
  Upkeep,
  Width,
} from './beyond.ts'

const Share = z.number().min(0).max(1)

/** What the analyst asks: a relation, a year, and the choices of the index, each with a documented default. */
export const Request = z.strictObject({
  dyad: z.tuple([StateCode, StateCode]).describe('the state from whose side it is seen, then its partner'),
  framework: Id.default('relations-depth').describe('the tree of criteria').meta({ refTo: 'framework' }),
  year: z
    .int()
    .min(1500)
    .max(2200)
    .optional()
    .describe('the year that is judged; by default the last of which anything was measured'),
  ratings: z
    .enum(['none', 'real', 'all'])
    .default('real')
    .describe('which ratings count: none, all but those marked illustrative, or all'),
  raterModel: z
    .enum(['latent', 'mean'])
    .default('latent')
    .describe('levels behind the ratings by a measurement model where it can be fitted, or plain means'),
  weighting: z
    .enum(['given', 'equal', 'budget', 'pairwise'])
    .default('given')
    .describe(
      'weights of the framework, all equal, or those that people gave by sharing out points or comparing pairs',
    ),
  weights: z
    .record(z.string(), z.number().min(0))
    .default({})
    .describe('weights of criteria in place of those of the framework'),
  aggregate: z.enum(aggregations).default('arithmetic').describe('how parts are put together'),
  alternatives: z
    .array(z.enum(aggregations))
    .min(1)
    .default(['arithmetic', 'geometric'])
    .describe('ways to put parts together that are tried when uncertainty is drawn'),
  weightSpread: Share.default(0.25).describe('weights are drawn within this share of themselves'),
  dataError: Share.default(0.03).describe(
    'standard deviation, on the scale 0 to 1, of what was measured without a standard error: an assumption',
  ),
  aging: Share.default(0.01).describe(
    'standard deviation added for each year that a value is carried forward',
  ),
  carry: z.int().min(0).max(100).default(10).describe('a value older than this many years is missing'),
  missingError: Share.default(0.25).describe(
    'standard deviation of a criterion that is missing, about the criterion above it',
  ),
  missingTogether: Share.default(0.5).describe(
    'correlation of what is missing: little known is not made sure by having many parts unknown',
  ),
  elasticities: z
    .tuple([z.number().positive(), z.number().positive()])
    .default([3, 8])
    .describe('lowest and highest elasticity of trade, for what each side loses if the relation is cut'),
  leastCoverage: Share.default(0.1).describe(
    'where less than this share of the weight is known, no depth is told',
  ),
  plan: Id.optional().describe('a plan whose targets are set beside the present').meta({ refTo: 'plan' }),
  draws: z.int().min(100).max(20_000).default(1000).describe('number of draws for the intervals'),
  seed: z.int().default(1).describe('seed of the draws'),
})
export type Request = z.infer<typeof Request>

/** Everything recorded of one relation. */
export interface Dossier {
  readonly relation: Relation
  readonly series: readonly Series[]
  readonly agreements: readonly Agreement[]
  readonly projects: readonly Project[]
  readonly ratings: readonly Rating[]
  readonly followThroughs: readonly FollowThrough[]
}

/** The relation asked for, first, and the other relations of the same state, against which it is held. */
export interface Input {
  readonly request: Request
  readonly framework: Framework
  readonly dossiers: readonly Dossier[]
  readonly rounds: readonly RatingRound[]
  readonly weightings: readonly Weighting[]
  readonly plan: Plan | null
}

/** A pointer from a number to what it rests on. */
export type Pointer = FindingEvidence

/** What one side's series says in the year, or in the last year before it. */
export interface Side {
  readonly of: string
  readonly towards: string | null
  readonly value: number
  readonly year: number
  readonly se: number | null
}

/** What is known of one leaf of one relation in one year. Shares lie in [0, 1]: 0 shallowest, 1 deepest. */
export interface Leaf {
  readonly code: string
  readonly title: string
  readonly titleVi: string
  /** codes of the criteria above it, the nearest first */
  readonly under: readonly string[]
  readonly basis: 'data' | 'records' | 'ratings' | 'none'
  /** value in the unit of its measure or the mean level of its ratings */
  readonly raw: number | Missing
  readonly unit: string
  readonly share: number | Missing
  /** standard deviation of the share */
  readonly sd: number
  readonly sides: readonly Side[]
  readonly raters: number
  /** how ratings were put together; null where none count */
  readonly levels: 'latent' | 'mean' | null
  /** values that count as 0 and as 1; null for ratings */
  readonly goalposts: readonly [number, number] | null
  readonly illustrative: boolean
  /** share of the whole tree that it weighs */
  readonly weight: number
  readonly evidence: readonly Pointer[]
}

/** One criterion above the leaves, put together. */
export interface Branch {
  readonly code: string
  readonly title: string
  readonly titleVi: string
  /** how many criteria stand above it */
  readonly depth: number
  readonly weight: number
  readonly value: Estimate | Missing
  /** share of the weight below it that is known */
  readonly coverage: number
}

/** The depth of one relation, and where it stands among the others. */
export interface Standing {
  readonly relation: string
  readonly title: string
  readonly titleVi: string
  readonly partner: string
  readonly depth: Estimate | Missing
  readonly rank: Estimate | Missing
  /** share of the weight that is known, and that rests on data, on records and on ratings */
  readonly coverage: number
  readonly byBasis: { readonly data: number; readonly records: number; readonly ratings: number }
  readonly tier: Tier | Missing
  readonly tierDate: string | Missing
  readonly tierIllustrative: boolean
  readonly leaves: readonly Leaf[]
  readonly branches: readonly Branch[]
}

/** What moves the depth of the relation asked for, when it is drawn. */
export interface Sensitivity {
  readonly input: 'measurement' | 'missing' | 'weights' | 'aggregation'
  readonly first: Estimate
  readonly total: Estimate
}

/** The relation in one year. */
export interface YearDepth {
  readonly year: number
  readonly depth: Estimate | Missing
  readonly coverage: number
  readonly trust: Estimate | Missing
}

/** The panel of assessors behind the ratings (D3): how strongly each follows the level that all see, or why that is not told. */
export interface PanelMember {
  readonly assessor: string
  readonly levels: number
  readonly reliability: Estimate
}

/** One relation put together in each way, and its rank among the partners under it (D5). */
export interface Way {
  readonly relation: string
  readonly title: string
  readonly titleVi: string
  readonly by: readonly {
    /** an order without compensation gives ranks and no depth */
    readonly way: Request['aggregate'] | 'non-compensatory'
    readonly depth: number | Missing
    readonly rank: number | Missing
  }[]
}

/** Agreement of raters on a leaf (D2). */
export interface RaterAgreement {
  readonly leaf: string
  readonly title: string
  readonly titleVi: string
  readonly raters: number
  readonly units: number
  readonly alpha: Estimate | Missing
  /** who stands apart most, and by how many levels on average */
  readonly apart: { readonly assessor: string; readonly by: number } | Missing
  readonly evidence: readonly Pointer[]
  readonly illustrative: boolean
}

/** What would deepen the relation (D14). */
export interface Lever {
  readonly leaf: string
  readonly title: string
  readonly titleVi: string
  readonly now: number | Missing
  readonly target: number
  readonly distance: number | Missing
  readonly effort: number
  /** gain in depth if only this target is reached */
  readonly gain: Estimate | Missing
  readonly gainPerEffort: number | Missing
  readonly owner: string | null
}

export interface Result {
  readonly dyad: readonly [string, string]
  readonly title: string
  readonly titleVi: string
  readonly framework: {
    readonly id: string
    readonly title: string
    readonly titleVi: string
    readonly edition: string
    readonly evidence: readonly Pointer[]
  }
  readonly year: number
  readonly ratings: Request['ratings']
  readonly weighting: Request['weighting']
  /** of criteria, in place of those of the framework */
  readonly weights: Readonly<Record<string, number>>
  readonly depth: Estimate | Missing
  /** the same with ratings marked illustrative; missing where there are none, or where they count already */
  readonly depthWithIllustrative: Estimate | Missing
  readonly warnings: readonly { readonly en: string; readonly vi: string }[]
  readonly standings: readonly Standing[]
  readonly sensitivity: readonly Sensitivity[]
  readonly trajectory: readonly YearDepth[]
  readonly entwinement: Entwinement
  readonly trust: Trust
  readonly quadrant: Quadrant
  readonly durability: Durability
  readonly width: Width
  readonly spillOver: readonly SpillOver[]
  readonly checks: readonly Check[]
  readonly titled: readonly Titled[]
  readonly raters: readonly RaterAgreement[]
  readonly panel: { readonly members: readonly PanelMember[]; readonly notUsed: readonly Missing[] }
  readonly ways: readonly Way[]
  readonly upkeep: readonly Upkeep[]
  readonly plan: { readonly id: string | null; readonly title: string | null; readonly year: number | null }
  readonly levers: readonly Lever[]
  readonly planned: Estimate | Missing
}
