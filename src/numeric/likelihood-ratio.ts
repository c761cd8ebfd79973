import { decibels } from './decibels.ts'

/** What one clue does to a hypothesis against its rival, if it is found and if it is not. */
export interface EvidenceTest {
  /** P(E|H) / P(E|not H) */
  readonly ratioPresent: number
  /** P(not E|H) / P(not E|not H) */
  readonly ratioAbsent: number
  /** weight in dB if found */
  readonly presentDb: number
  /** weight in dB if looked for and not found */
  readonly absentDb: number
}

/**
 * The weight of a clue that is either found or not.
 *
 * @param ifTrue  P(E|H), in [0, 1]
 * @param ifFalse P(E|not H), in [0, 1]
 * @returns ratios in [0, ∞] and weights in dB; a clue impossible under both is neutral (ratio 1, 0 dB)
 * @throws RangeError if a probability lies outside [0, 1]
 * @see Bennett (2014), in Rethinking Social Inquiry, appendix; Fairfield & Charman (2017), eq. 3
 * @example
 * likelihoodRatio(0.5, 0.05).ratioPresent // => 10
 */
export function likelihoodRatio(ifTrue: number, ifFalse: number): EvidenceTest {
  const ratioPresent = ratio(ifTrue, ifFalse)
  const ratioAbsent = ratio(1 - ifTrue, 1 - ifFalse)
  return {
    ratioPresent,
    ratioAbsent,
    presentDb: decibels(ratioPresent),
    absentDb: decibels(ratioAbsent),
  }
}

function ratio(a: number, b: number): number {
  if (!(a >= 0 && a <= 1 && b >= 0 && b <= 1))
    throw new RangeError(`likelihoodRatio: probabilities must lie in [0, 1], got ${a} and ${b}`)
  return a === b ? 1 : a / b
}

/**
 * The probability of a hypothesis after a clue, for one hypothesis against its negation (Bayes' rule).
 *
 * @param prior P(H), in [0, 1]
 * @param likelihoodRatio P(E|H) / P(E|not H), in [0, ∞]
 * @returns P(H|E), in [0, 1]
 * @throws RangeError if `prior` lies outside [0, 1] or the ratio is negative
 * @see Fairfield & Charman (2017), eq. 2
 * @example
 * updateOdds(0.5, 4) // => 0.8
 */
export function updateOdds(prior: number, likelihoodRatio: number): number {
  if (!(prior >= 0 && prior <= 1)) throw new RangeError(`updateOdds: prior must lie in [0, 1], got ${prior}`)
  if (!(likelihoodRatio >= 0))
    throw new RangeError(`updateOdds: likelihoodRatio must be at least 0, got ${likelihoodRatio}`)
  if (prior === 0 || prior === 1) return prior
  if (likelihoodRatio === Number.POSITIVE_INFINITY) return 1
  return (prior * likelihoodRatio) / (prior * likelihoodRatio + 1 - prior)
}

/** Van Evera's four tests. */
export const testClasses = ['straw-in-the-wind', 'hoop', 'smoking-gun', 'doubly-decisive'] as const
export type TestClass = (typeof testClasses)[number]

/** From this weight on (ratio about 3.2: Jeffreys' "substantial") a test counts as telling, in dB. */
export const tellingDb = 5

/**
 * The class of a test by what passing and failing it would do: a hoop test is telling when failed, a smoking gun
 * when passed, a doubly decisive test both, a straw in the wind neither.
 *
 * @param presentDb weight in dB if the clue is found
 * @param absentDb  weight in dB if it is not
 * @see Van Evera (1997), 31-32; Collier (2011), PS 44(4), table 1. The bound is `tellingDb`.
 * @example
 * classifyTest(9, -2) // => 'smoking-gun'
 */
export function classifyTest(presentDb: number, absentDb: number): TestClass {
  const passing = presentDb >= tellingDb
  const failing = absentDb <= -tellingDb
  if (passing) return failing ? 'doubly-decisive' : 'smoking-gun'
  return failing ? 'hoop' : 'straw-in-the-wind'
}
