import { rangeOf } from './agency-samples.ts'
import type { Candidate, ContradictionInput } from './contradiction.ts'
import { ofForecaster } from './of-forecaster.ts'
import type { StandingForecast } from './standing-forecasts.ts'
import { figure, named, percent, tell } from './wording.ts'

/**
 * Forecasters whose quantiles cross between numeric questions of which each is entailed by the one before (what is reached by 2027 is at
 * least reached by 2028): the earlier one lies above the later one at a share that both state.
 *
 * @param input    what the one who looks may see
 * @param standing the forecasts of it that stand
 */
export function crossedQuantiles(
  input: ContradictionInput,
  standing: readonly StandingForecast[],
): readonly Candidate[] {
  const byPerson = Map.groupBy(standing, ({ assessor }) => assessor)
  return input.questionSets
    .filter(({ logic }) => logic === 'monotone' || logic === 'implies')
    .flatMap((set) =>
      [...byPerson].flatMap(([assessor, own]) => {
        const stated = set.questions.flatMap((id) => {
          const question = input.questions.find((one) => one.id === id)
          const forecast = own.find((one) => one.question === id)
          const quantiles = forecast?.quantiles
          return question?.kind !== 'numeric' || forecast === undefined || quantiles === undefined
            ? []
            : [{ question, forecast, quantiles }]
        })
        const crossings = stated.flatMap((early, at) =>
          stated.slice(at + 1).flatMap((late) =>
            early.quantiles.flatMap(({ share, value }) => {
              const other = late.quantiles.find((one) => one.share === share)
              return other === undefined || other.value >= value
                ? []
                : [{ early, late, share, value, other: other.value }]
            }),
          ),
        )
        const worst = crossings.toSorted((a, b) => b.value - b.other - (a.value - a.other))[0]
        if (worst === undefined) return []
        const { early, late, share, value, other } = worst
        const [low, high] = rangeOf(early.question)
        const found: Candidate = {
          ...ofForecaster('quantiles', set, assessor, stated),
          explanation: tell(
            'With {share} it lies below {value} for “{early}”, yet below {other} for “{late}”, which can be no smaller.',
            'Với {share}, giá trị nằm dưới {value} ở “{early}”, nhưng dưới {other} ở “{late}”, vốn không thể nhỏ hơn.',
            {
              share: percent(share),
              value: figure(value),
              other: figure(other),
              early: named(early.question),
              late: named(late.question),
            },
          ),
          severity: Math.min(1, (value - other) / (high - low)),
          question: late.question.id,
          picture: {
            form: 'marks',
            unit: 'value',
            unitName: early.question.unit ?? null,
            marks: [early, late].map(({ question, quantiles }) => ({
              label: named(question),
              value: quantiles.find((one) => one.share === share)?.value ?? 0,
              interval: [quantiles[0]?.value ?? 0, quantiles.at(-1)?.value ?? 0] as const,
              points: quantiles.map((one) => one.value),
            })),
            sum: null,
          },
          illustrative: stated.some(({ forecast }) => forecast.illustrative === true),
        }
        return [found]
      }),
    )
}
