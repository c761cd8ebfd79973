import { pointers } from '#domain/finding'
import type { Criterion } from '#domain/framework'
import { measureOf } from '#domain/measure'
import { isMissing, type Missing } from '#domain/missing'
import { absent, nameOf } from './absent.ts'
import { ceased } from './ceased.ts'
import { fromRecords } from './from-records.ts'
import { cellOf, type Latent } from './latent.ts'
import type { Dossier, Input, Leaf, Pointer, Request, Side } from './model.ts'
import type { Panel } from './panel.ts'
import { ratingPointer, ratingsThatCount } from './ratings-that-count.ts'
import type { reasons } from './reasons.data.ts'
import { place } from './scale.ts'
import { latestKnown, seriesOf } from './series-of.ts'
import { above, type Tree } from './tree.ts'

type Reading = Omit<Leaf, 'code' | 'title' | 'titleVi' | 'under' | 'weight'>

/**
 * What is known of every leaf of one relation in one year. Data come before counts of records, and these before ratings: one
 * leaf never mixes them. Ratings count by the levels behind them where the panel could be measured, else by their mean.
 *
 * @returns [leaves] in the order of the framework
 */
export function readLeaves(
  { request, rounds }: Pick<Input, 'request' | 'rounds'>,
  tree: Tree,
  dossier: Dossier,
  year: number,
  panel: Panel,
): readonly Leaf[] {
  const { cells } = panel(year)
  const gone = dossier.relation.parties.find((state) => ceased(state, year))
  return tree.criteria.flatMap((criterion, at) => {
    if (tree.leaf[at] === 0) return []
    const { code, title, titleVi } = criterion
    const named = {
      code,
      title,
      titleVi: titleVi ?? title,
      under: above(tree, at),
      weight: tree.whole[at] ?? 0,
    }
    if (gone !== undefined)
      return [{ ...named, ...nothing(criterion, 'gone', 'not-applicable', { state: nameOf(gone), year }) }]
    const tried = [
      fromSeries(criterion, dossier, year, request),
      counted(criterion, dossier, year, request),
      rated(criterion, dossier, year, request, rounds, cells),
    ].filter((reading) => reading !== undefined)
    const known = tried.find(({ share }) => !isMissing(share))
    const reading = known ?? tried[0] ?? nothing(criterion, 'noRecord')
    return [{ ...named, ...reading }]
  })
}

function nothing(
  criterion: Criterion,
  why: keyof typeof reasons,
  reason: Missing['missing'] = 'not-collected',
  values: Parameters<typeof absent>[2] = {},
): Reading {
  const unknown = absent(reason, why, values)
  return {
    basis: 'none',
    raw: unknown,
    unit: criterion.measure === undefined ? 'level' : (measureOf(criterion.measure)?.unit ?? ''),
    share: unknown,
    sd: 0,
    sides: [],
    raters: 0,
    levels: null,
    goalposts: criterion.goalposts ?? null,
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
  if (series.length === 0)
    return nothing(criterion, 'noSeries', 'not-collected', { measure: measureOf(measure)?.title ?? measure })
  const sides: Side[] = []
  const evidence: Pointer[] = []
  let why: Missing = absent('outside-coverage', 'noRecentValue', { carry: request.carry, year })
  for (const one of series) {
    const latest = latestKnown(one, year, request.carry)
    if (latest === undefined) continue
    if (isMissing(latest.value)) why = latest.value
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
  if (sides.length === 0) return { ...nothing(criterion, 'noRecord'), raw: why, share: why }
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
    levels: null,
    goalposts,
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
  const { value, unit, evidence, illustrative } = fromRecords(what, dossier, year, request.ratings === 'all')
  if (isMissing(value)) return { ...nothing(criterion, 'noRecord'), raw: value, unit, share: value }
  return {
    basis: 'records',
    raw: value,
    unit,
    share: place(value, goalposts, logarithmic ?? false),
    sd: request.dataError,
    sides: [],
    raters: 0,
    levels: null,
    goalposts,
    illustrative,
    evidence,
  }
}

function rated(
  criterion: Criterion,
  dossier: Dossier,
  year: number,
  request: Request,
  rounds: Input['rounds'],
  cells: Latent['cells'],
): Reading | undefined {
  const { scale, code } = criterion
  if (scale === undefined) return undefined
  const ofLeaf = dossier.ratings.filter((rating) => rating.leaf === code)
  if (ofLeaf.length === 0) return nothing(criterion, 'unrated')
  const counts = ratingsThatCount(ofLeaf, rounds, year, request)
  if (counts.length === 0)
    return nothing(
      criterion,
      request.ratings !== 'all' && ofLeaf.every((rating) => rating.illustrative)
        ? 'illustrativeOnly'
        : 'ratingsNotCounted',
    )
  const top = scale.length
  const shares = counts.map(({ level }) => (Math.min(level, top) - 1) / (top - 1))
  const latent = cells.get(cellOf(dossier.relation.id, code))
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
    ...(latent ?? {
      share: mean,
      // one rater tells nothing of raters
      sd: n === 1 ? Math.max(0.15, Math.sqrt(within)) : Math.sqrt((between + within) / n),
    }),
    sides: [],
    raters: n,
    levels: latent === undefined ? 'mean' : 'latent',
    goalposts: null,
    illustrative: counts.some((rating) => rating.illustrative === true),
    evidence: counts.map(ratingPointer),
  }
}

/** The years in which anything of the relation asked for was measured, or rated by ratings that count, ascending. */
export function yearsOf({
  dossiers,
  rounds,
  request,
}: Pick<Input, 'dossiers' | 'rounds' | 'request'>): readonly number[] {
  const years = new Set<number>()
  const [asked] = dossiers
  for (const one of asked?.series ?? [])
    for (const { year, value } of one.observations) if (!isMissing(value)) years.add(year)
  for (const { id, closed, year } of rounds) {
    const counts = (asked?.ratings ?? []).some(
      ({ round, illustrative }) =>
        round === id && (request.ratings === 'all' || (request.ratings === 'real' && illustrative !== true)),
    )
    if (closed !== undefined && counts) years.add(year)
  }
  return [...years].toSorted((a, b) => a - b)
}
