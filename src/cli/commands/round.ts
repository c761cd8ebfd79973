import { isMissing } from '#domain/missing'
import { type LeafAgreement, roundAgreement } from '#workbench/rating-agreement'
import { enterRoom, type RatingRoom } from '#workbench/rating-room'
import { closeRound, endRound, openRound, type RoundEntry, seeRounds } from '#workbench/rating-rounds'
import type { Workbench } from '#workbench/workbench'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal } from '../terminal.ts'

type Given = WorkspaceOptions & { json?: boolean }
interface OpenOptions extends Given {
  readonly title: string
  readonly framework: string
  readonly year: string
  readonly relations: readonly string[]
  readonly criteria: readonly string[]
  readonly assessors: readonly string[]
  readonly coordinator?: string
}

/** `soundings round list | open | show ID | close ID | end ID`: rating rounds, blind until they are closed. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf(
    'round',
    'Rating rounds: blind until closed, then seen, discussed and revised once.',
  )
  const inside = <T>(given: Given, work: (workbench: Workbench) => Promise<T>) =>
    withWorkbench({ ...options, ...given }, work)
  command('list', 'the rounds, and how many cells each assessor has answered').action(
    async (given: Given) => {
      const rounds = await inside(given, seeRounds)
      if (given.json) terminal.out(JSON.stringify({ rounds }))
      else terminal.out(columns(rounds.map(lineOf)))
    },
  )
  command('open', 'ask named assessors to rate relations on criteria')
    .requiredOption('--title <words>', 'its title; the id is made of it')
    .option('--framework <id>', 'the framework', 'relations-depth')
    .requiredOption('--year <year>', 'the year that is judged')
    .requiredOption('--relations <ids>', 'relations, separated by commas', listOf)
    .requiredOption('--criteria <codes>', 'criteria with a scale, separated by commas', listOf)
    .requiredOption('--assessors <ids>', 'who is asked, separated by commas', listOf)
    .option('--coordinator <name>', 'who coordinates')
    .action(async (given: OpenOptions) => {
      const { criteria: leaves, year, ...asked } = given
      const id = await inside(given, (workbench) =>
        openRound(workbench, { ...asked, leaves, year: Number(year) }),
      )
      terminal.out(given.json ? JSON.stringify({ id }) : id)
    })
  command(
    'show <id>',
    'one round: your own ratings while it is open; all, with agreement, once it is closed',
  ).action(async (id: string, given: Given) => {
    const found = await inside(given, async (workbench) => {
      const room = await enterRoom(workbench, id)
      return { room, agreement: room.state === 'open' ? [] : await roundAgreement(workbench, id) }
    })
    if (given.json) terminal.out(JSON.stringify(found))
    else tell(found.room, found.agreement)
  })
  command('close <id>', 'close a round: assessors see one another and may revise once')
    .option('--even-so', 'although not all have answered everything')
    .action(async (id: string, given: Given & { evenSo?: boolean }) =>
      tellEntry(await inside(given, (workbench) => closeRound(workbench, id, given.evenSo)), given),
    )
  command('end <id>', 'end a round: nothing in it changes any more').action(
    async (id: string, given: Given) =>
      tellEntry(await inside(given, (workbench) => endRound(workbench, id)), given),
  )
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

function listOf(words: string): readonly string[] {
  return words.split(',').filter((word) => word !== '')
}

function lineOf({ round, state, progress }: RoundEntry): readonly string[] {
  return [
    round.id,
    state,
    round.opened,
    progress.map((one) => `${one.id} ${one.answered}/${one.of}`).join(', '),
  ]
}

function tellEntry(entry: RoundEntry, given: Given): void {
  terminal.out(given.json ? JSON.stringify(entry) : columns([lineOf(entry)]))
}

function tell(room: RatingRoom, agreement: readonly LeafAgreement[]): void {
  terminal.out(columns([lineOf(room)]))
  terminal.out(room.me === undefined ? 'You are no assessor here.' : `You are ${room.me}.`)
  if (room.ratings.length > 0)
    terminal.out(
      columns([
        ['relation', 'criterion', 'assessor', 'level', 'range', 'reason'],
        ...room.ratings.map(({ body }) => [
          body.relation,
          body.leaf,
          `${body.assessor}${body.revises === undefined ? '' : ' (revised)'}`,
          String(body.level),
          `${body.low ?? body.level}–${body.high ?? body.level}`,
          body.illustrative === true ? `${body.because} (illustrative)` : body.because,
        ]),
      ]),
    )
  if (agreement.length > 0)
    terminal.out(
      columns([['criterion', 'alpha, blind', '95 % interval', 'who stands apart'], ...agreement.map(agreed)]),
    )
  for (const { body, at } of room.remarks)
    terminal.out(
      `${at.slice(0, 16)} ${body.coder ?? ''} on ${body.about?.leaf}, ${body.about?.relation}: ${body.text}`,
    )
}

function agreed({ leaf, blind, apart }: LeafAgreement): readonly string[] {
  const who = isMissing(apart) ? apart.because : `${apart.assessor} by ${apart.by.toFixed(1)} levels`
  if (isMissing(blind)) return [leaf, blind.because, '', who]
  const { value, interval } = blind
  return [
    leaf,
    value.toFixed(2),
    interval === null ? '' : interval.map((end) => end.toFixed(2)).join(' to '),
    who,
  ]
}
