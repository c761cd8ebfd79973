import type { z } from 'zod'
import { analysisEndpoints } from './contract/analyses.ts'
import { baselineEndpoints } from './contract/baselines.ts'
import { commitmentEndpoints } from './contract/commitments.ts'
import { constraintEndpoints } from './contract/constraints.ts'
import { contradictionEndpoints } from './contract/contradictions.ts'
import { datasetEndpoints } from './contract/datasets.ts'
import { documentEndpoints } from './contract/documents.ts'
import { jobEndpoints } from './contract/job.ts'
import { ledgerEndpoints } from './contract/ledger.ts'
import { measureEndpoints } from './contract/measures.ts'
import { mechanismEndpoints } from './contract/mechanisms.ts'
import { mediationCasesEndpoints } from './contract/mediation-cases.ts'
import { networkEndpoints } from './contract/network.ts'
import { peacekeepingEndpoints } from './contract/peacekeeping.ts'
import { positionEndpoints } from './contract/positions.ts'
import { questionEndpoints } from './contract/questions.ts'
import { ratingEndpoints } from './contract/ratings.ts'
import { recordEndpoints } from './contract/records.ts'

/** One endpoint: how it is called and what it answers. Server, OpenAPI page and the web's client are made from it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly about: string
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** true if the body is the bytes of a file, of any length */
  readonly bytes?: true
  readonly answer: z.ZodType
  /** media type of the answer, if it is not JSON */
  readonly media?: string
  /** media types by the format that the query asks for, where there are several */
  readonly medias?: Readonly<Record<string, string>>
}

/** Every endpoint of the API, by name. Path parameters stand in braces. A subject has one file in contract/ and one line here. */
export const endpoints = {
  ...recordEndpoints,
  ...documentEndpoints,
  ...analysisEndpoints,
  ...datasetEndpoints,
  ...baselineEndpoints,
  ...positionEndpoints,
  ...measureEndpoints,
  ...ratingEndpoints,
  ...contradictionEndpoints,
  ...constraintEndpoints,
  ...ledgerEndpoints,
  ...networkEndpoints,
  ...mechanismEndpoints,
  ...commitmentEndpoints,
  ...mediationCasesEndpoints,
  ...peacekeepingEndpoints,
  ...questionEndpoints,
  ...jobEndpoints,
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
/** What an endpoint answers. */
export type Answer<N extends EndpointName> = z.infer<Endpoints[N]['answer']>
/** What it takes in the query, before defaults are filled in. */
export type Query<N extends EndpointName> = Endpoints[N] extends { query: infer Q extends z.ZodType }
  ? z.input<Q>
  : undefined
/** What it takes in the body, before defaults are filled in. */
export type BodyOf<N extends EndpointName> = Endpoints[N] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined
