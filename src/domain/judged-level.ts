import { z } from 'zod'
import { FieldDate } from './date.ts'
import { refTo } from './reference.ts'
import { RestsOn } from './support.ts'

/** A place on a scale of five levels: 0 none, 1 slight, 2 moderate, 3 strong, 4 full; between them where one is unsure. */
export const Level = z.number().min(0).max(4)

/** What a named assessor judged on a scale of five levels, when, how far he may be wrong, and why. */
export const judgedLevel = {
  level: Level.describe('0 none, 1 slight, 2 moderate, 3 strong, 4 full'),
  range: z
    .tuple([Level, Level])
    .optional()
    .describe('lowest and highest level that the assessor holds possible; one level either way if left out'),
  assessor: refTo('assessor'),
  at: FieldDate.describe('when it was judged, or the date for which it holds'),
  because: z.string().min(1).describe('the reason'),
  becauseVi: z.string().min(1).optional(),
  illustrative: z.boolean().optional().describe('told by no source at hand: to be judged anew'),
  restsOn: RestsOn,
}

/** A judged level on its own, without the record that carries it. */
export interface JudgedLevel {
  readonly level: number
  readonly range?: readonly [number, number] | undefined
}

/**
 * Lowest and highest level of a judgement: as given, else one level either way within the scale.
 *
 * @example
 * rangeOf({ level: 3.5 }) // => [2.5, 4]
 */
export function rangeOf({ level, range }: JudgedLevel): readonly [number, number] {
  return range ?? [Math.max(0, level - 1), Math.min(4, level + 1)]
}

/** Refuses a range that does not hold its level. */
export function rangeHoldsLevel(
  { level, range }: JudgedLevel,
  context: z.core.$RefinementCtx<unknown>,
  path: (string | number)[] = [],
): void {
  if (range === undefined || (range[0] <= level && level <= range[1])) return
  context.addIssue({
    code: 'custom',
    path: [...path, 'range'],
    message: 'a range goes from lowest to highest and holds its level',
    input: range,
  })
}
