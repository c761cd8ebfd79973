import { accent, chartBase, ink, type Spec } from '#domain/chart'
import { bounds } from '#domain/date'
import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { stanceLadder } from '#domain/position'
import { mechanismsIn } from './finding-words.ts'
import type { Result } from './model.ts'
import { chartWords, stanceWords } from './wording.data.ts'

/** Posteriors as bars with their intervals, largest first; what is below one in a thousand is left to the table. */
export function posteriorChart({ weighing }: Result, language: Language): Spec {
  const values = weighing.hypotheses
    .toSorted((a, b) => b.posterior.value - a.posterior.value)
    .filter((h, at) => at < 3 || h.posterior.value >= 0.001)
    .map((h) => ({
      hypothesis: mechanismsIn(h.id, language),
      posterior: h.posterior.value,
      low: h.posterior.interval?.[0] ?? h.posterior.value,
      high: h.posterior.interval?.[1] ?? h.posterior.value,
      leads: h.id === weighing.leads,
    }))
  const y = { field: 'hypothesis', type: 'nominal', sort: null, title: null, axis: { labelLimit: 320 } }
  const scale = { domain: [0, 1] }
  return {
    ...chartBase,
    height: { step: 30 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: 16 },
        encoding: {
          y,
          x: { field: 'posterior', type: 'quantitative', scale, title: chartWords.posterior[language] },
          color: {
            field: 'leads',
            type: 'nominal',
            scale: { domain: [true, false], range: [ink, '#9db4c8'] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, color: '#222' },
        encoding: { y, x: { field: 'low', type: 'quantitative', scale }, x2: { field: 'high' } },
      },
    ],
  }
}

/** The actor's positions as steps on the ladder, private and public, with the phases behind them. */
export function positionChart({ steps, case: frame }: Result, language: Language): Spec {
  const seen = new Map<string, Readonly<Record<string, unknown>>>()
  for (const step of steps)
    for (const position of [step.before, step.after])
      if (!isMissing(position)) {
        const { earliest, latest } = bounds(position.date)
        seen.set(position.id, {
          date: (earliest + latest) / 2,
          from: earliest,
          to: latest,
          when: position.date,
          rung: position.rung,
          stance: stanceWords[position.stance]?.[language] ?? position.stance,
          record: chartWords[position.record as 'public' | 'private' | 'unknown'][language], // as the schema has it
          issue: position.issue,
        })
      }
  const values = [...seen.values()].toSorted((a, b) => Number(a['date']) - Number(b['date']))
  const labels = stanceLadder.map((stance) => stanceWords[stance]?.[language] ?? stance)
  const axis = { format: '%Y-%m', grid: false, labelOverlap: true }
  const x = { field: 'date', type: 'temporal', title: null, axis }
  const y = {
    field: 'rung',
    type: 'quantitative',
    title: null,
    scale: { domain: [-0.3, 5.3] },
    axis: {
      values: [0, 1, 2, 3, 4, 5],
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      gridDash: [2, 3],
    },
  }
  const first = Math.min(...values.map((v) => Number(v['from'])))
  const last = Math.max(...values.map((v) => Number(v['to'])))
  const phases = frame.phases
    .map((phase, at) => ({
      from: Math.max(first, bounds(phase.from).earliest),
      to: Math.min(last, bounds(phase.to).latest),
      label: phase.label,
      shade: at % 2,
    }))
    .filter((phase) => phase.from < phase.to)
  return {
    ...chartBase,
    height: 220,
    resolve: { scale: { color: 'independent' } },
    layer: [
      {
        data: { values: phases },
        mark: { type: 'rect', opacity: 0.5, clip: true },
        encoding: {
          x: { field: 'from', type: 'temporal', scale: { type: 'utc' }, axis },
          x2: { field: 'to' },
          color: {
            field: 'shade',
            type: 'nominal',
            legend: null,
            scale: { domain: [0, 1], range: ['#eef2f6', '#fff'] },
          },
          tooltip: { field: 'label', type: 'nominal' },
        },
      },
      {
        data: { values },
        mark: { type: 'line', interpolate: 'step-after', color: ink, strokeWidth: 1.5 },
        encoding: { x, y },
      },
      {
        data: { values },
        mark: { type: 'rule', strokeWidth: 4, opacity: 0.35, color: ink },
        encoding: { x: { field: 'from', type: 'temporal' }, x2: { field: 'to' }, y },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: {
          x,
          y,
          shape: { field: 'record', type: 'nominal', legend: null },
          color: {
            field: 'record',
            type: 'nominal',
            title: null,
            scale: {
              domain: [
                chartWords.public[language],
                chartWords.private[language],
                chartWords.unknown[language],
              ],
              range: [accent, ink, '#777'],
            },
            legend: { orient: 'top' },
          },
          tooltip: [
            { field: 'when', title: chartWords.date[language] },
            { field: 'stance', title: chartWords.stance[language] },
            { field: 'issue', title: chartWords.issue[language] },
          ],
        },
      },
    ],
  }
}

/** How far the verdict's posterior moves when one clue means as little, or as much, as its words allow. */
export function tornadoChart({ weighing }: Result, language: Language): Spec {
  const base0 = weighing.hypotheses.find((h) => h.id === weighing.leads)?.posterior.value ?? 0
  const values = weighing.clues
    .map((clue) => ({
      clue: shorten(clue.claim),
      low: Math.min(...clue.tornado),
      high: Math.max(...clue.tornado),
      claim: clue.claim,
    }))
    .toSorted((a, b) => b.high - b.low - (a.high - a.low))
    .slice(0, 12)
  return {
    ...chartBase,
    height: { step: 22 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: 12, color: '#9db4c8' },
        encoding: {
          y: { field: 'clue', type: 'nominal', sort: null, title: null, axis: { labelLimit: 340 } },
          x: {
            field: 'low',
            type: 'quantitative',
            scale: { zero: false },
            title: chartWords.posterior[language],
          },
          x2: { field: 'high' },
          tooltip: [{ field: 'claim', title: chartWords.clue[language] }],
        },
      },
      { mark: { type: 'rule', color: accent }, encoding: { x: { datum: base0 } } },
    ],
  }
}

/** Posterior of every hypothesis that ever matters, as clues come in. */
export function pathChart({ weighing }: Result, language: Language): Spec {
  const along = weighing.clues.map((clue, at) => ({ at: at + 1, posteriors: clue.pathPosterior }))
  return {
    ...chartBase,
    height: 220,
    ...posteriorLines(weighing, along, 0.15, 'step-after', chartWords.cluesSoFar[language], language),
  }
}

/** How the posterior depends on taking the clues as one study's. */
export function dependenceChart({ weighing }: Result, language: Language): Spec {
  const along = weighing.dependenceCurve.map(({ channel, posteriors }) => ({ at: channel, posteriors }))
  const lines = posteriorLines(weighing, along, 0.05, 'linear', chartWords.dependence[language], language)
  const assumed = {
    mark: { type: 'rule', strokeDash: [4, 3] },
    encoding: { x: { datum: weighing.dependence.channel } },
  }
  return { ...chartBase, height: 200, layer: [lines, assumed] }
}

/** Lines of posteriors along something, for the hypotheses that somewhere exceed a share. */
function posteriorLines(
  { hypotheses }: Result['weighing'],
  along: readonly { readonly at: number; readonly posteriors: readonly number[] }[],
  least: number,
  interpolate: string,
  title: string,
  language: Language,
): Spec {
  const values = hypotheses.flatMap((h, j) =>
    along.some((point) => (point.posteriors[j] ?? 0) > least)
      ? along.map((point) => ({
          at: point.at,
          posterior: point.posteriors[j] ?? 0,
          hypothesis: mechanismsIn(h.id, language),
        }))
      : [],
  )
  return {
    data: { values },
    mark: { type: 'line', interpolate },
    encoding: {
      x: { field: 'at', type: 'quantitative', title, axis: { grid: false } },
      y: {
        field: 'posterior',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        title: chartWords.posterior[language],
      },
      color: {
        field: 'hypothesis',
        type: 'nominal',
        title: null,
        legend: { orient: 'bottom', columns: 1, labelLimit: 500 },
      },
      tooltip: [{ field: 'hypothesis' }, { field: 'posterior', format: '.2f' }],
    },
  }
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}
