import { digamma, trigamma } from './polygamma.ts'

/** A variance that has borrowed strength from the others, and with how many degrees of freedom it is known. */
export interface ModeratedVariance {
  readonly variance: number
  readonly degrees: number
}

const floorShare = 1e-4 // a few equal values by chance are no evidence that there is no noise

/**
 * Variances of several small groups, each drawn towards what all have in common: the fewer its degrees of freedom and the more
 * alike the groups, the further. A group with none takes the common value. Zero variances count as 1/10,000 of the median.
 *
 * @param groups sum of squares within each group, and its degrees of freedom (0 or more)
 * @returns for each group its variance and degrees of freedom; undefined if no group has any
 * @throws RangeError if a sum of squares or a number of degrees is below 0
 * @see Smyth (2004), Statistical Applications in Genetics and Molecular Biology 3(1), section 6.2; degrees of freedom are kept
 *   at those of all groups together, as in the limma package
 * @example
 * moderatedVariances([{ squares: 8, degrees: 4 }, { squares: 0, degrees: 0 }])?.[1] // => { variance: 2, degrees: 4 }
 */
export function moderatedVariances(
  groups: readonly { readonly squares: number; readonly degrees: number }[],
): readonly ModeratedVariance[] | undefined {
  for (const { squares, degrees } of groups)
    if (!(squares >= 0 && degrees >= 0))
      throw new RangeError(
        `moderatedVariances: squares and degrees must be 0 or more, got ${squares}, ${degrees}`,
      )
  const all = groups.reduce((sum, { degrees }) => sum + degrees, 0)
  if (all === 0) return undefined
  const prior = priorOf(groups)
  const pooled = groups.reduce((sum, { squares }) => sum + squares, 0) / all
  return groups.map(({ squares, degrees }) => {
    if (prior === undefined) return { variance: pooled, degrees: all }
    const known = prior.degrees + degrees
    return {
      variance: (prior.degrees * prior.variance + squares) / known,
      degrees: Math.min(known, all),
    }
  })
}

/** Scale and degrees of freedom of what the variances have in common; undefined if they differ no more than by chance. */
function priorOf(
  groups: readonly { readonly squares: number; readonly degrees: number }[],
): ModeratedVariance | undefined {
  const some = groups.filter(({ degrees }) => degrees > 0)
  if (some.length < 3) return undefined
  const variances = some.map(({ squares, degrees }) => squares / degrees)
  const median = variances.toSorted((a, b) => a - b)[Math.floor(variances.length / 2)] ?? 0
  if (median === 0) return undefined
  const logs = variances.map((variance, at) => {
    const half = (some[at]?.degrees ?? 1) / 2
    return Math.log(Math.max(variance, floorShare * median)) - digamma(half) + Math.log(half)
  })
  const mean = logs.reduce((a, b) => a + b, 0) / logs.length
  const spread = logs.reduce(
    (sum, log, at) =>
      sum + (log - mean) ** 2 / (logs.length - 1) - trigamma((some[at]?.degrees ?? 1) / 2) / logs.length,
    0,
  )
  if (spread <= 1e-3) return undefined // more than 2,000 degrees of freedom
  const half = trigammaInverse(spread)
  return { variance: Math.exp(mean + digamma(half) - Math.log(half)), degrees: 2 * half }
}

/** Trigamma falls from infinity to 0: its inverse by halving, on a logarithmic scale. */
function trigammaInverse(value: number): number {
  let [low, high] = [-20, 20]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (trigamma(Math.exp(middle)) > value) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
