import type { Estimate } from '#domain/finding'
import { pointers } from '#domain/finding'
import { mechanisms } from '#domain/mechanism'
import { posterior } from '#numeric/posterior'
import { testOfClue, weightAgainstRest } from '#numeric/weight-against-rest'
import { type Candidate, chanceUnder, type JudgedClue } from './elicit.ts'
import { intervals } from './intervals.ts'
import type { Input } from './model.ts'
import { momentWitnesses } from './moment.ts'
import {
  type Disturbed,
  decidedBySingle,
  dependenceCurve,
  disturb,
  flip,
  leaveOneOut,
  leaveOneSourceOut,
  path,
  priorCurve,
  score,
  tornado,
} from './robustness.ts'
import type { WeighedClue, WeighedMechanism, Weighing } from './weighing-model.ts'
import { meanRow, weighable } from './weighing-table.ts'

/**
 * Weighs the rival explanations of a case (S10 to S13): prior, weights of the clues in decibels, posterior with
 * interval, and everything that tells how robust it is.
 *
 * @see Fairfield & Charman (2017; 2022); Humphreys & Jacobs (2015), APSR 109(4)
 */
export function weigh(input: Input, hypotheses: readonly Candidate[], unit: 'state' | 'agents'): Weighing {
  const laid = weighable(input, hypotheses, unit)
  const { request } = input
  const dependence = { cluster: request.clusterDependence, channel: request.channelDependence }
  const d = disturb(laid, dependence)
  const p = posterior(d.prior, d.total)
  const atWork = mechanisms.map((m) => hypotheses.flatMap((h, j) => (h.mechanisms.includes(m) ? [j] : [])))
  const spread = intervals(laid, request, atWork)
  const sources = leaveOneSourceOut(d)
  const scores = score(d.total, d.prior)
  const marginDb = (scores[d.top] ?? 0) - (scores[d.second] ?? 0)
  return {
    unit,
    hypotheses: hypotheses.map((h, j) => ({
      ...h,
      posterior: estimate(p[j] ?? 0, spread.hypotheses[j]),
      totalDb: (d.total[j] ?? 0) - (d.total[hypotheses.length - 1] ?? 0),
    })),
    mechanisms: mechanisms.map((mechanism, m) => ({
      mechanism,
      posterior: estimate(
        (atWork[m] ?? []).reduce((sum, j) => sum + (p[j] ?? 0), 0),
        spread.groups[m],
      ),
      ...tally(mechanism, laid.clues, unit),
    })),
    clues: weighedClues(d, unit),
    aside: laid.aside,
    clusters: laid.clusterNames.length,
    dependence,
    leads: hypotheses[d.top]?.id ?? '',
    runnerUp: hypotheses[d.second]?.id ?? '',
    marginDb,
    shareOfDrawsLeading: spread.leads[d.top] ?? 0,
    sources,
    single: decidedBySingle(d, sources),
    moment: momentWitnesses(input.case, d),
    flip: flip(d),
    dependenceCurve: dependenceCurve(d),
    priorCurve: priorCurve(d),
    warnings: warnings(hypotheses, d, laid.clues, unit),
  }
}

function estimate(value: number, interval: readonly [number, number] | undefined): Estimate {
  return {
    value,
    interval: interval === undefined ? null : [interval[0], interval[1]],
    unit: 'probability',
    uncertainty: 'judgement: 90 % of draws over what the words may mean, assessors and dependence',
  }
}

function tally(
  mechanism: string,
  clues: readonly JudgedClue[],
  unit: string,
): Pick<WeighedMechanism, 'cluesFor' | 'cluesAgainst'> {
  const count = (direction: string) =>
    clues.filter(({ evidence }) =>
      evidence.bearings?.some(
        (b) => b.hypothesis === mechanism && b.direction === direction && (b.unit ?? unit) === unit,
      ),
    ).length
  return { cluesFor: count('for'), cluesAgainst: count('against') }
}

function weighedClues(d: Disturbed, unit: string): readonly WeighedClue[] {
  const { hypotheses, clues, table, clusterOf, clusterNames } = d.weighable
  const k = hypotheses.length
  const without = leaveOneOut(d)
  const swing = tornado(d)
  const along = path(d)
  return clues.map((judged, at) => {
    const { evidence } = judged
    const rowDb = [...table.weightDb.slice(at * k, (at + 1) * k)]
    const high = meanRow(
      judged.judgements.map((j) => j.high),
      k,
    )
    const low = meanRow(
      judged.judgements.map((j) => j.low),
      k,
    )
    d.weigher.leaveOut(at)
    const lead = (total: ArrayLike<number>) => (total[d.top] ?? 0) - (total[d.contradicting] ?? 0)
    const countedDb = lead(d.total) - lead(d.weigher.total)
    d.weigher.restore(at)
    return {
      id: evidence.id,
      claim: evidence.claim,
      date: evidence.date ?? null,
      witness: evidence.witness,
      cluster: clusterNames[clusterOf[at] ?? 0] ?? '',
      telling: evidence.restates ?? evidence.id,
      observed: evidence.observed === 'no' ? 'no' : 'yes',
      rowDb,
      rangeDb: [...high.map((value, j) => value - (low[j] ?? 0))],
      weightDb: Object.fromEntries(
        hypotheses.map((h, j) => [h.id, finite(weightAgainstRest(rowDb, j, d.prior))]),
      ),
      countedDb,
      ...testOf(judged, hypotheses, rowDb),
      judgements: judged.judgements.length,
      pathPosterior: along[at] ?? [],
      without: without[at] ?? { posterior: 0, leads: '' },
      tornado: swing[at] ?? [0, 0],
      bearings: (evidence.bearings ?? []).map((b) => ({
        hypothesis: b.hypothesis,
        direction: b.direction,
        weight: b.weight,
        because: b.because,
        inferredBy: b.inferredBy ?? null,
        counted: (b.unit ?? unit) === unit,
      })),
      evidence: pointers('evidence', evidence),
    }
  })
}

function testOf(
  { evidence, judgements }: JudgedClue,
  hypotheses: readonly Candidate[],
  rowDb: readonly number[],
): Pick<WeighedClue, 'test' | 'testFor'> {
  const focus = rowDb.reduce((best, value, j) => (Math.abs(value) > Math.abs(rowDb[best] ?? 0) ? j : best), 0)
  const testFor = hypotheses[focus]?.id ?? ''
  if (evidence.likelihoods !== undefined && judgements.length > 0) {
    const given = evidence.likelihoods
    const asFound = { ...evidence, observed: 'yes' as const }
    const { test, hypothesis } = testOfClue(
      hypotheses.map((h) => chanceUnder(given, h, asFound)),
      hypotheses.map((h) => h.prior),
    )
    return { test, testFor: hypotheses[hypothesis]?.id ?? testFor }
  }
  const lead = evidence.bearings?.toSorted((a, b) => order(b.weight) - order(a.weight))[0]
  if (lead === undefined) return { test: 'straw-in-the-wind', testFor }
  if (lead.weight === 'decisive') return { test: 'doubly-decisive', testFor: lead.hypothesis }
  if (lead.weight !== 'strong') return { test: 'straw-in-the-wind', testFor: lead.hypothesis }
  return { test: lead.direction === 'for' ? 'smoking-gun' : 'hoop', testFor: lead.hypothesis }
}

function order(weight: string): number {
  return ['weak', 'moderate', 'strong', 'decisive'].indexOf(weight)
}

function warnings(
  hypotheses: readonly Candidate[],
  d: Disturbed,
  clues: readonly JudgedClue[],
  unit: string,
): readonly string[] {
  const found: string[] = []
  const top = hypotheses[d.top]
  for (const mechanism of top?.mechanisms ?? [])
    if (tally(mechanism, clues, unit).cluesAgainst === 0)
      found.push(`no clue speaks against ${mechanism}: it was not exposed to a test that it could fail`)
  if (clues.every(({ judgements }) => judgements.length < 2))
    found.push('every clue was judged once: the intervals do not know how far assessors would differ')
  return found
}

/** JSON has no infinity: a weight beyond all bounds is null. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
