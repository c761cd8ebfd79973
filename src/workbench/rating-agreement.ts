import { SoundingsError } from '#domain/errors'
import type { Estimate } from '#domain/finding'
import { type Missing, missing } from '#domain/missing'
import type { Rating } from '#domain/rating'
import { krippendorffAlpha } from '#numeric/krippendorff-alpha'
import { runAlone } from '#numeric/team'
import { enterRoom } from './rating-room.ts'
import type { Workbench } from './workbench.ts'

/** An assessor who stands apart from the mean of the others, in levels; positive is higher. */
export interface Apart {
  readonly assessor: string
  readonly by: number
  /** the relations on which he stands a level or more apart, the furthest first */
  readonly on: readonly { readonly relation: string; readonly by: number }[]
}

/** How far the assessors of a round agree on one criterion. */
export interface LeafAgreement {
  readonly leaf: string
  readonly raters: number
  /** relations that two assessors or more have rated */
  readonly relations: number
  /** of the blind ratings: only these were given independently */
  readonly blind: Estimate | Missing
  /** after revision; undefined where nobody revised */
  readonly revised: Estimate | Missing | undefined
  readonly apart: Apart | Missing
  readonly illustrative: boolean
}

const draws = 500
const leastGap = 0.5

/**
 * Agreement on each criterion of a round once it is closed: Krippendorff's alpha for ordered levels with a 95 % bootstrap
 * interval over relations, and who stands apart, on what.
 *
 * @throws SoundingsError `record-unknown`; `not-allowed` while the round is open, for agreement tells of the levels
 * @see Krippendorff (2019), Content Analysis, 4th ed., ch. 12
 */
export async function roundAgreement(workbench: Workbench, id: string): Promise<readonly LeafAgreement[]> {
  const { state, round, ratings } = await enterRoom(workbench, id)
  if (state === 'open')
    throw new SoundingsError('not-allowed', `round ${id} is open: agreement is told once it is closed`, {
      advice: 'Close the round first.',
    })
  const all = ratings.map(({ body }) => body)
  return round.leaves.map((leaf) =>
    agreementOn(
      leaf,
      all.filter((one) => one.leaf === leaf),
    ),
  )
}

/**
 * Agreement of ratings of one criterion.
 *
 * @param ratings all of one round and criterion, blind ones and revisions, in any order
 */
export function agreementOn(leaf: string, ratings: readonly Rating[]): LeafAgreement {
  const blind = ratings.filter(({ revises }) => revises === undefined)
  const overtaken = new Set(ratings.map(({ revises }) => revises))
  const now = ratings.filter(({ id }) => !overtaken.has(id))
  return {
    leaf,
    raters: new Set(blind.map(({ assessor }) => assessor)).size,
    relations: paired(blind).length,
    blind: alphaOf(blind),
    revised:
      now.length === blind.length && now.every((one) => blind.includes(one)) ? undefined : alphaOf(now),
    apart: apartOf(now),
    illustrative: ratings.some(({ illustrative }) => illustrative === true),
  }
}

function alphaOf(ratings: readonly Rating[]): Estimate | Missing {
  const coders = [...new Set(ratings.map(({ assessor }) => assessor))].toSorted()
  const units = [...new Set(ratings.map(({ relation }) => relation))].toSorted()
  const levels = [...new Set(ratings.map(({ level }) => level))].toSorted((a, b) => a - b)
  if (paired(ratings).length < 2)
    return missing('below-threshold', 'two relations that two assessors rated are needed')
  const { alpha, interval } = runAlone(krippendorffAlpha, {
    ratings: {
      units: units.length,
      coders: coders.length,
      unit: Int32Array.from(ratings, ({ relation }) => units.indexOf(relation)),
      coder: Int32Array.from(ratings, ({ assessor }) => coders.indexOf(assessor)),
      value: Int32Array.from(ratings, ({ level }) => levels.indexOf(level)),
      values: Float64Array.from(levels),
    },
    level: 'ordinal',
    bootstrap: draws,
    seed: 1,
  })
  if (alpha === null)
    return missing('not-applicable', 'all ratings are equal: agreement beyond chance is not defined')
  return {
    value: alpha,
    interval: interval === null ? null : [interval[0], interval[1]],
    unit: 'alpha',
    uncertainty: '95 % bootstrap over relations',
  }
}

/** The relations that two assessors or more have rated. */
function paired(ratings: readonly Rating[]): readonly string[] {
  const raters = Map.groupBy(ratings, ({ relation }) => relation)
  return [...raters].filter(([, given]) => given.length > 1).map(([relation]) => relation)
}

function apartOf(ratings: readonly Rating[]): Apart | Missing {
  const gaps = ratings.flatMap(({ assessor, relation, level }) => {
    const others = ratings.filter((one) => one.relation === relation && one.assessor !== assessor)
    if (others.length === 0) return []
    return [{ assessor, relation, by: level - meanOf(others.map((one) => one.level)) }]
  })
  const each = [...Map.groupBy(gaps, ({ assessor }) => assessor)].map(([assessor, own]) => ({
    assessor,
    by: meanOf(own.map(({ by }) => by)),
    on: own
      .filter(({ by }) => Math.abs(by) >= 1)
      .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
      .map(({ relation, by }) => ({ relation, by })),
  }))
  const far = each.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))[0]
  if (far === undefined) return missing('below-threshold', 'nobody rated what another rated too')
  if (each.length === 2)
    return missing('not-applicable', 'of two assessors each stands as far from the other')
  if (Math.abs(far.by) < leastGap)
    return missing('not-applicable', 'nobody stands half a level apart from the others')
  return far
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
