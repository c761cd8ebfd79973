import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Analysis } from '#domain/analysis'
import type { Handling } from '#domain/support'
import { canonical } from './canonical.ts'
import type { Tables } from './tables.ts'

/** An analysis in a list. */
export interface AnalysisEntry {
  readonly id: string
  readonly instrument: string
  readonly version: string
  readonly case: string | null
  /** what it is about: `case/asean-hrb`, `dyad/VNM-USA`; null if the request names nothing */
  readonly subject: string | null
  readonly at: string
  readonly by: string
}

/** The id of an analysis: the same instrument, version, request and inputs give the same id. */
export function analysisId(analysis: Pick<Analysis, 'instrument' | 'version' | 'request' | 'pins'>): string {
  const { instrument, version, request, pins } = analysis
  const digest = createHash('sha256').update(canonical({ instrument, version, request, pins })).digest('hex')
  return `${instrument}-${digest.slice(0, 12)}`
}

/** The bytes of an analysis, as they are stored and as a rerun must give them again. */
export function bytesOf(analysis: Analysis): string {
  return canonical(analysis)
}

/** An analysis ready to be stored: its bytes, and what is known of it without reading them. */
export interface AnalysisBytes {
  readonly id: string
  readonly instrument: string
  readonly version: string
  readonly case: string | null
  readonly subject: string | null
  readonly output: string
}

/** An analysis as it will be stored. */
export function analysisBytes(analysis: Analysis): AnalysisBytes {
  const { id, instrument, version, request } = analysis
  const about = typeof request['case'] === 'string' ? request['case'] : null
  return { id, instrument, version, case: about, subject: subjectOf(request), output: bytesOf(analysis) }
}

/** Stores an analysis; storing the same one again changes nothing. */
export async function storeAnalysis(
  db: Kysely<Tables>,
  { case: about, ...rest }: AnalysisBytes,
  meta: { readonly handling: Handling; readonly at: string; readonly by: string },
): Promise<void> {
  await db
    .insertInto('analysis')
    .values({ ...rest, case_id: about, ...meta })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Whether a transaction gave way to another that wrote the same rows: it may be tried again. */
export function metAnother(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '40001' // serialization_failure
}

/** One analysis, or undefined. */
export async function readAnalysis(db: Kysely<Tables>, id: string): Promise<Analysis | undefined> {
  const row = await db.selectFrom('analysis').select('output').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : Analysis.parse(JSON.parse(row.output))
}

/** The bytes of an analysis as they were stored. */
export async function storedBytes(db: Kysely<Tables>, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('analysis').select('output').where('id', '=', id).executeTakeFirst()
  return row?.output
}

/**
 * What a request is about, as one word: the record or the dyad that it names.
 *
 * @example
 * subjectOf({ dyad: ['VNM', 'USA'] }) // => 'dyad/VNM-USA'
 */
export function subjectOf(request: Analysis['request']): string | null {
  for (const kind of ['case', 'question', 'dispute', 'state'])
    if (typeof request[kind] === 'string') return `${kind}/${request[kind]}`
  const { dyad } = request
  return Array.isArray(dyad) ? `dyad/${dyad.join('-')}` : null
}

/** The analyses, newest first; of one case or one subject if wanted. */
export async function listAnalyses(
  db: Kysely<Tables>,
  wanted: { readonly case?: string | undefined; readonly subject?: string | undefined } = {},
): Promise<readonly AnalysisEntry[]> {
  let query = db
    .selectFrom('analysis')
    .select(['id', 'instrument', 'version', 'case_id as case', 'subject', 'at', 'by'])
    .orderBy('at', 'desc')
    .orderBy('id')
  if (wanted.case !== undefined) query = query.where('case_id', '=', wanted.case)
  if (wanted.subject !== undefined) query = query.where('subject', '=', wanted.subject)
  return query.execute()
}
