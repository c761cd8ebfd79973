import { csvOf } from '#workbench/csv'
import { addDataset, askDataset, type CatalogueEntry, seeDataset, seeDatasets } from '#workbench/datasets'
import { cancelJob, type Job, seeJob, startJob } from '#workbench/jobs'
import { dropUploads, receiveUpload, uploadsOf } from '#workbench/uploads'
import type { Dataset, DatasetAnswer } from './contract/datasets.ts'
import type { JobState } from './contract/job.ts'
import type { Handlers } from './handlers.ts'
import { problemOf } from './problem.ts'

type DatasetEndpoint =
  | 'listDatasets'
  | 'readDataset'
  | 'uploadFile'
  | 'importDataset'
  | 'queryDataset'
  | 'queryDatasetCsv'
  | 'readJob'
  | 'cancelJob'

/** The calls about datasets and long work, each one call of the workbench and one translation back. */
export const datasetHandlers: Pick<Handlers, DatasetEndpoint> = {
  listDatasets: async (workbench) => ({ datasets: (await seeDatasets(workbench)).map(plainDataset) }),
  readDataset: async (workbench, { params }) => plainDataset(await seeDataset(workbench, params['id'] ?? '')),
  uploadFile: async (_, { query, body }) => ({ upload: (await receiveUpload(query.name, body)).id }),
  importDataset: async (workbench, { params, body }) => {
    const dataset = (await seeDataset(workbench, params['id'] ?? '')).description.id
    const files = uploadsOf(body.uploads)
    const job = startJob(`import into ${dataset}`, (watch) =>
      addDataset(workbench, { ...body, dataset, files }, watch).finally(() => dropUploads(files)),
    )
    return plainJob(job)
  },
  queryDataset: async (workbench, { params, query }) => {
    const answer = await askDataset(workbench, { ...query, dataset: params['id'] ?? '' }, query)
    return plainAnswer(answer)
  },
  queryDatasetCsv: async (workbench, { params, query }) =>
    csvOf((await askDataset(workbench, { ...query, dataset: params['id'] ?? '' })).rows),
  readJob: async (_, { params }) => plainJob(seeJob(params['id'] ?? '')),
  cancelJob: async (_, { params }) => plainJob(cancelJob(params['id'] ?? '')),
}

/** A job as the API tells it: what failed, as a problem. */
export function plainJob({ cause, ...job }: Job): JobState {
  return { ...job, ...(cause === undefined ? {} : { problem: problemOf(cause) }) }
}

function plainDataset({ description, versions }: CatalogueEntry): Dataset {
  const tables = description.tables.map((table) => ({
    ...table,
    when: table.when === null ? null : { ...table.when },
    layouts: table.layouts.map(({ id, about, columns }) => ({ id, about, columns })),
  }))
  return { ...description, tables, versions }
}

function plainAnswer(answer: Awaited<ReturnType<typeof askDataset>>): DatasetAnswer {
  const { table, columns, rows } = answer
  const described = columns.map((name) => {
    const column = table.columns.find((one) => one.name === name)
    return { name, about: column?.about ?? '', ...(column?.unit === undefined ? {} : { unit: column.unit }) }
  })
  return { ...answer, table: table.name, columns: described, rows }
}
