import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Instant, millisecondsOf } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'
import { watchedClasses } from './watch.ts'

export const questionKinds = ['binary', 'categorical', 'numeric', 'date'] as const

/** An answer that a categorical question allows, or a bin of an ordered one. */
const Option = z.strictObject({
  id: Id,
  title: z.string().min(1),
  titleVi: z.string().min(1).optional(),
})

/** What a base rate is, and where it comes from: how often such things happened before. */
const BaseRate = z.strictObject({
  probabilities: z
    .array(z.number().min(0).max(1))
    .min(1)
    .describe('one for each option; for a binary question that of yes'),
  because: z.string().min(1).describe('which cases were counted'),
  becauseVi: z.string().min(1).optional(),
  restsOn: RestsOn.optional(),
})

/** Events that a question asks to come to a number; how often they did before is counted from an imported dataset. */
const CountedEvents = z.strictObject({
  source: StateCode.describe('who acts'),
  target: StateCode.describe('towards whom'),
  watched: z.enum(watchedClasses),
  atLeast: z.int().min(1).describe('the number that is reached'),
  months: z.int().min(1).max(24).describe('within how many months'),
  dataset: Id.optional().describe('imported dataset of events; the newest that has them if left out'),
})

/** How often events came to the number before the question opened, counted by Soundings and kept: a forecaster must beat it. */
export const EventRate = z.strictObject({
  probability: z
    .number()
    .min(0)
    .max(1)
    .describe('share of windows that reached the number, drawn a little to one half'),
  interval: z
    .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
    .describe('90 %, of the windows as a sample'),
  windows: z.int().min(1),
  reached: z.int().min(0),
  dataset: Id,
  version: z.string().min(1).describe('of the dataset, as it was imported'),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('last month counted: before the question opened'),
  because: z.string().min(1),
  becauseVi: z.string().min(1),
})
export type EventRate = z.infer<typeof EventRate>

/** What is asked about the future: how it will be decided, by whom, until when one may answer. */
export const Question = z
  .strictObject({
    id: Id,
    title: z.string().min(1).describe('the question, in one sentence'),
    titleVi: z.string().min(1).optional(),
    background: z.string().min(1).optional(),
    backgroundVi: z.string().min(1).optional(),
    kind: z.enum(questionKinds).describe(`one of ${questionKinds.join(', ')}`),
    options: z
      .array(Option)
      .min(2)
      .optional()
      .describe('answers of a categorical question; bins in ascending order if ordered'),
    ordered: z
      .boolean()
      .optional()
      .describe('whether the options have an order, so that near misses count less'),
    unit: z.string().min(1).optional().describe('unit of a numeric question'),
    range: z
      .tuple([z.number(), z.number()])
      .optional()
      .describe('values thought possible of a numeric question'),
    dates: z
      .tuple([FieldDate, FieldDate])
      .optional()
      .describe('first and last date thought possible of a date question'),
    criteria: z
      .string()
      .min(1)
      .describe('what must be the case for each answer, so that two readers decide alike'),
    criteriaVi: z
      .string()
      .min(1)
      .optional()
      .describe('the same in Vietnamese; once somebody has answered it may be added, not changed'),
    decidedBy: z.string().min(1).optional().describe('the publication or authority that decides'),
    resolver: refTo('assessor').describe('who says how it came out'),
    draft: z.boolean().optional().describe('still being written: no forecast is taken yet'),
    opens: Instant,
    closes: Instant.describe('no forecast is taken after this'),
    resolves: Instant.describe('when the answer should be known'),
    appealDays: z
      .number()
      .min(0)
      .default(14)
      .describe('days after the resolution in which it may be contested'),
    checked: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'points of the checklist that the author answered, such as `vague-words: major is as in the charter`',
      ),
    topics: z.array(z.string().min(1)).optional(),
    group: Id.optional().describe('questions that belong together'),
    condition: z
      .strictObject({ question: refTo('question'), outcome: z.string().min(1) })
      .optional()
      .describe('it counts only if the other question comes out so; else it is annulled'),
    baseRate: BaseRate.optional(),
    counts: CountedEvents.optional().describe('it asks whether events come to a number'),
    eventRate: EventRate.optional().describe(
      'how often it came to that before it opened: `soundings question baseline`',
    ),
    relation: refTo('relation').optional(),
    institution: refTo('institution').optional(),
    commitment: refTo('commitment').optional(),
    case: refTo('case').optional(),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    restsOn: RestsOn.optional(),
    ...common,
  })
  .superRefine((question, context) => {
    const fault = (path: string, message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path: [path], message, input })
    const { kind, options, range, dates, opens, closes, resolves, condition, counts, eventRate, id } =
      question
    if (kind === 'categorical' && options === undefined)
      fault('options', 'a categorical question needs its options', options)
    if (kind !== 'categorical' && options !== undefined)
      fault('options', `a ${kind} question has no options`, options)
    if (counts !== undefined && kind !== 'binary')
      fault('counts', `whether events come to a number is answered by yes or no, not by a ${kind}`, counts)
    if (eventRate !== undefined && counts === undefined)
      fault('eventRate', 'what was counted is told by counts', eventRate)
    if (counts !== undefined && counts.source === counts.target)
      fault('counts', 'events are counted between two states', counts)
    if (kind === 'numeric' && (range === undefined || range[0] >= range[1]))
      fault('range', 'a numeric question needs a range, the lower value first', range)
    if (kind === 'date' && dates === undefined)
      fault('dates', 'a date question needs the first and last date thought possible', dates)
    if (options !== undefined && new Set(options.map((option) => option.id)).size < options.length)
      fault('options', 'an option stands once', options)
    const [from, until, known] = [opens, closes, resolves].map(millisecondsOf) as [number, number, number] // three instants
    if (until <= from) fault('closes', 'a question closes after it opens', closes)
    if (known < until) fault('resolves', 'a question resolves no earlier than it closes', resolves)
    if (condition?.question === id) fault('condition', 'a question does not hang on itself', id)
  })
export type Question = z.infer<typeof Question>

/** What a question asks: it stays once somebody has answered. */
export const askedFields = [
  'kind', 'options', 'ordered', 'unit', 'range', 'dates', 'criteria', 'opens', 'condition', 'draft',
] as const satisfies readonly (keyof Question)[] // biome-ignore format: a list

export const questionExample: Question = {
  id: 'third-register',
  title: 'Will Arland open a third register before the end of 2027?',
  titleVi: 'Arland có mở sổ đăng bạ thứ ba trước khi hết năm 2027 không?',
  kind: 'binary',
  criteria:
    'Yes if the Harbour Gazette prints the opening of a third register of Arland dated 31 December 2027 or earlier.',
  criteriaVi:
    'Có nếu Công báo Bến cảng đăng tin Arland mở sổ đăng bạ thứ ba, đề ngày 31 tháng 12 năm 2027 hoặc sớm hơn.',
  decidedBy: 'Harbour Gazette',
  resolver: 'coder-1',
  opens: '2027-01-10T09:00:00+07:00',
  closes: '2027-12-01T00:00:00+07:00',
  resolves: '2028-01-15T00:00:00+07:00',
  appealDays: 14,
  topics: ['registers'],
  baseRate: { probabilities: [0.3], because: 'two of seven years saw a new register' },
}
