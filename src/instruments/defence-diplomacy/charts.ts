import { accent, chartBase, ink, pale, type Spec } from '#domain/chart'
import type { Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { stateIn } from './heat.ts'
import type { Result, TrendPoint } from './model.ts'
import { namer } from './table.ts'
import { type Word, words } from './words.data.ts'

const share = { domain: [0, 1] }
const byPartner = { field: 'partner', type: 'nominal', sort: null, title: null, axis: { labelLimit: 180 } }

/** Effective partners or suppliers through time with the interval; a gap is a window in which nothing is recorded. */
export function trendChart(points: readonly TrendPoint[], word: Word, language: Language): Spec | undefined {
  const values = points.map(({ to, effective }) =>
    isMissing(effective)
      ? { year: to, value: null, low: null, high: null }
      : {
          year: to,
          value: effective.value,
          low: effective.interval?.[0] ?? null,
          high: effective.interval?.[1] ?? null,
        },
  )
  if (!values.some(({ value }) => value !== null)) return undefined
  const x = {
    field: 'year',
    type: 'quantitative',
    title: words.window[language],
    axis: { format: 'd', tickMinStep: 1 },
    scale: { zero: false, nice: false },
  }
  const y = { type: 'quantitative', title: words[word][language], scale: { zero: true } }
  return {
    ...chartBase,
    height: 240,
    data: { values },
    layer: [
      {
        mark: { type: 'area', opacity: 0.3, color: pale },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        mark: { type: 'line', strokeWidth: 2, color: ink, point: { filled: true, size: 40, color: ink } },
        encoding: { x, y: { ...y, field: 'value' } },
      },
    ],
  }
}

/** Effective partners left once each has stopped, against what they are now. */
export function withoutChart(result: Result, language: Language): Spec | undefined {
  const name = namer(result, language)
  const now = result.diversity.find(({ of }) => of === 'all')?.effective
  const values = result.without
    .slice(0, 25)
    .flatMap(({ partner, effective }) =>
      isMissing(effective) ? [] : [{ partner: name(partner), effective }],
    )
  if (values.length === 0 || now === undefined || isMissing(now)) return undefined
  return {
    ...chartBase,
    height: { step: 22 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: pale },
        encoding: {
          y: byPartner,
          x: {
            field: 'effective',
            type: 'quantitative',
            title: words.effective[language],
            axis: { tickCount: 6 },
          },
        },
      },
      {
        data: { values: [{ now: now.value }] },
        mark: { type: 'rule', color: accent, strokeWidth: 2, strokeDash: [4, 3] },
        encoding: { x: { field: 'now', type: 'quantitative' } },
      },
    ],
  }
}

/** Share of each major power among the major powers, with interval; the dashed line is an equal share. */
export function balanceChart({ balance, partners }: Result, language: Language): Spec | undefined {
  const name = namer({ partners }, language)
  const values = balance.lines.flatMap(({ partner, share: told }) => {
    if (isMissing(told)) return []
    const known = name(partner)
    const { value, interval } = told
    return [
      {
        partner: known === partner ? stateIn(partner, language) : known,
        value,
        low: interval?.[0] ?? value,
        high: interval?.[1] ?? value,
      },
    ]
  })
  if (values.length === 0) return undefined
  return {
    ...chartBase,
    height: { step: 28 },
    data: { values },
    layer: [
      {
        data: { values: [{ equal: 1 / balance.powers.length }] },
        mark: { type: 'rule', color: accent, strokeDash: [4, 3] },
        encoding: { x: { field: 'equal', type: 'quantitative' } },
      },
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.5, color: ink },
        encoding: {
          y: byPartner,
          x: {
            field: 'low',
            type: 'quantitative',
            scale: share,
            title: words.share[language],
            axis: { tickCount: 6 },
          },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1, color: ink },
        encoding: { y: byPartner, x: { field: 'value', type: 'quantitative', scale: share } },
      },
    ],
  }
}

/** Cooperative and coercive activities year by year, the coercive below the line. */
export function classesChart({ classes }: Result, language: Language): Spec {
  const values = classes.years.flatMap(({ year, cooperative, coercive }) => [
    { year, class: words.cooperative[language], count: cooperative },
    { year, class: words.coercive[language], count: -coercive },
  ])
  return {
    ...chartBase,
    height: 200,
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'year', type: 'ordinal', title: null, axis: { labelAngle: -45, labelOverlap: true } },
      y: {
        field: 'count',
        type: 'quantitative',
        stack: true,
        title: words.count[language],
        axis: { labelExpr: 'abs(datum.value)', tickMinStep: 1 },
      },
      color: {
        field: 'class',
        type: 'nominal',
        title: null,
        scale: { domain: [words.cooperative[language], words.coercive[language]], range: [ink, accent] },
        legend: { orient: 'bottom' },
      },
    },
  }
}

/** Supplies by supplier and year: by volume where it is told. */
export function supplierChart(result: Result, language: Language): Spec | undefined {
  const part = result.suppliers[0]
  if (part === undefined) return undefined
  const name = namer(result, language)
  const values = part.suppliers.map(({ partner, share: told }) => ({
    partner: name(partner),
    value: isMissing(told) ? null : told.value,
    low: isMissing(told) ? null : (told.interval?.[0] ?? told.value),
    high: isMissing(told) ? null : (told.interval?.[1] ?? told.value),
  }))
  return {
    ...chartBase,
    height: { step: 24 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: pale },
        encoding: {
          y: byPartner,
          x: {
            field: 'value',
            type: 'quantitative',
            scale: share,
            axis: { tickCount: 6 },
            title: `${words.share[language]} (${words[part.by][language]})`,
          },
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 2, color: ink },
        encoding: { y: byPartner, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
    ],
  }
}
