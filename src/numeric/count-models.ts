import type { CountModel } from './count-back-test.ts'
import { fitSmoothing } from './exponential-smoothing.ts'
import {
  type GammaPoissonPrior,
  gammaPoissonForecast,
  gammaPoissonPrior,
  type MonthlyCounts,
} from './gamma-poisson.ts'
import { random } from './random.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { smoothingForecast } from './smoothing-forecast.ts'

/** The models that forecast counts, the naive one last. */
export const countModelIds = ['gamma-poisson', 'smoothing', 'seasonal-naive'] as const
export type CountModelId = (typeof countModelIds)[number]

const paths = 300

/**
 * The three models of counts: gamma-Poisson with a prior that the group shares, exponential smoothing, and the same month of
 * last year. Of the group only what was known at the month from which one forecasts is used.
 *
 * @param group series of the same months, from which the prior is learnt
 * @param seed  of the simulated paths of the smoothing
 * @see Harvey & Fernandes (1989); Hyndman, Koehler, Ord & Snyder (2008); Hyndman & Athanasopoulos (2021), 5.2
 * @example
 * countModels([[1, 2]], 1).map(({ id }) => id) // => ['gamma-poisson', 'smoothing', 'seasonal-naive']
 */
export function countModels(group: readonly MonthlyCounts[], seed: number): readonly CountModel[] {
  const priors = new Map<number, GammaPoissonPrior>()
  const priorAt = (months: number) => {
    const found = priors.get(months)
    if (found !== undefined) return found
    const known = group.map((counts) => counts.slice(0, months))
    const before = [...priors.keys()].filter((one) => one < months)
    const prior = gammaPoissonPrior(known, priors.get(Math.max(-1, ...before)))
    priors.set(months, prior)
    return prior
  }
  return [
    {
      id: 'gamma-poisson',
      fit(fitted) {
        const prior = priorAt(fitted.length)
        return (known, ahead) => gammaPoissonForecast(known, prior, ahead)
      },
    },
    {
      id: 'smoothing',
      fit(fitted) {
        if (fitted.filter((count) => count !== null).length < 12) return (_, ahead) => each(ahead, () => null)
        const smoothing = fitSmoothing(fitted)
        return (known, ahead) => smoothingForecast(known, smoothing, ahead, paths, random(seed, known.length))
      },
    },
    {
      id: 'seasonal-naive',
      fit: () => (known, ahead) => each(ahead, (month) => seasonalNaive(known, month)),
    },
  ]
}

function each<T>(ahead: number, of: (month: number) => T): T[] {
  return Array.from({ length: ahead }, (_, month) => of(month + 1))
}
