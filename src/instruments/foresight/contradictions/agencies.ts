import { fTail } from '#numeric/f-tail'
import { type ModeratedVariance, moderatedVariances } from '#numeric/moderated-variance'
import { type AgencySample, agencySamples, type SampleValue } from './agency-samples.ts'
import type { Candidate, ContradictionInput, Untested } from './contradiction.ts'
import type { StandingForecast } from './standing-forecasts.ts'
import { tellAgencies } from './tell-agencies.ts'
import { named } from './wording.ts'

/** A test whose contradiction is told only if it stands up among all tests. */
export interface Tested {
  readonly pValue: number
  readonly tell: (adjusted: number, rate: number) => Candidate
}

/** Mean of an agency on the scale of comparison. */
export interface AgencyMean {
  readonly agency: string
  readonly mean: number
  readonly values: readonly SampleValue[]
}

/** Agencies compared on one answer. */
export interface Comparison {
  readonly sample: AgencySample
  readonly means: readonly AgencyMean[]
  readonly noise: ModeratedVariance
  readonly pValue: number
  /** standard deviation between agencies beyond noise (random effects), on the scale of comparison */
  readonly between: number
}

const roundedTo = 0.01 // nobody states a probability more finely: its rounding is part of the noise

/**
 * Agencies further apart than the spread among their own forecasters explains, one test a question: one-way analysis of variance on
 * log-odds, with a variance within agencies that borrows strength from all questions, since an agency has few forecasters.
 *
 * @param input    what the one who looks may see
 * @param standing the forecasts of it that stand
 * @returns the tests, and the questions that cannot be tested
 * @see Scheffé (1959), The Analysis of Variance, section 3.1 and (random effects) 7.2; Smyth (2004) for the variance
 */
export function agencyContradictions(
  input: ContradictionInput,
  standing: readonly StandingForecast[],
): {
  readonly tested: readonly Tested[]
  readonly untested: readonly Untested[]
} {
  const samples = agencySamples(input, standing)
  const compared = (['log-odds', 'range'] as const).flatMap((scale) =>
    compareAll(samples.filter((one) => one.scale === scale)),
  )
  const byQuestion = Map.groupBy(compared, ({ sample }) => sample.question.id)
  const told = new Set(byQuestion.keys())
  return {
    tested: [...byQuestion.values()].map(strongest),
    untested: input.questions
      .filter(({ id }) => !told.has(id) && samples.some(({ question }) => question.id === id))
      .map((question) => ({
        id: `agencies/${question.id}`,
        about: named(question),
        because: {
          en: 'no agency has two forecasters on any such question, so nobody knows how far chance alone drives them apart',
          vi: 'không cơ quan nào có hai người dự báo về câu hỏi loại này, nên không biết riêng sự ngẫu nhiên làm họ cách nhau bao xa',
        },
        parties: [{ kind: 'question', id: question.id }],
      })),
  }
}

/** Of several answers the one with the smallest p-value, paid for by the number of answers looked at (Bonferroni). */
function strongest(comparisons: readonly Comparison[]): Tested {
  const best = comparisons.reduce((a, b) => (b.pValue < a.pValue ? b : a))
  const pValue = Math.min(1, best.pValue * comparisons.length)
  return { pValue, tell: (adjusted) => tellAgencies(best, pValue, adjusted) }
}

function compareAll(samples: readonly AgencySample[]): readonly Comparison[] {
  const grouped = samples.map((sample) => ({ sample, means: meansOf(sample) }))
  const noises = moderatedVariances(grouped.map(({ sample, means }) => within(sample, means)))
  if (noises === undefined) return []
  return grouped.flatMap(({ sample, means }, at) => {
    const noise = noises[at]
    if (noise === undefined || !(noise.variance > 0)) return []
    const n = sample.values.length
    const grand = sample.values.reduce((sum, { y }) => sum + y, 0) / n
    const degrees = means.length - 1
    const square =
      means.reduce((sum, { mean, values }) => sum + values.length * (mean - grand) ** 2, 0) / degrees
    const size = (n - means.reduce((sum, { values }) => sum + values.length ** 2, 0) / n) / degrees
    return [
      {
        sample,
        means,
        noise,
        pValue: fTail(square / noise.variance, degrees, noise.degrees),
        between: Math.sqrt(Math.max(0, (square - noise.variance) / size)),
      },
    ]
  })
}

function meansOf({ values }: AgencySample): readonly AgencyMean[] {
  return [...Map.groupBy(values, ({ agency }) => agency)].map(([agency, own]) => ({
    agency,
    mean: own.reduce((sum, { y }) => sum + y, 0) / own.length,
    values: own,
  }))
}

/** Squares within agencies, the rounding of each value included. */
function within({ scale, values }: AgencySample, means: readonly AgencyMean[]) {
  const degrees = values.length - means.length
  const spread = means.reduce(
    (sum, { mean, values: own }) => sum + own.reduce((s, { y }) => s + (y - mean) ** 2, 0),
    0,
  )
  const rounding = values.reduce((sum, { y }) => sum + roundingVariance(scale, y), 0) / values.length
  return { squares: spread + degrees * rounding, degrees }
}

/** Variance of a value rounded to the nearest hundredth, carried over to log-odds by the delta method. */
function roundingVariance(scale: AgencySample['scale'], y: number): number {
  const uniform = roundedTo ** 2 / 12
  if (scale === 'range') return uniform
  const p = 1 / (1 + Math.exp(-y))
  return uniform / (p * (1 - p)) ** 2
}
