import { SoundingsError } from '#domain/errors'
import { rate, reviseRating } from '#workbench/rating-room'
import { seeRound } from '#workbench/rating-rounds'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly low?: string
  readonly high?: string
  readonly because?: string
  readonly source?: string
  readonly locator?: string
}

/** `soundings rate ROUND RELATION CRITERION LEVEL`: one's own rating, given, changed, or revised once the round is closed. */
export async function run(args: readonly string[], options: Given): Promise<number> {
  const [round = '', relation = '', leaf = '', level = ''] = args
  const { source, locator, because } = options
  if (because === undefined)
    throw new SoundingsError('call-invalid', 'a rating needs its reason: --because WORDS')
  const judged = {
    relation,
    leaf,
    level: numberOf(level, 'LEVEL'),
    ...(options.low === undefined ? {} : { low: numberOf(options.low, '--low') }),
    ...(options.high === undefined ? {} : { high: numberOf(options.high, '--high') }),
    because,
    ...(source === undefined ? {} : { restsOn: [{ source, ...(locator === undefined ? {} : { locator }) }] }),
  }
  const rating = await withWorkbench(options, async (workbench) => {
    const { state } = await seeRound(workbench, round)
    return state === 'open' ? rate(workbench, round, judged) : reviseRating(workbench, round, judged)
  })
  if (options.json) terminal.out(JSON.stringify(rating))
  else terminal.out(`${rating.id}: ${rating.level}`)
  return 0
}

function numberOf(text: string, name: string): number {
  const value = Number(text)
  if (text !== '' && Number.isFinite(value)) return value
  throw new SoundingsError('call-invalid', `${name} must be a number`, { place: { value: text } })
}
