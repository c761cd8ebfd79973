import type { Forecast } from '#domain/forecast'
import { millisecondsOf } from '#domain/instant'
import type { Question } from '#domain/question'
import type { ContradictionInput } from './contradiction.ts'

/** A forecast that stands, with the agency for which it counts. */
export interface StandingForecast extends Forecast {
  readonly of: string | undefined
}

/**
 * The forecasts that stand at an instant: the latest of each person on each question that is not decided, unless withdrawn. The
 * agency is the one for which it was given, else that of the person.
 */
export function standingForecasts(
  input: Pick<ContradictionInput, 'forecasts' | 'resolutions' | 'assessors' | 'at'>,
): readonly StandingForecast[] {
  const now = millisecondsOf(input.at)
  const decided = new Set(
    input.resolutions.filter(({ state }) => state !== 'reopened').map(({ question }) => question),
  )
  const agencies = new Map(input.assessors.map(({ id, agency }) => [id, agency]))
  const latest = new Map<string, Map<string, { readonly forecast: Forecast; readonly at: number }>>()
  for (const forecast of input.forecasts) {
    const { question, assessor } = forecast
    if (decided.has(question)) continue
    const at = millisecondsOf(forecast.at)
    if (at > now) continue
    let own = latest.get(question)
    if (own === undefined) {
      own = new Map()
      latest.set(question, own)
    }
    const before = own.get(assessor)
    if (before === undefined || at > before.at || (at === before.at && forecast.id > before.forecast.id))
      own.set(assessor, { forecast, at })
  }
  return [...latest.values()]
    .flatMap((own) => [...own.values()])
    .filter(({ forecast }) => forecast.withdrawn !== true)
    .map(({ forecast }) => ({ ...forecast, of: forecast.agency ?? agencies.get(forecast.assessor) }))
}

/**
 * The probability of yes of a binary question, or undefined if the forecast says none.
 *
 * @example
 * yesOf({ kind: 'binary' }, { probability: 0.4 }) // => 0.4
 */
export function yesOf(
  question: Pick<Question, 'kind'>,
  forecast: Pick<Forecast, 'probability'>,
): number | undefined {
  return question.kind === 'binary' ? forecast.probability : undefined
}
