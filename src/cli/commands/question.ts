import { readFileSync } from 'node:fs'
import { SoundingsError } from '#domain/errors'
import { questionStatuses } from '#domain/question-status'
import type { Resolution } from '#domain/resolution'
import { openQuestion } from '#workbench/open-question'
import { keepEventRate } from '#workbench/question-baseline'
import { type QuestionEntry, type QuestionPage, seeQuestion, seeQuestions } from '#workbench/questions'
import { parseRecords } from '#workbench/record-file'
import {
  annulQuestion,
  answerAppeal,
  appealResolution,
  reopenQuestion,
  resolveQuestion,
} from '#workbench/resolutions'
import type { Workbench } from '#workbench/workbench'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { subcommandsOf } from '../subcommands.ts'
import { columns, terminal } from '../terminal.ts'

type Given = WorkspaceOptions & { json?: boolean }
type Because = Given & { because: string }

/** `soundings question list | show | open | baseline | resolve | annul | reopen | appeal | answer`. */
export async function run(args: readonly string[], options: WorkspaceOptions): Promise<number> {
  const { program, command } = subcommandsOf(
    'question',
    'Questions about the future: forecasts are blind until your own is in or the question is closed.',
  )
  const inside = <T>(given: Given, work: (workbench: Workbench) => Promise<T>) =>
    withWorkbench({ ...options, ...given }, work)
  command('list', 'the questions, open ones first')
    .option('--status <status>', questionStatuses.join(', '))
    .option('--topic <topic>', 'of this topic')
    .option('--agency <name>', 'on which this agency gave a forecast that you may see')
    .option('--text <words>', 'with these words')
    .option('--mine', 'on which you have a forecast')
    .option('--not-mine', 'on which you have none yet')
    .option('--limit <number>', 'at most so many', '50')
    .action(async (given: ListOptions) => {
      const found = await inside(given, (workbench) => seeQuestions(workbench, filterOf(given)))
      terminal.out(given.json ? JSON.stringify(found) : columns(found.questions.map(lineOf)))
    })
  command(
    'show <id>',
    'one question: its checklist, your forecasts; all of them once they are not blind',
  ).action(async (id: string, given: Given) => {
    const page = await inside(given, (workbench) => seeQuestion(workbench, id))
    if (given.json) terminal.out(JSON.stringify(page))
    else tell(page)
  })
  command(
    'open <file>',
    'open the questions of a YAML file (soundings template question) whose checklist is clear',
  ).action(async (file: string, given: Given) => {
    const ids = await inside(given, async (workbench) => {
      const opened: string[] = []
      for (const { write } of readQuestions(file))
        if (write.kind === 'question' && write.body !== null)
          opened.push(await openQuestion(workbench, write.body))
      return opened
    })
    terminal.out(given.json ? JSON.stringify({ ids }) : ids.join('\n'))
  })
  command(
    'baseline <id>',
    'count how often events came to its number before it opened, and keep that as the baseline of its scores',
  ).action(async (id: string, given: Given) => {
    const kept = await inside(given, (workbench) => keepEventRate(workbench, id))
    const { probability, interval, because } = kept.rate
    const [low, high] = interval.map((end) => end.toFixed(2))
    terminal.out(
      given.json
        ? JSON.stringify(kept)
        : `${probability.toFixed(2)} (90 %: ${low} to ${high}), ${because}${kept.isNew ? '' : ' (kept before)'}`,
    )
  })
  command('resolve <id>', 'say how it came out; only its resolver may')
    .requiredOption('--outcome <answer>', 'yes, no, the id of an option, a number or a date')
    .requiredOption('--because <words>', 'the reason')
    .option('--known-since <instant>', 'when the answer became known, such as 2027-03-01T17:00:00+07:00')
    .action(async (id: string, given: Because & { outcome: string; knownSince?: string }) =>
      told(
        given,
        await inside(given, async (workbench) => {
          const { question } = await seeQuestion(workbench, id)
          const outcome = question.kind === 'numeric' ? Number(given.outcome) : given.outcome
          return resolveQuestion(workbench, id, {
            outcome,
            because: given.because,
            knownSince: given.knownSince,
          })
        }),
      ),
    )
  const steps = [
    ['annul <id>', 'no forecast on it is scored', annulQuestion],
    ['reopen <id>', 'its resolution is kept, its forecasts count again', reopenQuestion],
    ['appeal <id>', 'object to its resolution', appealResolution],
  ] as const
  for (const [usage, about, step] of steps)
    command(usage, about)
      .requiredOption('--because <words>', 'the reason')
      .action(async (id: string, given: Because) =>
        told(given, await inside(given, (workbench) => step(workbench, id, given.because))),
      )
  command('answer <id> <answer>', 'answer an appeal: upheld or rejected; only the resolver may')
    .requiredOption('--because <words>', 'the reason')
    .action(async (id: string, answer: string, given: Because) => {
      if (answer !== 'upheld' && answer !== 'rejected')
        throw new SoundingsError('call-invalid', 'an appeal is upheld or rejected', {
          place: { value: answer },
        })
      told(given, await inside(given, (workbench) => answerAppeal(workbench, id, answer, given.because)))
    })
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
  return 0
}

interface ListOptions extends Given {
  readonly status?: string
  readonly topic?: string
  readonly agency?: string
  readonly text?: string
  readonly mine?: boolean
  readonly notMine?: boolean
  readonly limit: string
}

function filterOf({ status: asked, topic, agency, text, mine, notMine, limit }: ListOptions) {
  const status = questionStatuses.find((one) => one === asked)
  if (asked !== undefined && status === undefined)
    throw new SoundingsError('call-invalid', `--status is one of ${questionStatuses.join(', ')}`, {
      place: { value: asked },
    })
  const own = mine === true ? ('given' as const) : notMine === true ? ('missing' as const) : undefined
  return { status, topic, agency, text, limit: Number(limit), mine: own }
}

function readQuestions(file: string) {
  try {
    return parseRecords(readFileSync(file === '-' ? 0 : file, 'utf8'), file).records
  } catch (cause) {
    if (cause instanceof SoundingsError) throw cause
    throw new SoundingsError('file-not-found', 'it cannot be read', { place: { file }, cause })
  }
}

function lineOf({ question, status, given, mine }: QuestionEntry): readonly string[] {
  return [
    question.id,
    status,
    question.closes,
    `${given.forecasts} forecasts of ${given.forecasters}`,
    given.median === undefined ? 'blind or no median' : `median ${given.median.toFixed(2)}`,
    mine === undefined ? '' : `yours ${beliefOf(mine)}`,
    question.illustrative === true ? `${question.title} (illustrative)` : question.title,
  ]
}

function tell(page: QuestionPage): void {
  const { question, checklist, forecasts, seen, resolution } = page
  terminal.out(columns([lineOf(page)]))
  terminal.out(question.criteria)
  for (const { point, state, found, answer } of checklist)
    terminal.out(`${point}: ${state} ${answer ?? found.join(', ')}`.trimEnd())
  if (resolution !== undefined) tellResolution(resolution)
  terminal.out(page.me === undefined ? 'You are no assessor here.' : `You are ${page.me}.`)
  if (!seen) terminal.out('What others forecast is blind until yours is in or the question is closed.')
  tellPool(page)
  if (forecasts.length > 0)
    terminal.out(
      columns(
        forecasts.map((one) => [one.at, one.assessor, one.agency ?? '', beliefOf(one), one.rationale ?? '']),
      ),
    )
}

/** The pool of all and of each agency, where it is a number or a date and one may see it. */
function tellPool({ question, pools }: QuestionPage): void {
  const [median] = pools
  if (median === undefined) return
  const said = (days: number) =>
    question.kind === 'date'
      ? new Date(Math.round(days) * 86_400_000).toISOString().slice(0, 10)
      : `${Number(days.toFixed(4))}`
  terminal.out('pooled by the median of quantiles (5, 25, 50, 75, 95 % below):')
  terminal.out(
    columns(
      median.lines
        .filter(({ of }) => of !== 'forecaster')
        .map(({ of, id, forecasters, values }) => [
          of === 'pool' ? 'all' : id,
          `of ${forecasters}`,
          ...values.map(said),
        ]),
    ),
  )
}

function beliefOf(given: QuestionPage['forecasts'][number]): string {
  if (given.withdrawn === true) return 'withdrawn'
  if (given.probability !== undefined) return String(given.probability)
  if (given.probabilities !== undefined) return given.probabilities.join('/')
  return (given.quantiles ?? []).map(({ share, value }) => `${share}:${value}`).join(' ')
}

function told(given: Given, resolution: Resolution): void {
  if (given.json) terminal.out(JSON.stringify(resolution))
  else tellResolution(resolution)
}

function tellResolution({ id, state, outcome, because, appeals = [] }: Resolution): void {
  terminal.out(`${id}: ${state}${outcome === undefined ? '' : ` ${outcome}`}, ${because}`)
  for (const one of appeals)
    terminal.out(
      `appeal of ${one.by}, ${one.because}: ${one.answer ?? 'waits'} ${one.answerBecause ?? ''}`.trimEnd(),
    )
}
