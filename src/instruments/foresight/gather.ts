import { SoundingsError } from '#domain/errors'
import type { EvidenceReader } from '#domain/evidence-reader'
import { millisecondsOf } from '#domain/instant'
import type { Input, Request } from './model.ts'

/**
 * Asks for the questions, and for all that is forecast, resolved, projected, advised and promised about them, as far as it was
 * written by the cut-off.
 *
 * @throws SoundingsError `record-unknown` if the question or the baseline asked for is not there
 */
export async function gather(request: Request, evidence: EvidenceReader): Promise<Input> {
  const until = request.cutoff === undefined ? Number.POSITIVE_INFINITY : millisecondsOf(request.cutoff)
  const known = (instant: string) => millisecondsOf(instant) <= until
  const counts = ({ illustrative }: { readonly illustrative?: boolean | undefined }) =>
    request.illustrative === 'include' || illustrative !== true
  const all = () => true
  const resolutions = await evidence.all('resolution', ({ at }) => known(at))
  const decided = new Set(resolutions.map(({ question }) => question))
  const questions = await evidence.all(
    'question',
    (question) =>
      known(question.opens) && counts(question) && (request.open === 'include' || decided.has(question.id)),
  )
  if (request.question !== undefined && !questions.some(({ id }) => id === request.question))
    throw unknown('question', request.question, 'question')
  const asked = new Set(questions.map(({ id }) => id))
  const assessors = await evidence.all('assessor', all)
  if (request.baseline !== undefined && !assessors.some(({ id }) => id === request.baseline))
    throw unknown('assessor', request.baseline, 'baseline')
  return {
    request,
    questions,
    resolutions: resolutions.filter(({ question }) => asked.has(question)),
    forecasts: await evidence.all(
      'forecast',
      (forecast) => asked.has(forecast.question) && known(forecast.at) && counts(forecast),
    ),
    assessors,
    questionSets: await evidence.all('question-set', all),
    projections: await evidence.all('projection', counts),
    recommendations: await evidence.all('recommendation', counts),
    commitments: await evidence.all('commitment', all),
    drivers: await evidence.all('driver', counts),
    settlements: await evidence.all(
      'settlement',
      ({ at, questions: of }) => known(at) && (of === undefined || of.some((id) => asked.has(id))),
    ),
  }
}

function unknown(kind: string, id: string, field: string): SoundingsError {
  return new SoundingsError('record-unknown', `there is no ${kind} ${id} by then`, {
    place: { field, value: id },
  })
}
