import { missing } from '#domain/missing'
import { posterior } from '#numeric/posterior'
import { type Dependence, Weigher } from '#numeric/weigh-evidence'
import { reasons } from './reasons.data.ts'
import type { Flip, SourceLeftOut, WeighedClue, Weighing } from './weighing-model.ts'
import { meanRow, type Weighable } from './weighing-table.ts'

const maxShiftDb = 60

/** A weighing with the tools to disturb it. */
export interface Disturbed {
  readonly weighable: Weighable
  readonly dependence: Dependence
  readonly prior: readonly number[]
  readonly weigher: Weigher
  readonly total: Float64Array
  readonly top: number
  readonly second: number
  /** the best hypothesis that leaves out a mechanism of the verdict, and so contradicts it */
  readonly contradicting: number
}

/** Sets a weighing up to be disturbed. */
export function disturb(weighable: Weighable, dependence: Dependence): Disturbed {
  const weigher = new Weigher(weighable.table, dependence)
  const prior = weighable.hypotheses.map((h) => h.prior)
  const total = weigher.total.slice()
  const order = ranking(score(total, prior))
  const [top = 0, second = 0] = order
  const claimed = weighable.hypotheses[top]?.mechanisms ?? []
  const contradicts = (j: number) =>
    claimed.some((m) => weighable.hypotheses[j]?.mechanisms.includes(m) === false)
  const contradicting = order.find((j) => j !== top && contradicts(j)) ?? second
  return { weighable, dependence, prior, weigher, total, top, second, contradicting }
}

/** Weight and prior together, in dB. */
export function score(total: ArrayLike<number>, prior: readonly number[]): number[] {
  return prior.map((p, j) => (total[j] ?? 0) + 10 * Math.log10(p))
}

function ranking(scores: readonly number[]): readonly number[] {
  return scores.map((_, j) => j).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
}

/** Posterior of the verdict without each clue, and who would then lead (S13). */
export function leaveOneOut(d: Disturbed): readonly WeighedClue['without'][] {
  const p = new Float64Array(d.prior.length)
  return d.weighable.clues.map((_, clue) => {
    posterior(d.prior, d.weigher.leaveOut(clue), p)
    const [leads = 0] = ranking([...p])
    const without = { posterior: p[d.top] ?? 0, leads: d.weighable.hypotheses[leads]?.id ?? '' }
    d.weigher.restore(clue)
    return without
  })
}

/** Posterior of the verdict when one clue means as little, and as much, as its words allow (S13). */
export function tornado(d: Disturbed): readonly (readonly [number, number])[] {
  const k = d.prior.length
  const p = new Float64Array(k)
  return d.weighable.clues.map((clue, at) => {
    const ends = (['low', 'high'] as const).map((end) => {
      d.weigher.replace(
        at,
        meanRow(
          clue.judgements.map((j) => j[end]),
          k,
        ),
      )
      return posterior(d.prior, d.weigher.total, p)[d.top] ?? 0
    })
    d.weigher.restore(at)
    return [ends[0] ?? 0, ends[1] ?? 0] as const
  })
}

/** Who leads when everything that one witness says is left out (S13). */
export function leaveOneSourceOut(d: Disturbed): readonly SourceLeftOut[] {
  const byWitness = new Map<string, number[]>()
  for (const [at, { evidence }] of d.weighable.clues.entries())
    byWitness.set(evidence.witness, [...(byWitness.get(evidence.witness) ?? []), at])
  return [...byWitness.entries()]
    .map(([witness, clues]) => {
      for (const clue of clues) d.weigher.leaveOut(clue)
      const left = summary(d)
      for (const clue of clues) d.weigher.restore(clue)
      return { witness, clues: clues.map((at) => d.weighable.clues[at]?.evidence.id ?? ''), ...left }
    })
    .toSorted((a, b) => a.contradictedDb - b.contradictedDb || (a.witness < b.witness ? -1 : 1))
}

function summary(d: Disturbed): Pick<SourceLeftOut, 'leads' | 'posterior' | 'marginDb' | 'contradictedDb'> {
  const scores = score(d.weigher.total, d.prior)
  const [leads = 0] = ranking(scores)
  const rival = Math.max(...scores.filter((_, j) => j !== d.top))
  return {
    leads: d.weighable.hypotheses[leads]?.id ?? '',
    posterior: posterior(d.prior, d.weigher.total)[d.top] ?? 0,
    marginDb: (scores[d.top] ?? 0) - rival,
    contradictedDb: leadOver(d, scores),
  }
}

/** Lead of the verdict over the best hypothesis that contradicts it, in dB. */
export function leadOver(d: Disturbed, scores: readonly number[]): number {
  const claimed = d.weighable.hypotheses[d.top]?.mechanisms ?? []
  const rivals = scores.filter((_, j) =>
    claimed.some((m) => d.weighable.hypotheses[j]?.mechanisms.includes(m) === false),
  )
  return (scores[d.top] ?? 0) - Math.max(...rivals)
}

/**
 * Whether one witness decides the verdict against what contradicts it: `yes` if without it the contradicting hypothesis
 * leads, `nearly` if at least half of the lead in decibels goes with it.
 */
export function decidedBySingle(d: Disturbed, sources: readonly SourceLeftOut[]): Weighing['single'] {
  const contradictedDb = leadOver(d, score(d.total, d.prior))
  const against = d.weighable.hypotheses[d.contradicting]?.id ?? ''
  const [worst] = sources
  const lost = worst === undefined || contradictedDb === 0 ? 0 : 1 - worst.contradictedDb / contradictedDb
  const turning = sources.filter((source) => source.contradictedDb <= 0).map((source) => source.witness)
  if (turning.length > 0) return { decided: 'yes', witnesses: turning, lost, against, contradictedDb }
  const witnesses = worst === undefined ? [] : [worst.witness]
  return { decided: lost >= 0.5 ? 'nearly' : 'no', witnesses, lost, against, contradictedDb }
}

/** The smallest change of judgement that turns the verdict (S13). */
export function flip(d: Disturbed): Flip {
  const scores = score(d.total, d.prior)
  const priorDb = (scores[d.top] ?? 0) - (scores[d.second] ?? 0)
  return {
    towards: d.weighable.hypotheses[d.second]?.id ?? '',
    single: singleFlip(d),
    set: flippingSet(d),
    priorDb,
  }
}

function singleFlip(d: Disturbed): Flip['single'] {
  let best: { clue: string; byDb: number } | undefined
  for (const [at, { evidence }] of d.weighable.clues.entries()) {
    const byDb = shiftNeeded(d, at, best?.byDb ?? maxShiftDb)
    if (byDb !== undefined && (best === undefined || byDb < best.byDb)) best = { clue: evidence.id, byDb }
    d.weigher.restore(at)
  }
  return best ?? missing('not-applicable', reasons.noSingleFlip, { limit: maxShiftDb })
}

/** How much less the clue would have to tell the verdict from the runner-up, for the runner-up to lead. */
function shiftNeeded(d: Disturbed, clue: number, upTo: number): number | undefined {
  const k = d.prior.length
  const row = d.weighable.table.weightDb.slice(clue * k, (clue + 1) * k)
  if ((row[d.top] ?? 0) <= (row[d.second] ?? 0)) return undefined // it does not speak for the verdict
  const turned = (byDb: number) => {
    const shifted = row.slice()
    shifted[d.top] = (shifted[d.top] ?? 0) - byDb
    const scores = score(d.weigher.replace(clue, shifted), d.prior)
    return (scores[d.second] ?? 0) >= (scores[d.top] ?? 0)
  }
  if (!turned(upTo)) return undefined
  let [low, high] = [0, upTo]
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2
    if (turned(middle)) high = middle
    else low = middle
  }
  return high
}

function flippingSet(d: Disturbed): Flip['set'] {
  const k = d.prior.length
  const lean = (at: number) =>
    (d.weighable.table.weightDb[at * k + d.top] ?? 0) - (d.weighable.table.weightDb[at * k + d.second] ?? 0)
  const order = d.weighable.clues
    .map((_, at) => at)
    .filter((at) => lean(at) > 0)
    .toSorted((a, b) => lean(b) - lean(a) || a - b)
  const dropped: number[] = []
  let turned = false
  for (const at of order) {
    d.weigher.leaveOut(at)
    dropped.push(at)
    const [leads] = ranking(score(d.weigher.total, d.prior))
    if (leads !== d.top) {
      turned = true
      break
    }
  }
  for (const at of dropped) d.weigher.restore(at)
  return turned
    ? dropped.map((at) => d.weighable.clues[at]?.evidence.id ?? '')
    : missing('not-applicable', reasons.noSetFlip)
}

/** Posteriors under every dependence of the clues on the one study that tells them (S13). */
export function dependenceCurve(d: Disturbed): Weighing['dependenceCurve'] {
  const curve = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((channel) => ({
    channel,
    posteriors: [...posterior(d.prior, d.weigher.weigh({ cluster: d.dependence.cluster, channel }))],
  }))
  d.weigher.weigh(d.dependence)
  return curve
}

/** Posterior of every hypothesis as clues come in one after the other (S10). */
export function path(d: Disturbed): readonly (readonly number[])[] {
  const k = d.prior.length
  const n = d.weighable.clues.length
  const growing = new Weigher({ ...d.weighable.table, weightDb: new Float64Array(n * k) }, d.dependence)
  return d.weighable.clues.map((_, at) => [
    ...posterior(d.prior, growing.replace(at, d.weighable.table.weightDb, at * k)),
  ])
}

/** Posterior of the verdict over a range of priors for it, the others keeping their proportions (S13). */
export function priorCurve(d: Disturbed): Weighing['priorCurve'] {
  const own = d.prior[d.top] ?? 0
  return [-20, -15, -10, -5, 0, 5, 10].map((shiftDb) => {
    const odds = (own / (1 - own)) * 10 ** (shiftDb / 10)
    const prior = odds / (1 + odds)
    const shifted = d.prior.map((p, j) => (j === d.top ? prior : (p * (1 - prior)) / (1 - own)))
    return { shiftDb, prior, posterior: posterior(shifted, d.total)[d.top] ?? 0 }
  })
}
