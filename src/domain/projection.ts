import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** What an agency projects of a quantity: its value at a date, with the interval if it gave one. */
export const Projection = z
  .strictObject({
    id: Id,
    quantity: Id.describe('what is projected: the same word for the same quantity'),
    title: z.string().min(1),
    unit: z.string().min(1),
    agency: z.string().min(1),
    made: FieldDate,
    of: FieldDate.describe('the date or year that is projected'),
    value: z.number(),
    interval: z.tuple([z.number(), z.number()]).optional(),
    level: z.number().gt(0).lt(1).optional().describe('share that the interval holds, such as 0.9'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    question: refTo('question').optional(),
    restsOn: RestsOn.optional(),
    ...common,
  })
  .refine(({ interval, value }) => interval === undefined || (interval[0] <= value && value <= interval[1]), {
    error: 'the value lies within its interval, the lower end first',
    path: ['interval'],
  })
export type Projection = z.infer<typeof Projection>

export const projectionExample: Projection = {
  id: 'harbour-trade-2028/desk-a',
  quantity: 'harbour-trade',
  title: 'Trade through the harbour',
  unit: 'thousand tonnes',
  agency: 'Desk A',
  made: '2027-03',
  of: '2028',
  value: 120,
  interval: [100, 140],
  level: 0.9,
}
