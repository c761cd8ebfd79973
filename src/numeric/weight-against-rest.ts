import { classifyTest, likelihoodRatio, type TestClass } from './likelihood-ratio.ts'

/**
 * Weight of a clue for one hypothesis against all the others together, which enter with their prior odds.
 *
 * @param rowDb [k] weight of the clue under each hypothesis in dB, up to a common constant
 * @param j     index of the hypothesis
 * @param prior [k] prior probabilities
 * @returns dB; infinite if the clue is impossible under it, or under all the others
 * @throws RangeError if the hypothesis has the whole prior, so that there is no rest
 * @see Good (1985), Weight of Evidence, eq. 2; Jaynes (2003), eq. 4.42
 * @example
 * weightAgainstRest([10, 0, 0], 0, [0.2, 0.4, 0.4]) // => 10
 */
export function weightAgainstRest(rowDb: ArrayLike<number>, j: number, prior: ArrayLike<number>): number {
  let mass = 0
  let rest = 0
  for (let i = 0; i < prior.length; i++) {
    if (i === j) continue
    mass += prior[i] ?? 0
    rest += (prior[i] ?? 0) * 10 ** ((rowDb[i] ?? 0) / 10)
  }
  if (mass === 0) throw new RangeError(`weightAgainstRest: the rest must have a prior above 0, got ${mass}`)
  return (rowDb[j] ?? 0) - 10 * Math.log10(rest / mass)
}

/**
 * The class of a clue as a test of the hypothesis that predicts it best, against all the others together.
 *
 * @param chances [k] probability of the clue under each hypothesis, in [0, 1]
 * @param prior   [k] prior probabilities
 * @returns the class and the index of the hypothesis tested
 * @see Van Evera (1997), 31-32
 * @example
 * testOfClue([0.95, 0.05], [0.5, 0.5]) // => { test: 'doubly-decisive', hypothesis: 0 }
 */
export function testOfClue(
  chances: readonly number[],
  prior: readonly number[],
): { readonly test: TestClass; readonly hypothesis: number } {
  const hypothesis = chances.indexOf(Math.max(...chances))
  let mass = 0
  let rest = 0
  for (const [i, p] of prior.entries()) {
    if (i === hypothesis) continue
    mass += p
    rest += p * (chances[i] ?? 0)
  }
  const { presentDb, absentDb } = likelihoodRatio(
    chances[hypothesis] ?? 0,
    mass === 0 ? 0 : Math.min(1, rest / mass),
  )
  return { test: classifyTest(presentDb, absentDb), hypothesis }
}
