import type { Forecast } from '#domain/forecast'
import { millisecondsOf } from '#domain/instant'
import type { Question } from '#domain/question'
import type { Resolution } from '#domain/resolution'
import { type Belief, beliefIn, lossOf } from './loss.ts'
import type { Input, QuestionState } from './model.ts'

/** A forecast for as long as it stood: from when it was given until the next of the same person, or the end. */
export interface Stand {
  readonly forecast: string
  readonly assessor: string
  readonly agency: string | null
  readonly belief: Belief
  /** milliseconds since 1970 */
  readonly from: number
  readonly until: number
  /** score 0–1 and minus the logarithm of the chance given to what happened; null where the question is not resolved */
  readonly loss: number | null
  readonly log: number | null
}

/** A question with the forecasts that stood while it was open. */
export interface Timeline {
  readonly question: Question
  readonly resolution: Resolution | null
  readonly state: QuestionState
  /** when it opened, and until when forecasts count: its close, or when the answer became known */
  readonly from: number
  readonly until: number
  /** when the answer is or should be known: horizons are counted back from it */
  readonly known: number
  readonly stands: readonly Stand[]
  /** forecasts that do not count, because they came too late or do not fit the question */
  readonly late: number
  readonly unfit: number
}

/** Forecasts of every question in the order of time, each with how long it stood. */
export function timelines({
  request,
  questions,
  forecasts,
  resolutions,
}: Pick<Input, 'questions' | 'forecasts' | 'resolutions'> & {
  readonly request: Pick<Input['request'], 'cutoff'>
}): readonly Timeline[] {
  const byQuestion = Map.groupBy(forecasts, ({ question }) => question)
  const resolved = new Map(resolutions.map((resolution) => [resolution.question, resolution]))
  const cutoff = request.cutoff === undefined ? undefined : millisecondsOf(request.cutoff)
  return questions.map((question) =>
    timeline(question, resolved.get(question.id) ?? null, byQuestion.get(question.id) ?? [], cutoff),
  )
}

function timeline(
  question: Question,
  resolution: Resolution | null,
  forecasts: readonly Forecast[],
  cutoff: number | undefined,
): Timeline {
  const from = millisecondsOf(question.opens)
  const closes = millisecondsOf(question.closes)
  const knownSince = resolution?.knownSince === undefined ? undefined : millisecondsOf(resolution.knownSince)
  const state: QuestionState = resolution === null ? 'open' : resolution.state
  const ends = Math.min(closes, knownSince ?? closes)
  const ordered = forecasts
    .map((forecast) => ({ forecast, at: millisecondsOf(forecast.at) }))
    .toSorted((a, b) => a.at - b.at || (a.forecast.id < b.forecast.id ? -1 : 1))
  const lastGiven = ordered.findLast(({ at }) => at < ends)?.at ?? from
  // a question still open is seen as of the cut-off, or as of the day after its last forecast
  const until = Math.max(from, state === 'resolved' ? ends : Math.min(ends, cutoff ?? lastGiven + dayMs))
  const inTime = ordered.filter(({ at }) => at < ends)
  const fits = inTime.filter(
    ({ forecast }) => forecast.withdrawn === true || beliefIn(question, forecast) !== null,
  )
  const stands = [...Map.groupBy(fits, ({ forecast }) => forecast.assessor).values()].flatMap((own) =>
    own.flatMap(({ forecast, at }, place): Stand[] => {
      const belief = forecast.withdrawn === true ? null : beliefIn(question, forecast)
      const begin = Math.max(from, at)
      const end = Math.min(until, Math.max(begin, own[place + 1]?.at ?? until))
      if (belief === null || end <= begin) return []
      const scored = state === 'resolved' && resolution !== null ? lossOf(question, resolution, belief) : null
      return [
        {
          forecast: forecast.id,
          assessor: forecast.assessor,
          agency: forecast.agency ?? null,
          belief,
          from: begin,
          until: end,
          loss: scored?.loss ?? null,
          log: scored?.log ?? null,
        },
      ]
    }),
  )
  return {
    question,
    resolution,
    state,
    from,
    until,
    known: knownSince ?? millisecondsOf(question.resolves),
    stands: stands.toSorted((a, b) => a.from - b.from || (a.forecast < b.forecast ? -1 : 1)),
    late: ordered.length - inTime.length,
    unfit: inTime.length - fits.length,
  }
}

const dayMs = 86_400_000

/** The forecasts that stand at an instant, the oldest first. */
export function standingAt({ stands }: Timeline, at: number): readonly Stand[] {
  return stands.filter(({ from, until }) => from <= at && at < until)
}
