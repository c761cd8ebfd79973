import { z } from 'zod'
import { JobState } from './job.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()

const Words = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
)

const Table = z.object({
  name: z.string(),
  unit: z.string(),
  who: list(z.string()),
  when: z.record(z.string(), z.string()).readonly().nullable(),
  code: z.string().optional(),
  columns: list(
    z.object({
      name: z.string(),
      about: z.string(),
      type: z.string(),
      unit: z.string().optional(),
      gather: z.string().optional(),
      missing: z.string().optional(),
    }),
  ),
  coverage: z.object({ from: z.int(), to: z.int(), states: z.string() }),
  absence: z.object({ means: z.enum(['zero', 'missing']), because: z.string() }),
  layouts: list(z.object({ id: z.string(), about: z.string(), columns: list(z.string()) })),
})

const Report = z.object({
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  table: z.string(),
  layout: z.string(),
  read: z.int(),
  kept: z.int(),
  refused: z.int(),
  skipped: z.int(),
  reasons: list(
    z.object({
      kind: z.enum(['refused', 'skipped']),
      because: z.string(),
      rows: z.int(),
      examples: list(z.object({ row: z.int(), text: z.string() })),
    }),
  ),
  unknownStates: list(
    z.object({
      column: z.string(),
      given: z.string(),
      rows: z.int(),
      outOfYears: z.boolean(),
      kept: z.boolean(),
      suggestions: list(z.string()),
    }),
  ),
})

export const DatasetVersion = z.object({
  dataset: z.string(),
  version: z.string(),
  current: z.boolean(),
  at: z.string(),
  by: z.string(),
  tables: list(
    z.object({
      name: z.string(),
      rows: z.int(),
      reports: list(Report),
      years: list(z.object({ year: z.int(), rows: z.int(), states: z.int() })),
    }),
  ),
})
export type DatasetVersion = z.infer<typeof DatasetVersion>

/** A dataset of the catalogue, and what was imported of it. */
export const Dataset = z.object({
  id: z.string(),
  title: z.string(),
  producer: z.string(),
  citation: z.string(),
  licence: z.string(),
  version: z.string(),
  url: z.string(),
  quirks: list(z.string()),
  tables: list(Table),
  versions: list(DatasetVersion),
})
export type Dataset = z.infer<typeof Dataset>

/** A question to an imported dataset; lists are separated by commas. */
export const DatasetQuestion = z.object({
  version: z.string().optional(),
  table: z.string().optional(),
  by: z.string().optional().describe('row, state, state-year, dyad, dyad-year, dyad-month, year or month'),
  states: Words.optional(),
  partners: Words.optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  codes: Words.optional().describe('beginnings of event codes'),
  perCode: z.stringbool().optional(),
  columns: Words.optional(),
  limit: z.coerce.number().int().min(1).max(100_000).default(1000),
})

export const DatasetAnswer = z.object({
  dataset: z.string(),
  version: z.string(),
  table: z.string(),
  citation: z.string(),
  columns: list(z.object({ name: z.string(), about: z.string(), unit: z.string().optional() })),
  rows: list(z.record(z.string(), z.unknown()).readonly()),
  of: z.int(),
  covered: z.object({ from: z.int(), to: z.int() }).nullable(),
  sql: z.string(),
})
export type DatasetAnswer = z.infer<typeof DatasetAnswer>

/** Public datasets: the catalogue, what was imported, and questions to it. */
export const datasetEndpoints = {
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
} as const
