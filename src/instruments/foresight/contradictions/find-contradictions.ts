import { benjaminiHochberg } from '#numeric/benjamini-hochberg'
import { agencyContradictions } from './agencies.ts'
import { commitmentContradictions } from './commitments.ts'
import type { Candidate, Contradiction, ContradictionInput, Untested } from './contradiction.ts'
import { incoherentForecasts } from './incoherent.ts'
import { projectionContradictions } from './projections.ts'
import { crossedQuantiles } from './quantiles.ts'
import { adviceContradictions } from './recommendations.ts'
import { withSettlement } from './settle.ts'
import { standingForecasts } from './standing-forecasts.ts'

/** What was found, and what could not be compared. */
export interface Examination {
  readonly contradictions: readonly Contradiction[]
  readonly untested: readonly Untested[]
  /** how many tests were made, among which the false discovery rate is controlled */
  readonly tests: number
}

/**
 * Contradictions among forecasts, recommendations, commitments and projections: found, ranked and explained. Those not settled come
 * first, the most severe first. What rests on a statistical test is reported only if its adjusted p-value is at most the rate asked.
 *
 * @param input what the one who looks may see
 * @throws RangeError if the rate does not lie in (0, 1)
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1), for the rate
 */
export function findContradictions(input: ContradictionInput): readonly Contradiction[] {
  return examine(input).contradictions
}

/**
 * The same, with what could not be compared and why.
 *
 * @param input what the one who looks may see
 * @throws RangeError if the rate does not lie in (0, 1)
 */
export function examine(input: ContradictionInput): Examination {
  if (!(input.rate > 0 && input.rate < 1))
    throw new RangeError(`examine: rate must lie in (0, 1), got ${input.rate}`)
  const standing = standingForecasts(input)
  const agencies = agencyContradictions(input, standing)
  const projections = projectionContradictions(input)
  const tests = [...agencies.tested, ...projections.tested]
  const adjusted = benjaminiHochberg(tests.map(({ pValue }) => pValue))
  const candidates: readonly Candidate[] = [
    ...tests.flatMap(({ tell }, at) => {
      const q = adjusted[at] ?? 1
      return q <= input.rate ? [tell(q, input.rate)] : []
    }),
    ...incoherentForecasts(input, standing),
    ...crossedQuantiles(input, standing),
    ...adviceContradictions(input),
    ...commitmentContradictions(input),
    ...projections.units,
  ]
  return {
    contradictions: candidates.map((one) => withSettlement(one, input)).toSorted(byRank),
    untested: [...agencies.untested, ...projections.untested],
    tests: tests.length,
  }
}

function byRank(a: Contradiction, b: Contradiction): number {
  const [x, y] = [a, b].map(({ state }) => (state === 'settled' ? 1 : 0)) as [0 | 1, 0 | 1] // two states
  return x - y || b.severity - a.severity || (a.id < b.id ? -1 : 1)
}
