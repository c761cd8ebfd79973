import type { Activity } from '#domain/activity'
import { occurrencesOf, yearsOf } from '#domain/activity-years'
import type { Actor } from '#domain/actor'
import { standsFor } from '#domain/participant'

/**
 * What an activity with n participants ties. `shared`: every two of them by 1/(n − 1), so that it adds 1 to the strength of each and an
 * exercise with thirty does not drown thirty visits (Newman 2001); `full`: every two by 1; `leave-out`: nothing.
 */
export const multilateralRules = ['shared', 'full', 'leave-out'] as const
export type MultilateralRule = (typeof multilateralRules)[number]

/** An activity as the network has it: who is tied to whom by how much. */
export interface Unit {
  readonly record: string
  readonly kind: Activity['kind']
  /** the year, if it is known */
  readonly year: number | null
  readonly ties: readonly { readonly a: string; readonly b: string; readonly weight: number }[]
}

/** The activities that lie within the years, and what was left out. */
export interface Units {
  readonly units: readonly Unit[]
  /** activities that repeat another */
  readonly duplicates: number
  /** that may lie within the years or outside */
  readonly mayLieOutside: number
  /** with several partners, left out because the rule says so */
  readonly multilateralLeftOut: number
  /** in which nobody else takes part, or of a direction that is not told */
  readonly untied: number
  readonly multilateral: number
  /** told by no source at hand; they count */
  readonly illustrative: number
}

interface Asked {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly multilateral: MultilateralRule
  /** true to tie suppliers to recipients instead of every two */
  readonly directed: boolean
  readonly weight: 'activities' | 'tiv'
}

/** Activities as units of a network. Who only looks on is tied to nobody; a ministry stands for its state; what recurs counts each time. */
export function unitsOf(
  activities: readonly Activity[],
  actors: ReadonlyMap<string, Actor>,
  asked: Asked,
): Units {
  const originals = activities.filter(({ duplicateOf }) => duplicateOf === undefined)
  const units: Unit[] = []
  let [mayLieOutside, multilateralLeftOut, untied, multilateral, illustrative] = [0, 0, 0, 0, 0]
  for (const activity of originals) {
    const times = timesOf(activity, asked)
    if (times === 'may-lie-outside') mayLieOutside++
    if (times === 'may-lie-outside' || times.length === 0) continue
    const members = membersOf(activity, actors)
    if (members.size > 2) {
      multilateral += times.length
      if (asked.multilateral === 'leave-out') {
        multilateralLeftOut += times.length
        continue
      }
    }
    const ties = tiesOf(activity, members, asked)
    if (ties.length === 0) untied += times.length
    else {
      for (const year of times) units.push({ record: activity.id, kind: activity.kind, year, ties })
      if (activity.illustrative === true) illustrative += times.length
    }
  }
  const duplicates = activities.length - originals.length
  return { units, duplicates, mayLieOutside, multilateralLeftOut, untied, multilateral, illustrative }
}

type Members = ReadonlyMap<string, string | undefined>

function membersOf(activity: Activity, actors: ReadonlyMap<string, Actor>): Members {
  return new Map(
    activity.participants
      .filter(({ role }) => role !== 'observer')
      .map((one) => [standsFor(one, actors), one.role]),
  )
}

function tiesOf(activity: Activity, members: Members, asked: Asked): Unit['ties'] {
  const volume =
    asked.weight === 'activities'
      ? 1
      : (activity.quantities ?? [])
          .filter(({ unit }) => unit === 'tiv-millions')
          .reduce((sum, { value }) => sum + value, 0)
  if (asked.directed) {
    const of = (role: string) => [...members].filter(([, own]) => own === role).map(([id]) => id)
    const [suppliers, recipients] = [of('supplier'), of('recipient')]
    const each = volume / (suppliers.length * recipients.length)
    return suppliers.flatMap((a) => recipients.map((b) => ({ a, b, weight: each })))
  }
  const ids = [...members.keys()].toSorted()
  const weight = asked.multilateral === 'shared' ? volume / (ids.length - 1) : volume
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ a, b, weight })))
}

/** In which years it was held within those asked for: one, several if it recurs, none, or not known to be within. */
function timesOf(
  { date, everyMonths }: Activity,
  { from, to }: Asked,
): readonly (number | null)[] | 'may-lie-outside' {
  const inside = (year: number) => (from ?? year) <= year && year <= (to ?? year)
  if (everyMonths !== undefined) return occurrencesOf(date, everyMonths).filter(inside)
  const years = yearsOf(date)
  if (years === null) return from === undefined && to === undefined ? [null] : 'may-lie-outside'
  const [first, last] = years
  if (inside(first) && inside(last)) return [first === last ? first : null]
  return first === last || last < (from ?? last) || first > (to ?? first) ? [] : 'may-lie-outside'
}
