import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** What one comparison says: how many times as much one criterion matters as another (Saaty's scale). */
const Comparison = z
  .strictObject({
    more: Id.describe('code of the criterion that matters more, or as much'),
    less: Id.describe('code of the criterion that matters less, or as much'),
    times: z
      .int()
      .min(1)
      .max(9)
      .describe('1 equally, 3 somewhat, 5 strongly, 7 very strongly, 9 extremely more'),
  })
  .refine(({ more, less }) => more !== less, { error: 'two criteria are compared', path: ['less'] })

/**
 * What one assessor said of the weights of the criteria below one criterion: 100 points shared out, or every pair compared.
 * What was said is kept, not only the weights that follow from it.
 */
export const Weighting = z
  .strictObject({
    id: Id,
    framework: refTo('framework'),
    parent: Id.optional().describe('code of the criterion whose parts are weighed; left out for the top'),
    method: z.enum(['budget', 'pairwise']),
    assessor: refTo('assessor'),
    points: z
      .array(z.strictObject({ code: Id, points: z.number().min(0).max(100) }))
      .min(2)
      .optional()
      .describe('for budget: 100 points among the parts'),
    comparisons: z.array(Comparison).min(1).optional().describe('for pairwise: each pair once'),
    date: FieldDate.optional(),
    because: z.string().min(1).optional().describe('the reason'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    ...common,
  })
  .superRefine(({ method, points, comparisons }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if ((method === 'budget') !== (points !== undefined))
      fault('points', 'points belong to the method budget, and to no other')
    if ((method === 'pairwise') !== (comparisons !== undefined))
      fault('comparisons', 'comparisons belong to the method pairwise, and to no other')
    if (points !== undefined) {
      const sum = points.reduce((total, one) => total + one.points, 0)
      if (Math.abs(sum - 100) > 1e-6) fault('points', `the points must sum to 100, they sum to ${sum}`)
      if (new Set(points.map(({ code }) => code)).size < points.length)
        fault('points', 'a criterion gets points once')
    }
    if (comparisons !== undefined) {
      const codes = [...new Set(comparisons.flatMap(({ more, less }) => [more, less]))]
      const pairs = new Set(comparisons.map(({ more, less }) => [more, less].toSorted().join(' ')))
      if (pairs.size < comparisons.length) fault('comparisons', 'a pair is compared once')
      if (pairs.size < (codes.length * (codes.length - 1)) / 2)
        fault('comparisons', `each of the ${(codes.length * (codes.length - 1)) / 2} pairs must be compared`)
    }
  })
export type Weighting = z.infer<typeof Weighting>

/**
 * The criteria that a weighting speaks of, each once.
 *
 * @example
 * weighedCodes({ comparisons: [{ more: 'a', less: 'b', times: 3 }] }) // => ['a', 'b']
 */
export function weighedCodes({
  points,
  comparisons,
}: Pick<Weighting, 'points' | 'comparisons'>): readonly string[] {
  const named = [
    ...(points ?? []).map(({ code }) => code),
    ...(comparisons ?? []).flatMap(({ more, less }) => [more, less]),
  ]
  return [...new Set(named)]
}

export const weightingExample: Weighting = {
  id: 'harbour-depth/top/budget/coder-1',
  framework: 'harbour-depth',
  method: 'budget',
  assessor: 'coder-1',
  points: [
    { code: 'interests', points: 70 },
    { code: 'trust', points: 30 },
  ],
  date: '2006-01-12',
  because: 'trade has lasted longer than any cabinet',
}
