import { pointers } from '#domain/finding'
import type { Question } from '#domain/question'
import type { QuestionSet } from '#domain/question-set'
import type { Candidate } from './contradiction.ts'
import type { StandingForecast } from './standing-forecasts.ts'
import { contradictionId, tell } from './wording.ts'

/** What is told alike of a contradiction within one forecaster’s answers to a set: who, what, and on what it rests. */
export function ofForecaster<K extends Candidate['kind']>(
  kind: K,
  set: QuestionSet,
  assessor: string,
  stated: readonly { readonly question: Question; readonly forecast: StandingForecast }[],
) {
  return {
    id: contradictionId(kind, [set.id, assessor]),
    kind,
    title: tell('{title}: {who}', '{title}: {who}', { title: set.title, who: assessor }),
    agencies: [...new Set(stated.flatMap(({ forecast }) => forecast.of ?? []))].toSorted(),
    assessors: [assessor],
    pValue: null,
    adjusted: null,
    parties: [
      { kind: 'question-set' as const, id: set.id },
      ...stated.map(({ forecast }) => ({ kind: 'forecast' as const, id: forecast.id })),
    ],
    evidence: stated.flatMap(({ question }) => pointers('question', question)),
  }
}
