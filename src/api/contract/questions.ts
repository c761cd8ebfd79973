import { z } from 'zod'
import { Argument } from '#domain/argument'
import { Forecast } from '#domain/forecast'
import { EventRate, Question } from '#domain/question'
import { checkPoints } from '#domain/question-checklist'
import { questionStatuses } from '#domain/question-status'
import { Resolution } from '#domain/resolution'
import { RestsOn } from '#domain/support'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Because = z.string().min(1).max(5000)

const Checked = z.object({
  point: z.enum(checkPoints),
  state: z.enum(['ok', 'problem', 'to-answer', 'answered']),
  found: list(z.string()).describe('the words found vague, or what is not covered'),
  answer: z.string().optional(),
})
export type Checked = z.infer<typeof Checked>

/** A question in a list. What others forecast is told only to those who may see it; how many forecast, to all. */
export const QuestionEntry = z.object({
  question: Question,
  version: z.int(),
  status: z.enum(questionStatuses),
  resolution: Resolution.optional(),
  forecasts: z.int(),
  forecasters: z.int(),
  median: z
    .number()
    .optional()
    .describe('median probability of a binary question, if one may see the forecasts'),
  mine: Forecast.optional(),
  seen: z.boolean().describe('whether one may see what others forecast'),
})
export type QuestionEntry = z.infer<typeof QuestionEntry>

/** A distribution told by its values at 5, 25, 50, 75 and 95 %. */
const DistributionLine = z.object({
  of: z.enum(['pool', 'agency', 'forecaster']),
  id: z.string().describe('the agency or the assessor; empty for the pool of all'),
  agency: z.string().nullable(),
  forecasters: z.int(),
  values: list(z.number()).describe('in the unit of the question; for a date question days since 1970'),
  forecasts: list(z.string()).describe('ids of those that it rests on, at most twelve'),
})

/** The forecasts that stand on a question of a number or a date, pooled by one rule. */
export const QuestionPool = z.object({
  rule: z.enum(['median', 'mean', 'linear', 'median-recency', 'mean-recency', 'linear-recency']),
  lines: list(DistributionLine).describe('the pool of all, then agencies with their forecasters'),
})
export type QuestionPool = z.infer<typeof QuestionPool>

/** One question with all that the one who calls may see. */
export const QuestionPage = QuestionEntry.extend({
  moment: z.string(),
  me: z.string().nullable(),
  checklist: list(Checked),
  given: list(Forecast).describe('one’s own while they are blind, all once they are not; oldest first'),
  pools: list(QuestionPool).describe('of a number or a date; none while forecasts are blind'),
  arguments: list(Argument),
  conditional: list(z.object({ id: z.string(), title: z.string(), outcome: z.string() })),
})
export type QuestionPage = z.infer<typeof QuestionPage>

const Draft = z
  .record(z.string(), z.unknown())
  .describe('a question without its id; `draft: true` keeps it unopened')
const Kept = z.object({ id: z.string() })

/** The calls of questions and forecasts. Each is made as the assessor whom the header `x-soundings-assessor` names. */
export const questionEndpoints = {
  listQuestions: {
    method: 'get',
    path: '/api/questions',
    about:
      'The questions that are wanted, a page at a time: open ones first, those that close first at the top.',
    query: z.object({
      status: z.enum(questionStatuses).optional(),
      topic: z.string().optional(),
      agency: z.string().optional().describe('on which this agency gave a forecast that one may see'),
      text: z.string().max(300).optional(),
      mine: z.enum(['given', 'missing']).optional().describe('on which one has a forecast, or none yet'),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      moment: z.string(),
      me: z.string().nullable(),
      bound: z.boolean(),
      total: z.int(),
      topics: list(z.string()),
      questions: list(QuestionEntry),
    }),
  },
  openQuestion: {
    method: 'post',
    path: '/api/questions',
    about:
      'Writes a question down and opens it, if its checklist is clear; with `draft: true` it is kept unopened.',
    body: Draft,
    answer: Kept,
  },
  checkQuestion: {
    method: 'post',
    path: '/api/questions/checklist',
    about: 'The checklist of ambiguity of a question that is still being written. Nothing is kept.',
    body: Draft,
    answer: z.object({ checklist: list(Checked) }),
  },
  readQuestion: {
    method: 'get',
    path: '/api/questions/{id}',
    about:
      'One question: checklist, one’s own forecasts, and all with their history once they are not blind.',
    answer: QuestionPage,
  },
  editQuestion: {
    method: 'put',
    path: '/api/questions/{id}',
    about:
      'Changes a question with a reason: a draft in everything, an open one in what nobody has answered yet. Without `draft` it opens.',
    body: z.object({
      question: Draft,
      why: Because,
      seen: z.int().min(0).describe('the version that the caller saw'),
    }),
    answer: Kept,
  },
  keepEventRate: {
    method: 'post',
    path: '/api/questions/{id}/event-rate',
    about:
      'Counts how often events came to the number of the question before it opened, and keeps it as the baseline of its scores.',
    body: z.object({}),
    answer: z.object({ rate: EventRate, isNew: z.boolean() }),
  },
  giveForecast: {
    method: 'post',
    path: '/api/questions/{id}/forecasts',
    about: 'Gives one’s own forecast, stamped with the time of the server. A later one supersedes it.',
    body: z.object({
      probability: z.number().optional().describe('of yes, for a binary question'),
      probabilities: z.array(z.number()).optional().describe('of each option, in their order'),
      quantiles: z.array(z.object({ share: z.number(), value: z.number() })).optional(),
      rationale: z.string().min(1).max(20_000).optional(),
      rationaleVi: z.string().min(1).max(20_000).optional().describe('the same in Vietnamese'),
      arguments: z.array(z.string()).optional(),
    }),
    answer: Forecast,
  },
  withdrawForecast: {
    method: 'post',
    path: '/api/questions/{id}/withdrawal',
    about: 'Takes one’s forecast back; what was given is kept.',
    body: z.object({}),
    answer: Forecast,
  },
  argue: {
    method: 'post',
    path: '/api/questions/{id}/arguments',
    about: 'Writes an argument for or against down, signed; as blind as the forecasts.',
    body: z.object({
      text: Because,
      bears: z.enum(['for', 'against']),
      answer: z.string().min(1).optional(),
      restsOn: RestsOn.optional(),
    }),
    answer: Kept,
  },
  resolveQuestion: {
    method: 'post',
    path: '/api/questions/{id}/resolution',
    about: 'Resolves, annuls or reopens a question; only its resolver may. Every version is kept.',
    body: z.object({
      state: z.enum(['resolved', 'annulled', 'reopened']),
      outcome: z.union([z.string().min(1), z.number()]).optional(),
      knownSince: z.string().optional(),
      because: Because,
      restsOn: RestsOn.optional(),
    }),
    answer: Resolution,
  },
  appeal: {
    method: 'post',
    path: '/api/questions/{id}/appeals',
    about: 'Objects to a resolution, within the days that the question allows.',
    body: z.object({ because: Because }),
    answer: Resolution,
  },
  answerAppeal: {
    method: 'post',
    path: '/api/questions/{id}/appeals/answer',
    about: 'Answers the objection that waits; only the resolver may. Upheld, it reopens the question.',
    body: z.object({ answer: z.enum(['upheld', 'rejected']), because: Because }),
    answer: Resolution,
  },
} as const
