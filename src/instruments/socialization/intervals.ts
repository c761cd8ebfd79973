import { posterior } from '#numeric/posterior'
import { quantile } from '#numeric/quantile'
import { random } from '#numeric/random'
import { Weigher } from '#numeric/weigh-evidence'
import type { Request } from './model.ts'
import type { Weighable } from './weighing-table.ts'

/** How the posterior spreads when the judgements behind it are taken as ranges. */
export interface Spread {
  /** 5 and 95 percent quantiles per hypothesis */
  readonly hypotheses: readonly (readonly [number, number])[]
  /** 5 and 95 percent quantiles for each group of hypotheses asked for */
  readonly groups: readonly (readonly [number, number])[]
  /** share of draws in which each hypothesis leads */
  readonly leads: readonly number[]
}

const from = { cluster: 0.5, channel: 0.5 }

/**
 * Intervals of the posterior from judgement: each draw reads every word somewhere in its range (half of it a reading
 * common to all clues, half the clue's own), takes one assessor per clue where several judged it, and lets both
 * dependences vary by up to half of what they are towards independence and, for the channel, as far above.
 *
 * @param groups sets of hypotheses whose joint probability is wanted
 * @returns 90 percent intervals
 */
export function intervals(
  { clues, table, hypotheses }: Weighable,
  request: Request,
  groups: readonly (readonly number[])[],
): Spread {
  const k = hypotheses.length
  const draw = random(request.seed)
  const weigher = new Weigher(table, {
    cluster: request.clusterDependence,
    channel: request.channelDependence,
  })
  const prior = hypotheses.map((h) => h.prior)
  const rows = new Float64Array(table.weightDb.length)
  const p = new Float64Array(k)
  const samples = Array.from({ length: k }, () => new Float64Array(request.draws))
  const joint = groups.map(() => new Float64Array(request.draws))
  const leads = new Float64Array(k)
  for (let d = 0; d < request.draws; d++) {
    const shared = draw()
    for (let i = 0; i < clues.length; i++) {
      const options = clues[i]?.judgements ?? []
      const chosen = options[options.length === 1 ? 0 : Math.floor(draw() * options.length)]
      if (chosen === undefined) continue
      const at = (shared + draw()) / 2
      for (let j = 0; j < k; j++)
        rows[i * k + j] = between(chosen.low[j], chosen.usual[j], chosen.high[j], at)
    }
    const cluster = request.clusterDependence * (1 - from.cluster * draw())
    const channel = Math.min(1, request.channelDependence * (1 - from.channel + 2 * from.channel * draw()))
    posterior(prior, weigher.weigh({ cluster, channel }, rows), p)
    let best = 0
    for (let j = 0; j < k; j++) {
      const sample = samples[j]
      if (sample !== undefined) sample[d] = p[j] ?? 0
      if ((p[j] ?? 0) > (p[best] ?? 0)) best = j
    }
    leads[best] = (leads[best] ?? 0) + 1 / request.draws
    for (let g = 0; g < groups.length; g++) {
      const target = joint[g]
      if (target !== undefined) target[d] = (groups[g] ?? []).reduce((sum, j) => sum + (p[j] ?? 0), 0)
    }
  }
  return { hypotheses: samples.map(ninety), groups: joint.map(ninety), leads: [...leads] }
}

function between(low = 0, usual = 0, high = 0, at = 0.5): number {
  return at < 0.5 ? low + (usual - low) * 2 * at : usual + (high - usual) * (2 * at - 1)
}

function ninety(sample: Float64Array): readonly [number, number] {
  sample.sort()
  return [quantile(sample, 0.05), Math.min(1, quantile(sample, 0.95))]
}
