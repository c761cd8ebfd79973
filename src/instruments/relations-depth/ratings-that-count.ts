import type { Rating } from '#domain/rating'
import type { Input, Pointer, Request } from './model.ts'

/** The ratings that count: of the last round not after the year, the revised one of each assessor where there is one. */
export function ratingsThatCount(
  ratings: readonly Rating[],
  rounds: Input['rounds'],
  year: number,
  request: Pick<Request, 'ratings' | 'carry'>,
): readonly Rating[] {
  if (request.ratings === 'none') return []
  const of = new Map(rounds.map((round) => [round.id, round]))
  const open = ratings.filter((rating) => {
    const round = of.get(rating.round)
    if (round?.closed === undefined || round.year > year || round.year < year - request.carry) return false
    return request.ratings === 'all' || rating.illustrative !== true
  })
  const last = Math.max(...open.map((rating) => of.get(rating.round)?.year ?? 0))
  const latest = open.filter((rating) => of.get(rating.round)?.year === last)
  const revised = new Set(latest.map((rating) => rating.revises))
  return latest.filter((rating) => !revised.has(rating.id))
}

/** A pointer to a rating: the source that its assessor names, else the assessor. */
export function ratingPointer({ id, restsOn, assessor }: Rating): Pointer {
  const [first] = restsOn ?? []
  return { id, kind: 'rating', source: first?.source ?? assessor, locator: first?.locator ?? null }
}
