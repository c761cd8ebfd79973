import { z } from 'zod'
import { kindNames } from '#domain/record'
import { Handling } from '#domain/support'

const KindName = z.enum(kindNames as [string, ...string[]]) // there is at least one kind
const Body = z.record(z.string(), z.unknown())

const Stored = z.object({
  kind: z.string(),
  id: z.string(),
  version: z.int(),
  label: z.string(),
  handling: Handling,
  body: Body,
})
export type StoredRecord = z.infer<typeof Stored>

const InContext = Stored.extend({
  history: z.array(
    z.object({
      version: z.int(),
      current: z.boolean(),
      change: z.int(),
      at: z.string(),
      by: z.string(),
      why: z.string(),
      body: Body.nullable(),
    }),
  ),
  pointedAtBy: z.array(z.object({ kind: z.string(), id: z.string(), label: z.string(), field: z.string() })),
})
export type RecordInContext = z.infer<typeof InContext>

const Written = z.object({
  change: z.int().optional(),
  added: z.int(),
  superseded: z.int(),
  removed: z.int(),
  unchanged: z.int(),
})

const ImportReport = Written.extend({
  records: z.int(),
  byKind: z.record(z.string(), z.int()),
  analyses: z.int(),
  notices: z.array(z.string()),
  dryRun: z.boolean(),
})

const Found = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  handling: z.string(),
  case: z.string().nullable(),
})

const Workspace = z.object({
  version: z.string(),
  counts: z.record(z.string(), z.int()),
  by: z.string(),
})

/** Reading, writing and finding records, and taking them in and out as files. */
export const recordEndpoints = {
  workspace: {
    method: 'get',
    path: '/api/workspace',
    about: 'What is in the workspace: how many records of each kind.',
    answer: Workspace,
  },
  search: {
    method: 'get',
    path: '/api/search',
    about: 'Records by their words, with and without diacritics, best first.',
    query: z.object({
      q: z.string().min(1).max(300),
      kinds: z.string().optional().describe('kinds, separated by commas'),
      limit: z.coerce.number().int().min(1).max(200).default(30),
    }),
    answer: z.object({ found: z.array(Found) }),
  },
  listRecords: {
    method: 'get',
    path: '/api/records/{kind}',
    about: 'The records of a kind, ordered by id, a page at a time.',
    query: z.object({
      case: z.string().optional(),
      pointsAt: z
        .string()
        .regex(/^[a-z-]+:.+$/, 'a kind, a colon and an id, such as relation:vietnam-china')
        .optional()
        .describe('only records that point at this one: a kind, a colon and an id'),
      measure: z.string().optional().describe('of series: only those of this measure'),
      after: z.string().optional().describe('the last id of the page before'),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    answer: z.object({ records: z.array(Stored), more: z.boolean() }),
  },
  readRecord: {
    method: 'get',
    path: '/api/records/{kind}/{id}',
    about: 'One record with its history and with what points at it.',
    answer: InContext,
  },
  saveRecord: {
    method: 'put',
    path: '/api/records/{kind}/{id}',
    about: 'Writes a record: a new one, or a new version. Nothing is overwritten.',
    body: z.object({
      record: Body,
      why: z.string().min(1),
      seen: z.int().optional().describe('the version that the writer saw; refused if there is a newer one'),
    }),
    answer: Written,
  },
  removeRecord: {
    method: 'delete',
    path: '/api/records/{kind}/{id}',
    about: 'Takes a record out; its versions stay.',
    body: z.object({ why: z.string().min(1) }),
    answer: Written,
  },
  undoRecord: {
    method: 'post',
    path: '/api/records/{kind}/{id}/undo',
    about: 'Takes back the last version of a record by writing the one before it again.',
    body: z.object({ why: z.string().default('') }),
    answer: Written,
  },
  importRecords: {
    method: 'post',
    path: '/api/import',
    about: 'Imports records from YAML or JSON, all or nothing.',
    body: z.object({
      files: z.array(z.object({ name: z.string().min(1), text: z.string() })).min(1),
      why: z.string().min(1),
      dryRun: z.boolean().default(false),
    }),
    answer: ImportReport,
  },
  exportRecords: {
    method: 'get',
    path: '/api/export',
    about: 'The whole workspace, or the records of one kind, as YAML.',
    query: z.object({ kind: KindName.optional() }),
    answer: z.string(),
    media: 'application/yaml',
  },
  template: {
    method: 'get',
    path: '/api/templates/{kind}',
    about: 'A commented, valid starting file for a kind of record.',
    answer: z.string(),
    media: 'application/yaml',
  },
} as const
