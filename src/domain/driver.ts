import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A condition that makes an outcome more or less likely: which way, how strongly, and whether it grows (paper 001). */
export const Driver = z.strictObject({
  id: Id,
  text: z.string().min(1),
  textVi: z.string().min(1).optional(),
  direction: z.enum(['favourable', 'unfavourable']),
  strength: z.int().min(1).max(5).describe('1 slight to 5 decisive'),
  trend: z.enum(['rising', 'steady', 'falling', 'unknown']),
  question: refTo('question').optional(),
  relation: refTo('relation').optional(),
  institution: refTo('institution').optional(),
  series: refTo('series').optional().describe('a measured series whose last years show the trend'),
  by: refTo('assessor').optional(),
  date: FieldDate.optional(),
  illustrative: z.boolean().optional().describe('the strength or the trend is made up to show how it looks'),
  restsOn: RestsOn,
  ...common,
})
export type Driver = z.infer<typeof Driver>

export const driverExample: Driver = {
  id: 'harbour-budget',
  text: 'the budget for registers was doubled',
  direction: 'favourable',
  strength: 3,
  trend: 'rising',
  question: 'third-register',
  restsOn: [{ source: 'harbour-history', locator: 'p. 91' }],
}
