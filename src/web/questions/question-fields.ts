import type { Question } from '#domain/question'
import { ambiguities, type Checked, type CheckPoint, checkPoints } from '#domain/question-checklist'
import type { Handling } from '#domain/support'
import { type CountedEvents, countedEventsOf, noCountedEvents } from '../baselines/CountedEventsFields.tsx'

/** The texts of a question, as a form holds them; times are those of the reader's clock. */
export interface QuestionTexts {
  readonly title: string
  readonly titleVi: string
  readonly background: string
  readonly backgroundVi: string
  readonly criteria: string
  readonly criteriaVi: string
  /** one a line, the Vietnamese title after a bar */
  readonly options: string
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly decidedBy: string
  readonly resolver: string
  readonly opens: string
  readonly closes: string
  readonly resolves: string
  readonly appealDays: string
  readonly topics: string
  readonly group: string
  readonly relation: string
  readonly institution: string
  readonly commitment: string
  readonly case: string
  readonly condition: string
  readonly conditionOutcome: string
  /** percentages in the order of the answers, separated by semicolons */
  readonly baseRate: string
  readonly baseRateBecause: string
  readonly baseRateBecauseVi: string
  /** one source a line, the place in it after a bar */
  readonly restsOn: string
  readonly comment: string
}

/** A question as a form holds it. */
export interface QuestionFields extends QuestionTexts {
  readonly kind: Question['kind']
  readonly ordered: boolean
  readonly handling: Handling
  readonly counts: CountedEvents
  /** what the author answered to the points of the checklist */
  readonly answers: Partial<Record<CheckPoint, string>>
}

/** A question before it has an id. */
export type Draft = Omit<Question, 'id'>

/** The fields of a question, or of one that is still to be written. */
export function fieldsOf(question?: Question): QuestionFields {
  const of = <K extends keyof Question>(field: K) => question?.[field]
  const [from, to] = of('dates') ?? of('range') ?? ['', '']
  const { source = null, target = null, ...counts } = of('counts') ?? noCountedEvents
  return {
    kind: of('kind') ?? 'binary',
    ordered: of('ordered') ?? false,
    handling: of('handling') ?? 'public',
    counts: { ...noCountedEvents, ...counts, source, target },
    answers: answersOf(of('checked') ?? []),
    title: of('title') ?? '',
    titleVi: of('titleVi') ?? '',
    background: of('background') ?? '',
    backgroundVi: of('backgroundVi') ?? '',
    criteria: of('criteria') ?? '',
    criteriaVi: of('criteriaVi') ?? '',
    options: (of('options') ?? []).map(({ title, titleVi }) => barred(title, titleVi)).join('\n'),
    unit: of('unit') ?? '',
    from: String(from),
    to: String(to),
    decidedBy: of('decidedBy') ?? '',
    resolver: of('resolver') ?? '',
    opens: localOf(of('opens')),
    closes: localOf(of('closes')),
    resolves: localOf(of('resolves')),
    appealDays: String(of('appealDays') ?? 14),
    topics: (of('topics') ?? []).join(', '),
    group: of('group') ?? '',
    relation: of('relation') ?? '',
    institution: of('institution') ?? '',
    commitment: of('commitment') ?? '',
    case: of('case') ?? '',
    condition: of('condition')?.question ?? '',
    conditionOutcome: of('condition')?.outcome ?? '',
    baseRate: (of('baseRate')?.probabilities ?? []).map(percentOf).join('; '),
    baseRateBecause: of('baseRate')?.because ?? '',
    baseRateBecauseVi: of('baseRate')?.becauseVi ?? '',
    restsOn: (of('restsOn') ?? []).map(({ source: by, locator }) => barred(by, locator)).join('\n'),
    comment: of('comment') ?? '',
  }
}

/**
 * The question that a form holds. What the form does not show, such as the passage of a source, stays as it was.
 *
 * @param base the question as it was, if it is there already
 * @param now  the instant at which it opens unless the form says when, ISO 8601
 */
export function questionFrom(fields: QuestionFields, base: Question | undefined, now: string): Draft {
  const { kind, ordered, handling, counts, answers, condition, conditionOutcome } = fields
  const checked = checkPoints.flatMap((point) => {
    const words = (answers[point] ?? '').trim()
    return words === '' ? [] : [`${point}: ${words}`]
  })
  const topics = split(fields.topics, ',')
  const counted = kind === 'binary' ? countedEventsOf(counts) : undefined
  const restsOn = supports(fields.restsOn, base)
  return {
    ...optional(fields, [
      'titleVi',
      'background',
      'backgroundVi',
      'criteriaVi',
      'decidedBy',
      'group',
      'comment',
    ]),
    ...optional(fields, ['relation', 'institution', 'commitment', 'case']),
    title: fields.title.trim(),
    criteria: fields.criteria.trim(),
    kind,
    resolver: fields.resolver,
    opens: fields.opens === '' ? now : instantOf(fields.opens, base?.opens),
    closes: instantOf(fields.closes, base?.closes),
    resolves: instantOf(fields.resolves, base?.resolves),
    appealDays: numberFrom(fields.appealDays),
    ...(kind === 'categorical' ? { options: optionsFrom(fields.options, base?.options ?? []) } : {}),
    ...(kind === 'categorical' && ordered ? { ordered } : {}),
    ...(kind === 'numeric' ? { range: [numberFrom(fields.from), numberFrom(fields.to)] } : {}),
    ...(kind === 'numeric' ? optional(fields, ['unit']) : {}),
    ...(kind === 'date' ? { dates: [fields.from, fields.to] } : {}),
    ...(checked.length === 0 ? {} : { checked }),
    ...(topics.length === 0 ? {} : { topics: [...topics] }),
    ...(condition === '' ? {} : { condition: { question: condition, outcome: conditionOutcome.trim() } }),
    ...baseRateFrom(fields, base),
    ...(counted === undefined ? {} : { counts: { ...counted, ...datasetOf(base) } }),
    ...eventRateOf(counted, fields, base),
    ...(base?.illustrative === undefined ? {} : { illustrative: base.illustrative }),
    ...(restsOn.length === 0 ? {} : { restsOn }),
    ...(handling === 'public' && base?.handling === undefined ? {} : { handling }),
  }
}

/** The checklist of a question that is being written, once it says what is asked and until when. */
export function checklistOf(draft: Draft, moment: number): readonly Checked[] {
  return [draft.title, draft.closes, draft.resolves].includes('') ? [] : ambiguities(draft, moment)
}

/** What was counted stays as long as it was counted for this: these events, and this opening. */
function eventRateOf(
  counted: Question['counts'],
  { opens }: QuestionFields,
  base: Question | undefined,
): Pick<Draft, 'eventRate'> {
  const { eventRate, counts } = base ?? {}
  if (eventRate === undefined || counts === undefined || counted === undefined) return {}
  const { dataset: _, ...before } = counts
  const same = (Object.keys(before) as (keyof typeof before)[]).every((key) => before[key] === counted[key]) // its own keys
  return same && opens === localOf(base?.opens) ? { eventRate } : {}
}

function datasetOf(base: Question | undefined): { dataset?: string } {
  return base?.counts?.dataset === undefined ? {} : { dataset: base.counts.dataset }
}

function baseRateFrom(fields: QuestionFields, base: Question | undefined): Pick<Draft, 'baseRate'> {
  const shares = split(fields.baseRate, ';')
  if (shares.length === 0) return {}
  const { restsOn } = base?.baseRate ?? {}
  return {
    baseRate: {
      probabilities: shares.map((share) => numberFrom(share.replace('%', '')) / 100),
      because: fields.baseRateBecause.trim(),
      ...(fields.baseRateBecauseVi.trim() === '' ? {} : { becauseVi: fields.baseRateBecauseVi.trim() }),
      ...(restsOn === undefined ? {} : { restsOn }),
    },
  }
}

/** An option keeps its id when its place or its title stays: forecasts and conditions name options by id. */
function optionsFrom(lines: string, old: NonNullable<Question['options']>): NonNullable<Question['options']> {
  const rows = split(lines, '\n').map((line) => split(line, '|'))
  const named = rows.map(([title]) => old.find((one) => one.title === title)?.id)
  const taken = new Set(named)
  return rows.map(([title = '', titleVi], at) => {
    const there = old[at]?.id
    const kept = named[at] ?? (there === undefined || taken.has(there) ? undefined : there)
    const id = kept ?? freeId(new Set([...taken, ...old.map((one) => one.id)]), at + 1)
    taken.add(id)
    return { id, title, ...(titleVi === undefined ? {} : { titleVi }) }
  })
}

function freeId(taken: ReadonlySet<string | undefined>, from: number): string {
  for (let at = from; ; at++) if (!taken.has(`option-${at}`)) return `option-${at}`
}

function supports(lines: string, base: Question | undefined): NonNullable<Question['restsOn']> {
  return split(lines, '\n').map((line) => {
    const [source = '', locator] = split(line, '|')
    const same = base?.restsOn?.find((one) => one.source === source && one.locator === locator)
    return same ?? { source, ...(locator === undefined ? {} : { locator }) }
  })
}

function optional<K extends keyof QuestionTexts>(fields: QuestionTexts, names: readonly K[]) {
  const filled = names.filter((name) => fields[name].trim() !== '')
  return Object.fromEntries(filled.map((name) => [name, fields[name].trim()])) as Partial<Record<K, string>> // by their names
}

function answersOf(checked: readonly string[]): QuestionFields['answers'] {
  return Object.fromEntries(
    checkPoints.flatMap((point) => {
      const answer = checked.find((one) => one.startsWith(`${point}:`))
      return answer === undefined ? [] : [[point, answer.slice(point.length + 1).trim()]]
    }),
  )
}

function split(words: string, by: string): readonly string[] {
  return words
    .split(by)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function barred(first: string, second: string | undefined): string {
  return second === undefined ? first : `${first} | ${second}`
}

function percentOf(share: number): string {
  return String(Number((100 * share).toPrecision(12)))
}

/** A number as either language writes it; what is none is caught by the schema of questions. */
function numberFrom(words: string): number {
  return words.trim() === '' ? Number.NaN : Number(words.trim().replace(',', '.'))
}

/** An instant on the reader's clock, to the minute, as a field of date and time wants it. */
function localOf(instant: string | undefined): string {
  if (instant === undefined) return ''
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** A time of the reader's clock, with its zone; one that was not touched stays as it was stated. */
function instantOf(local: string, before: string | undefined): string {
  if (local === '') return ''
  if (before !== undefined && local === localOf(before)) return before
  const minutes = -new Date(local).getTimezoneOffset()
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${local}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
