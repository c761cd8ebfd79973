import { SoundingsError } from '#domain/errors'
import { runWatch, seeWatches, type WatchAnswer, type WatchedDyad } from '#workbench/warnings'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal } from '../terminal.ts'

type Given = WorkspaceOptions & { json?: boolean }
type RunOptions = Given & { seed: string; events: string; from?: string }

/** `soundings watch list | run ID`: watch lists, and what they find. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf(
    'watch',
    'Watch lists: alarms on events between states, changes of positions.',
  )
  command('list', 'the watch lists').action((given: Given) => list({ ...options, ...given }))
  command('run <id>', 'alarms with the events behind them, changes of positions, and how often it cries wolf')
    .option('--events <number>', 'events told with each alarm at most', '20')
    .option('--from <month>', 'tell alarms from this month on (YYYY-MM)')
    .option('--seed <number>', 'seed of the simulations', '1')
    .action((id: string, given: RunOptions) => runOne(id, { ...options, ...given }))
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

async function list(options: Given): Promise<void> {
  const watches = await withWorkbench(options, seeWatches)
  if (options.json) return terminal.out(JSON.stringify({ watches }))
  terminal.out(
    columns(
      watches.map(({ id, title, watched, dyads = [], positions = [], falseAlarmsPerYear }) => [
        id,
        dyads.length > 0
          ? `${watched}, ${dyads.length} dyads, ${falseAlarmsPerYear} false alarms a year`
          : '-',
        `${positions.length} positions`,
        title,
      ]),
    ),
  )
}

async function runOne(id: string, options: RunOptions): Promise<void> {
  const events = Number(options.events)
  if (!(Number.isInteger(events) && events >= 0 && events <= 1000))
    throw new SoundingsError('call-invalid', '--events must be a whole number from 0 to 1000', {
      place: { value: options.events },
    })
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  process.once('SIGINT', interrupted)
  try {
    const answer = await withWorkbench(
      options,
      (workbench) =>
        runWatch(
          workbench,
          id,
          { signal: stop.signal, progress: terminal.progress },
          { events, seed: Number(options.seed) },
        ),
      'left-to-work',
    )
    terminal.out(options.json ? JSON.stringify(answer) : tell(answer, options.from ?? ''))
  } finally {
    process.off('SIGINT', interrupted)
  }
}

function tell({ watch, events, lacking, positions }: WatchAnswer, from: string): string {
  const lines = [`${watch.id}: ${watch.title}`]
  if (lacking !== null)
    lines.push(`No events of ${lacking} were imported: soundings dataset add ${lacking} FILE`)
  if (events !== null) {
    lines.push(
      `${events.watched} in ${events.dataset} ${events.version}, ${events.months[0]} to ${events.months.at(-1)}; at most ${watch.falseAlarmsPerYear} false alarms a year`,
      ...events.dyads.map((dyad) => tellDyad(dyad, from)),
      ...events.untold.map(({ dyad: [a, b], reason }) => `${a} ${b}: nothing can be said (${reason})`),
      events.citation,
    )
  }
  for (const { actor, issue, records, changes } of positions)
    lines.push(
      [
        `${actor} on ${issue}: ${records} records, ${changes.length} changes`,
        ...changes.map(
          ({ date, from: before, to, basis, restsOn: [support], kind }) =>
            `  ${date}  ${before} → ${to}${kind === 'recoded' ? ' (coded anew)' : ''}: ${basis} [${[support?.source, support?.locator ?? support?.passage].filter(Boolean).join(', ')}]`,
        ),
      ].join('\n'),
    )
  return lines.join('\n\n')
}

function tellDyad({ source, target, sides, alarms }: WatchedDyad, from: string): string {
  const head = `${source} towards ${target}`
  if (sides.length === 0) return `${head}: fewer than three years are known, nothing is watched`
  const rates = sides.map(
    ({ side, threshold, asked, observed, history }) =>
      `  ${side}: threshold ${threshold.toFixed(2)}; false alarms a year: asked ${asked}, in quiet series ${observed.perYear.toFixed(2)} (${observed.low.toFixed(2)} to ${observed.high.toFixed(2)}), in shuffled months ${history.shuffled?.perYear.toFixed(2) ?? '-'}; alarms in history ${history.alarms} in ${history.years.toFixed(1)} years`,
  )
  const told = alarms
    .filter(({ month }) => month >= from)
    .flatMap(({ month, since, side, count, usual, statistic, threshold, events }) => [
      `  ${month}  ${side} since ${since}: ${count} events, usual ${usual.toFixed(1)}; ${statistic.toFixed(2)} over ${threshold.toFixed(2)}; ${events.of} events behind it`,
      ...events.rows.map(
        (row) =>
          `      ${row['date']} ${row['code']} ${row['source_actor'] ?? row['source']} → ${row['target_actor'] ?? row['target']}`,
      ),
    ])
  return [head, ...rates, ...told].join('\n')
}
