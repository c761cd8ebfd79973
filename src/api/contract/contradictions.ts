import { z } from 'zod'
import { FindingEvidence } from '#domain/finding'
import { Settlement } from '#domain/settlement'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Told = z.object({ en: z.string(), vi: z.string() })
const Party = z.object({ kind: z.string(), id: z.string() })
const Interval = z.tuple([z.number(), z.number()]).readonly().nullable()

const Marks = z.object({
  form: z.literal('marks'),
  unit: z.enum(['probability', 'value']),
  unitName: z.string().nullable(),
  marks: list(
    z.object({
      label: Told,
      value: z.number(),
      interval: Interval,
      points: list(z.number()),
      nearest: z.number().optional().describe('where it would have to lie so that all can be true'),
    }),
  ),
  sum: z.number().nullable(),
})
const Sides = z.object({
  form: z.literal('sides'),
  sides: list(z.object({ agency: z.string(), stance: z.string(), text: z.string() })),
})
export type MarksPicture = z.infer<typeof Marks>
export type SidesPicture = z.infer<typeof Sides>

/** The kinds of contradiction, in the order in which a page lists them. */
export const contradictionKindNames = [
  'agencies',
  'incoherent',
  'quantiles',
  'advice',
  'exclusive-advice',
  'commitment',
  'projections',
  'units',
] as const

/** A contradiction as the board shows it. */
export const BoardEntry = z.object({
  id: z.string(),
  kind: z.enum(contradictionKindNames),
  title: Told,
  explanation: Told,
  severity: z.number().describe('in [0, 1], as the reader of both is affected'),
  agencies: list(z.string()),
  assessors: list(z.string()),
  question: z.string().nullable(),
  pValue: z.number().nullable(),
  adjusted: z.number().nullable().describe('p-value adjusted for all tests made'),
  parties: list(Party),
  evidence: list(FindingEvidence),
  picture: z.discriminatedUnion('form', [Marks, Sides]),
  illustrative: z.boolean(),
  state: z.enum(['open', 'settled', 'reopened']),
  settlement: Settlement.nullable(),
  settlementVersion: z.int(),
})
export type BoardEntry = z.infer<typeof BoardEntry>

/** Contradictions and what could not be compared. */
export const Board = z.object({
  contradictions: list(BoardEntry),
  untested: list(z.object({ id: z.string(), about: Told, because: Told, parties: list(Party) })),
  tests: z.int().describe('tests made, among which the false discovery rate is controlled'),
  me: z.string().nullable(),
  names: z.record(z.string(), z.string()),
})
export type Board = z.infer<typeof Board>

/** How contradictions are looked for. */
const Asked = z.object({
  rate: z.coerce.number().gt(0).lt(1).default(0.1).describe('false discovery rate of what rests on a test'),
  rounding: z
    .enum(['as-given', '0.01', '0.05'])
    .default('as-given')
    .describe('to what forecasters are taken to round'),
})

/** The calls of the contradiction board. Each sees what the caller may see. */
export const contradictionEndpoints = {
  contradictions: {
    method: 'get',
    path: '/api/contradictions',
    about:
      'Contradictions between agencies, within forecasters, between recommendations, against commitments and between projections, in what the caller may see; the most severe first, settled ones last.',
    query: Asked,
    answer: Board,
  },
  settleContradiction: {
    method: 'post',
    path: '/api/contradictions/settlements',
    about: 'Settles a contradiction with a reason. It is reopened if what contradicts changes afterwards.',
    body: Asked.extend({
      id: z.string().min(1),
      decision: Settlement.shape.decision,
      because: z.string().trim().min(1),
      seen: z.int().min(0).optional().describe('the version of the settlement that one saw, 0 if none'),
    }),
    answer: Settlement,
  },
} as const
