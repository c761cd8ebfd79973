import { SoundingsError } from '#domain/errors'
import { FlagSettlement } from '#domain/flag-settlement'
import { type ConstraintBoard, seeConstraints, settleFlag } from '#workbench/constraints'
import type { RuleQuality, Share } from '#workbench/labelled-constraints'
import { exercisesCommand } from '#workbench/labelled-exercises'
import { readLabelled } from '#workbench/labelled-file'
import { type RuleTrial, tryRules, tryRulesOn } from '#workbench/rule-quality'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal, wrap } from '../terminal.ts'

type Given = WorkspaceOptions & { json?: boolean }
type CheckOptions = Given & { vi?: boolean; only?: string; labelled?: string | true; open?: boolean }
type SettleOptions = Given & { decision?: string; why?: string }

/** `soundings constraints list | check | settle`: declared policies, and what looks like what they forbid. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf(
    'constraints',
    'Declared policies as rules: agreements and activities are held against them, each flag tells why.',
  )
  command('list', 'the policies, with text, date and rules').action((given: Given) =>
    list({ ...options, ...given }),
  )
  command(
    'check',
    'flags, with the words or facts that make them; with --labelled precision and recall of the rules',
  )
    .option('--only <constraint>', 'one policy')
    .option('--open', 'leave out flags that are settled')
    .option('--vi', 'reasons in Vietnamese')
    .option(
      '--labelled [file]',
      'try the rules on labelled records: CSV id,part,record,states,text,breaches (+field,bindingness,obligations,kind); without a file the sentences that come with Soundings, and labelled exercises if military-exercises was imported',
    )
    .action((given: CheckOptions) => check({ ...options, ...given }))
  command('settle <flag>', 'settle a flag, with the reason')
    .option('--decision <word>', FlagSettlement.shape.decision.options.join(', '))
    .option('--why <words>', 'the reason')
    .action((flag: string, given: SettleOptions) => settleOne(flag, { ...options, ...given }))
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

async function list(options: Given): Promise<void> {
  const { constraints, held, flags } = await withWorkbench(options, (workbench) => seeConstraints(workbench))
  if (options.json) return terminal.out(JSON.stringify({ constraints, held }))
  for (const { id, title, text, declared, lapsed, of, rules } of constraints) {
    const checked = held.find(({ constraint }) => constraint === id)?.checked ?? 0
    const raised = flags.filter(({ constraint }) => constraint === id)
    terminal.out(
      `${id}: ${title} (${of}, declared ${declared}${lapsed === undefined ? '' : `, lapsed ${lapsed}`})`,
    )
    terminal.out(`      “${text}”`)
    terminal.out(
      `      ${rules.length} rules: ${rules.map((rule) => `${rule.id} (${rule.strength})`).join(', ')}`,
    )
    terminal.out(
      `      ${checked} records checked, ${raised.length} flags, ${raised.filter(({ state }) => state !== 'settled').length} of them open`,
    )
  }
  if (constraints.length === 0) terminal.say('No policy is recorded: soundings template constraint')
}

async function check(options: CheckOptions): Promise<void> {
  if (options.labelled !== undefined) return tellQuality(options, options.labelled)
  const board = await withWorkbench(options, (workbench) => seeConstraints(workbench, options.only))
  if (options.json) terminal.out(JSON.stringify(board))
  else tell(board, options.vi === true ? 'vi' : 'en', options.open === true)
}

async function tellQuality(options: CheckOptions, file: string | true): Promise<void> {
  const labelled = file === true ? undefined : await readLabelled(file)
  const { quality: all, ...on } = await withWorkbench(
    options,
    async (workbench): Promise<Pick<RuleTrial, 'quality'> & Partial<RuleTrial>> =>
      labelled === undefined ? tryRules(workbench) : { quality: await tryRulesOn(workbench, labelled) },
  )
  const quality = all.filter(({ constraint }) => options.only === undefined || constraint === options.only)
  if (options.json) return terminal.out(JSON.stringify({ quality, ...on }))
  if (quality.length === 0) return terminal.say('No policy is recorded: soundings template constraint')
  terminal.out(
    columns([
      ['policy', 'part', 'flags', 'records', 'labelled', 'flagged', 'precision [95 %]', 'recall [95 %]'],
      ...quality.map((one) => [
        one.constraint,
        one.part,
        one.flags,
        String(one.records),
        String(one.labelled),
        String(one.flagged),
        shareOf(one.precision),
        shareOf(one.recall),
      ]),
    ]),
  )
  for (const one of quality.filter(({ part, flags }) => part === 'held-out' && flags === 'strong'))
    misses(one)
  for (const line of triedOn(on)) terminal.say(line)
}

function triedOn({ sentences, exercises }: Partial<RuleTrial>): readonly string[] {
  if (sentences === undefined || exercises === undefined) return []
  const { dataset, version, read, of } = exercises
  if (version === null)
    return [
      `tried on the ${sentences} sentences that come with Soundings only: the descriptions of ${of} labelled exercises are not in this workspace`,
      `to try the rules on them too, import ${dataset}: ${exercisesCommand}`,
    ]
  return [
    `tried on the ${sentences} sentences that come with Soundings and on ${read} of ${of} labelled exercises, as described in ${dataset} version ${version}`,
  ]
}

function misses({ constraint, missed, wrongly }: RuleQuality): void {
  if (missed.length > 0) terminal.say(`${constraint} misses ${missed.join(', ')}`)
  if (wrongly.length > 0) terminal.say(`${constraint} flags wrongly ${wrongly.join(', ')}`)
}

function shareOf({ value, interval }: Share): string {
  if (value === null || interval === null) return 'nothing to count'
  return `${value.toFixed(2)} [${interval.map((end) => end.toFixed(2)).join(', ')}]`
}

function tell({ flags, passedOver, held }: ConstraintBoard, language: 'en' | 'vi', openOnly: boolean): void {
  for (const { id, on, strength, triggers, state, settlement } of flags) {
    if (openOnly && state === 'settled') continue
    terminal.out(`${strength.padEnd(6)}  ${id}${state === 'open' ? '' : ` [${state}]`}`)
    terminal.out(indented(`${on.title}${on.date === null ? '' : ` (${on.date})`}`))
    for (const { rule, because, words, facts } of triggers) {
      terminal.out(indented(`${rule}: ${because[language]}`))
      for (const { field, exact, sentence } of words)
        terminal.out(indented(`  ${field}: “${exact}”${exact === sentence ? '' : ` in “${sentence}”`}`))
      for (const { fact, value } of facts) terminal.out(indented(`  ${fact}: ${value}`))
    }
    if (settlement !== null)
      terminal.out(
        indented(`${settlement.decision}: ${settlement.because} (${settlement.by ?? '-'}, ${settlement.at})`),
      )
  }
  for (const { constraint, on, words, why, by } of passedOver)
    terminal.say(`passed over: “${words.exact}” in ${on.kind} ${on.id} (${constraint}), ${why} by “${by}”`)
  for (const { constraint, checked, undated, ofOthers, before, after } of held)
    terminal.say(
      `${constraint}: ${checked} records checked (${undated} without a date); not checked: ${ofOthers} of others, ${before} before it was declared, ${after} after it lapsed`,
    )
}

async function settleOne(id: string, options: SettleOptions): Promise<void> {
  const decision = FlagSettlement.shape.decision.safeParse(options.decision)
  if (!decision.success)
    throw new SoundingsError(
      'call-invalid',
      `--decision must be one of ${FlagSettlement.shape.decision.options.join(', ')}`,
      { place: { value: options.decision } },
    )
  const because = options.why?.trim() ?? ''
  if (because === '') throw new SoundingsError('call-invalid', 'a settlement needs its reason: --why WORDS')
  const settled = await withWorkbench(options, (workbench) =>
    settleFlag(workbench, { id, decision: decision.data, because }),
  )
  terminal.out(options.json ? JSON.stringify(settled) : `${settled.id}: ${settled.decision}`)
}

function indented(text: string): string {
  return `        ${wrap(text, 104, '        ')}`
}
