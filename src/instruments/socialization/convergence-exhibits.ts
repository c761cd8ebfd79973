import type { Cell, Exhibit, Language } from '#domain/exhibit'
import { missing } from '#domain/missing'
import { convergenceChart, gapChart } from './convergence-chart.ts'
import type { ConvergenceReading, Result } from './model.ts'
import { reasons } from './reasons.data.ts'
import { exhibitWords as words } from './wording.data.ts'

/** Of each comparison: the series, the gap against placebos, and the states compared (S19). Version 1 has none. */
export function convergenceExhibits(
  { convergence: all = [] }: Result,
  language: Language,
): readonly Exhibit[] {
  return all.flatMap((one, at) => {
    const suffix = at === 0 ? '' : `-${at + 1}`
    return [series(one, language, suffix), gap(one, language, suffix), donors(one, language, suffix)]
  })
}

function series(one: ConvergenceReading, language: Language, suffix: string): Exhibit {
  return {
    id: `convergence${suffix}`,
    step: 'S19',
    title: words.convergence[language],
    note: `${language === 'vi' ? (one.titleVi ?? one.title) : one.title}. ${one.measure}. ${one.because}`,
    columns: columns(language, 'year', 'actor', 'synthetic', 'donors', 'se'),
    rows: one.years.map(({ year, treated, synthetic, donors, se }) =>
      row(one, String(year), treated, synthetic, donors, se),
    ),
    chart: convergenceChart(one, language),
  }
}

function gap(one: ConvergenceReading, language: Language, suffix: string): Exhibit {
  return {
    id: `convergence-gap${suffix}`,
    step: 'S19',
    title: words.gap[language],
    columns: columns(language, 'year', 'gapOf', 'placeboLow', 'placeboHigh'),
    rows: one.years.map(({ year, treated, synthetic, placebo: [low, high] }) =>
      row(one, String(year), treated - synthetic, low, high),
    ),
    chart: gapChart(one, language),
  }
}

function donors(one: ConvergenceReading, language: Language, suffix: string): Exhibit {
  const weights = new Map(one.weights.map(({ state, weight }) => [state, weight]))
  return {
    id: `convergence-donors${suffix}`,
    step: 'S19',
    title: words.mixture[language],
    columns: columns(language, 'state', 'weight', 'gapBefore', 'gapAfter', 'growth', 'meanEffect'),
    rows: one.gaps.map(({ state, before, after, effect }) =>
      row(
        one,
        state,
        weights.get(state) ?? missing('not-applicable', reasons.itself),
        before,
        after,
        before === 0 ? missing('not-applicable', reasons.exact) : after / before,
        effect,
      ),
    ),
  }
}

function columns(language: Language, ...titles: readonly (keyof typeof words)[]): Exhibit['columns'] {
  return titles.map((title) => ({ title: words[title][language] }))
}

function row({ evidence }: ConvergenceReading, ...cells: Cell[]): Exhibit['rows'][number] {
  return { cells, evidence }
}
