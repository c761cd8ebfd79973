import { bounds } from '#domain/date'
import { SoundingsError } from '#domain/errors'
import type { Forecast } from '#domain/forecast'
import type { Question } from '#domain/question'
import { type Belief, forecast, withdrawForecast } from '#workbench/forecasts'
import { seeQuestion } from '#workbench/questions'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly probability?: string
  readonly probabilities?: string
  readonly quantiles?: string
  readonly because?: string
  readonly arguments?: string
  readonly withdraw?: boolean
}

/** `soundings forecast QUESTION`: one's own forecast, given or withdrawn. */
export async function run(args: readonly string[], options: Given): Promise<number> {
  const [id = ''] = args
  const given = await withWorkbench(options, async (workbench) => {
    if (options.withdraw === true) return withdrawForecast(workbench, id)
    const { question } = await seeQuestion(workbench, id)
    return forecast(workbench, id, beliefOf(options, question))
  })
  terminal.out(options.json ? JSON.stringify(given) : lineOf(given))
  return 0
}

function beliefOf(options: Given, question: Question): Belief {
  const { because, probability } = options
  return {
    ...(probability === undefined ? {} : { probability: numberOf(probability, '--probability') }),
    ...(options.probabilities === undefined
      ? {}
      : { probabilities: ofOptions(options.probabilities, question) }),
    ...(options.quantiles === undefined ? {} : { quantiles: quantilesOf(options.quantiles, question) }),
    ...(because === undefined ? {} : { rationale: because }),
    ...(options.arguments === undefined ? {} : { arguments: options.arguments.split(',') }),
  }
}

function pairs(text: string, name: string): readonly (readonly [string, string])[] {
  return text.split(',').map((pair) => {
    const [left, right] = pair.split('=')
    if (left === undefined || right === undefined || right === '')
      throw new SoundingsError('call-invalid', `${name} is a list such as a=0.5,b=0.5`, {
        place: { value: pair },
      })
    return [left.trim(), right.trim()] as const
  })
}

function ofOptions(text: string, { options = [] }: Question): readonly number[] {
  const named = new Map(pairs(text, '--probabilities'))
  const stray = [...named.keys()].find((id) => options.every((option) => option.id !== id))
  if (stray !== undefined)
    throw new SoundingsError(
      'call-invalid',
      `the question has the options ${options.map(({ id }) => id).join(', ') || '(none)'}`,
      { place: { value: stray } },
    )
  return options.map(({ id }) => numberOf(named.get(id) ?? '0', '--probabilities'))
}

function quantilesOf(text: string, { kind }: Question): Belief['quantiles'] {
  return pairs(text, '--quantiles').map(([share, value]) => ({
    share: numberOf(share, '--quantiles'),
    value: kind === 'date' && value.includes('-') ? daysOf(value) : numberOf(value, '--quantiles'),
  }))
}

const day = 86_400_000

function daysOf(date: string): number {
  try {
    return Math.floor(bounds(date).earliest / day)
  } catch (cause) {
    throw new SoundingsError('call-invalid', 'a date is written 2027-03-31', {
      place: { value: date },
      cause,
    })
  }
}

function numberOf(text: string, name: string): number {
  const value = Number(text)
  if (text !== '' && Number.isFinite(value)) return value
  throw new SoundingsError('call-invalid', `${name} takes numbers`, { place: { value: text } })
}

function lineOf(given: Forecast): string {
  if (given.withdrawn === true) return `${given.id}: withdrawn`
  const told =
    given.probability ??
    given.probabilities?.join(', ') ??
    given.quantiles?.map(({ share, value }) => `${share}: ${value}`).join(', ')
  return `${given.id} (${given.at}): ${told}`
}
