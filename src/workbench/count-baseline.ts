import { type CountModel, countBackTest } from '#numeric/count-back-test'
import { countInterval } from '#numeric/count-calibration'
import { type CountDistribution, countMean, countQuantile } from '#numeric/count-distribution'
import { type CountModelId, countModelIds } from '#numeric/count-models'
import type { MonthlyCounts } from '#numeric/gamma-poisson'
import { type Skill, skillOverTime } from '#numeric/skill-over-time'
import { monthAfter } from './month-after.ts'

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

/** What the models say of one series, how they fared on it before, and which is taken. */
export interface CountBaseline {
  /** the last month that is known */
  readonly until: string
  readonly forecasts: readonly { readonly model: CountModelId; readonly months: readonly MonthForecast[] }[]
  readonly backTest: readonly BackTested[]
  readonly best: BestModel
}

const firstOrigin = 48
const refit = 12

/**
 * Forecasts one series of counts by each model, and tests the models on its past.
 *
 * @param months of the counts, YYYY-MM
 * @param ahead  months forecast
 */
export function countBaseline(
  counts: MonthlyCounts,
  months: readonly string[],
  models: readonly CountModel[],
  ahead: number,
  seed: number,
): CountBaseline {
  const until = months[counts.length - 1] ?? ''
  const forecasts = models.map((model) => ({
    model: idOf(model.id),
    months: model
      .fit(counts)(counts, ahead)
      .flatMap((forecast, month) =>
        forecast === null ? [] : [monthOf(forecast, monthAfter(until, month + 1))],
      ),
  }))
  const tracks = countBackTest(counts, models, { first: firstOrigin, ahead, refit })
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
        naive === undefined || id === naive.id ? null : skillOverTime(crps, naive.crps, { block: 12, seed }),
    }),
  )
  return { until, forecasts, backTest, best: bestOf(backTest) }
}

function idOf(id: string): CountModelId {
  const found = countModelIds.find((one) => one === id)
  if (found === undefined) throw new RangeError(`idOf: there is no model ${id}`)
  return found
}

/** A forecast in the numbers that are shown. */
function monthOf(forecast: CountDistribution, month: string): MonthForecast {
  return {
    month,
    mean: countMean(forecast),
    median: countQuantile(forecast, 0.5),
    interval50: countInterval(forecast, 0.5),
    interval90: countInterval(forecast, 0.9),
  }
}

const names = {
  'gamma-poisson': { en: 'gamma-Poisson', vi: 'Gamma-Poisson' },
  smoothing: { en: 'smoothing', vi: 'san bằng mũ' },
  'seasonal-naive': { en: 'last year’s month', vi: 'cùng tháng năm trước' },
} as const

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
    because: `lowest mean score of ${best.n} forecasts: ${score} against ${next} of ${names[second.model].en}; ${held}`,
    becauseVi: `điểm sai trung bình thấp nhất trong ${best.n} dự báo: ${score} so với ${next} của ${names[second.model].vi}; ${heldVi}`,
  }
}
