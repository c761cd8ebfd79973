import { isDeepStrictEqual } from 'node:util'
import { type Place, SoundingsError } from '#domain/errors'
import { misfitOfForecast, misfitOfOutcome } from '#domain/fits-question'
import type { Forecast } from '#domain/forecast'
import { millisecondsOf } from '#domain/instant'
import { askedFields, type Question } from '#domain/question'
import { ambiguities, isClear } from '#domain/question-checklist'
import { statusOf } from '#domain/question-status'
import type { RecordTypes } from '#domain/record'
import type { LookUp } from './invariants.ts'

/** What a check may ask: records that come or are there, those that were there, the time, and who writes. */
export interface Asking {
  readonly lookUp: LookUp
  readonly stored: LookUp
  readonly moment: () => Promise<string>
  readonly assessor: () => Promise<string | undefined>
  /** how many forecasts were given on a question, also those that one may not see */
  readonly forecastsGiven: (question: string) => Promise<number>
  /** questions on which a settlement rests, and whose forecasts are blind to the one who writes */
  readonly blindToSettle: (settlement: RecordTypes['settlement']) => Promise<readonly string[]>
  readonly place: (field: string) => Place
}

const patience = 60_000 // ms between the clock that stamped a forecast and the one that takes it

/**
 * A forecast fits its question. On a question of the workspace it is given by its own assessor, while the question is open, with the
 * time at which it is given; it is never changed: a later one supersedes it.
 */
export async function checkForecast(forecast: Forecast, asking: Asking): Promise<void> {
  const { lookUp, stored, place } = asking
  const question = await lookUp('question', forecast.question)
  if (question === undefined) return // storage says that the question is not there
  const misfit = misfitOfForecast(forecast, question)
  if (misfit !== undefined) throw wrong(misfit.message, place(misfit.field))
  const before = await stored('question', forecast.question)
  if (before === undefined) return // the question comes with its forecasts: whoever brings both knows them already
  const old = await stored('forecast', forecast.id)
  if (old !== undefined && isDeepStrictEqual(old, forecast)) return
  await ownOnly(forecast.assessor, asking, 'forecast', 'assessor')
  if (old !== undefined)
    throw wrong('this forecast stands: give a new one, it supersedes this', place('id'), forecast.id)
  const own = `${forecast.question}/${forecast.assessor}/`
  if (!forecast.id.startsWith(own)) throw wrong(`its id begins with ${own}`, place('id'), forecast.id)
  await inTime(forecast, before, asking)
}

async function inTime(
  forecast: Forecast,
  question: Question,
  { stored, moment, place }: Asking,
): Promise<void> {
  const now = await moment()
  const status = statusOf(question, await stored('resolution', question.id), millisecondsOf(now))
  const refusal = {
    draft: `question ${question.id} is not open yet: it opens at ${question.opens}`,
    closed: `question ${question.id} closed at ${question.closes}; no forecast is taken after that`,
    resolved: `question ${question.id} is resolved; no forecast is taken any more`,
    annulled: `question ${question.id} is annulled; no forecast is taken any more`,
    appeal: `question ${question.id} is resolved; no forecast is taken any more`,
    open: undefined,
  }[status]
  if (refusal !== undefined) throw wrong(refusal, place('question'))
  const apart = millisecondsOf(forecast.at) - millisecondsOf(now)
  if (apart > 0 || apart < -patience)
    throw wrong(`a forecast bears the time at which it is given, which is ${now}`, place('at'), forecast.at)
}

/**
 * What a question asks stays once somebody has answered it; once it is closed it stays closed. A draft becomes a question when
 * its checklist is clear.
 */
export async function checkQuestion(question: Question, asking: Asking): Promise<void> {
  const { stored, moment, place, forecastsGiven } = asking
  const before = await stored('question', question.id)
  if (before === undefined || isDeepStrictEqual(before, question)) return
  const now = millisecondsOf(await moment())
  if (before.draft === true && question.draft !== true) mustBeClear(question, now, place)
  if (before.draft !== true && before.resolver !== question.resolver)
    await ownOnly(before.resolver, asking, 'change of resolver', 'resolver')
  if (before.draft !== true && millisecondsOf(before.closes) <= now && before.closes !== question.closes)
    throw wrong(
      `question ${question.id} closed at ${before.closes}, and stays so`,
      place('closes'),
      question.closes,
    )
  const { eventRate } = before
  const recounted = !isDeepStrictEqual([before.counts, before.opens], [question.counts, question.opens])
  if (eventRate !== undefined && recounted && isDeepStrictEqual(eventRate, question.eventRate))
    throw wrong(
      'the base rate was counted for other events or another opening: leave it out',
      place('eventRate'),
    )
  if ((await forecastsGiven(question.id)) === 0) return
  const later = (['criteriaVi', 'eventRate'] as const).filter((field) => before[field] !== undefined)
  const counted = eventRate === undefined ? [] : (['counts'] as const)
  for (const field of [...askedFields, ...later, ...counted])
    if (!isDeepStrictEqual(before[field], question[field]))
      throw wrong('there are forecasts on this question: what it asks stays', place(field), question[field])
}

/** @throws SoundingsError `record-invalid` naming the points that are left */
export function mustBeClear(question: Question, now: number, place: Asking['place']): void {
  const checked = ambiguities(question, now)
  if (isClear(checked)) return
  const left = checked.filter(({ state }) => state === 'problem' || state === 'to-answer')
  const told = left.map(({ point, found }) => (found.length === 0 ? point : `${point} (${found.join(', ')})`))
  throw new SoundingsError('record-invalid', `the question is still ambiguous: ${told.join('; ')}`, {
    place: place('checked'),
    advice:
      'Change its words, or answer the point under `checked`, such as `decider: the ASEAN Secretariat`.',
  })
}

/** What was coded of a commitment of the workspace, its coder codes himself. */
export async function checkCompliance(coded: RecordTypes['compliance'], asking: Asking): Promise<void> {
  const { stored } = asking
  if ((await stored('commitment', coded.commitment)) === undefined) return // both come together
  const old = await stored('compliance', coded.id)
  if (old !== undefined && isDeepStrictEqual(old, coded)) return
  await ownOnly(coded.coder, asking, 'coding', 'coder')
}

/** Forecasts that contradict are settled by who may see them; others learn not even whether they are settled. */
export async function checkSettlement(
  settlement: RecordTypes['settlement'],
  { blindToSettle, place }: Asking,
): Promise<void> {
  const [blind] = await blindToSettle(settlement)
  if (blind === undefined) return
  throw new SoundingsError('not-allowed', `the forecasts on ${blind} are still blind to you`, {
    place: { ...place('id'), value: settlement.id },
    advice: 'Give your own forecast first, or wait until the question closes.',
  })
}

/** @throws SoundingsError `record-invalid` for an outcome that the question does not allow */
export function mustFit(outcome: string | number, question: Question, place: Asking['place']): void {
  const misfit = misfitOfOutcome(outcome, question)
  if (misfit !== undefined) throw wrong(misfit.message, place(misfit.field), outcome)
}

/** @throws SoundingsError `not-allowed` if somebody else writes, or nobody is named */
export async function ownOnly(
  who: string,
  { assessor, place }: Asking,
  what: string,
  field: string,
): Promise<void> {
  const me = await assessor()
  if (me === who) return
  throw new SoundingsError(
    'not-allowed',
    me === undefined
      ? `only ${who} gives this ${what}, and nobody is named who writes`
      : `only ${who} gives this ${what}; you are ${me}`,
    { place: place(field), advice: 'Choose who you are on the page, or set SOUNDINGS_ASSESSOR.' },
  )
}

export function wrong(message: string, place: Place, value?: unknown): SoundingsError {
  return new SoundingsError('record-invalid', message, {
    place: value === undefined ? place : { ...place, value },
  })
}
