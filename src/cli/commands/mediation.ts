import { SoundingsError } from '#domain/errors'
import { caseComparisonFile } from '#workbench/case-comparison'
import { writeWhole } from '#workbench/export'
import { type CasesAnswer, type CasesNotice, comparableCases } from '#workbench/mediation-cases'
import { clusterings, mediationOutcomes, recordTables } from '#workbench/mediation-record'
import { recordInContext } from '#workbench/records'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal } from '../terminal.ts'

type Given = WorkspaceOptions & { json?: boolean }
type CasesOptions = Given & {
  role: string[]
  target: string[]
  weight: string[]
  record?: string
  outcome?: string
  k?: string
  cluster?: string
  limit: string
  seed: string
  state?: string
  output?: string
}

/** `soundings mediation cases`: attempts like a target, and how often an outcome came of them. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf('mediation', 'Mediation attempts of an imported record.')
  command(
    'cases [dispute]',
    'attempts like a target, and how often an outcome came of them, by role and in all',
  )
    .option('--role <role>', 'rung that the target would take; several times for several', collect, [])
    .option(
      '--target <feature=value>',
      'what is known of the target; several times, or with commas',
      collect,
      [],
    )
    .option('--weight <feature=weight>', 'how much a feature counts (default: 1)', collect, [])
    .option('--record <record>', 'attempts (the public record) or cases (one of your own)')
    .option('--outcome <outcome>', 'agreement, peace-agreement, ceasefire or full-agreement')
    .option('--k <number>', 'only so many cases, those most alike (default: all, weighted by similarity)')
    .option('--cluster <what>', 'what hangs together in intervals: process, lead or attempt')
    .option('--state <state>', 'with a dispute: who would act in it')
    .option('-o, --output <file>', 'with a dispute: the comparison as a record; - for standard output')
    .option('--limit <number>', 'print at most so many cases', '15')
    .option('--seed <number>', 'seed of the bootstrap', '1')
    .action((dispute: string | undefined, given: CasesOptions) => cases(dispute, { ...options, ...given }))
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

function collect(word: string, before: string[]): string[] {
  return [...before, ...word.split(',').map((part) => part.trim())]
}

async function cases(dispute: string | undefined, options: CasesOptions): Promise<void> {
  const { output } = options
  if (output !== undefined && dispute === undefined)
    throw new SoundingsError('call-invalid', 'a comparison is kept for a dispute: name one', {
      advice: 'For example: soundings mediation cases rakhine --state VNM --role facilitation -o FILE',
    })
  const request = {
    record: oneOf('record', options.record, recordTables),
    outcome: oneOf('outcome', options.outcome, mediationOutcomes),
    cluster: oneOf('cluster', options.cluster, clusterings),
    roles: options.role,
    target: Object.fromEntries(options.target.map((pair) => pairOf('target', pair))),
    weights: Object.fromEntries(
      options.weight.map((pair) => pairOf('weight', pair)).map(([name, value]) => [name, Number(value)]),
    ),
    k: options.k === undefined ? undefined : whole('k', options.k, 1),
    seed: whole('seed', options.seed, 0),
  }
  const limit = whole('limit', options.limit, 0)
  const answer = await withWorkbench(options, async (workbench) => {
    if (dispute !== undefined) await recordInContext(workbench.database, 'dispute', dispute)
    return comparableCases(workbench, request)
  })
  if (output !== undefined && dispute !== undefined) {
    const text = caseComparisonFile(answer, request, { dispute, mediator: options.state })
    if (output === '-') return terminal.out(text.trimEnd())
    writeWhole(output, text)
    return terminal.say(`Wrote the comparison to ${output}; soundings import brings it into the workspace.`)
  }
  if (options.json) return terminal.out(JSON.stringify(answer))
  tell(answer, limit)
}

const warnings: Readonly<Record<CasesNotice, string>> = {
  'not-causes':
    'Rates are of what was done together and not of what one did to the other: roles are taken where they have a chance, or where all else failed.',
  'one-region':
    'All attempts are of one region and two conflicts: rates are of these, and not of mediation in general.',
  'process-not-told':
    'The record does not tell which attempts belong to one process; those with the same leading actor in the same conflict are drawn together (--cluster).',
  'actors-absent':
    'The list of actors was not imported: type is known of states only, standing of nobody (dataset add mediation mediation_actors.csv).',
  'few-clusters': 'The cases most alike come from fewer than ten clusters: intervals are too narrow.',
  'role-not-coded': 'A role asked for is not coded in this record, and was not compared.',
  'nothing-asked': 'Nothing is said of the target: only the rates of the whole record are told.',
}

function tell(answer: CasesAnswer, limit: number): void {
  const { base, comparable, difference, k } = answer
  terminal.out(
    `${answer.outcome} of ${answer.attempts} attempts (${answer.rows} rows), ${answer.from}–${answer.to}, in ${answer.clusters} clusters by ${answer.cluster}. Version ${answer.version}. ${answer.citation}`,
  )
  terminal.out(`\nAll: ${rateText(base)}`)
  if (comparable !== null) {
    terminal.out(
      `${k === null ? 'All by similarity' : `${comparable.n === 1 ? '1 attempt' : `${comparable.n} attempts`} most alike`}: ${rateText(comparable)}`,
    )
    if (difference !== null)
      terminal.out(`Difference: ${signed(difference.value)} ${between(difference.interval)}`)
  }
  terminal.out(
    `\n${columns([
      ['role', 'all', '', 'alike'],
      ...answer.byRole.map(({ role, all, alike, circular }) => [
        circular ? `${role} (coded from the outcome)` : role,
        rateText(all),
        '',
        rateText(alike),
      ]),
    ])}`,
  )
  if (answer.alike.length > 0)
    terminal.out(
      `\n${columns([
        ['similarity', 'attempt', 'year', 'mediator', 'dispute', 'roles', answer.outcome],
        ...answer.alike
          .slice(0, limit)
          .map((one) => [
            one.similarity.toFixed(2),
            one.attempt,
            String(one.year),
            one.mediator,
            one.dispute ?? '',
            one.roles.join(' '),
            one.outcome === null ? '?' : one.outcome === 1 ? (one.agreement ?? 'yes') : 'no',
          ]),
      ])}`,
    )
  for (const notice of answer.notices) terminal.say(warnings[notice])
}

/** The outer ends of both intervals; marked where whole clusters could not be drawn. */
function rateText(rate: CasesAnswer['base']): string {
  if (rate === null) return 'none'
  const { value, n, clusterInterval, outer, clusters } = rate
  return `${value.toFixed(2)} ${between(outer)}${clusterInterval === null ? ', as if independent' : ''} (${n} ${n === 1 ? 'attempt' : 'attempts'}, ${clusters} ${clusters === 1 ? 'cluster' : 'clusters'})`
}

function between(interval: readonly [number, number] | null): string {
  return interval === null ? '' : `[${interval.map((end) => end.toFixed(2).replace('-', '−')).join(', ')}]`
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
}

function oneOf<Word extends string>(name: string, given: string | undefined, words: readonly Word[]) {
  if (given === undefined) return undefined
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  throw new SoundingsError('call-invalid', `--${name} must be one of ${words.join(', ')}`, {
    place: { value: given },
  })
}

function pairOf(name: string, pair: string): readonly [string, string] {
  const at = pair.indexOf('=')
  if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  throw new SoundingsError('call-invalid', `--${name} must be feature=value`, { place: { value: pair } })
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= least) return value
  throw new SoundingsError('call-invalid', `--${name} must be a whole number from ${least}`, {
    place: { value: text },
  })
}
