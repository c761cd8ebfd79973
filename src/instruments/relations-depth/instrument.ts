import { defineInstrument, type Outcome } from '#domain/instrument'
import { comparePartners, mostCompared } from './compare.ts'
import {
  comparisonMatrix,
  type ElicitedWeights,
  elicitedWeights,
  type PersonWeights,
} from './elicited-weights.ts'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { gather } from './gather.ts'
import { method } from './method.ts'
import { type Leaf, type Lever, Request, type Result } from './model.ts'
import { type GainsAtOnce, gainsAtOnce, planGains } from './plan-gains.ts'
import { recomputation } from './recompute.ts'
import { type Reweighed, reweigh } from './reweigh.ts'

export type { Leaf, Lever, Request, Result }
export {
  comparePartners,
  comparisonMatrix,
  type ElicitedWeights,
  elicitedWeights,
  type GainsAtOnce,
  gainsAtOnce,
  mostCompared,
  type PersonWeights,
  planGains,
  type Reweighed,
  reweigh,
}

/** Depth of relations: how deep is this relation? The method is on one page in README.md. */
export const relationsDepth = defineInstrument({
  id: 'relations-depth',
  title: { en: 'Depth of relations', vi: 'Chiều sâu quan hệ' },
  question: { en: 'How deep is this relation?', vi: 'Quan hệ này sâu đến đâu?' },
  version: '1',
  Request,
  gather,
  method,
  findings,
  exhibits,
  all: recomputation,
})

/** The result of a depth analysis with its own type, for a view made for it. */
export function relationsDepthResult(result: Outcome['result']): Result {
  return result as unknown as Result // an analysis of this instrument and version holds nothing else
}

/** The request of a depth analysis with its own type, the weights being those that were used. */
export function relationsDepthRequest({ request, result }: Pick<Outcome, 'request' | 'result'>): Request {
  return { ...Request.parse(request), weights: relationsDepthResult(result).weights }
}
