import { quantile } from '#numeric/quantile'
import { random } from '#numeric/random'
import type { ForecastRows } from './forecasts-file.ts'

/** Scores of all rows, and what is needed to compare each with the others on its question. */
export interface ScoringContext {
  readonly rows: ForecastRows
  readonly brier: Float64Array
  readonly log: Float64Array
  /** Brier score of a row less the mean of the other forecasters on its question; undefined where there is no other */
  readonly excess: Float64Array
  readonly compared: Uint8Array
  readonly draws: number
  readonly seed: number
}

/** Scores of every row of a table. */
export function scoringContext(
  rows: ForecastRows,
  outcome: Uint8Array,
  asked: { readonly draws: number; readonly seed: number },
): ScoringContext {
  const { n, question, forecaster, probability } = rows
  const brier = Float64Array.from(
    { length: n },
    (_, at) => ((probability[at] ?? 0) - (outcome[at] ?? 0)) ** 2,
  )
  const log = Float64Array.from({ length: n }, (_, at) => {
    const p = outcome[at] === 1 ? (probability[at] ?? 0) : 1 - (probability[at] ?? 0)
    return p === 1 ? 0 : -Math.log(p)
  })
  const sum = new Float64Array(rows.questions.length)
  const count = new Float64Array(rows.questions.length)
  const own = new Map<number, { sum: number; count: number }>()
  const key = (at: number) => (question[at] ?? 0) * rows.forecasters.length + (forecaster[at] ?? 0)
  for (let at = 0; at < n; at++) {
    const q = question[at] ?? 0
    sum[q] = (sum[q] ?? 0) + (brier[at] ?? 0)
    count[q] = (count[q] ?? 0) + 1
    const its = own.get(key(at))
    if (its === undefined) own.set(key(at), { sum: brier[at] ?? 0, count: 1 })
    else {
      its.sum += brier[at] ?? 0
      its.count++
    }
  }
  const compared = new Uint8Array(n)
  const excess = Float64Array.from({ length: n }, (_, at) => {
    const q = question[at] ?? 0
    const its = own.get(key(at)) ?? { sum: 0, count: 0 }
    const others = (count[q] ?? 0) - its.count
    if (others === 0) return 0
    compared[at] = 1
    return (brier[at] ?? 0) - ((sum[q] ?? 0) - its.sum) / others
  })
  return { rows, brier, log, excess, compared, ...asked }
}

/** A mean logarithmic score, or why there is none. */
export function meanLog(
  log: Float64Array,
  rows: readonly number[] | undefined,
): { readonly mean: number | null; readonly impossible: number; readonly because?: string } {
  let [sum, impossible] = [0, 0]
  const n = rows?.length ?? log.length
  for (let i = 0; i < n; i++) {
    const value = log[rows?.[i] ?? i] ?? 0
    if (value === Number.POSITIVE_INFINITY) impossible++
    else sum += value
  }
  if (impossible === 0) return { mean: sum / n, impossible }
  return {
    mean: null,
    impossible,
    because: `${impossible} forecasts gave no chance to what happened: the score is infinite`,
  }
}

/** Scores of each group of rows, the best against the others first. */
export function scoresByGroup(context: ScoringContext, names: readonly string[], group: Int32Array) {
  const members = names.map((): number[] => [])
  for (const [row, at] of group.entries()) members[at]?.push(row)
  return names
    .map((name, at) => {
      const rows = members[at] ?? []
      const against = rows.filter((row) => context.compared[row] === 1)
      const log = meanLog(context.log, rows)
      return {
        name,
        n: rows.length,
        questions: new Set(rows.map((row) => context.rows.question[row])).size,
        brier: mean(context.brier, rows),
        brierInterval: spreadOfMean(context, context.brier, rows),
        log: log.mean,
        againstOthers: against.length === 0 ? null : mean(context.excess, against),
        againstOthersInterval: spreadOfMean(context, context.excess, against),
        ...(log.because === undefined ? {} : { logBecause: log.because }),
        ...(against.length === 0 ? { because: 'nobody else forecast these questions' } : {}),
      }
    })
    .toSorted((a, b) => (a.againstOthers ?? 2) - (b.againstOthers ?? 2) || (a.name < b.name ? -1 : 1))
}

function mean(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length
}

/**
 * 95 % interval of a mean by drawing whole questions, because forecasts of one question stand or fall together; null with fewer than two
 * questions or without draws.
 */
export function spreadOfMean(
  { rows: { question, n }, draws, seed }: ScoringContext,
  values: Float64Array,
  rows: readonly number[] | undefined,
): readonly [number, number] | null {
  const perQuestion = new Map<number, { sum: number; count: number }>()
  const size = rows?.length ?? n
  for (let i = 0; i < size; i++) {
    const row = rows?.[i] ?? i
    const q = question[row] ?? 0
    const its = perQuestion.get(q)
    if (its === undefined) perQuestion.set(q, { sum: values[row] ?? 0, count: 1 })
    else {
      its.sum += values[row] ?? 0
      its.count++
    }
  }
  if (perQuestion.size < 2 || draws === 0) return null
  const sums = Float64Array.from([...perQuestion.values()], ({ sum }) => sum)
  const counts = Float64Array.from([...perQuestion.values()], ({ count }) => count)
  const next = random(seed)
  const means = Float64Array.from({ length: draws }, () => {
    let [sum, count] = [0, 0]
    for (let drawn = 0; drawn < sums.length; drawn++) {
      const at = Math.floor(next() * sums.length)
      sum += sums[at] ?? 0
      count += counts[at] ?? 0
    }
    return sum / count
  }).sort()
  return [quantile(means, 0.025), quantile(means, 0.975)]
}
