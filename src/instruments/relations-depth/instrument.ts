import { defineInstrument, type Outcome } from '#domain/instrument'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { gather } from './gather.ts'
import { method } from './method.ts'
import { Request, type Result } from './model.ts'
import { recomputation } from './recompute.ts'
import { type Reweighed, reweigh } from './reweigh.ts'

export { type Reweighed, reweigh }

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

/** The request of a depth analysis with its own type. */
export function relationsDepthRequest(request: Outcome['request']): Request {
  return Request.parse(request)
}
