import { posterior } from './posterior.ts'

/** Clues, what each says of every hypothesis, and which of them depend on one another. */
export interface ClueTable {
  /** number of hypotheses */
  readonly hypotheses: number
  /** [n × k] weight of clue i under hypothesis j in dB; a constant added to a row changes nothing */
  readonly weightDb: Float64Array
  /** [n] group of perfectly dependent clues (tellings of one clue), numbered from 0 */
  readonly telling: Int32Array
  /** [tellings] cluster of each such group, numbered from 0 */
  readonly cluster: Int32Array
  /** [clusters] channel through which the cluster is known, numbered from 0 */
  readonly channel: Int32Array
}

/** How far clues that belong together are taken as one, each in [0, 1]: 0 independent, 1 perfectly dependent. */
export interface Dependence {
  readonly cluster: number
  readonly channel: number
}

/**
 * Weighs clues that may depend on one another, and weighs them again, quickly, when one clue is changed.
 *
 * Clues are added in decibels and discounted in three steps; the spread r of a clue is its largest minus its smallest
 * weight over the hypotheses. (1) Tellings of one clue, perfectly dependent, and (2) clues of one cluster, dependent
 * by ρ: their sum is divided by 1 + ρ(Σr / max r − 1), so that with ρ = 1 clues that say the same count as the strongest
 * of them, with ρ = 0 they add. (3) Clusters known through one channel, dependent by ρ: their sum is divided by
 * 1 + ρ(n − 1), the design effect (Kish 1965, §5.4), where n = (Σr)² / Σr² is the effective number of unequal weights
 * (Kish 1965, §11.7). The last step tempers the likelihood as a whole, so that many clues through one study never pretend to
 * certainty (coarsened posterior: Miller & Dunson 2019, JASA 114, eq. 2.3, with 1/ρ for their α).
 * An irrelevant clue changes nothing, and the order of clues never matters.
 *
 * @see Fairfield & Charman (2022), Social Inquiry and Bayesian Inference, ch. 4, on weighing in decibels
 */
export class Weigher {
  readonly total: Float64Array
  readonly clues: number
  private readonly k: number
  private readonly table: ClueTable
  private readonly rows: Float64Array
  private readonly cluesOf: readonly Int32Array[]
  private readonly tellingsOf: readonly Int32Array[]
  private readonly clustersOf: readonly Int32Array[]
  private readonly tellings: Float64Array
  private readonly clusters: Float64Array
  private readonly channels: Float64Array
  private readonly clusterSpread: Float64Array
  private dependence: Dependence

  constructor(table: ClueTable, dependence: Dependence) {
    this.table = table
    this.k = table.hypotheses
    this.clues = table.telling.length
    this.dependence = dependence
    this.rows = table.weightDb.slice()
    this.cluesOf = members(table.telling, table.cluster.length)
    this.tellingsOf = members(table.cluster, table.channel.length)
    this.clustersOf = members(table.channel, 1 + table.channel.reduce((a, b) => Math.max(a, b), -1))
    this.tellings = new Float64Array(table.cluster.length * this.k)
    this.clusters = new Float64Array(table.channel.length * this.k)
    this.clusterSpread = new Float64Array(table.channel.length)
    this.channels = new Float64Array(this.clustersOf.length * this.k)
    this.total = new Float64Array(this.k)
    this.weigh()
  }

  /** Weighs all clues anew, with another dependence or another table of weights if given. */
  weigh(dependence = this.dependence, weightDb?: Float64Array): Float64Array {
    this.dependence = dependence
    if (weightDb !== undefined) this.rows.set(weightDb)
    for (let t = 0; t < this.cluesOf.length; t++) this.gatherTelling(t)
    for (let c = 0; c < this.tellingsOf.length; c++) this.gatherCluster(c)
    for (let h = 0; h < this.clustersOf.length; h++) this.gatherChannel(h)
    return this.addChannels()
  }

  /** Replaces the weights of one clue and weighs what depends on it. `restore` takes it back. */
  replace(clue: number, weightDb: ArrayLike<number>, at = 0): Float64Array {
    for (let j = 0; j < this.k; j++) this.rows[clue * this.k + j] = weightDb[at + j] ?? 0
    return this.renew(clue)
  }

  /** Weighs as if the clue had never been found. `restore` takes it back. */
  leaveOut(clue: number): Float64Array {
    this.rows.fill(0, clue * this.k, (clue + 1) * this.k)
    return this.renew(clue)
  }

  /** Gives a clue the weights of the table again. */
  restore(clue: number): Float64Array {
    return this.replace(clue, this.table.weightDb, clue * this.k)
  }

  private renew(clue: number): Float64Array {
    const telling = this.table.telling[clue] ?? 0
    const cluster = this.table.cluster[telling] ?? 0
    this.gatherTelling(telling)
    this.gatherCluster(cluster)
    this.gatherChannel(this.table.channel[cluster] ?? 0)
    return this.addChannels()
  }

  private gatherTelling(telling: number): void {
    discount(this.rows, this.cluesOf[telling], 1, this.k, this.tellings, telling)
  }

  private gatherCluster(cluster: number): void {
    const { cluster: rho } = this.dependence
    discount(this.tellings, this.tellingsOf[cluster], rho, this.k, this.clusters, cluster)
    this.clusterSpread[cluster] = spread(this.clusters, cluster, this.k)
  }

  private gatherChannel(channel: number): void {
    const { channel: rho } = this.dependence
    discount(
      this.clusters,
      this.clustersOf[channel],
      rho,
      this.k,
      this.channels,
      channel,
      'effective',
      this.clusterSpread,
    )
  }

  private addChannels(): Float64Array {
    this.total.fill(0)
    for (let h = 0; h < this.clustersOf.length; h++)
      for (let j = 0; j < this.k; j++)
        this.total[j] = (this.total[j] ?? 0) + (this.channels[h * this.k + j] ?? 0)
    return this.total
  }
}

/**
 * Posterior of every hypothesis given clues that may depend on one another: `Weigher` and `posterior` in one step.
 *
 * @param table      clues, what each says of every hypothesis, and which belong together
 * @param prior      [k] priors summing to 1
 * @param dependence of clues of one cluster and of clusters of one channel, each in [0, 1]
 * @returns [k] posterior, summing to 1
 * @throws RangeError if the evidence is impossible under every hypothesis
 * @see Fairfield & Charman (2017), Political Analysis 25(3), eq. 5; for the dependence, `Weigher`
 * @example
 * weighEvidence({ hypotheses: 2, weightDb: Float64Array.of(0, 0), telling: Int32Array.of(0), cluster: Int32Array.of(0), channel: Int32Array.of(0) }, [0.5, 0.5], { cluster: 1, channel: 0 })[0] // => 0.5
 */
export function weighEvidence(
  table: ClueTable,
  prior: ArrayLike<number>,
  dependence: Dependence,
): Float64Array {
  return posterior(prior, new Weigher(table, dependence).total)
}

function members(group: Int32Array, count: number): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: count }, () => [])
  for (let i = 0; i < group.length; i++) lists[group[i] ?? 0]?.push(i)
  return lists.map((list) => Int32Array.from(list))
}

function spread(rows: Float64Array, row: number, k: number): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let j = row * k; j < (row + 1) * k; j++) {
    const value = rows[j] ?? 0
    if (value === Number.NEGATIVE_INFINITY) continue // impossible stays impossible, however it is discounted
    if (value < low) low = value
    if (value > high) high = value
  }
  return high > low ? high - low : 0
}

type Reference = 'strongest' | 'effective'

/** Adds the rows of a group into row `at` of `to`, discounted for their dependence. */
function discount(
  from: Float64Array,
  group: Int32Array | undefined,
  rho: number,
  k: number,
  to: Float64Array,
  at: number,
  reference: Reference = 'strongest',
  spreads?: Float64Array,
): void {
  to.fill(0, at * k, (at + 1) * k)
  if (group === undefined) return
  let sum = 0
  let squares = 0
  let largest = 0
  for (let g = 0; g < group.length; g++) {
    const row = group[g] ?? 0
    const r = spreads === undefined ? spread(from, row, k) : (spreads[row] ?? 0)
    sum += r
    squares += r * r
    if (r > largest) largest = r
    for (let j = 0; j < k; j++) to[at * k + j] = (to[at * k + j] ?? 0) + (from[row * k + j] ?? 0)
  }
  if (group.length < 2 || squares === 0) return
  const count = reference === 'strongest' ? sum / largest : (sum * sum) / squares
  const factor = 1 + rho * (count - 1)
  for (let j = 0; j < k; j++) to[at * k + j] = (to[at * k + j] ?? 0) / factor
}
