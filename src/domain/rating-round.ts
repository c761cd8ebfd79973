import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** A round in which named assessors rate relations on criteria of a framework, blind until it is closed. */
export const RatingRound = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    framework: refTo('framework'),
    year: z.int().min(1500).max(2200).describe('the year that is judged'),
    relations: z.array(refTo('relation')).min(1),
    leaves: z.array(Id).min(1).describe('codes of the criteria to be judged'),
    assessors: z.array(refTo('assessor')).min(1).describe('who is asked'),
    coordinator: z.string().min(1).optional(),
    opened: FieldDate,
    closed: FieldDate.optional().describe('once it is set, assessors see one another and may revise once'),
    ended: FieldDate.optional().describe('after this nothing is revised'),
    ...common,
  })
  .refine(({ closed, ended }) => ended === undefined || closed !== undefined, {
    error: 'a round is closed before it is ended',
    path: ['ended'],
  })
export type RatingRound = z.infer<typeof RatingRound>

export const ratingRoundExample: RatingRound = {
  id: 'harbour-round-1',
  title: 'First round',
  framework: 'harbour-depth',
  year: 2005,
  relations: ['arland-borland'],
  leaves: ['trust'],
  assessors: ['coder-1'],
  opened: '2006-01-10',
}
