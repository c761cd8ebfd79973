import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** The ladder of stances, from against to for. */
export const stanceLadder = [
  'opposed',
  'reluctant',
  'fence-sitter',
  'conditional',
  'supportive',
  'advocate',
] as const
export const Stance = z.enum(stanceLadder, {
  error: `a stance must be on the ladder: ${stanceLadder.join(' < ')}`,
})
export type Stance = z.infer<typeof Stance>

/**
 * The rung of a stance, 0 (opposed) to 5 (advocate).
 *
 * @example
 * rung('conditional') // => 3
 */
export function rung(stance: Stance): number {
  return stanceLadder.indexOf(stance)
}

/** Whether the record of a position was made in public or behind closed doors. */
export const PublicOrPrivate = z.enum(['public', 'private', 'unknown'])

/** Where an actor stood on an issue at a date, and who coded it. Conflicting codings stand side by side. */
export const Position = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  actor: refTo('actor'),
  date: FieldDate,
  issue: z.string().min(1).describe('what exactly the stance is on, in words'),
  component: Id.optional().describe('the component of the norm it belongs to'),
  stance: Stance.describe(`rung of the ladder: ${stanceLadder.join(' < ')}`),
  record: PublicOrPrivate.describe('made in public, in private, or not known'),
  basis: z.string().min(1).describe('what the stance is read from'),
  stanceBasis: z.enum(['stated', 'inferred']).optional(),
  classifier: z.string().min(1).optional().describe('who classified the actor so, if not the coder'),
  coder: refTo('assessor').optional().describe('who coded it'),
  event: refTo('event').optional().describe('the event to which it belongs'),
  eventOrder: z
    .enum(['before', 'at', 'after'])
    .optional()
    .describe('whether it was held just before, at (default) or just after that event'),
  restsOn: RestsOn,
  ...common,
})
export type Position = z.infer<typeof Position>

export const positionExample: Position = {
  id: 'arland-registers/arland-2003',
  case: 'arland-registers',
  actor: 'arland',
  date: '2003-05',
  issue: 'open registers',
  component: 'principle',
  stance: 'opposed',
  record: 'private',
  basis: 'memo of the ministry',
  coder: 'coder-1',
  restsOn: [{ source: 'harbour-history', locator: 'p. 44' }],
}
