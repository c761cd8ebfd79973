import { type Activity, activityKindNames } from '#domain/activity'
import { SoundingsError } from '#domain/errors'
import { type Duplicates, decideMatch, type Ledger, seeDuplicates, seeLedger } from '#workbench/ledger'
import { importIntoLedger, type LedgerReport, ledgerDatasetIds } from '#workbench/ledger-import'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal } from '../terminal.ts'
import { type NetworkOptions, tellNetwork } from './ledger-network.ts'

type Given = WorkspaceOptions & { json?: boolean }
type ImportOptions = Given & {
  from?: string
  state?: string
  years?: string
  dryRun?: boolean
  renew?: boolean
}

type ListOptions = Given & {
  state?: string
  partner?: string
  kind?: string
  years?: string
  source?: string
  limit: string
}
type DuplicateOptions = Given & { state?: string; all?: boolean }
type DecideOptions = Given & { same?: boolean; different?: boolean; counts?: string; why?: string }

/** `soundings ledger import | list | network | duplicates | decide`: the activities of armed forces, what datasets add, what tells one twice. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf('ledger', 'The ledger of defence activities.')
  command(
    'import',
    'take what an imported dataset tells of a state into the ledger: all or nothing, twice is once',
  )
    .option('--from <dataset>', ledgerDatasetIds.join(', '))
    .option('--state <state>', 'a state by any code or name')
    .option('--years <from-to>', 'such as 1990-2010 (default: all)')
    .option('--dry-run', 'report, and write nothing')
    .option('--renew', 'write anew what somebody changed after an import')
    .action((given: ImportOptions) => take({ ...options, ...given }))
  command('list', 'the activities, the latest first')
    .option('--state <state>', 'a state that takes part, by any code or name')
    .option('--partner <state>', 'and another that does')
    .option('--kind <kind>', activityKindNames.join(', '))
    .option('--years <from-to>', 'such as 1990-2010')
    .option('--source <source>', 'a dataset, or records for what persons recorded')
    .option('--limit <number>', 'activities at most', '50')
    .action((given: ListOptions) => list({ ...options, ...given }))
  command('network', 'who is tied to whom, with centralities and communities')
    .option('--state <state>', 'whose ledger it is, by any code or name')
    .option(
      '--from <source>',
      'ledger, or a dataset of all states: dcad, military-exercises, sipri-arms',
      'ledger',
    )
    .option('--years <from-to>', 'such as 1990-2010 (default: all)')
    .option('--kinds <kinds>', 'of a ledger: kinds by commas (default: the cooperative ones)')
    .option('--among <states>', 'only ties among these states, by commas')
    .option(
      '--multilateral <rule>',
      'what an activity of n adds to each two: shared is 1/(n - 1), full is 1, leave-out is nothing',
      'shared',
    )
    .option('--paths <length>', 'ways by steps, or the shorter the stronger the tie: strength', 'steps')
    .option('--weight <what>', 'of arms: activities, or tiv for the volume', 'activities')
    .option('--bootstrap <number>', 'draws for the intervals', '200')
    .option('--seed <number>', 'seed of draws and communities', '1')
    .option('--graphml <file>', 'write it as GraphML')
    .action((given: NetworkOptions & { years?: string }) =>
      tellNetwork({ ...options, ...given }, yearsOf(given.years)),
    )
  command('duplicates', 'pairs that may be one, the likeliest first, with the reasons')
    .option('--state <state>', 'only activities in which it takes part')
    .option('--all', 'those decided too')
    .action((given: DuplicateOptions) => duplicates({ ...options, ...given }))
  command('decide <first> <second>', 'decide whether two activities are one, with the reason')
    .option('--same', 'they are one')
    .option('--different', 'they are two')
    .option('--counts <activity>', 'which counts, if they are one (default: the one named first in the list)')
    .option('--why <words>', 'the reason')
    .action((first: string, second: string, given: DecideOptions) =>
      decide(first, second, { ...options, ...given }),
    )
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

async function take(options: ImportOptions): Promise<void> {
  const from = ledgerDatasetIds.find((id) => id === options.from)
  if (from === undefined)
    throw new SoundingsError('call-invalid', `--from must be one of ${ledgerDatasetIds.join(', ')}`, {
      place: { value: options.from },
    })
  if (options.state === undefined)
    throw new SoundingsError('call-invalid', 'name the state whose ledger it is: --state VNM')
  const { state, dryRun, renew } = options
  const report = await withWorkbench(options, (workbench) =>
    importIntoLedger(workbench, { from, state, ...yearsOf(options.years), dryRun, renew }),
  )
  if (options.json) terminal.out(JSON.stringify(report))
  else tell(report)
}

/** Years as `1990-2010`, `1990-` or `1990`. */
export function yearsOf(text: string | undefined): { fromYear?: number; toYear?: number } {
  if (text === undefined) return {}
  const [, first, dash, last] = /^(\d{4})?(-)?(\d{4})?$/.exec(text.trim()) ?? []
  if (first === undefined && last === undefined)
    throw new SoundingsError('call-invalid', '--years must be such as 1990-2010, 1990- or 1990', {
      place: { value: text },
    })
  return {
    ...(first === undefined ? {} : { fromYear: Number(first) }),
    ...(last === undefined
      ? dash === undefined
        ? { toYear: Number(first) }
        : {}
      : { toYear: Number(last) }),
  }
}

function tell(report: LedgerReport): void {
  const { dataset, version, state, years, rows, activities, folded, keptAsChanged, left } = report
  terminal.out(
    `${dataset} ${version}, ${state}${years === null ? '' : `, ${years.from} to ${years.to}`}: ${rows} rows, ${activities} activities${report.dryRun ? ' (nothing written)' : ''}`,
  )
  terminal.out(`  ${report.added} added, ${report.superseded} superseded, ${report.unchanged} unchanged`)
  if (folded > 0) terminal.out(`  ${folded} rows told an activity that another row tells too`)
  if (keptAsChanged > 0)
    terminal.out(
      `  ${keptAsChanged} were changed by somebody since they were imported, and left so (--renew writes them anew)`,
    )
  for (const { because, rows: n, examples } of left)
    terminal.out(
      `  ${n} rows not taken: ${because.en}${examples.length > 0 ? ` (${examples.join('; ')})` : ''}`,
    )
}

async function list(options: ListOptions): Promise<void> {
  const kind = activityKindNames.find((one) => one === options.kind)
  if (options.kind !== undefined && kind === undefined)
    throw new SoundingsError('call-invalid', `--kind must be one of ${activityKindNames.join(', ')}`, {
      place: { value: options.kind },
    })
  const limit = Number(options.limit)
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100_000))
    throw new SoundingsError('call-invalid', '--limit must be a whole number from 1 to 100000', {
      place: { value: options.limit },
    })
  const { state, partner, source } = options
  const ledger = await withWorkbench(options, (workbench) =>
    seeLedger(workbench, { state, partner, kind, source, limit, ...yearsOf(options.years) }),
  )
  if (options.json) terminal.out(JSON.stringify(ledger))
  else tellLedger(ledger)
}

function tellLedger({ activities, of, repeats, sources }: Ledger): void {
  if (activities.length > 0)
    terminal.out(
      columns(
        activities.map((one) => [
          one.date,
          one.kind,
          partiesOf(one),
          one.fromDataset?.dataset ?? 'record',
          `${one.id}${one.duplicateOf === undefined ? '' : ` = ${one.duplicateOf}`}`,
          one.title,
        ]),
      ),
    )
  terminal.say(
    `${activities.length} of ${of} activities, ${repeats} of which repeat another; ${sources.map(({ value, n }) => `${value} ${n}`).join(', ')}`,
  )
}

const mostParties = 4

function partiesOf({ participants }: Activity): string {
  const all = participants.map(({ state, actor }) => state ?? actor ?? '')
  return all.length <= mostParties
    ? all.join(' ')
    : `${all.slice(0, mostParties).join(' ')} +${all.length - mostParties}`
}

async function duplicates(options: DuplicateOptions): Promise<void> {
  const found = await withWorkbench(options, (workbench) => seeDuplicates(workbench, options.state))
  if (options.json) return terminal.out(JSON.stringify(found))
  const shown = found.candidates.filter(({ state }) => options.all === true || state !== 'decided')
  for (const candidate of shown) tellPair(candidate, found.activities)
  terminal.say(`${shown.length} pairs; ${found.candidates.length - shown.length} decided not shown`)
}

function tellPair(
  { first, second, scoreBits, reasons, state, match }: Duplicates['candidates'][number],
  activities: Duplicates['activities'],
): void {
  terminal.out(
    `${scoreBits.toFixed(0).padStart(3)} bits  ${state === 'open' ? '' : `[${state}] `}${reasons.map(({ field, level, weightBits }) => `${field} ${level} ${weightBits > 0 ? '+' : ''}${weightBits}`).join(', ')}`,
  )
  for (const id of [first, second]) {
    const one = activities[id]
    if (one !== undefined)
      terminal.out(`          ${id}: ${one.title} (${one.date}, ${one.kind}, ${partiesOf(one)})`)
  }
  if (match !== null)
    terminal.out(
      `          ${match.decision}${match.counts === undefined ? '' : `, ${match.counts} counts`}: ${match.because} (${match.by ?? '-'}, ${match.at})`,
    )
}

async function decide(first: string, second: string, options: DecideOptions): Promise<void> {
  if ((options.same === true) === (options.different === true))
    throw new SoundingsError('call-invalid', 'say --same or --different')
  const because = options.why?.trim() ?? ''
  if (because === '') throw new SoundingsError('call-invalid', 'a decision needs its reason: --why WORDS')
  const decision = options.same === true ? ('same' as const) : ('different' as const)
  const match = await withWorkbench(options, (workbench) =>
    decideMatch(workbench, { first, second, decision, counts: options.counts, because }),
  )
  terminal.out(
    options.json
      ? JSON.stringify(match)
      : `${match.decision}${match.counts === undefined ? '' : `: ${match.counts} counts`}`,
  )
}
