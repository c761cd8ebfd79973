import { quantile } from './quantile.ts'
import type { Random } from './random.ts'

/** Percentile intervals of several statistics from resampled clusters. */
export interface ClusterBootstrap {
  readonly clusters: number
  /** of each statistic; null if there are fewer than two clusters, or more than a tenth of the resamples did not define it */
  readonly intervals: readonly (readonly [number, number] | null)[]
}

/**
 * Bootstrap of whole clusters: cases that hang together (rounds of one process) are drawn together, so that the interval does not
 * take them for independent. With few clusters it is too narrow still.
 *
 * @param clusters   number of clusters, which are numbered from 0
 * @param statistics the statistics, given how often each cluster was drawn; null where they are not defined
 * @param draws      resamples and level; a thousand and 0.95 if left out
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 8; Cameron, Gelbach & Miller (2008), REStat 90(3)
 * @example
 * clusterBootstrap(1, () => [0.5], () => 0).intervals // => [null]
 * clusterBootstrap(2, ([a]) => [a / 2], () => 0).intervals // => [[1, 1]]
 */
export function clusterBootstrap(
  clusters: number,
  statistics: (drawn: Uint16Array) => readonly (number | null)[],
  random: Random,
  { resamples = 1000, level = 0.95 }: { readonly resamples?: number; readonly level?: number } = {},
): ClusterBootstrap {
  const drawn = new Uint16Array(clusters)
  const values: number[][] = []
  for (let round = 0; round < resamples; round++) {
    drawn.fill(0)
    for (let at = 0; at < clusters; at++) {
      const one = Math.floor(random() * clusters)
      drawn[one] = (drawn[one] ?? 0) + 1
    }
    for (const [at, value] of statistics(drawn).entries()) {
      values[at] ??= []
      if (value !== null) values[at]?.push(value)
    }
  }
  const intervals = values.map((list): readonly [number, number] | null => {
    if (clusters < 2 || list.length < 0.9 * resamples) return null
    const sorted = Float64Array.from(list).sort()
    return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)]
  })
  return { clusters, intervals }
}
