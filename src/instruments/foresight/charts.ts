import { accent, chartBase, ink, pale, type Spec } from '#domain/chart'
import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import type { CalibrationLine, Result, RuleLine, ScoreLine } from './model.ts'
import { words } from './words.data.ts'

const share = { domain: [0, 1] }

/** What was said against what happened, with intervals; the diagonal is perfect calibration. */
export function calibrationChart(lines: readonly CalibrationLine[], language: Language): Spec {
  const values = lines.map(({ of, said, happened, questions }) => ({
    who: words[of][language],
    said,
    happened: happened.value,
    low: happened.interval?.[0] ?? happened.value,
    high: happened.interval?.[1] ?? happened.value,
    questions,
  }))
  const color = {
    field: 'who',
    type: 'nominal',
    title: null,
    scale: { domain: [words.forecasters[language], words.pool[language]], range: [ink, accent] },
    legend: { orient: 'bottom' },
  }
  const x = { field: 'said', type: 'quantitative', scale: share, title: words.said[language] }
  return {
    ...chartBase,
    height: 320,
    layer: [
      {
        data: { values: [{ a: 0 }, { a: 1 }] },
        mark: { type: 'line', strokeDash: [4, 4], color: pale },
        encoding: {
          x: { field: 'a', type: 'quantitative' },
          y: { field: 'a', type: 'quantitative' },
        },
      },
      {
        data: { values },
        mark: { type: 'rule', strokeWidth: 2, opacity: 0.45 },
        encoding: {
          x,
          y: { field: 'low', type: 'quantitative', scale: share, title: words.happened[language] },
          y2: { field: 'high' },
          color,
        },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, opacity: 1 },
        encoding: {
          x,
          y: { field: 'happened', type: 'quantitative', scale: share },
          color,
          shape: {
            field: 'who',
            type: 'nominal',
            title: null,
            scale: { domain: color.scale.domain, range: ['circle', 'square'] },
            legend: { orient: 'bottom' },
          },
          size: { field: 'questions', type: 'quantitative', legend: null, scale: { range: [40, 200] } },
        },
      },
    ],
  }
}

/** Scores with intervals: of persons and agencies against the others, of topics and horizons as they are. */
export function scoresChart(lines: readonly ScoreLine[], by: ScoreLine['by'], language: Language): Spec {
  const relative = by === 'person' || by === 'agency'
  const values = lines.slice(0, 40).flatMap((line) => {
    const told = relative ? line.againstOthers : line.score
    if (isMissing(told)) return []
    const { value, interval } = told
    return [{ who: line.label[language], value, low: interval?.[0] ?? value, high: interval?.[1] ?? value }]
  })
  const y = { field: 'who', type: 'nominal', sort: null, title: null, axis: { labelLimit: 220 } }
  const title = `${words[relative ? 'againstOthers' : 'score'][language]} ${language === 'vi' ? '(trái là tốt hơn)' : '(left is better)'}`
  return {
    ...chartBase,
    height: { step: 26 },
    data: { values },
    layer: [
      ...(relative
        ? [
            {
              data: { values: [{ zero: 0 }] },
              mark: { type: 'rule', color: pale },
              encoding: { x: { field: 'zero', type: 'quantitative' } },
            },
          ]
        : []),
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.5, color: ink },
        encoding: { y, x: { field: 'low', type: 'quantitative', title }, x2: { field: 'high' } },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1, color: ink },
        encoding: { y, x: { field: 'value', type: 'quantitative' } },
      },
    ],
  }
}

/** The pool over time: of one question with the middle half of the forecasters, of several as lines. */
export function historyChart(result: Result, titles: ReadonlyMap<string, string>, language: Language): Spec {
  const questions = [...new Set(result.history.map(({ question }) => question))].slice(0, mostLines)
  const values = result.history
    .filter(({ question }) => questions.includes(question))
    .map(({ question, at, ...point }) => ({
      ...point,
      question: titles.get(question) ?? question,
      at: new Date(at).toISOString(),
    }))
  const x = { field: 'at', type: 'temporal', title: null, axis: { format: '%m/%Y', labelOverlap: true } }
  const interpolate = 'step-after'
  const several = questions.length > 1
  return {
    ...chartBase,
    height: 260,
    data: { values },
    layer: [
      ...(several
        ? []
        : [
            {
              mark: { type: 'area', interpolate, opacity: 0.3, color: pale },
              encoding: {
                x,
                y: { field: 'low', type: 'quantitative', scale: share, title: words.pooled[language] },
                y2: { field: 'high' },
              },
            },
          ]),
      {
        mark: { type: 'line', interpolate, strokeWidth: 2, ...(several ? {} : { color: ink }) },
        encoding: {
          x,
          y: { field: 'pooled', type: 'quantitative', scale: share, title: words.pooled[language] },
          ...(several
            ? {
                color: {
                  field: 'question',
                  type: 'nominal',
                  sort: null,
                  title: null,
                  legend: { orient: 'bottom', columns: 1, labelLimit: 520 },
                },
              }
            : {}),
        },
      },
    ],
  }
}

const mostLines = 8

/**
 * Every rule with its score and interval; the chosen one stands out.
 *
 * @param title of the axis of scores
 */
export function rulesChart(
  lines: readonly (Pick<RuleLine<string>, 'score' | 'chosen'> & { readonly name: string })[],
  title: string,
): Spec {
  const values = lines.map(({ name, score, chosen }) => ({
    rule: name,
    value: score.value,
    low: score.interval?.[0] ?? score.value,
    high: score.interval?.[1] ?? score.value,
    chosen,
  }))
  const y = { field: 'rule', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } }
  const color = {
    field: 'chosen',
    type: 'nominal',
    scale: { domain: [true, false], range: [accent, ink] },
    legend: null,
  }
  return {
    ...chartBase,
    height: { step: 26 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.5 },
        encoding: {
          y,
          color,
          x: { field: 'low', type: 'quantitative', title },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: { y, color, x: { field: 'value', type: 'quantitative' } },
      },
    ],
  }
}
