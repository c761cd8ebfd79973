import { setImmediate as breath } from 'node:timers/promises'
import { SoundingsError } from '#domain/errors'
import { countBackTest } from '#numeric/count-back-test'
import { countInterval } from '#numeric/count-calibration'
import { type CountDistribution, countMean, countQuantile } from '#numeric/count-distribution'
import { type CountModelId, countModelIds, countModels } from '#numeric/count-models'
import { gammaPoissonPrior } from '#numeric/gamma-poisson'
import { type Skill, skillScore } from '#numeric/skill-score'
import { type EventSeries, type EventSeriesRequest, eventSeries, monthAfter } from './event-series.ts'
import type { JobWatch } from './jobs.ts'
import type { Workbench } from './workbench.ts'

/** What is asked of a baseline. */
export interface BaselineRequest extends EventSeriesRequest {
  /** months ahead, 1 to 24 */
  readonly months: number
  readonly seed?: number | undefined
}

/** A forecast count of one month, with central intervals. */
export interface MonthForecast {
  readonly month: string
  readonly mean: number
  readonly median: number
  readonly interval50: readonly [number, number]
  readonly interval90: readonly [number, number]
}

/** How a model fared when each month in turn was taken for the last one known. */
export interface BackTested {
  readonly model: CountModelId
  /** mean score in events; null where there were too few months */
  readonly meanCrps: number | null
  readonly byAhead: readonly (number | null)[]
  /** forecasts scored */
  readonly n: number
  readonly coverage50: number | null
  readonly coverage90: number | null
  readonly pit: readonly number[]
  /** against the same month of last year, with a 90 % interval; null for that itself and where nothing was scored */
  readonly skill: Skill | null
}

/** Which model is taken for a series, and why. */
export interface BestModel {
  readonly model: CountModelId
  readonly because: string
  readonly becauseVi: string
}

export interface SeriesBaseline extends EventSeries {
  /** the last month that is known */
  readonly until: string
  readonly forecasts: readonly { readonly model: CountModelId; readonly months: readonly MonthForecast[] }[]
  readonly backTest: readonly BackTested[]
  readonly best: BestModel
}

/** Baselines of dyads, and where they come from. */
export interface BaselineAnswer {
  readonly dataset: string
  readonly version: string
  readonly citation: string
  readonly watched: string
  readonly seed: number
  readonly months: readonly string[]
  readonly missing: readonly { readonly month: string; readonly reason: string }[]
  /** what the dyads share: mean of their long-run rates (events a month) and its shape, shape of months about them, what is remembered */
  readonly prior: {
    readonly mean: number
    readonly shape: number
    readonly longMemory: number
    readonly spread: number
    readonly discount: number
    /** dyads it is learnt from */
    readonly dyads: number
  }
  readonly series: readonly SeriesBaseline[]
  readonly untold: readonly { readonly dyad: readonly [string, string]; readonly reason: string }[]
}

/** Dyads from which a prior is learnt, besides those asked. */
export const groupSize = 60
const firstOrigin = 48
const refit = 12
const fewest = 36

/**
 * Forecasts counts of events by dyad from what was counted before, by each model, and tests the models on the past.
 *
 * @throws SoundingsError `dataset-absent`; `call-invalid` for a state that is not known, months out of range, or when the file can
 *   say nothing of any dyad asked; `cancelled`
 */
export async function forecastBaselines(
  workbench: Workbench,
  request: BaselineRequest,
  watch: JobWatch,
): Promise<BaselineAnswer> {
  const { months: ahead, seed = 1 } = request
  if (!(Number.isInteger(ahead) && ahead >= 1 && ahead <= 24))
    throw new SoundingsError('call-invalid', 'months must be a whole number from 1 to 24', {
      place: { value: ahead },
    })
  if (request.dyads.length === 0) throw new SoundingsError('call-invalid', 'a baseline needs a dyad')
  const found = await eventSeries(workbench, request, groupSize)
  const { series, group, ...about } = found
  if (series.length === 0) throw nothingTold(found)
  const until = lastKnown(series)
  const told = series.map((one) => ({ ...one, counts: one.counts.slice(0, until + 1) }))
  const known = told[0]?.counts.filter((count) => count !== null).length ?? 0
  if (known < fewest)
    throw new SoundingsError(
      'call-invalid',
      `${about.dataset} covers ${known} months whole, and a baseline needs ${fewest}`,
      {
        advice: 'Import more years: soundings dataset add … --append',
      },
    )
  const panel = [...told, ...group].map(({ counts }) => counts.slice(0, until + 1))
  const models = countModels(panel, seed)
  const { rate, ...prior } = gammaPoissonPrior(panel)
  const baselines: SeriesBaseline[] = []
  for (const [at, one] of told.entries()) {
    watch.progress(at, told.length, `${one.source} ${one.target}`)
    await breath()
    if (watch.signal.aborted) throw new SoundingsError('cancelled', 'the baseline was cancelled')
    const forecasts = models.map((model) => ({
      model: idOf(model.id),
      months: model
        .fit(one.counts)(one.counts, ahead)
        .flatMap((forecast, month) =>
          forecast === null ? [] : [monthOf(forecast, monthAfter(about.months[until] ?? '', month + 1))],
        ),
    }))
    const tracks = countBackTest(one.counts, models, { first: firstOrigin, ahead, refit })
    const naive = tracks.at(-1)
    const backTest = tracks.map(
      ({ id, meanCrps, byAhead, n, calibration, crps }): BackTested => ({
        model: idOf(id),
        meanCrps,
        byAhead,
        n,
        coverage50: calibration?.coverage50 ?? null,
        coverage90: calibration?.coverage90 ?? null,
        pit: calibration?.pit ?? [],
        skill:
          naive === undefined || id === naive.id ? null : skillScore(crps, naive.crps, { block: 12, seed }),
      }),
    )
    baselines.push({
      ...one,
      until: about.months[until] ?? '',
      forecasts,
      backTest,
      best: bestOf(backTest),
    })
  }
  watch.progress(told.length, told.length, '')
  return {
    ...about,
    months: about.months.slice(0, until + 1),
    seed,
    prior: { ...prior, mean: prior.shape / rate, dyads: panel.length },
    series: baselines,
  }
}

/** The fault of asking about dyads of which the file can say nothing. */
export function nothingTold({ dataset, untold }: Pick<BaselineAnswer, 'dataset' | 'untold'>): SoundingsError {
  const said = untold.map(({ dyad: [a, b], reason }) =>
    reason === 'elsewhere'
      ? `${a} and ${b}: the files report on another part of the world`
      : `${a} and ${b}: no event between them in any month, so that nobody can say whether they are covered`,
  )
  return new SoundingsError('call-invalid', `${dataset} can say nothing of ${said.join('; ')}`, {
    advice: 'Ask another dataset of events, or other dyads.',
  })
}

function lastKnown(series: readonly EventSeries[]): number {
  const [first] = series
  return first?.counts.findLastIndex((count) => count !== null) ?? -1
}

function idOf(id: string): CountModelId {
  const found = countModelIds.find((one) => one === id)
  if (found === undefined) throw new RangeError(`idOf: there is no model ${id}`)
  return found
}

/** A forecast in the numbers that are shown. */
export function monthOf(forecast: CountDistribution, month: string): MonthForecast {
  return {
    month,
    mean: countMean(forecast),
    median: countQuantile(forecast, 0.5),
    interval50: countInterval(forecast, 0.5),
    interval90: countInterval(forecast, 0.9),
  }
}

/** The model with the lowest mean score, and in words why; the prior-sharing one where nothing could be tested. */
export function bestOf(backTest: readonly BackTested[]): BestModel {
  const scored = backTest
    .flatMap((one) => (one.meanCrps === null ? [] : [{ ...one, meanCrps: one.meanCrps }]))
    .toSorted((a, b) => a.meanCrps - b.meanCrps)
  const [best, second] = scored
  if (best === undefined || second === undefined)
    return {
      model: 'gamma-poisson',
      because: 'too few months to test the models on; this one borrows from other dyads',
      becauseVi:
        'có quá ít tháng để kiểm nghiệm các mô hình; mô hình này mượn thông tin từ các cặp nước khác',
    }
  const [score, next] = [best.meanCrps, second.meanCrps].map((value) => value.toPrecision(3))
  const { skill } = best
  const sure = skill === null ? null : skill.low > 0
  const gain =
    skill === null ? '' : `${skill.value.toFixed(2)} (${skill.low.toFixed(2)} … ${skill.high.toFixed(2)})`
  const [held, heldVi] =
    sure === null
      ? [
          'nothing beats last year’s month here',
          'ở đây không mô hình nào hơn được số của cùng tháng năm trước',
        ]
      : sure
        ? [`skill against last year’s month ${gain}`, `độ tinh so với cùng tháng năm trước ${gain}`]
        : [
            `its skill against last year’s month, ${gain}, may be chance`,
            `độ tinh so với cùng tháng năm trước, ${gain}, có thể chỉ là ngẫu nhiên`,
          ]
  return {
    model: best.model,
    because: `lowest mean score of ${best.n} forecasts: ${score} against ${next} of ${second.model}; ${held}`,
    becauseVi: `điểm sai trung bình thấp nhất trong ${best.n} dự báo: ${score} so với ${next} của ${second.model}; ${heldVi}`,
  }
}
