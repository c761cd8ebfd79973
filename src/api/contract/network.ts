import { z } from 'zod'
import { ActivityKind } from '#domain/activity'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Told = z.object({ en: z.string(), vi: z.string() })
const Year = z.coerce.number().int().min(1500).max(2200)
const Interval = z.tuple([z.number(), z.number()]).readonly()
const Years = z.object({ from: z.int(), to: z.int() })
const words = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  )
  .optional()

/** Whose activities make a network: the ledger of a state, or a public dataset of all states. */
export const networkSources = ['ledger', 'dcad', 'military-exercises', 'sipri-arms'] as const
export const multilateralRules = ['shared', 'full', 'leave-out'] as const
const NetworkSource = z.enum(networkSources)
const MultilateralRule = z.enum(multilateralRules)
const PathLength = z.enum(['steps', 'strength'])
const TieWeight = z.enum(['activities', 'tiv'])

const Measure = z.object({
  value: z.number(),
  interval: Interval.nullable().describe('95 %, whole activities drawn anew; null where none was drawn'),
  rank: z.number().describe('from 1; equal values share the better place'),
  rankInterval: Interval.nullable(),
})
export type NetworkMeasureValue = z.infer<typeof Measure>

/** Measures as tables show them; those with in and out only of a network with a direction. */
export const networkMeasures = [
  'degree',
  'strength',
  'betweenness',
  'closeness',
  'eigenvector',
  'inDegree',
  'outDegree',
  'inStrength',
  'outStrength',
] as const

const NetworkNode = z.object({
  id: z.string().describe('a state by ISO alpha-3 code, or actor/ID'),
  title: z.string(),
  titleVi: z.string(),
  isState: z.boolean(),
  covered: z.boolean().describe('false where it is seen only through the state whose ledger it is'),
  yearsCovered: z.int().nullable(),
  community: z.int().describe('1 is the largest; 0 has no tie'),
  x: z.number(),
  y: z.number(),
  place: z.tuple([z.number(), z.number()]).readonly().nullable().describe('degrees east, degrees north'),
  measures: z.partialRecord(z.enum(networkMeasures), Measure),
})
export type NetworkNode = z.infer<typeof NetworkNode>

const NetworkTie = z.object({
  a: z.string(),
  b: z.string(),
  weight: z.number(),
  activities: z.int(),
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
  kinds: list(z.object({ kind: ActivityKind, n: z.int() })),
  records: list(z.string()).describe('ids of records of a ledger, rows of a dataset; the first forty'),
})
export type NetworkTie = z.infer<typeof NetworkTie>

/** Who is tied to whom, with centralities, communities and what is not covered. */
const NetworkAnswer = z.object({
  source: NetworkSource,
  version: z.string().nullable(),
  citation: z.string().nullable(),
  state: z.string().nullable(),
  directed: z.boolean(),
  kinds: list(ActivityKind),
  multilateral: MultilateralRule,
  paths: PathLength,
  weight: TieWeight,
  known: Years.nullable().describe('the years of which the source knows'),
  years: Years.nullable().describe('of those asked for'),
  activities: z.int(),
  nodes: list(NetworkNode),
  ties: list(NetworkTie),
  notCovered: list(z.string()).describe(
    'states of which the source tells nothing: no tie known, which is not none',
  ),
  places: list(z.object({ name: z.string(), lat: z.number(), lon: z.number(), activities: z.int() })),
  communities: z.int(),
  modularity: z.number().nullable(),
  draws: z.int(),
  seed: z.int(),
  notices: list(Told),
})
export type NetworkAnswer = z.infer<typeof NetworkAnswer>

const Asked = z.object({
  source: NetworkSource.default('ledger'),
  state: z.string().min(1).optional().describe('of a ledger: whose it is, by any code or name'),
  from: Year.optional(),
  to: Year.optional(),
  kinds: words.describe('of a ledger: kinds by commas; by default the cooperative ones'),
  states: words.describe('only ties among these states, by commas'),
  multilateral: MultilateralRule.default('shared').describe(
    'what an activity of n adds to each two of them: 1/(n − 1), 1, or nothing',
  ),
  paths: PathLength.default('steps'),
  weight: TieWeight.default('activities').describe('of arms: whether a delivery weighs 1 or its volume'),
  draws: z.coerce.number().int().min(0).max(5000).default(0),
  seed: z.coerce.number().int().min(0).default(1),
})

export const networkEndpoints = {
  network: {
    method: 'get',
    path: '/api/network',
    about:
      'Who is tied to whom by activities of armed forces: ties, centralities with intervals, communities, what is not covered.',
    query: Asked,
    answer: NetworkAnswer,
  },
  networkGraphml: {
    method: 'get',
    path: '/api/network.graphml',
    about: 'The same as GraphML, for Gephi, igraph or NetworkX.',
    query: Asked,
    answer: z.string(),
    media: 'application/graphml+xml',
  },
} as const
