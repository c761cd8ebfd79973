import type { Comparison } from '#domain/comparison'
import type { Estimate } from '#domain/finding'
import { pointers } from '#domain/finding'
import { missing } from '#domain/missing'
import { convergence } from '#numeric/convergence'
import { quantile } from '#numeric/quantile'
import type { Coefficient } from '#numeric/segmented-regression'
import { placeboTest, type SyntheticControl } from '#numeric/synthetic-control'
import type { ConvergenceReading, Input } from './model.ts'
import { reasons } from './reasons.data.ts'

/**
 * Convergence after joining an institution, for every comparison that was recorded (S19).
 *
 * @see Abadie, Diamond & Hainmueller (2010), JASA 105(490); Newey & West (1987), Econometrica 55(3)
 */
export function convergences({ comparisons }: Input): readonly ConvergenceReading[] {
  return comparisons.map(reading)
}

function reading(of: Comparison): ConvergenceReading {
  const before = of.years.filter((year) => year < of.joined).length
  const treated = Float64Array.from(of.treated.values)
  const donors = Float64Array.from(of.donors.flatMap(({ values }) => values))
  const { control, interrupted } = convergence(treated, donors, before)
  const changes = of.years.slice(1).map((year, at) => ({
    year,
    change: (of.treated.values[at + 1] ?? 0) - (of.treated.values[at] ?? 0),
  }))
  return {
    id: of.id,
    title: of.title,
    titleVi: of.titleVi ?? null,
    joined: of.joined,
    measure: of.measure,
    because: of.because,
    group: of.group,
    years: of.years.map((year, at) => ({
      year,
      treated: treated[at] ?? 0,
      se: of.treated.se?.[at] ?? missing('not-collected', reasons.noErrors),
      synthetic: control.synthetic[at] ?? 0,
      donors: of.donors.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) / of.donors.length,
      placebo: band(control.placebos, at),
    })),
    weights: of.donors.map(({ state }, at) => ({ state, weight: control.weights[at] ?? 0 })),
    gaps: [control, ...control.placebos].map(({ before, after, effect }, at) => ({
      state: at === 0 ? of.treated.state : (of.donors[at - 1]?.state ?? ''),
      before,
      after,
      effect,
    })),
    without: withoutLargest(of, before, control.weights),
    effect: {
      value: control.effect,
      interval: control.interval === null ? null : [...control.interval],
      unit: 'similarity',
      uncertainty: 'effects that the placebo test does not exclude',
    },
    p: control.p,
    placebos: control.placebos.length,
    level: control.level,
    before: control.before,
    step: estimate(interrupted.step),
    bend: estimate(interrupted.bend),
    turn: changes.reduce((most, next) => (Math.abs(next.change) > Math.abs(most.change) ? next : most)),
    evidence: pointers('comparison', of),
  }
}

/** Leave-one-out, of the one donor on which most depends (Abadie, Diamond & Hainmueller 2015, AJPS 59(2)). */
function withoutLargest(
  of: Comparison,
  before: number,
  weights: Float64Array,
): ConvergenceReading['without'] {
  const largest = weights.indexOf(Math.max(...weights))
  const rest = of.donors.filter((_, at) => at !== largest)
  if (rest.length < 2) return missing('not-applicable', reasons.fewDonors)
  const donors = Float64Array.from(rest.flatMap(({ values }) => values))
  const found = placeboTest(Float64Array.from(of.treated.values), donors, before)
  const state = of.donors[largest]?.state ?? ''
  return { state, before: found.before, effect: found.effect, p: found.p }
}

function band(placebos: readonly SyntheticControl[], at: number): readonly [number, number] {
  const sorted = placebos.map(({ gap }) => gap[at] ?? 0).toSorted((a, b) => a - b)
  return [quantile(sorted, 0.05), quantile(sorted, 0.95)]
}

function estimate({ value, interval: [low, high] }: Coefficient): Estimate {
  return {
    value,
    interval: [low, high],
    unit: 'similarity',
    uncertainty: 'sampling, errors serially correlated',
  }
}
