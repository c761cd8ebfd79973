import { z } from 'zod'
import { Analysis } from '#domain/analysis'
import { kindNames } from '#domain/record'
import { Handling } from '#domain/support'
import { baselineEndpoints } from './contract/baselines.ts'
import { commitmentEndpoints } from './contract/commitments.ts'
import { contradictionEndpoints } from './contract/contradictions.ts'
import { Dataset, DatasetAnswer, DatasetQuestion } from './contract/datasets.ts'
import { JobState } from './contract/job.ts'
import { measureEndpoints } from './contract/measures.ts'
import { mechanismEndpoints } from './contract/mechanisms.ts'
import { PointsQuestion, positionEndpoints } from './contract/positions.ts'
import { questionEndpoints } from './contract/questions.ts'
import { ratingEndpoints } from './contract/ratings.ts'
import { report } from './contract/report.ts'

/** One endpoint: how it is called and what it answers. Server, OpenAPI page and the web's client are made from it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly about: string
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** true if the body is the bytes of a file, of any length */
  readonly bytes?: true
  readonly answer: z.ZodType
  /** media type of the answer, if it is not JSON */
  readonly media?: string
  /** media types by the format that the query asks for, where there are several */
  readonly medias?: Readonly<Record<string, string>>
}

const Bilingual = z.object({ en: z.string(), vi: z.string() })
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

const DocumentReport = z.object({
  document: z.string(),
  source: z.string(),
  characters: z.int(),
  pages: z.int().optional(),
  version: z.int(),
  passages: z.object({
    exact: z.array(z.string()),
    similar: z.array(z.object({ id: z.string(), similarity: z.number(), became: z.string().optional() })),
    lost: z.array(z.string()),
  }),
})
export type DocumentReport = z.infer<typeof DocumentReport>

const Found = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  handling: z.string(),
  case: z.string().nullable(),
})
export type FoundRecord = z.infer<typeof Found>

const Entry = z.object({
  id: z.string(),
  instrument: z.string(),
  version: z.string(),
  case: z.string().nullable(),
  subject: z.string().nullable(),
  at: z.string(),
  by: z.string(),
})
export type AnalysisEntry = z.infer<typeof Entry>

const InstrumentAbout = z.object({
  id: z.string(),
  title: Bilingual,
  question: Bilingual,
  version: z.string(),
  request: z.record(z.string(), z.unknown()),
})
export type InstrumentAbout = z.infer<typeof InstrumentAbout>

const Workspace = z.object({
  version: z.string(),
  counts: z.record(z.string(), z.int()),
  by: z.string(),
})

/** Every endpoint of the API, by name. Path parameters stand in braces. */
export const endpoints = {
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
  importDocument: {
    method: 'post',
    path: '/api/documents',
    about: 'Imports a document (PDF, DOCX, HTML, text) and finds its passages again. The file is base64.',
    body: z.object({ name: z.string().min(1), base64: z.string(), source: z.string().optional() }),
    answer: DocumentReport,
  },
  documentText: {
    method: 'get',
    path: '/api/documents/{id}/text',
    about: 'The text of a document, and the offsets at which its pages begin.',
    answer: z.object({ text: z.string(), pageStarts: z.array(z.int()) }),
  },
  markPassage: {
    method: 'post',
    path: '/api/documents/{id}/passages',
    about: 'Marks a passage of a document by its offsets.',
    body: z.object({ start: z.int().min(0), end: z.int().min(1) }),
    answer: Body,
  },
  instruments: {
    method: 'get',
    path: '/api/instruments',
    about: 'The instruments, each with the JSON Schema of its request.',
    answer: z.object({ instruments: z.array(InstrumentAbout) }),
  },
  runInstrument: {
    method: 'post',
    path: '/api/analyses',
    about: 'Runs an instrument on what is recorded now and stores the analysis.',
    body: z.object({ instrument: z.string().min(1), request: Body }),
    answer: Analysis,
  },
  startAnalysis: {
    method: 'post',
    path: '/api/analyses/jobs',
    about: 'The same as work that is watched and can be cancelled. Answers a job; its result is `{ id }`.',
    body: z.object({ instrument: z.string().min(1), request: Body }),
    answer: JobState,
  },
  recompute: {
    method: 'post',
    path: '/api/analyses/all',
    about:
      'Runs an instrument for everything of which its question can be asked, such as all relations of a state. Answers a job; its result is `{ analyses }`. What is finished when it is cancelled stays.',
    body: z.object({ instrument: z.string().min(1), request: Body.default({}) }),
    answer: JobState,
  },
  listAnalyses: {
    method: 'get',
    path: '/api/analyses',
    about: 'The analyses, newest first.',
    query: z.object({
      case: z.string().optional(),
      subject: z.string().optional().describe('what it is about: case/ID, dyad/VNM-USA and so on'),
    }),
    answer: z.object({ analyses: z.array(Entry) }),
  },
  readAnalysis: {
    method: 'get',
    path: '/api/analyses/{id}',
    about: 'One analysis, whole.',
    answer: Analysis,
  },
  rerunAnalysis: {
    method: 'post',
    path: '/api/analyses/{id}/rerun',
    about: 'Runs an analysis again from its pinned inputs; a problem if the bytes differ.',
    answer: z.object({ same: z.literal(true) }),
  },
  report,
  listDatasets: {
    method: 'get',
    path: '/api/datasets',
    about: 'The catalogue of public datasets, and what was imported of each.',
    answer: z.object({ datasets: z.array(Dataset) }),
  },
  readDataset: {
    method: 'get',
    path: '/api/datasets/{id}',
    about: 'One dataset: tables, columns, quirks, imported versions with the reports of their import.',
    answer: Dataset,
  },
  uploadFile: {
    method: 'post',
    path: '/api/uploads',
    about: 'Receives the bytes of a file, to be imported by the id answered.',
    query: z.object({ name: z.string().min(1).max(300) }),
    bytes: true,
    answer: z.object({ upload: z.string() }),
  },
  importDataset: {
    method: 'post',
    path: '/api/datasets/{id}/versions',
    about: 'Imports uploaded files as a new version of a dataset: all of them or nothing. Answers a job.',
    body: z.object({
      uploads: z.array(z.string()).min(1),
      table: z.string().optional(),
      append: z.boolean().default(false),
      names: z.record(z.string(), z.string()).default({}),
    }),
    answer: JobState,
  },
  queryDataset: {
    method: 'get',
    path: '/api/datasets/{id}/rows',
    about: 'Asks an imported dataset; what is zero and what is missing is told in each row.',
    query: DatasetQuestion,
    answer: DatasetAnswer,
  },
  queryDatasetCsv: {
    method: 'get',
    path: '/api/datasets/{id}/rows.csv',
    about: 'The same answer as CSV.',
    query: DatasetQuestion,
    answer: z.string(),
    media: 'text/csv',
  },
  idealPoints: {
    method: 'post',
    path: '/api/positions/points',
    about: 'Ideal points of all states from the votes imported. Answers a job; its result is `Points`.',
    body: PointsQuestion,
    answer: JobState,
  },
  ...baselineEndpoints,
  ...positionEndpoints,
  ...measureEndpoints(JobState),
  ...ratingEndpoints,
  ...contradictionEndpoints,
  ...mechanismEndpoints,
  ...commitmentEndpoints,
  ...questionEndpoints,
  readJob: {
    method: 'get',
    path: '/api/jobs/{id}',
    about: 'How a long piece of work stands, and what it gave.',
    answer: JobState,
  },
  cancelJob: {
    method: 'delete',
    path: '/api/jobs/{id}',
    about: 'Asks a long piece of work to stop. Nothing is half-written.',
    answer: JobState,
  },
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
/** What an endpoint answers. */
export type Answer<N extends EndpointName> = z.infer<Endpoints[N]['answer']>
/** What it takes in the query, before defaults are filled in. */
export type Query<N extends EndpointName> = Endpoints[N] extends { query: infer Q extends z.ZodType }
  ? z.input<Q>
  : undefined
/** What it takes in the body, before defaults are filled in. */
export type BodyOf<N extends EndpointName> = Endpoints[N] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined
