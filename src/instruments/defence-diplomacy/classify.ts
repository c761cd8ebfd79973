import { type Activity, activityClass } from '#domain/activity'
import { occurrencesOf, yearsOf } from '#domain/activity-years'
import type { Actor } from '#domain/actor'
import { compareDates } from '#domain/date'
import { type FindingEvidence, pointers } from '#domain/finding'
import { standsFor } from '#domain/participant'
import type { Entry, Input, Request } from './model.ts'
import { othersOf } from './partners.ts'

/** The activities as they are counted, in order of time, and what was left out. */
export interface Classified {
  readonly ledger: readonly Entry[]
  readonly from: number | null
  readonly to: number | null
  /** records that a person found to repeat another; their sources stand with the other */
  readonly duplicates: number
  /** activities whose years may lie within those asked for or outside */
  readonly mayLieOutside: number
  /** activities in which nobody but the state takes part */
  readonly alone: number
}

/**
 * Activities by class, partner and year. One with several partners, or held in an institution's meeting, is multilateral and one
 * activity; one that recurs is one activity each time; one that lasts belongs to the year in which it began.
 */
export function classify({ request, activities, actors }: Input): Classified {
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const repeated = Map.groupBy(
    activities.filter(({ duplicateOf }) => duplicateOf !== undefined),
    ({ duplicateOf }) => duplicateOf,
  )
  const originals = activities.filter(({ duplicateOf }) => duplicateOf === undefined)
  const all = originals
    .flatMap((activity) => entriesOf(activity, repeated.get(activity.id) ?? [], request, byId))
    .toSorted(byTime)
  const met = all.filter(({ partners, multilateral }) => partners.length > 0 || multilateral)
  const placed = met.map((entry) => within(entry, request))
  const ledger = placed.filter(({ counted }) => counted > 0)
  const dated = ledger.flatMap(({ parts }) => parts.map(({ year }) => year))
  const possible = dated.length > 0 ? dated : ledger.flatMap(({ years }) => years ?? [])
  return {
    ledger,
    from: request.from ?? (possible.length === 0 ? null : Math.min(...possible)),
    to: request.to ?? (possible.length === 0 ? null : Math.max(...possible)),
    duplicates: activities.length - originals.length,
    mayLieOutside: placed.filter((entry) => entry.counted === 0 && mayLieInside(entry, request)).length,
    alone: all.length - met.length,
  }
}

function entriesOf(
  activity: Activity,
  duplicates: readonly Activity[],
  request: Request,
  actors: ReadonlyMap<string, Actor>,
): readonly Entry[] {
  const others = othersOf(activity, request.state, actors)
  const partners = others.map(({ id }) => id)
  const base = {
    record: activity.id,
    kind: activity.kind,
    class: activityClass(activity.kind),
    title: activity.title,
    titleVi: activity.titleVi ?? activity.title,
    date: activity.date,
    recurring: activity.everyMonths !== undefined,
    partners,
    multilateral:
      partners.length > 1 ||
      activity.kind === 'multilateral-meeting' ||
      (partners.length === 0 && activity.setting !== undefined),
    setting: activity.setting ?? null,
    series: activity.series ?? null,
    level: activity.level ?? null,
    supply: supplyOf(activity, others, request.state, actors),
    side: sideOf(activity, others, request.state, actors),
    illustrative: activity.illustrative === true,
    parts: [],
    counted: 0,
    weight: request.weights[activity.kind] ?? 1,
    sources: [
      ...new Set([activity, ...duplicates].flatMap(({ restsOn }) => restsOn.map(({ source }) => source))),
    ],
    evidence: [activity, ...duplicates].flatMap((one): readonly FindingEvidence[] =>
      pointers('activity', one),
    ),
  }
  if (activity.everyMonths !== undefined)
    return occurrencesOf(activity.date, activity.everyMonths).map((year) => ({
      ...base,
      year,
      years: [year, year],
    }))
  const years = yearsOf(activity.date)
  return [{ ...base, years, year: years !== null && years[0] === years[1] ? years[0] : null }]
}

type Others = ReturnType<typeof othersOf>

function ownRole(activity: Activity, state: string, actors: ReadonlyMap<string, Actor>) {
  return activity.participants.find((one) => standsFor(one, actors) === state)?.role
}

/** Of a supply of equipment to the state: who supplied it. Without roles it is not known who supplied whom. */
function supplyOf(
  activity: Activity,
  others: Others,
  state: string,
  actors: ReadonlyMap<string, Actor>,
): Entry['supply'] {
  if (activity.kind !== 'equipment' || ownRole(activity, state, actors) === 'supplier') return null
  const suppliers = others.filter(({ role }) => role === 'supplier')
  const from = (
    suppliers.length > 0 || ownRole(activity, state, actors) !== 'recipient' ? suppliers : others
  ).map(({ id }) => id)
  if (from.length === 0) return null
  const volumes = (activity.quantities ?? []).filter(({ unit }) => unit === 'tiv-millions')
  return {
    from,
    tivMillions: volumes.length === 0 ? null : volumes.reduce((sum, { value }) => sum + value, 0),
  }
}

/** On which side of a coercive act the state stood. */
function sideOf(
  activity: Activity,
  others: Others,
  state: string,
  actors: ReadonlyMap<string, Actor>,
): Entry['side'] {
  const own = ownRole(activity, state, actors)
  if (own === 'initiator') return 'by'
  if (own === 'target' || others.some(({ role }) => role === 'initiator')) return 'against'
  if (others.some(({ role }) => role === 'target')) return 'by'
  return 'not-told'
}

/**
 * How much of an activity lies within the years asked for, and in which of them. Where no first or last year is asked for, nothing
 * lies outside on that side.
 */
function within(entry: Entry, { from, to, undated }: Request): Entry {
  const inside = (year: number) => (from ?? year) <= year && year <= (to ?? year)
  if (entry.year !== null)
    return inside(entry.year) ? { ...entry, parts: [{ year: entry.year, part: 1 }], counted: 1 } : entry
  if (entry.years === null) return from === undefined && to === undefined ? { ...entry, counted: 1 } : entry
  const [first, last] = entry.years
  if (undated === 'apart') return inside(first) && inside(last) ? { ...entry, counted: 1 } : entry
  const length = last - first + 1
  const parts = Array.from({ length }, (_, at) => ({ year: first + at, part: 1 / length })).filter(
    ({ year }) => inside(year),
  )
  return { ...entry, parts, counted: parts.length / length }
}

function mayLieInside({ year, years }: Entry, { from, to }: Request): boolean {
  if (year !== null) return false
  return years === null || ((from ?? years[0]) <= years[1] && years[0] <= (to ?? years[1]))
}

function byTime(a: Entry, b: Entry): number {
  return (
    firstYear(a) - firstYear(b) ||
    compareDates(a.date, b.date) ||
    (a.record < b.record ? -1 : a.record > b.record ? 1 : 0)
  )
}

function firstYear({ years }: Entry): number {
  return years?.[0] ?? Number.MAX_SAFE_INTEGER
}
