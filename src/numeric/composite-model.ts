import type { CompositeAggregation } from './composite.ts'
import { aggregateTree, type CompositeTree, weightsInAll } from './composite-tree.ts'
import { type Imputation, imputeTable } from './impute.ts'
import { nonCompensatory } from './non-compensatory.ts'
import { type ColumnScale, type Normalization, normalizeColumn } from './normalize-column.ts'
import { copelandScores, outrankingMatrix } from './outranking.ts'
import { type OutlierLimits, type Treated, type Treatment, treatOutliers } from './treat-outliers.ts'

/** The data of a composite index and all that is not a choice of method. */
export interface CompositeModel {
  readonly units: number
  readonly tree: CompositeTree
  /** [leaves] place of each column's node in the tree */
  readonly leaves: Int32Array
  /** [leaves × units] column by column; not a number where missing */
  readonly data: Float64Array
  /** [leaves] */
  readonly scales: readonly ColumnScale[]
  /** [units] group of a unit, −1 for none */
  readonly groups: Int32Array
  /** the share of the parts of a node that must be known, in [0, 1] */
  readonly coverage: number
  readonly limits: OutlierLimits
}

/** One way through the steps. */
export interface CompositeChoice {
  readonly impute: Imputation
  readonly treat: Treatment
  readonly normalize: Normalization
  readonly aggregate: CompositeAggregation
}

/** What the steps of one choice give before weights: tables of [leaves × units]. */
export interface PreparedLeaves {
  readonly imputed: Float64Array
  readonly treated: Float64Array
  readonly normalized: Float64Array
  /** [leaves] */
  readonly treatment: readonly Treated[]
  /** [leaves] whether the column could be brought to the scale */
  readonly varies: readonly boolean[]
}

/**
 * Where the scale of 0 to 100 begins: at 1 under geometric and harmonic means, which a 0 would leave undefined.
 *
 * @throws RangeError never
 * @see Becker et al. (2022), JOSS 7(78): min-max from 1 to 100 before a geometric mean
 * @example
 * floorOf('geometric') // => 1
 */
export function floorOf(aggregate: CompositeAggregation): 0 | 1 {
  return aggregate === 'geometric' || aggregate === 'harmonic' ? 1 : 0
}

/**
 * The steps from data to normalized columns.
 *
 * @throws RangeError if shapes differ
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, steps 3 and 5
 * @example
 * prepareLeaves({ units: 2, tree: { parents: Int32Array.of(1, -1), first: Int32Array.of(0, 0, 1), children: Int32Array.of(0) }, leaves: Int32Array.of(0), data: Float64Array.of(4, 2), scales: [{ direction: 1 }], groups: new Int32Array(2), coverage: 1, limits: { skewness: 2, kurtosis: 3.5, points: 5 } }, { impute: 'none', treat: 'none', normalize: 'min-max', aggregate: 'arithmetic' }).normalized // => Float64Array.of(100, 0)
 */
export function prepareLeaves(model: CompositeModel, choice: CompositeChoice): PreparedLeaves {
  const { units, data } = model
  const room = new Float64Array(units)
  const imputed = new Float64Array(data.length)
  imputeTable(data, imputed, units, choice.impute, model.groups, room)
  const treated = imputed.slice()
  const treatment = model.scales.map((_, at) =>
    treatOutliers(treated, at * units, units, choice.treat, model.limits),
  )
  const normalized = treated.slice()
  const floor = floorOf(choice.aggregate)
  const varies = model.scales.map((scale, at) =>
    normalizeColumn(normalized, at * units, units, choice.normalize, scale, floor, room),
  )
  return { imputed, treated, normalized, treatment, varies }
}

/** Room for the scores of all nodes, so that replications allocate nothing. */
export interface CompositeRoom {
  /** [nodes × units] */
  readonly scores: Float64Array
  /** [nodes] */
  readonly inAll: Float64Array
  /** [leaves] */
  readonly leafWeights: Float64Array
  /** [units × units]; empty where no way orders units by preferences */
  readonly matrix: Float64Array
}

/**
 * Room for `scoreUnits`.
 *
 * @param ways what it will be asked for
 * @throws RangeError never
 * @see ECMA-262, section 23.2
 * @example
 * compositeRoom({ units: 2, tree: { parents: Int32Array.of(1, -1) }, leaves: Int32Array.of(0) }, ['arithmetic']).scores.length // => 4
 */
export function compositeRoom(model: CompositeModel, ways: readonly CompositeAggregation[]): CompositeRoom {
  const nodes = model.tree.parents.length
  return {
    scores: new Float64Array(nodes * model.units),
    inAll: new Float64Array(nodes),
    leafWeights: new Float64Array(model.leaves.length),
    matrix: new Float64Array(ways.some(isOrder) ? model.units ** 2 : 0),
  }
}

/**
 * The scores of all nodes from normalized columns. Under `copeland` and `non-compensatory` only the root has scores: these order units
 * by the weights of the indicators in the whole, and a score is wins less losses, or how many units stand below.
 *
 * @param weights [nodes]
 * @returns whether the order is known to be the best one, and how many are as good; of means always so
 * @throws RangeError never
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6; Munda & Nardo (2009), Applied Economics 41(12)
 * @example
 * scoreUnits({ units: 2, tree: { parents: Int32Array.of(1, -1), first: Int32Array.of(0, 0, 1), children: Int32Array.of(0) }, leaves: Int32Array.of(0), coverage: 1 }, Float64Array.of(100, 0), Float64Array.of(1, 1), 'copeland', { scores: new Float64Array(4), inAll: new Float64Array(2), leafWeights: new Float64Array(1), matrix: new Float64Array(4) }) // => { exact: true, orders: 1 }
 */
export function scoreUnits(
  model: CompositeModel,
  normalized: Float64Array,
  weights: Float64Array,
  aggregate: CompositeAggregation,
  room: CompositeRoom,
): { readonly exact: boolean; readonly orders: number } {
  const { units, tree, leaves } = model
  const { scores } = room
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const [to, from] = [(leaves[leaf] ?? 0) * units, leaf * units]
    for (let unit = 0; unit < units; unit++) scores[to + unit] = normalized[from + unit] ?? Number.NaN
  }
  const byMeans = isOrder(aggregate) ? 'arithmetic' : aggregate
  aggregateTree(scores, units, tree, weights, byMeans, model.coverage)
  if (byMeans === aggregate) return { exact: true, orders: 1 }
  return orderUnits(model, normalized, weights, aggregate, room)
}

/**
 * Whether a way of putting together orders units by preferences, and has no scores on the scale of its parts.
 *
 * @throws RangeError never
 * @see Munda & Nardo (2009), Applied Economics 41(12)
 * @example
 * isOrder('copeland') // => true
 */
export function isOrder(way: CompositeAggregation): way is 'copeland' | 'non-compensatory' {
  return way === 'copeland' || way === 'non-compensatory'
}

/** The root's scores by preferences; a unit has one where its means would have one. */
function orderUnits(
  model: CompositeModel,
  normalized: Float64Array,
  weights: Float64Array,
  aggregate: CompositeAggregation,
  room: CompositeRoom,
): { readonly exact: boolean; readonly orders: number } {
  const { units, tree, leaves } = model
  const { scores, inAll, leafWeights, matrix } = room
  weightsInAll(tree, weights, inAll)
  for (let leaf = 0; leaf < leaves.length; leaf++) leafWeights[leaf] = inAll[leaves[leaf] ?? 0] ?? 0
  const root = (tree.parents.length - 1) * units
  const there = Int32Array.from({ length: units }, (_, unit) => unit).filter(
    (unit) => !Number.isNaN(scores[root + unit]),
  )
  for (let node = 0; node < tree.parents.length; node++)
    if (tree.first[node] !== tree.first[node + 1]) scores.fill(Number.NaN, node * units, (node + 1) * units)
  const n = there.length
  const kept = n === units ? normalized : only(normalized, units, there)
  const shares = outrankingMatrix(kept, n, leafWeights, n === units ? matrix : new Float64Array(n * n))
  if (aggregate === 'copeland') {
    const found = copelandScores(shares, n, new Float64Array(n))
    for (let at = 0; at < n; at++) scores[root + (there[at] ?? 0)] = found[at] ?? 0
    return { exact: true, orders: 1 }
  }
  const { order, exact, orders } = nonCompensatory(shares, n)
  for (let place = 0; place < n; place++) scores[root + (there[order[place] ?? 0] ?? 0)] = n - 1 - place
  return { exact, orders }
}

function only(values: Float64Array, units: number, there: Int32Array): Float64Array {
  const n = there.length
  return Float64Array.from({ length: (values.length / units) * n }, (_, at) => {
    const column = Math.floor(at / n)
    return values[column * units + (there[at % n] ?? 0)] ?? Number.NaN
  })
}
