/** A linear bound on probabilities: the sum of coefficient × probability equals the bound, or is at most the bound. */
export interface LinearConstraint {
  readonly terms: readonly { readonly at: number; readonly coefficient: number }[]
  readonly sense: 'equal' | 'at-most'
  readonly bound: number
}

/** The nearest probabilities that can all be true, and how far away they are. */
export interface CoherentProjection {
  readonly nearest: readonly number[]
  /** Euclidean distance from what was given, in probability; 0 if it was coherent */
  readonly distance: number
  /** the most by which a single constraint is broken by what was given, in probability */
  readonly broken: number
}

const tolerance = 1e-12
const mostSweeps = 200_000

/**
 * The point nearest to given probabilities among those that satisfy linear constraints and lie in [0, 1]. A small
 * quadratic programme, solved by Dykstra's cyclic projections, in the form that Hildreth gave them for half-spaces.
 *
 * @param given       [n] probabilities as stated
 * @param constraints linear bounds on them; that each lies in [0, 1] is added
 * @returns nearest coherent point, its distance, and by how much a single bound is broken
 * @throws RangeError if a constraint points past the probabilities, or if no point satisfies all of them
 * @see Boyle & Dykstra (1986), Advances in Order Restricted Statistical Inference; Hildreth (1957), Naval Research Logistics
 *   Quarterly 4(1); for probabilities, Predd, Osherson, Kulkarni & Poor (2008), Decision Analysis 5(4)
 * @example
 * coherentProjection([0.5, 0.7], [{ terms: [{ at: 0, coefficient: 1 }, { at: 1, coefficient: 1 }], sense: 'equal', bound: 1 }]).nearest.map((p) => p.toFixed(3)) // => ['0.400', '0.600']
 */
export function coherentProjection(
  given: readonly number[],
  constraints: readonly LinearConstraint[],
): CoherentProjection {
  const all = [...constraints, ...given.flatMap((_, at) => unitInterval(at))]
  for (const { terms } of constraints)
    if (terms.length === 0 || terms.some(({ at }) => given[at] === undefined))
      throw new RangeError(`coherentProjection: constraints must be on the ${given.length} probabilities`)
  const nearest = sweep([...given], all)
  return {
    nearest: nearest.map((p) => Math.min(1, Math.max(0, p))),
    distance: Math.hypot(...nearest.map((p, at) => p - (given[at] ?? 0))),
    broken: Math.max(0, ...all.map((one) => excess(one, given))),
  }
}

/**
 * By how much probabilities break a constraint: 0 if they satisfy it.
 *
 * @param constraint a linear bound
 * @param given      [n] probabilities
 * @see de Finetti (1974), Theory of Probability 1, section 3.3: with unit stakes it is what a bookmaker loses for certain
 * @example
 * excess({ terms: [{ at: 0, coefficient: 2 }], sense: 'at-most', bound: 1 }, [0.75]) // => 0.5
 */
export function excess({ terms, sense, bound }: LinearConstraint, given: readonly number[]): number {
  const over = terms.reduce((sum, { at, coefficient }) => sum + coefficient * (given[at] ?? 0), 0) - bound
  return sense === 'equal' ? Math.abs(over) : Math.max(0, over)
}

/** Dual coordinate ascent: each constraint in turn takes back what it had pushed and pushes as far as is needed now. */
function sweep(x: number[], constraints: readonly LinearConstraint[]): readonly number[] {
  const lengths = constraints.map(({ terms }) => terms.reduce((sum, { coefficient: c }) => sum + c * c, 0))
  const pushed = new Float64Array(constraints.length)
  for (let round = 0; round < mostSweeps; round++) {
    let moved = 0
    for (const [at, { terms, sense, bound }] of constraints.entries()) {
      const over = terms.reduce((sum, term) => sum + term.coefficient * (x[term.at] ?? 0), 0) - bound
      const wanted = over / (lengths[at] ?? 1)
      const step = sense === 'equal' ? wanted : Math.max(wanted, -(pushed[at] ?? 0))
      if (step === 0) continue
      pushed[at] = (pushed[at] ?? 0) + step
      for (const term of terms) x[term.at] = (x[term.at] ?? 0) - step * term.coefficient
      moved = Math.max(moved, Math.abs(step))
    }
    if (moved < tolerance) return x
  }
  throw new RangeError('coherentProjection: constraints must leave at least one point')
}

function unitInterval(at: number): readonly LinearConstraint[] {
  return [
    { terms: [{ at, coefficient: 1 }], sense: 'at-most', bound: 1 },
    { terms: [{ at, coefficient: -1 }], sense: 'at-most', bound: 0 },
  ]
}
