import { z } from 'zod'
import { Commitment } from '#domain/commitment'
import { Compliance } from '#domain/compliance'
import { FieldDate } from '#domain/date'
import { Estimate, FindingEvidence } from '#domain/finding'
import { Missing } from '#domain/missing'
import { Handling, Support } from '#domain/support'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Told = z.union([Estimate, Missing])

const Score = z.object({
  commitments: z.int(),
  mean: Told,
  share: Told,
  alpha: Told,
  kappa: Told,
  illustrative: z.boolean(),
})
export type ComplianceScore = z.infer<typeof Score>

/** A commitment with where it stands today. Codings are one's own until two have coded it. */
export const CommitmentEntry = z.object({
  commitment: Commitment,
  handling: Handling,
  standing: z.enum(['done', 'dropped', 'late', 'unknown', 'due', 'undated']),
  quarter: z.string().nullable(),
  parties: list(z.string()),
  coders: z.int(),
  codings: list(Compliance),
  question: z.string().optional(),
  evidence: list(FindingEvidence),
})
export type CommitmentEntry = z.infer<typeof CommitmentEntry>

const Name = z.object({ id: z.string(), name: z.string(), nameVi: z.string().optional() })

/** Commitments in the order in which they are due. */
export const CommitmentList = z.object({
  today: z.string(),
  timeZone: z.string(),
  thisQuarter: z.string(),
  me: z.string().nullable(),
  bound: z.boolean().describe('true if nobody else can be named'),
  commitments: list(CommitmentEntry),
  names: list(Name),
  score: Score,
  groups: list(
    Score.extend({ by: z.enum(['owner', 'ministry', 'institution', 'relation']), id: z.string() }),
  ),
})
export type CommitmentList = z.infer<typeof CommitmentList>

const Asked = z.object({
  zone: z.string().default('UTC').describe('time zone in which days end, such as Asia/Ho_Chi_Minh'),
  due: z.string().optional().describe('only what is due in this quarter at the latest, such as 2026-Q4'),
  of: z.string().optional().describe('only those of this owner, ministry, mechanism or relation'),
  late: z
    .enum(['true', 'false'])
    .optional()
    .transform((word) => word === 'true')
    .describe('only what is late'),
})

export const commitmentEndpoints = {
  commitments: {
    method: 'get',
    path: '/api/commitments',
    about: 'Commitments in the order in which they are due, what is late, and how far they were kept.',
    query: Asked,
    answer: CommitmentList,
  },
  commitmentsCalendar: {
    method: 'get',
    path: '/api/commitments.ics',
    about: 'The same as an iCalendar (RFC 5545), to be downloaded or subscribed to.',
    query: Asked,
    answer: z.string(),
    media: 'text/calendar',
  },
  codeCompliance: {
    method: 'put',
    path: '/api/commitments/{id}/compliance',
    about:
      'Codes a commitment in one’s own name: −1, 0 or +1. Blind until two have coded it; then both stand.',
    body: z.object({
      score: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
      upTo: FieldDate.describe('the date up to which it was judged'),
      because: z.string().min(1).max(5000),
      restsOn: z.array(Support).optional(),
    }),
    answer: z.object({ id: z.string(), coders: z.int() }),
  },
  askOfCommitment: {
    method: 'post',
    path: '/api/commitments/{id}/question',
    about:
      'Asks whether a commitment will be kept: a question with criteria, resolver and times from the commitment.',
    body: z.object({
      resolver: z.string().optional().describe('assessor who decides; by default the one who calls'),
      zone: z.string().default('UTC').describe('time zone in which the due day ends'),
    }),
    answer: z.object({ id: z.string(), isNew: z.boolean() }),
  },
} as const
