import type { z } from 'zod'
import {
  type Answer,
  type BodyOf,
  type Endpoint,
  type EndpointName,
  endpoints,
  type Query,
} from '#api/contract'
import type { Problem } from '#api/contract/job'
import { assessorHeader } from '#api/contract/ratings'
import { actingAssessor } from './acting.ts'

/** A problem that the API answered with. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export interface CallOptions<N extends EndpointName> {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Query<N>
  readonly body?: BodyOf<N>
}

/**
 * Calls an endpoint of the contract.
 *
 * @throws ProblemError if the API answers with a problem
 */
export async function call<N extends EndpointName>(
  name: N,
  options: CallOptions<N> = {},
): Promise<Answer<N>> {
  const endpoint: Endpoint = endpoints[name]
  const { body } = options
  const acting = actingAssessor()
  const response = await fetch(addressOf(name, options), {
    method: endpoint.method.toUpperCase(),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(acting === null ? {} : { [assessorHeader]: acting }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new ProblemError((await response.json()) as Problem) // the API answers problems as problems
  const given: unknown = endpoint.media === undefined ? await response.json() : await response.text()
  return given as z.infer<Endpoint['answer']> as Answer<N> // the same contract on both sides
}

/** The address of an endpoint, to link to what it gives. */
export function addressOf<N extends EndpointName>(name: N, { params = {}, query }: CallOptions<N>): string {
  const path = endpoints[name].path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  )
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  ) // a flat object
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  return search === '' ? path : `${path}?${search}`
}
