import { pointers } from '#domain/finding'
import { studentTQuantile } from '#numeric/student-t'
import type { AgencyMean, Comparison } from './agencies.ts'
import { rangeOf } from './agency-samples.ts'
import type { Candidate, Told } from './contradiction.ts'
import { chance, contradictionId, figure, joined, named, percent, tell } from './wording.ts'

const dayMs = 86_400_000

/** Says which agencies are apart, by how much, how surely, and who stands furthest from the others. */
export function tellAgencies(comparison: Comparison, pValue: number, adjusted: number): Candidate {
  const { sample, means, noise } = comparison
  const { question, option, scale } = sample
  const reach = studentTQuantile(0.975, noise.degrees)
  const errorOf = ({ values }: AgencyMean) => Math.sqrt(noise.variance / values.length)
  const [low, high] = rangeOf(question)
  const shown = (y: number) => (scale === 'log-odds' ? 1 / (1 + Math.exp(-y)) : low + y * (high - low))
  const words = (value: number) => wordsOf(value, comparison)
  const ranked = means.toSorted((a, b) => b.mean - a.mean || (a.agency < b.agency ? -1 : 1))
  const [top, bottom] = [ranked[0], ranked.at(-1)]
  if (top === undefined || bottom === undefined) throw new RangeError('tellAgencies: there must be agencies')
  const marks = ranked.map((one) => ({
    label: { en: one.agency, vi: one.agency },
    value: shown(one.mean),
    interval: [shown(one.mean - reach * errorOf(one)), shown(one.mean + reach * errorOf(one))] as const,
    points: one.values.map(({ y }) => shown(y)),
  }))
  const gap = top.mean - bottom.mean
  const gapError = reach * Math.hypot(errorOf(top), errorOf(bottom))
  const listed = marks.map(({ label, value, interval, points }) =>
    tell(
      '{agency} {value} ({n}; 95 % interval {low} to {high})',
      '{agency} {value} ({n}; khoảng 95 %: {low} đến {high})',
      {
        agency: label,
        value: words(value),
        n: people(points.length),
        low: words(interval[0]),
        high: words(interval[1]),
      },
    ),
  )
  const apart: Told =
    scale === 'log-odds'
      ? tell(
          'The odds of {top} are {ratio} times those of {bottom} (95 % interval {low} to {high}).',
          'Tỷ lệ cược của {top} gấp {ratio} lần của {bottom} (khoảng 95 %: {low} đến {high}).',
          {
            top: top.agency,
            bottom: bottom.agency,
            ratio: figure(Math.exp(gap)),
            low: figure(Math.exp(gap - gapError)),
            high: figure(Math.exp(gap + gapError)),
          },
        )
      : tell(
          '{top} lies {gap} of the range above {bottom} (95 % interval {low} to {high}).',
          '{top} cao hơn {bottom} {gap} của phạm vi (khoảng 95 %: {low} đến {high}).',
          {
            top: top.agency,
            bottom: bottom.agency,
            gap: percent(gap),
            low: percent(gap - gapError),
            high: percent(gap + gapError),
          },
        )
  const explanation = joined(
    [
      tell('{list}.', '{list}.', { list: joined(listed, '; ') }),
      apart,
      tell(
        'If all agencies believed the same, forecasters would drive them this far apart with probability {p}; after allowing for all comparisons {q}.',
        'Nếu các cơ quan cùng nhận định như nhau, riêng khác biệt giữa các cá nhân đẩy họ xa nhau đến thế với xác suất {p}; sau khi tính đến mọi phép so sánh là {q}.',
        { p: chance(pValue), q: chance(adjusted) },
      ),
      ...furthest(means),
    ],
    ' ',
  )
  return {
    id: contradictionId('agencies', [question.id]),
    kind: 'agencies',
    title:
      option === null
        ? named(question)
        : tell('{question}: {option}', '{question}: {option}', { question: named(question), option }),
    explanation,
    severity: Math.min(1, scale === 'log-odds' ? shown(top.mean) - shown(bottom.mean) : gap),
    agencies: ranked.map(({ agency }) => agency),
    assessors: sample.values.map(({ assessor }) => assessor).toSorted(),
    question: question.id,
    pValue,
    adjusted,
    parties: sample.values.map(({ forecast }) => ({ kind: 'forecast' as const, id: forecast })),
    evidence: pointers('question', question),
    picture: {
      form: 'marks',
      unit: scale === 'log-odds' ? 'probability' : 'value',
      unitName: question.unit ?? null,
      marks,
      sum: null,
    },
    illustrative: question.illustrative === true || sample.values.every(({ illustrative }) => illustrative),
  }
}

function people(n: number): Told {
  return { en: n === 1 ? '1 forecaster' : `${n} forecasters`, vi: `${n} người dự báo` }
}

/** Among three or more: the agency whose mean lies furthest from the mean of the others. */
function furthest(means: readonly AgencyMean[]): readonly Told[] {
  if (means.length < 3) return []
  const distance = (one: AgencyMean) => {
    const others = means.filter((other) => other !== one)
    return Math.abs(one.mean - others.reduce((sum, { mean }) => sum + mean, 0) / others.length)
  }
  const who = means.reduce((a, b) => (distance(b) > distance(a) ? b : a))
  return [
    tell('Furthest from the others: {agency}.', 'Xa các cơ quan khác nhất: {agency}.', {
      agency: who.agency,
    }),
  ]
}

function wordsOf(value: number, { sample: { scale, question } }: Comparison): Told {
  if (scale === 'log-odds') return percent(value)
  if (question.kind === 'date') {
    const day = new Date(Math.round(value) * dayMs).toISOString().slice(0, 10)
    return { en: day, vi: day }
  }
  const shown = figure(value)
  const unit = question.unit === undefined ? '' : ` ${question.unit}`
  return { en: shown.en + unit, vi: shown.vi + unit }
}
