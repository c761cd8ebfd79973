import { z } from 'zod'
import { judgedLevel, rangeHoldsLevel } from './judged-level.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** What makes a dispute ripe: a stalemate that hurts both sides, a way out that both see, somebody who can speak for each (Zartman 1989). */
export const ripenessElements = ['stalemate', 'way-out', 'spokesman'] as const
export const RipenessElement = z.enum(ripenessElements)
export type RipenessElement = z.infer<typeof RipenessElement>

/** How far one element of ripeness is there in a dispute, as a named assessor judges it. */
export const Ripeness = z
  .strictObject({
    id: Id,
    dispute: refTo('dispute'),
    element: RipenessElement.describe(
      'stalemate: it hurts both sides; way-out: both see one; spokesman: each side has somebody who can bind it',
    ),
    ...judgedLevel,
    ...common,
  })
  .superRefine((value, context) => rangeHoldsLevel(value, context))
export type Ripeness = z.infer<typeof Ripeness>

export const ripenessExample: Ripeness = {
  id: 'harbour-fees/stalemate',
  dispute: 'harbour-fees',
  element: 'stalemate',
  level: 2,
  assessor: 'coder-1',
  at: '2009-06',
  because: 'both ports stand half empty, but each can hold out a year',
  restsOn: [{ source: 'harbour-history', locator: 'p. 97' }],
}
