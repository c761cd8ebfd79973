import { bounds } from './date.ts'
import type { Forecast } from './forecast.ts'
import type { Question } from './question.ts'

type Belief = Pick<Forecast, 'probability' | 'probabilities' | 'quantiles' | 'withdrawn'>
type Kind = Pick<Question, 'kind' | 'options' | 'range' | 'dates'>

/** What is wrong in a record: the field, and a sentence without it. */
export interface Misfit {
  readonly field: string
  readonly message: string
}

/**
 * What of a forecast does not fit the kind of its question: another form of answer, another number of options.
 *
 * @example
 * misfitOfForecast({ probability: 0.3 }, { kind: 'numeric', range: [0, 9] }) // => { field: 'probability', message: 'a numeric question is answered with quantiles' }
 */
export function misfitOfForecast(forecast: Belief, question: Kind): Misfit | undefined {
  const wanted = formOf[question.kind]
  const given = (['probability', 'probabilities', 'quantiles'] as const).filter(
    (form) => forecast[form] !== undefined,
  )
  const stray = given.find((form) => form !== wanted)
  if (stray !== undefined)
    return { field: stray, message: `a ${question.kind} question is answered with ${words[wanted]}` }
  const options = question.options?.length
  if (forecast.probabilities !== undefined && forecast.probabilities.length !== options)
    return {
      field: 'probabilities',
      message: `the question has ${options} options, and the forecast ${forecast.probabilities.length} probabilities`,
    }
  return undefined
}

const formOf = {
  binary: 'probability',
  categorical: 'probabilities',
  numeric: 'quantiles',
  date: 'quantiles',
} as const
const words = {
  probability: 'one probability',
  probabilities: 'a probability for each option',
  quantiles: 'quantiles',
}

/**
 * What of an outcome does not fit the kind of its question.
 *
 * @example
 * misfitOfOutcome('maybe', { kind: 'binary' }) // => { field: 'outcome', message: 'a binary question comes out yes or no' }
 */
export function misfitOfOutcome(outcome: string | number, { kind, options }: Kind): Misfit | undefined {
  const wrong = (message: string) => ({ field: 'outcome', message })
  if (kind === 'binary')
    return outcome === 'yes' || outcome === 'no' ? undefined : wrong('a binary question comes out yes or no')
  if (kind === 'numeric')
    return typeof outcome === 'number' ? undefined : wrong('a numeric question comes out as a number')
  if (kind === 'categorical')
    return options?.some(({ id }) => id === outcome)
      ? undefined
      : wrong(`it comes out as one of ${options?.map(({ id }) => id).join(', ')}`)
  return isDate(String(outcome))
    ? undefined
    : wrong('a date question comes out as a date, such as 2027-03-31')
}

function isDate(text: string): boolean {
  try {
    return bounds(text).earliest <= bounds(text).latest
  } catch {
    return false // no date: that is the answer
  }
}
