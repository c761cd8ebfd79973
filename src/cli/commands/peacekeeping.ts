import { SoundingsError } from '#domain/errors'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { writeWhole } from '#workbench/export'
import {
  type PeacekeepingAnswer,
  peacekeeping,
  type StateYear,
  type TargetCheck,
  type WomenShare,
} from '#workbench/peacekeeping'
import { peacekeepingFile } from '#workbench/peacekeeping-series'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly vi?: boolean
  readonly from?: string
  readonly to?: string
  readonly peers?: string
  readonly by?: string
  readonly version?: string
  readonly output?: string
}
const gatherings = ['mission', 'year', 'month', 'type'] as const
type Language = 'en' | 'vi'

/** `soundings peacekeeping STATE`: what it sends, with the share of women, against peers and targets. */
export async function run([state = '']: readonly string[], options: Given): Promise<number> {
  const by = gatherings.find((one) => one === (options.by ?? 'year'))
  if (by === undefined)
    throw new SoundingsError('call-invalid', `--by must be one of ${gatherings.join(', ')}`, {
      place: { value: options.by },
    })
  const request = {
    state,
    from: yearOf('from', options.from),
    to: yearOf('to', options.to),
    peers: options.peers?.split(',').filter((peer) => peer.trim() !== ''),
    version: options.version,
  }
  const answer = await withWorkbench(options, (workbench) => peacekeeping(workbench, request))
  if ((by === 'month' || by === 'type') && answer.basis !== 'months')
    throw new SoundingsError('call-invalid', `what is here does not tell persons by ${by}`, {
      advice:
        'Monthly reports do: soundings dataset add un-peacekeeping FILE; the layouts are in docs/command-line.md.',
    })
  if (options.output !== undefined) {
    if (answer.basis === 'recorded')
      throw new SoundingsError('dataset-absent', 'the dataset was not imported, and gives no series', {
        advice: 'Run: soundings dataset add un-peacekeeping FILE.',
      })
    const text = peacekeepingFile(answer)
    if (options.output === '-') terminal.out(text.trimEnd())
    else {
      writeWhole(options.output, text)
      terminal.say(`Wrote the series to ${options.output}.`)
    }
    return 0
  }
  if (options.json) terminal.out(JSON.stringify(answer))
  else tell(answer, by, options.vi === true ? 'vi' : 'en')
  return 0
}

function tell(answer: PeacekeepingAnswer, by: (typeof gatherings)[number], language: Language): void {
  if (by === 'year') terminal.out(columns([yearHead, ...ownYears(answer, language)]))
  else
    terminal.out(columns([[by === 'month' ? 'month' : 'year', by, 'persons', 'women'], ...parts(answer, by)]))
  if (by === 'year') {
    terminal.out(
      `\n${columns([['state', 'year', 'persons', 'women', 'rank'], ...peersLast(answer, language)])}`,
    )
    terminal.out(
      `\n${columns([['target', 'year', 'share', 'reached', ''], ...answer.targets.map((one) => targetLine(one, language))])}`,
    )
  }
  for (const { year, total } of answer.states[0]?.years ?? [])
    if (isMissing(total)) terminal.say(`${year}: ${becauseIn(total, language)}.`)
  const from = answer.basis === 'recorded' ? 'Recorded series, computed from' : 'From'
  terminal.say(`${from} ${answer.dataset} ${answer.version}. ${answer.citation}`)
  if (answer.basis !== 'months')
    terminal.say('Means of the months of a year; types of personnel are not told apart in them.')
}

const yearHead = ['year', 'persons', 'women', 'share of women', 'rank', 'among peers']

function ownYears({ states }: PeacekeepingAnswer, language: Language): readonly string[][] {
  return (states[0]?.years ?? []).map((one) =>
    isMissing(one.total)
      ? [String(one.year), language === 'vi' ? 'thiếu' : 'missing']
      : [
          String(one.year),
          String(one.total),
          amount(one.women, language),
          shareText(one.share, language),
          rankText(one.rank, language),
          rankText(one.rankAmongPeers, language),
        ],
  )
}

/** The last year in which anything is known, of the state and its peers, the greatest first. */
function peersLast({ states }: PeacekeepingAnswer, language: Language): readonly string[][] {
  const known = (one: StateYear) => !isMissing(one.total)
  const last = states[0]?.years.findLast(known)?.year
  const total = (one: StateYear | undefined) => (one === undefined || isMissing(one.total) ? -1 : one.total)
  return states
    .map(({ state, years }) => ({ state, one: years.find(({ year }) => year === last) }))
    .toSorted((a, b) => total(b.one) - total(a.one) || (a.state < b.state ? -1 : 1))
    .map(({ state, one }) => [
      state,
      String(last ?? ''),
      one === undefined ? '' : amount(one.total, language),
      one === undefined ? '' : shareText(one.share, language),
      one === undefined ? '' : rankText(one.rank, language),
    ])
}

function parts(
  { missions, types, months }: PeacekeepingAnswer,
  by: 'mission' | 'month' | 'type',
): readonly string[][] {
  if (by === 'month')
    return months.map(({ key, mission, total, women }) => [key, mission, String(total), String(women)])
  return (by === 'mission' ? missions : types).map(({ year, key, total, women }) => [
    String(year),
    key,
    String(total),
    String(women),
  ])
}

function targetLine({ types, year, share, reached, verdict }: TargetCheck, language: Language): string[] {
  const words = { above: 'above', below: 'below', across: 'cannot be told apart', 'not-told': '' }
  return [types.join(' and '), String(year), percent(share), shareText(reached, language), words[verdict]]
}

function amount(value: number | Missing, language: Language): string {
  return isMissing(value) ? becauseIn(value, language) : String(value)
}

function shareText(share: WomenShare | Missing, language: Language): string {
  if (isMissing(share)) return becauseIn(share, language)
  return `${percent(share.value)} [${share.interval.map((end) => (end * 100).toFixed(1)).join(', ')}]`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function rankText(rank: StateYear['rank'], language: Language): string {
  if (isMissing(rank)) return becauseIn(rank, language)
  return `${rank.rank}${rank.tied > 0 ? '=' : ''} of ${rank.of}`
}

function yearOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const year = Number(text)
  if (Number.isInteger(year) && year >= 1948 && year <= 2200) return year
  throw new SoundingsError('call-invalid', `--${name} must be a year`, { place: { value: text } })
}
