import { bounds } from '#domain/date'
import { pointers } from '#domain/finding'
import type { Criterion } from '#domain/framework'
import { measureOf } from '#domain/measure'
import { isMissing, type Missing, missing } from '#domain/missing'
import type { Rating } from '#domain/rating'
import { fromRecords } from './from-records.ts'
import type { Dossier, Input, Leaf, Pointer, Request, Side } from './model.ts'
import { place } from './scale.ts'
import { seriesOf } from './series-of.ts'
import type { Tree } from './tree.ts'

type Reading = Pick<
  Leaf,
  'basis' | 'raw' | 'unit' | 'share' | 'sd' | 'sides' | 'raters' | 'illustrative' | 'evidence'
>

/**
 * What is known of every leaf of one relation in one year. Data come before counts of records, and these before ratings: one
 * leaf never mixes them.
 *
 * @returns [leaves] in the order of the framework
 */
export function readLeaves(
  { request, rounds }: Pick<Input, 'request' | 'rounds'>,
  tree: Tree,
  dossier: Dossier,
  year: number,
): readonly Leaf[] {
  return tree.criteria.flatMap((criterion, at) => {
    if (tree.leaf[at] === 0) return []
    const tried = [
      fromSeries(criterion, dossier, year, request),
      counted(criterion, dossier, year, request),
      rated(criterion, dossier, year, request, rounds),
    ].filter((reading) => reading !== undefined)
    const known = tried.find(({ share }) => !isMissing(share))
    const reading = known ?? tried[0] ?? nothing(criterion, 'nothing was recorded of this criterion')
    const { code, title, titleVi } = criterion
    return [{ code, title, titleVi: titleVi ?? title, ...reading, weight: tree.whole[at] ?? 0 }]
  })
}

function nothing(criterion: Criterion, because: string): Reading {
  const absent = missing('not-collected', because)
  return {
    basis: 'none',
    raw: absent,
    unit: criterion.measure === undefined ? 'level' : (measureOf(criterion.measure)?.unit ?? ''),
    share: absent,
    sd: 0,
    sides: [],
    raters: 0,
    illustrative: false,
    evidence: [],
  }
}

function fromSeries(
  criterion: Criterion,
  dossier: Dossier,
  year: number,
  request: Request,
): Reading | undefined {
  const { measure, goalposts, logarithmic } = criterion
  if (measure === undefined || goalposts === undefined) return undefined
  const series = seriesOf(dossier.series, measure)
  if (series.length === 0) return nothing(criterion, `no series of ${measure} was recorded`)
  const sides: Side[] = []
  const evidence: Pointer[] = []
  let absent: Missing = missing('outside-coverage', `no value in the ${request.carry} years up to ${year}`)
  for (const one of series) {
    const latest = one.observations.findLast((o) => o.year <= year && o.year >= year - request.carry)
    if (latest === undefined) continue
    if (isMissing(latest.value)) absent = latest.value
    else {
      const { of, towards } = one
      sides.push({
        of,
        towards: towards ?? null,
        value: latest.value,
        year: latest.year,
        se: latest.se ?? null,
      })
      evidence.push(...pointers('series', one))
    }
  }
  if (sides.length === 0) return { ...nothing(criterion, ''), raw: absent, share: absent }
  const shares = sides.map(({ value }) => place(value, goalposts, logarithmic ?? false))
  const errors = sides.map(({ value, se, year: of }, at) => {
    const own =
      se === null
        ? request.dataError
        : Math.abs(place(value + se, goalposts, logarithmic ?? false) - (shares[at] ?? 0))
    return Math.hypot(own, request.aging * (year - of))
  })
  const n = sides.length
  return {
    basis: 'data',
    raw: sides.reduce((sum, { value }) => sum + value, 0) / n,
    unit: measureOf(measure)?.unit ?? measure,
    share: shares.reduce((a, b) => a + b, 0) / n,
    sd: Math.hypot(...errors) / n,
    sides,
    raters: 0,
    illustrative: series.some((one) => one.illustrative === true),
    evidence,
  }
}

function counted(
  criterion: Criterion,
  dossier: Dossier,
  year: number,
  request: Request,
): Reading | undefined {
  const { fromRecords: what, goalposts, logarithmic } = criterion
  if (what === undefined || goalposts === undefined) return undefined
  const { value, unit, evidence } = fromRecords(what, dossier, year)
  if (isMissing(value)) return { ...nothing(criterion, ''), raw: value, unit, share: value }
  return {
    basis: 'records',
    raw: value,
    unit,
    share: place(value, goalposts, logarithmic ?? false),
    sd: request.dataError,
    sides: [],
    raters: 0,
    illustrative: false,
    evidence,
  }
}

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

function rated(
  criterion: Criterion,
  dossier: Dossier,
  year: number,
  request: Request,
  rounds: Input['rounds'],
): Reading | undefined {
  const { scale, code } = criterion
  if (scale === undefined) return undefined
  const ofLeaf = dossier.ratings.filter((rating) => rating.leaf === code)
  if (ofLeaf.length === 0) return nothing(criterion, 'nobody rated it')
  const counts = ratingsThatCount(ofLeaf, rounds, year, request)
  if (counts.length === 0)
    return nothing(
      criterion,
      request.ratings !== 'all' && ofLeaf.every((rating) => rating.illustrative)
        ? 'its ratings are illustrative and are not counted'
        : 'its ratings are of another year, of a round still open, or not counted',
    )
  const top = scale.length
  const shares = counts.map(({ level }) => (Math.min(level, top) - 1) / (top - 1))
  const n = shares.length
  const mean = shares.reduce((a, b) => a + b, 0) / n
  const between = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / Math.max(1, n - 1)
  const within =
    counts.reduce((sum, { level, low, high }) => {
      const width = ((high ?? Math.min(top, level + 1)) - (low ?? Math.max(1, level - 1))) / (top - 1)
      return sum + (width * width) / 24 // variance of a triangular law about its middle
    }, 0) / n
  return {
    basis: 'ratings',
    raw: counts.reduce((sum, { level }) => sum + level, 0) / n,
    unit: `level of ${top}`,
    share: mean,
    sd: n === 1 ? Math.max(0.15, Math.sqrt(within)) : Math.sqrt((between + within) / n), // one rater tells nothing of raters
    sides: [],
    raters: n,
    illustrative: counts.some((rating) => rating.illustrative === true),
    evidence: counts.map((rating) => ({
      id: rating.id,
      kind: 'rating',
      source: rating.restsOn?.[0]?.source ?? rating.assessor,
      locator: rating.restsOn?.[0]?.locator ?? null,
    })),
  }
}

/** The years in which anything was measured or rated, ascending. */
export function yearsOf({ dossiers, rounds }: Pick<Input, 'dossiers' | 'rounds'>): readonly number[] {
  const years = new Set<number>()
  for (const { series, relation } of dossiers.slice(0, 1)) {
    for (const one of series)
      for (const { year, value } of one.observations) if (!isMissing(value)) years.add(year)
    for (const { declared } of relation.tiers ?? []) years.add(yearOf(declared))
  }
  for (const round of rounds) if (round.closed !== undefined) years.add(round.year)
  return [...years].toSorted((a, b) => a - b)
}

/** The year in which a date falls; of a longer time, that in which it begins. */
export function yearOf(date: string): number {
  return new Date(bounds(date).earliest).getUTCFullYear()
}
