import type { z } from 'zod'
import { SoundingsError } from '#domain/errors'
import type { Language } from '#domain/exhibit'
import { isKind, type Kind } from '#domain/record'
import { instruments } from '#instruments/registry'
import { readAnalysisText, rerunAnalysis, runInstrument, seeAnalyses } from '#workbench/analyses'
import { documentText, importDocument, markPassage } from '#workbench/documents'
import { exportText } from '#workbench/export'
import { importParsed } from '#workbench/import'
import { parseRecords } from '#workbench/record-file'
import {
  recordInContext,
  removeRecord,
  saveRecord,
  seeRecords,
  seeSearch,
  seeWorkspace,
  undoRecord,
} from '#workbench/records'
import { reportFormat, writeReport } from '#workbench/reports'
import { template } from '#workbench/template'
import { version } from '#workbench/version'
import type { Workbench } from '#workbench/workbench'
import type { Answer, EndpointName, Endpoints } from './contract.ts'
import { analysisHandlers } from './handlers-analyses.ts'
import { baselineHandlers } from './handlers-baselines.ts'
import { commitmentHandlers } from './handlers-commitments.ts'
import { constraintHandlers } from './handlers-constraints.ts'
import { contradictionHandlers } from './handlers-contradictions.ts'
import { datasetHandlers } from './handlers-datasets.ts'
import { ledgerHandlers } from './handlers-ledger.ts'
import { measureHandlers } from './handlers-measures.ts'
import { mediationCasesHandlers } from './handlers-mediation-cases.ts'
import { networkHandlers } from './handlers-network.ts'
import { peacekeepingHandlers } from './handlers-peacekeeping.ts'
import { positionHandlers } from './handlers-positions.ts'
import { questionHandlers } from './handlers-questions.ts'
import { ratingHandlers } from './handlers-ratings.ts'
import { schemaOf } from './openapi.ts'

/** What a handler gets: path parameters, query and body, checked by the contract. */
export interface Call<N extends EndpointName> {
  readonly params: Readonly<Record<string, string>>
  readonly query: Endpoints[N] extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined
  readonly body: Endpoints[N] extends { body: infer B extends z.ZodType }
    ? z.output<B>
    : Endpoints[N] extends { bytes: true }
      ? ReadableStream | null
      : undefined
}

/** An answer that is JSON text already, such as the stored bytes of an analysis: it is sent as it is. */
export interface JsonText {
  readonly jsonText: string
}

export type Handlers = {
  readonly [N in EndpointName]: (workbench: Workbench, call: Call<N>) => Promise<Answer<N> | JsonText>
}

const largestImport = 64 * 1024 * 1024

/** One call of the workbench for each endpoint, and one translation back. */
export const handlers: Handlers = {
  workspace: async ({ database, config }) => ({
    version,
    counts: { ...(await seeWorkspace(database)) },
    by: config.by,
  }),
  search: async ({ database }, { query }) => ({
    found: [
      ...(await seeSearch(database, query.q, (query.kinds ?? '').split(',').filter(isKind), query.limit)),
    ],
  }),
  listRecords: async ({ database }, { params, query }) => {
    const [kind = '', ...id] = (query.pointsAt ?? '').split(':')
    const pointsAt = query.pointsAt === undefined ? undefined : { kind: kindOf({ kind }), id: id.join(':') }
    const rows = await seeRecords(database, kindOf(params), { ...query, pointsAt, limit: query.limit + 1 })
    return { records: rows.slice(0, query.limit).map(plain), more: rows.length > query.limit }
  },
  readRecord: async ({ database }, { params }) => {
    const found = await recordInContext(database, kindOf(params), params['id'] ?? '')
    return {
      ...plain(found),
      history: found.history.map((v) => ({ ...v, body: v.body && { ...v.body } })),
      pointedAtBy: [...found.pointedAtBy],
    }
  },
  saveRecord: async ({ database, author }, { params, body }) => {
    const { id } = body.record
    if (id !== params['id'])
      throw new SoundingsError('record-invalid', 'the id of the record is not the id it is saved under', {
        place: { field: 'id', value: id },
      })
    return saveRecord(database, kindOf(params), body.record, author(body.why), body.seen)
  },
  removeRecord: ({ database, author }, { params, body }) =>
    removeRecord(database, kindOf(params), params['id'] ?? '', author(body.why)),
  undoRecord: ({ database, author }, { params, body }) =>
    undoRecord(database, kindOf(params), params['id'] ?? '', author(body.why)),
  importRecords: async ({ database, author }, { body }) => {
    const size = body.files.reduce((sum, file) => sum + file.text.length, 0)
    if (size > largestImport) throw new SoundingsError('file-too-large', `the files have ${size} characters`)
    const files = body.files.map((file) => parseRecords(file.text, file.name))
    const report = await importParsed(database, files, author(body.why), body.dryRun)
    return { ...report, byKind: { ...report.byKind }, notices: [...report.notices] }
  },
  exportRecords: ({ database }, { query }) =>
    exportText(
      database,
      'export.yaml',
      query.kind !== undefined && isKind(query.kind) ? query.kind : undefined,
    ),
  template: async (_, { params }) => template(kindOf(params)),
  importDocument: async ({ database, author }, { body }) => {
    const file = { name: body.name, bytes: Buffer.from(body.base64, 'base64') }
    const report = await importDocument(database, file, author(`import of ${body.name}`), body.source)
    const { exact, similar, lost } = report.passages
    return { ...report, passages: { exact: [...exact], similar: [...similar], lost: [...lost] } }
  },
  documentText: async ({ database }, { params }) => {
    const { text, pageStarts } = await documentText(database, params['id'] ?? '')
    return { text, pageStarts: [...pageStarts] }
  },
  markPassage: async ({ database, author }, { params, body }) => ({
    ...(await markPassage(database, params['id'] ?? '', body, author('passage marked'))),
  }),
  instruments: async () => ({
    instruments: instruments.map(({ id, title, question, version: of, Request }) => ({
      id,
      title: { ...title },
      question: { ...question },
      version: of,
      request: { ...schemaOf(Request, 'input') },
    })),
  }),
  runInstrument: async ({ database, author }, { body }) =>
    runInstrument(database, body.instrument, body.request, author('run')),
  listAnalyses: async ({ database }, { query }) => ({
    analyses: [...(await seeAnalyses(database, query))],
  }),
  readAnalysis: async ({ database }, { params }) => ({
    jsonText: await readAnalysisText(database, params['id'] ?? ''),
  }),
  rerunAnalysis: async ({ database }, { params }) => {
    await rerunAnalysis(database, params['id'] ?? '')
    return { same: true }
  },
  report: async ({ database }, { params, query }) =>
    writeReport(database, params['id'] ?? '', reportFormat(query.format), query.language satisfies Language),
  ...analysisHandlers,
  ...baselineHandlers,
  ...datasetHandlers,
  ...measureHandlers,
  ...positionHandlers,
  ...ratingHandlers,
  ...contradictionHandlers,
  ...constraintHandlers,
  ...ledgerHandlers,
  ...networkHandlers,
  ...commitmentHandlers,
  ...mediationCasesHandlers,
  ...peacekeepingHandlers,
  ...questionHandlers,
}

function kindOf(params: Readonly<Record<string, string>>): Kind {
  const kind = params['kind'] ?? ''
  if (!isKind(kind)) throw new SoundingsError('record-unknown', `there is no kind of record called ${kind}`)
  return kind
}

function plain<T extends { readonly body: object }>(
  row: T,
): Omit<T, 'body'> & { body: Record<string, unknown> } {
  const body: Record<string, unknown> = Object.fromEntries(Object.entries(row.body))
  return { ...row, body }
}
