import { Command, CommanderError } from 'commander'
import { version } from '#workbench/version'
import { tellError, terminal } from './terminal.ts'

type Options = Readonly<Record<string, unknown>>
interface CommandModule {
  run(args: readonly string[], options: Options): Promise<number>
}
interface CommandEntry {
  readonly usage: string
  readonly about: string
  readonly options: readonly (readonly [flags: string, about: string, value?: string])[]
  /** true if what follows the first word is for the command itself to read, options and all */
  readonly passThrough?: boolean
  readonly load: () => Promise<CommandModule>
}

const workspace = [
  ['--workspace <place>', 'a folder, or postgres://… (default: ./soundings-workspace)'],
  ['--clearance <handling>', 'see no more than public, restricted or confidential'],
] as const
const json = ['--json', 'one JSON document and nothing else'] as const
const why = ['--why <words>', 'why this is written'] as const

/** Every command: one file in commands/, loaded when it is called, and one entry here. */
const commands: readonly CommandEntry[] = [
  {
    usage: 'start',
    about: 'open (or create) the workspace and serve the web app and the API',
    options: [
      ...workspace,
      ['--port <number>', 'port', '4600'],
      ['--host <name>', 'address to listen on', '127.0.0.1'],
    ],
    load: () => import('./commands/start.ts'),
  },
  {
    usage: 'demo',
    about: 'load the example, run every instrument on it and print the findings',
    options: [...workspace, json, ['--vi', 'print the findings in Vietnamese']],
    load: () => import('./commands/demo.ts'),
  },
  {
    usage: 'import <files...>',
    about:
      'import records (YAML, JSON), documents (PDF, DOCX, HTML, text) or citations (BibTeX, RIS, CSL-JSON)',
    options: [
      ...workspace,
      json,
      why,
      ['--dry-run', 'check and report, write nothing'],
      ['--source <id>', 'for a document: the source it belongs to'],
    ],
    load: () => import('./commands/import.ts'),
  },
  {
    usage: 'import-forecasts <file>',
    about: 'a table of forecasts (CSV, Parquet) as questions, forecasters, forecasts and resolutions',
    options: [
      ...workspace,
      json,
      why,
      ['--dry-run', 'check and report, write nothing'],
      ['--outcomes <file>', 'table of outcomes, 0 or 1; by default the same file'],
      ['--question <columns>', 'columns that name a question together, separated by commas', 'question'],
      ['--forecaster <column>', 'who forecasts', 'forecaster'],
      ['--probability <column>', 'probability of yes', 'probability'],
      ['--percent', 'probabilities are percentages'],
      ['--outcome <column>', 'outcome, 0 or 1; empty while open', 'outcome'],
      ['--agency <column>', 'agency or group of the forecaster'],
      ['--topic <column>', 'topic of the question'],
      ['--time <column>', 'instant of the forecast; by default when the questions opened'],
      ['--opens <instant>', 'when the questions opened'],
      ['--closes <instant>', 'when they closed and were decided'],
      ['--resolver <id>', 'id of who decided them', 'forecast-table'],
      ['--criteria <words>', 'how they were decided'],
      ['--prefix <id>', 'stands before every id', 'table'],
      ['-o, --output <file>', 'write records to a file instead of the workspace; - for standard output'],
    ],
    load: () => import('./commands/import-forecasts.ts'),
  },
  {
    usage: 'export',
    about: 'write the whole workspace, or one kind of record, to a file (.yaml or .json)',
    options: [
      ...workspace,
      ['--as <kind>', 'only the records of this kind'],
      ['-o, --output <file>', 'the file; - for standard output'],
    ],
    load: () => import('./commands/export.ts'),
  },
  {
    usage: 'run <instrument> [request]',
    about:
      'run an instrument on a request (a YAML file, or -), store the analysis and print its findings and id',
    options: [
      ...workspace,
      json,
      ['--vi', 'print the findings in Vietnamese'],
      ['--all', 'for every relation, as far as the instrument can; the request is then shared by all'],
      ['--state <state>', 'with --all: the relations of this state'],
    ],
    load: () => import('./commands/run.ts'),
  },
  {
    usage: 'rerun <analysis>',
    about: 'run an analysis again from its pinned inputs; succeeds only if the bytes agree',
    options: [...workspace, json],
    load: () => import('./commands/rerun.ts'),
  },
  {
    usage: 'report <analysis>',
    about: 'write a report of an analysis, with its references',
    options: [
      ...workspace,
      ['--format <format>', 'md, html, docx or pdf', 'md'],
      ['--vi', 'in Vietnamese'],
      ['-o, --output <file>', 'the file; - for standard output'],
    ],
    load: () => import('./commands/report.ts'),
  },
  {
    usage: 'analyses',
    about: 'list the analyses',
    options: [...workspace, json, ['--case <id>', 'of one case']],
    load: () => import('./commands/analyses.ts'),
  },
  {
    usage: 'search <words...>',
    about: 'find records by their words, with or without diacritics',
    options: [
      ...workspace,
      json,
      ['--kind <kind...>', 'only these kinds'],
      ['--limit <number>', 'at most so many', '20'],
    ],
    load: () => import('./commands/search.ts'),
  },
  {
    usage: 'show <kind> <id>',
    about: 'one record with its history and what points at it',
    options: [...workspace, json],
    load: () => import('./commands/show.ts'),
  },
  {
    usage: 'undo <kind> <id>',
    about: 'take back the last version of a record; nothing is lost',
    options: [...workspace, json, why],
    load: () => import('./commands/undo.ts'),
  },
  {
    usage: 'template [kind]',
    about: 'print a commented, valid starting file for a kind of record (case, source, agreement, …)',
    options: [],
    load: () => import('./commands/template.ts'),
  },
  {
    usage: 'method [name] [words...]',
    about:
      'run one numeric method on files, without a workspace; without a name, list them; NAME --help tells its options',
    options: [json],
    passThrough: true,
    load: () => import('./commands/method.ts'),
  },
  {
    usage: 'dataset [words...]',
    about: 'public datasets: list, show ID, add ID FILE…, query ID; dataset --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('./commands/dataset.ts'),
  },
  {
    usage: 'convergence',
    about: 'did a state come closer to a group after joining, against comparable states that did not join?',
    options: [
      ...workspace,
      json,
      ['--state <state>', 'who joined'],
      ['--group <states>', 'members when it joined, separated by commas'],
      ['--joined <year>', 'year in which it joined'],
      ['--donors <states>', 'comparable states that did not join, separated by commas'],
      ['--from <year>', 'first year'],
      ['--to <year>', 'last year'],
      ['--measure <measure>', 'agreement, s, kappa or pi', 'kappa'],
      ['--record <id>', 'write it as a record of kind comparison, with the options below'],
      ['--title <words>', 'its title'],
      ['--title-vi <words>', 'its title in Vietnamese'],
      ['--actor <id>', 'the actor who joined'],
      ['--case <id>', 'the case it belongs to'],
      ['--institution <id>', 'the institution it joined'],
      ['--because <words>', 'why the donors are comparable'],
      ['--source <id>', 'the source of the votes'],
      ['-o, --output <file>', 'the file; - for standard output'],
    ],
    load: () => import('./commands/convergence.ts'),
  },
  {
    usage: 'measure',
    about:
      'what the imported datasets tell of a state and its partners: trade, votes, organizations, disputes …',
    options: [
      ...workspace,
      json,
      ['--state <state>', 'the state whose relations are measured'],
      ['--partners <states>', 'its partners, separated by commas'],
      ['--states <states>', 'every two of these states, or of all: into a .csv or .parquet file'],
      ['--years <years>', 'years, such as 1990-2014 or 2000,2005,2010'],
      ['--measures <ids>', 'measures, separated by commas; all if left out'],
      [
        '-o, --output <file>',
        'series as records; a table if the name ends in .csv or .parquet; - for standard output',
      ],
    ],
    load: () => import('./commands/measure.ts'),
  },
  {
    usage: 'baseline',
    about:
      'how many events of a class between two states: forecast from what was counted before, tested on the past',
    options: [
      ...workspace,
      json,
      ['--dataset <id>', 'imported dataset of events (default: the one that reaches furthest)'],
      ['--version <id>', 'version of it (default: the one imported last)'],
      ['--dyad <states...>', 'who acts and towards whom, with a comma between; several times for several'],
      [
        '--class <class>',
        'material-conflict, verbal-conflict, material-cooperation, verbal-cooperation, visits or all',
        'material-conflict',
      ],
      ['--months <number>', 'months ahead', '6'],
      ['--at-least <number>', 'instead: how often so many months had at least so many events'],
      ['--seed <number>', 'seed of the simulations', '1'],
    ],
    load: () => import('./commands/baseline.ts'),
  },
  {
    usage: 'watch [words...]',
    about: 'watch lists: list, run ID; watch --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('./commands/watch.ts'),
  },
  {
    usage: 'round [words...]',
    about: 'rating rounds: list, open, show ID, close ID, end ID; round --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('./commands/round.ts'),
  },
  {
    usage: 'rate <round> <relation> <criterion> <level>',
    about:
      'give, change or (once the round is closed) revise your own rating; SOUNDINGS_ASSESSOR says who you are',
    options: [
      ...workspace,
      json,
      ['--low <level>', 'lowest level thought possible'],
      ['--high <level>', 'highest level thought possible'],
      ['--because <words>', 'the reason'],
      ['--source <id>', 'evidence: a source'],
      ['--locator <place>', 'the place in it'],
    ],
    load: () => import('./commands/rate.ts'),
  },
  {
    usage: 'contradictions',
    about:
      'what contradicts: agencies, forecasters, recommendations, commitments, projections; --settle settles one',
    options: [
      ...workspace,
      json,
      ['--vi', 'tell it in Vietnamese'],
      ['--all', 'those settled too, and what could not be compared'],
      ['--rate <share>', 'share of false alarms accepted among alarms raised by a test', '0.1'],
      ['--rounding <step>', 'to what forecasters round: as-given, 0.01 or 0.05', 'as-given'],
      ['--settle <id>', 'settle this contradiction'],
      ['--decision <word>', 'agreed, both-stand, one-withdrawn or no-contradiction'],
      ['--why <words>', 'the reason'],
    ],
    load: () => import('./commands/contradictions.ts'),
  },
  {
    usage: 'mechanisms',
    about: 'who sits where at a date, who chairs when, which ministry leads, what is not recorded',
    options: [...workspace, json, ['--at <date>', 'a date such as 2020 or 2020-06-25 (default: today)']],
    load: () => import('./commands/mechanisms.ts'),
  },
  {
    usage: 'commitments',
    about: 'what was promised: what is due, what is late, how far it was kept; as a calendar with --ics',
    options: [
      ...workspace,
      json,
      ['--due <quarter>', 'due in this quarter at the latest, such as 2026-Q4'],
      ['--late', 'only what is late'],
      ['--of <id>', 'only those of this owner, ministry, mechanism or relation'],
      ['--zone <zone>', 'time zone in which days end (default: that of the machine)'],
      ['--ics <file>', 'write an iCalendar file; - for standard output'],
    ],
    load: () => import('./commands/commitments.ts'),
  },
  {
    usage: 'question [words...]',
    about:
      'questions about the future: list, show ID, open FILE, resolve ID, annul ID, reopen ID, appeal ID, answer ID; question --help tells more',
    options: workspace,
    passThrough: true,
    load: () => import('./commands/question.ts'),
  },
  {
    usage: 'forecast <question>',
    about:
      'give your own forecast, stamped with the time; SOUNDINGS_ASSESSOR says who you are; others’ are blind until yours is in',
    options: [
      ...workspace,
      json,
      ['--probability <p>', 'of yes, in [0, 1], for a binary question'],
      ['--probabilities <list>', 'of each option, such as north=0.5,south=0.3,none=0.2'],
      ['--quantiles <list>', 'such as 0.05=1,0.5=3,0.95=8; dates for a date question: 0.5=2027-03-31'],
      ['--because <words>', 'the rationale'],
      ['--arguments <ids>', 'arguments that it rests on, separated by commas'],
      ['--withdraw', 'take your forecast back; what was given is kept'],
    ],
    load: () => import('./commands/forecast.ts'),
  },
  {
    usage: 'doctor',
    about: 'check the workspace and say what is wrong and how to mend it',
    options: [...workspace, json],
    load: () => import('./commands/doctor.ts'),
  },
]

/**
 * Runs the command line.
 *
 * @param args words after the name of the program
 * @returns exit status: 0 done, 1 the program failed, 2 the input or the call is wrong
 */
export async function main(args: readonly string[]): Promise<number> {
  let status = 0
  const program = new Command('soundings')
    .description('A workbench for analysts of foreign relations: records, judgements, findings.')
    .version(version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) })
    .showHelpAfterError('Run soundings --help to see the commands.')
  for (const entry of commands) {
    const command = program.command(entry.usage).description(entry.about).exitOverride()
    for (const [flags, about, value] of entry.options) command.option(flags, about, value)
    if (entry.passThrough) command.passThroughOptions().allowUnknownOption()
    command.action(async (...given: unknown[]) => {
      const words = given
        .slice(0, -2)
        .flat()
        .filter((word) => word !== undefined) as string[] // commander passes words first
      status = await (await entry.load()).run(words, command.opts())
    })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2
    return tellError(cause, terminal)
  }
}
