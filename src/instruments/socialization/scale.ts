import { z } from 'zod'
import { type WeightWord, weightWords } from '#domain/evidence'

/** What a word for a weight stands for, in dB: the usual value and the range that analysts mean by it. */
export const Grade = z
  .strictObject({ low: z.number().min(0), usual: z.number().min(0), high: z.number().min(0) })
  .refine((g) => g.low <= g.usual && g.usual <= g.high, { error: 'low ≤ usual ≤ high must hold' })
export type Grade = z.infer<typeof Grade>

export const Scale = z.strictObject({ weak: Grade, moderate: Grade, strong: Grade, decisive: Grade })
export type Scale = z.infer<typeof Scale>

/**
 * The table from words to decibels: Jeffreys' grades of evidence, which are steps of half a decimal logarithm,
 * that is 5 dB. Weak is his "barely worth mentioning", moderate "substantial", strong "strong", decisive "decisive"
 * (from 20 dB on; taken as 20 to 30). The usual value is the middle of the grade.
 *
 * @see Jeffreys (1961), Theory of Probability, 3rd ed., appendix B; decibels: Fairfield & Charman (2017), 366
 * @example
 * usualDb(defaultScale, 'strong') // => 12.5
 */
export const defaultScale: Scale = {
  weak: { low: 0, usual: 2.5, high: 5 },
  moderate: { low: 5, usual: 7.5, high: 10 },
  strong: { low: 10, usual: 12.5, high: 15 },
  decisive: { low: 20, usual: 25, high: 30 },
}

/**
 * The usual weight of a word.
 *
 * @returns dB
 * @example
 * usualDb(defaultScale, 'weak') // => 2.5
 */
export function usualDb(scale: Scale, word: WeightWord): number {
  return scale[word].usual
}

/** The words in order of weight, for pages that let one choose. */
export const gradesInOrder = weightWords
