import { quantile } from './quantile.ts'
import { random } from './random.ts'

/** Skill of a forecast against another: 1 is perfect, 0 no better, below 0 worse. */
export interface Skill {
  readonly value: number
  /** 90 % interval over time */
  readonly low: number
  readonly high: number
}

/**
 * One less the ratio of mean scores, with an interval from a bootstrap of blocks of consecutive times, because scores of
 * neighbouring months go together.
 *
 * @param scores    [time] of the forecast, smaller is better; null where there is none
 * @param reference [time] of what it is held against
 * @param block     times in a block, at least 1
 * @returns null where no time has both, or the reference never erred
 * @throws RangeError if the two differ in length or the block is less than 1
 * @see Gneiting & Raftery (2007), JASA 102(477), 2.3; blocks: Künsch (1989), The Annals of Statistics 17(3)
 * @example
 * skillOverTime([1, 1], [2, 2], { block: 1, seed: 1 })?.value // => 0.5
 */
export function skillOverTime(
  scores: readonly (number | null)[],
  reference: readonly (number | null)[],
  { block, seed, draws = 500 }: { readonly block: number; readonly seed: number; readonly draws?: number },
): Skill | null {
  if (scores.length !== reference.length || !(block >= 1))
    throw new RangeError('skillOverTime: both must have the same times, and a block at least one')
  const pairs = scores.flatMap((score, at) => {
    const other = reference[at] ?? null
    return score === null || other === null ? [] : [[score, other] as const]
  })
  const ratio = (of: Iterable<readonly [number, number]>) => {
    let [ours, theirs] = [0, 0]
    for (const [score, other] of of) {
      ours += score
      theirs += other
    }
    return theirs > 0 ? 1 - ours / theirs : null
  }
  const value = ratio(pairs)
  if (value === null) return null
  const chance = random(seed, 77)
  const length = Math.min(block, pairs.length)
  const drawn: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const taken: (readonly [number, number])[] = []
    while (taken.length < pairs.length) {
      const from = Math.floor(chance() * (pairs.length - length + 1))
      taken.push(...pairs.slice(from, from + length))
    }
    const one = ratio(taken.slice(0, pairs.length))
    if (one !== null) drawn.push(one)
  }
  drawn.sort((a, b) => a - b)
  return { value, low: quantile(drawn, 0.05), high: quantile(drawn, 0.95) }
}
