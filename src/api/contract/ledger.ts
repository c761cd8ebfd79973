import { z } from 'zod'
import { Activity, ActivityKind } from '#domain/activity'
import { ActivityMatch } from '#domain/activity-match'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Told = z.object({ en: z.string(), vi: z.string() })
const Tally = list(z.object({ value: z.string(), n: z.int() }))

/** The datasets from which the ledger is filled. */
export const ledgerSources = [
  'dcad',
  'military-exercises',
  'sipri-arms',
  'icews',
  'gdelt',
  'polecat',
  'keds',
] as const

/** Activities, and what one can filter by. */
export const LedgerPage = z.object({
  activities: list(Activity),
  of: z.int().describe('how many are wanted, of which the first are told'),
  repeats: z.int().describe('how many of them repeat another and do not count'),
  states: Tally,
  partners: Tally,
  kinds: Tally,
  sources: Tally,
  names: z.record(z.string(), z.string()),
})
export type LedgerPage = z.infer<typeof LedgerPage>

/** What an import took, and what it did not take and why. */
export const LedgerReport = z.object({
  dataset: z.enum(ledgerSources),
  version: z.string(),
  state: z.string(),
  years: z.object({ from: z.int(), to: z.int() }).nullable(),
  rows: z.int(),
  activities: z.int(),
  folded: z.int().describe('rows that told an activity again'),
  keptAsChanged: z.int().describe('activities that somebody changed since they were imported'),
  added: z.int(),
  superseded: z.int(),
  unchanged: z.int(),
  left: list(z.object({ because: Told, rows: z.int(), examples: list(z.string()) })),
  dryRun: z.boolean(),
})
export type LedgerReport = z.infer<typeof LedgerReport>

/** Two activities that may be one. */
export const PairEntry = z.object({
  id: z.string(),
  first: z.string(),
  second: z.string(),
  scoreBits: z.number().describe('how much likelier it is that they are one, in bits'),
  reasons: list(
    z.object({
      field: z.enum(['participants', 'date', 'kind', 'title', 'place', 'amount']),
      level: z.string(),
      weightBits: z.number(),
    }),
  ),
  seen: z.string().describe('mark of the two'),
  state: z.enum(['open', 'decided', 'stale']),
  match: ActivityMatch.nullable(),
  matchVersion: z.int(),
})
export type PairEntry = z.infer<typeof PairEntry>

export const DuplicateList = z.object({
  candidates: list(PairEntry),
  activities: z.record(z.string(), Activity),
  me: z.string().nullable(),
  names: z.record(z.string(), z.string()),
})
export type DuplicateList = z.infer<typeof DuplicateList>

const Year = z.coerce.number().int().min(1500).max(2200)

/** The calls of the ledger of defence activities. Each sees what the caller may see. */
export const ledgerEndpoints = {
  ledger: {
    method: 'get',
    path: '/api/ledger',
    about: 'Defence activities, the latest first, by participants, kind, years and source.',
    query: z.object({
      state: z.string().min(1).optional().describe('a state that takes part, by any code or name'),
      partner: z.string().min(1).optional(),
      kind: ActivityKind.optional(),
      fromYear: Year.optional(),
      toYear: Year.optional(),
      source: z.string().min(1).optional().describe('a dataset, or records'),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: LedgerPage,
  },
  importIntoLedger: {
    method: 'post',
    path: '/api/ledger/imports',
    about:
      'Takes what an imported dataset tells of a state into the ledger, all or nothing; a second time changes nothing.',
    body: z.object({
      from: z.enum(ledgerSources),
      state: z.string().min(1),
      fromYear: Year.optional(),
      toYear: Year.optional(),
      dryRun: z.boolean().default(false),
      renew: z.boolean().default(false).describe('write anew what somebody changed after an import'),
    }),
    answer: LedgerReport,
  },
  duplicates: {
    method: 'get',
    path: '/api/ledger/duplicates',
    about: 'Pairs of activities that may be one, the likeliest first, with reasons and decisions.',
    query: z.object({ state: z.string().min(1).optional() }),
    answer: DuplicateList,
  },
  decideMatch: {
    method: 'post',
    path: '/api/ledger/decisions',
    about:
      'Decides whether two activities are one, with the reason; of two that are one, one counts and both stay.',
    body: z.object({
      first: z.string().min(1),
      second: z.string().min(1),
      decision: ActivityMatch.shape.decision,
      counts: z.string().min(1).optional(),
      because: z.string().trim().min(1),
      seen: z.string().min(1).optional().describe('the mark of the pair that one saw'),
    }),
    answer: ActivityMatch,
  },
} as const
