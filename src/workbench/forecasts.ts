import { randomBytes } from 'node:crypto'
import type { Argument } from '#domain/argument'
import { SoundingsError } from '#domain/errors'
import type { Forecast } from '#domain/forecast'
import { forecastsOn, momentOf } from '#storage/given'
import { assessorOf } from '#storage/rating-rooms'
import { readRecord } from '#storage/read-records'
import { unknownQuestion } from './questions.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** What a forecaster says of a question, in the form that its kind asks for. */
export interface Belief {
  readonly probability?: number | undefined
  readonly probabilities?: readonly number[] | undefined
  readonly quantiles?: readonly { readonly share: number; readonly value: number }[] | undefined
  readonly rationale?: string | undefined
  readonly rationaleVi?: string | undefined
  readonly arguments?: readonly string[] | undefined
}

const attempts = 20

/**
 * Gives one's own forecast, stamped with the time of the server and the agency that one speaks for at that time. A later one
 * supersedes it; none is overwritten. Two given at once are both kept.
 *
 * @throws SoundingsError `record-unknown`; `not-allowed` if nobody is named who forecasts; `record-invalid` before the opening, after
 *   the closing, for another kind of answer, for probabilities that do not sum to 1
 */
export function forecast(workbench: Workbench, question: string, belief: Belief): Promise<Forecast> {
  return give(workbench, question, belief, 'forecast given')
}

/**
 * Takes one's forecast back: from now on one has none on the question. What was given is kept.
 *
 * @throws SoundingsError as `forecast`, and `record-invalid` if there is none to take back
 */
export async function withdrawForecast(workbench: Workbench, question: string): Promise<Forecast> {
  const { db } = workbench.database
  const me = await whoForecasts(workbench)
  const last = (await forecastsOn(db, question)).findLast(({ assessor }) => assessor === me)
  if (last === undefined || last.withdrawn === true)
    throw new SoundingsError('record-invalid', `${me} has no forecast on ${question} that could be withdrawn`)
  return give(workbench, question, { withdrawn: true }, 'forecast withdrawn')
}

async function give(
  workbench: Workbench,
  question: string,
  belief: Belief & { readonly withdrawn?: true },
  why: string,
): Promise<Forecast> {
  const { database, author } = workbench
  const { db } = database
  if ((await readRecord(db, 'question', question)) === undefined) throw unknownQuestion(question)
  const assessor = await whoForecasts(workbench)
  const agency = (await readRecord(db, 'assessor', assessor))?.body.agency
  for (let attempt = 1; ; attempt++) {
    const own = (await forecastsOn(db, question)).filter((one) => one.assessor === assessor)
    const given = {
      id: `${question}/${assessor}/${numberAfter(own)}`,
      question,
      assessor,
      ...(agency === undefined ? {} : { agency }),
      at: await momentOf(db),
      ...Object.fromEntries(Object.entries(belief).filter(([, value]) => value !== undefined)),
    }
    try {
      await saveRecord(database, 'forecast', given, author(why), 0) // says nothing of what was believed: changes are not blind
      return given as Forecast // accepted by its schema when it was saved
    } catch (cause) {
      const twin = cause instanceof SoundingsError && (cause.code === 'record-changed' || stands(cause))
      if (!twin || attempt === attempts) throw cause // else one's own other forecast took the number: take the next
    }
  }
}

function stands(cause: SoundingsError): boolean {
  return cause.code === 'record-invalid' && cause.place.field === 'id'
}

function numberAfter(own: readonly Forecast[]): number {
  return Math.max(0, ...own.map(({ id }) => Number(/\/(\d+)$/.exec(id)?.[1] ?? 0))) + 1
}

export async function whoForecasts({ database }: Workbench): Promise<string> {
  const me = await assessorOf(database.db)
  if (me !== undefined) return me
  throw new SoundingsError('not-allowed', 'nobody is named who forecasts', {
    advice: 'Choose who you are on the page, or set SOUNDINGS_ASSESSOR.',
  })
}

/** A reason for or against an answer, as a forecaster writes it. */
export type Reason = Pick<Argument, 'text' | 'bears' | 'answer' | 'restsOn'>

/**
 * Writes an argument down that forecasts can rest on, here and on other questions. It is signed, so it is as blind as the forecasts
 * of its question.
 *
 * @returns its id
 * @throws SoundingsError `not-allowed` if nobody is named, `record-unknown`, `record-invalid`
 */
export async function argue(workbench: Workbench, question: string, reason: Reason): Promise<string> {
  const { database, author } = workbench
  if ((await readRecord(database.db, 'question', question)) === undefined) throw unknownQuestion(question)
  const by = await whoForecasts(workbench)
  const id = `argument-${randomBytes(6).toString('hex')}`
  await saveRecord(
    database,
    'argument',
    { ...reason, id, questions: [question], by },
    author('argument given'),
    0,
  )
  return id
}
