import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

const Level = z.number().min(1).max(9)

/** What one assessor judged of one relation on one criterion: a level, the range thought possible, and the reason. */
export const Rating = z
  .strictObject({
    id: Id,
    round: refTo('rating-round'),
    relation: refTo('relation'),
    leaf: Id.describe('code of the criterion'),
    assessor: refTo('assessor'),
    level: z.int().min(1).max(9).describe('level of the scale that fits best'),
    low: Level.optional().describe('lowest level thought possible'),
    high: Level.optional().describe('highest level thought possible'),
    because: z.string().min(1).describe('the reason'),
    date: FieldDate.optional(),
    revises: refTo('rating')
      .optional()
      .describe('the blind rating that this one revises, after the round was closed'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    restsOn: RestsOn.optional(),
    ...common,
  })
  .superRefine(({ id, revises, low, level, high }, context) => {
    const fault = (field: string, message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path: [field], message, input })
    if (revises !== undefined && id !== `${revises}/revised`)
      fault('id', `a rating is revised once, under the id ${revises}/revised`, id)
    if (low !== undefined && low > level)
      fault('low', 'the lowest level possible lies above the level given', low)
    if (high !== undefined && high < level)
      fault('high', 'the highest level possible lies below the level given', high)
  })
export type Rating = z.infer<typeof Rating>

/**
 * The id of the rating that an assessor gives a cell: one relation on one criterion, in one round.
 *
 * @example
 * ratingId({ round: 'r1', relation: 'a-b', leaf: 'trust', assessor: 'coder-1' }) // => 'r1/a-b/trust/coder-1'
 */
export function ratingId(cell: Readonly<Record<'round' | 'relation' | 'leaf' | 'assessor', string>>): string {
  return [cell.round, cell.relation, cell.leaf, cell.assessor].join('/')
}

export const ratingExample: Rating = {
  id: 'harbour-round-1/arland-borland/trust/coder-1',
  round: 'harbour-round-1',
  relation: 'arland-borland',
  leaf: 'trust',
  assessor: 'coder-1',
  level: 2,
  low: 1,
  high: 2,
  because: 'the patrol went on without a signed text',
}
