import type { Estimate } from '#domain/finding'
import type { Missing } from '#domain/missing'
import type { Rating } from '#domain/rating'
import { normalCdf } from '#numeric/normal'
import { type OrdinalMeasurement, ordinalMeasurement } from '#numeric/ordinal-measurement'
import { connectedUnits, type Ratings } from '#numeric/ratings'
import { runAlone } from '#numeric/team'
import { absent } from './absent.ts'

const [leastCells, worstRhat, leastEss] = [8, 1.05, 100]
const chain = { chains: 4, draws: 400, warmUp: 300 } as const

/** A rating with the relation and the criterion that it judges: one cell. */
export interface CellRating {
  readonly cell: string
  readonly rating: Rating
}

/** Levels behind the ratings: the place of each cell on its scale, with its error, and how each assessor uses the scale. */
export interface Latent {
  readonly cells: ReadonlyMap<string, { readonly share: number; readonly sd: number }>
  readonly assessors: readonly { readonly assessor: string; readonly reliability: Estimate }[]
}

/**
 * Latent levels of cells from the ratings of a panel (D3). Every assessor has thresholds and a reliability of his own, the same on all
 * criteria with as many levels; the place of a cell is the level that the panel as a whole would give it.
 *
 * @param counted ratings that count, of criteria whose scales have `levels` levels
 * @param progress is told how far the chains are
 * @returns or why the model is not used: too few ratings, assessors who share nothing, chains that do not agree
 * @see Pemstein et al. (2018), V-Dem Working Paper 21, eq. 1–4; Vehtari et al. (2021), Bayesian Analysis 16(2)
 */
export function latentLevels(
  counted: readonly CellRating[],
  levels: number,
  seed: number,
  progress: (done: number, of: number) => void = () => {},
): Latent | Missing {
  const entries = counted.toSorted(
    (a, b) => compare(a.cell, b.cell) || compare(a.rating.assessor, b.rating.assessor),
  )
  const coders = [...new Set(entries.map(({ rating }) => rating.assessor))].toSorted()
  const cells = [...new Set(entries.map(({ cell }) => cell))].toSorted()
  const levelOf = ({ rating }: CellRating) => Math.min(rating.level, levels)
  const given = [...new Set(entries.map(levelOf))].toSorted((a, b) => a - b)
  const shared = cells.filter((cell) => entries.filter((one) => one.cell === cell).length > 1)
  if (coders.length < 2 || shared.length < leastCells)
    return absent('below-threshold', 'fewCells', { cells: shared.length, least: leastCells })
  if (given.length < 2) return absent('not-applicable', 'ratingsEqual')
  const ratings: Ratings = {
    units: cells.length,
    coders: coders.length,
    unit: Int32Array.from(entries, ({ cell }) => cells.indexOf(cell)),
    coder: Int32Array.from(entries, ({ rating }) => coders.indexOf(rating.assessor)),
    value: Int32Array.from(entries, (one) => given.indexOf(levelOf(one))),
    values: Float64Array.from(given),
  }
  if (new Set(connectedUnits(ratings)).size > 1) return absent('not-applicable', 'groupsApart')
  const found = runAlone(ordinalMeasurement, { ratings, ...chain, seed }, progress)
  if (found.rhatMax > worstRhat || found.essMin < leastEss) return absent('below-threshold', 'chainsDisagree')
  const place = panelPlace(found, given, levels)
  return {
    cells: new Map(
      cells.map((cell, at) => {
        const { mean, sd } = found.units[at] as OrdinalMeasurement['units'][number] // one for each cell
        return [cell, { share: place(mean), sd: (place(mean + sd) - place(mean - sd)) / 2 }]
      }),
    ),
    assessors: coders.map((assessor, at) => {
      const { mean, interval } = found.coders[at]?.reliability ?? { mean: 0, interval: [0, 0] }
      return {
        assessor,
        reliability: {
          value: mean,
          interval: [interval[0], interval[1]],
          unit: 'loading of the latent level',
          uncertainty: '95 % of the posterior',
        },
      }
    }),
  }
}

/** The level, as a share of the scale, that the panel would give on average to a latent level. */
function panelPlace(
  { coders }: OrdinalMeasurement,
  given: readonly number[],
  levels: number,
): (z: number) => number {
  const step = (at: number) => ((given[at] ?? 1) - 1) / (levels - 1)
  return (z) =>
    coders.reduce((sum, { reliability, thresholds }) => {
      const passed = thresholds.reduce(
        (level, { mean }, at) => level + (step(at + 1) - step(at)) * normalCdf(reliability.mean * z - mean),
        step(0),
      )
      return sum + passed / coders.length
    }, 0)
}

/** The name of a cell: one criterion of one relation. */
export function cellOf(relation: string, leaf: string): string {
  return `${relation} ${leaf}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
