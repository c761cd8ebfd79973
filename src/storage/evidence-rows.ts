import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Pin } from '#domain/analysis'
import type { Kind } from '#domain/record'
import type { Handling } from '#domain/support'
import type { Tables } from './tables.ts'

/** One question that an instrument asks of the records. */
export type EvidenceQuestion =
  | { readonly ask: 'record'; readonly kind: Kind; readonly id: string }
  | { readonly ask: 'of-case'; readonly kind: Kind; readonly caseId: string }
  | { readonly ask: 'pointing-at'; readonly kind: Kind; readonly to: Kind; readonly ids: readonly string[] }
  | { readonly ask: 'relations-of'; readonly kind: 'relation'; readonly state: string }
  | { readonly ask: 'activities-of'; readonly kind: 'activity'; readonly state: string }
  | { readonly ask: 'all'; readonly kind: Kind }
  | AnalysisQuestion

/** The question for the newest analysis of an instrument on a subject. */
export interface AnalysisQuestion {
  readonly ask: 'analysis'
  readonly kind: 'analysis'
  readonly instrument: string
  readonly subject: string
}

/** A version of a record, or an analysis, as the database gives it, its body still JSON text: cheap to hand to another thread. */
export interface EvidenceRow {
  readonly kind: Kind | 'analysis'
  readonly id: string
  /** of an analysis always 1: it is never changed */
  readonly version: number
  readonly handling: Handling
  readonly caseId: string | null
  readonly body: string
}

/** The records that hold now and answer a question, ordered by id. */
export async function evidenceRows(
  db: Kysely<Tables>,
  question: EvidenceQuestion,
): Promise<readonly EvidenceRow[]> {
  const { rows } = await evidenceQuery(question).execute(db)
  return rows
}

/** The query behind `evidenceRows`, for a look at its plan. */
export function evidenceQuery(question: EvidenceQuestion): RawBuilder<EvidenceRow> {
  if (question.ask === 'analysis') return analysisQuery(question)
  return sql<EvidenceRow>`
    select ${columns} from record r
    where r.kind = ${question.kind} and r.current and r.body is not null and ${condition(question)}
    order by r.id`
}

const columns = sql`r.kind, r.id, r.version, r.handling, r.case_id as "caseId", r.body::text as body`

const analysisColumns = sql`'analysis' as kind, a.id, 1 as version, a.handling, null as "caseId", a.output as body`

function analysisQuery({ instrument, subject }: AnalysisQuestion): RawBuilder<EvidenceRow> {
  return sql<EvidenceRow>`
    select ${analysisColumns} from analysis a
    where a.instrument = ${instrument} and a.subject = ${subject}
    order by a.at desc, a.id limit 1`
}

function condition(question: Exclude<EvidenceQuestion, AnalysisQuestion>): RawBuilder<unknown> {
  switch (question.ask) {
    case 'record':
      return sql`r.id = ${question.id}`
    case 'of-case':
      return sql`r.case_id = ${question.caseId}`
    case 'pointing-at':
      return sql`r.id in (
        select p.from_id from reference p
        where p.to_kind = ${question.to} and p.to_id = any(${[...question.ids]}) and p.from_kind = ${question.kind})`
    case 'relations-of': // the kind stands in the query word for word, so that the index of relations fits
      return sql`r.kind = 'relation' and r.body->'parties'->>0 = ${question.state}`
    case 'activities-of':
      return sql`r.id in (select p.activity from participation p where p.state = ${question.state})`
    case 'all':
      return sql`true`
  }
}

/** The versions that an analysis pinned, and the analyses, ordered by kind and id. */
export async function pinnedRows(db: Kysely<Tables>, pins: readonly Pin[]): Promise<readonly EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    with w as (select * from jsonb_to_recordset(${JSON.stringify(pins)}::jsonb) as w(kind text, id text, version int))
    select ${columns} from w join record r on r.kind = w.kind and r.id = w.id and r.version = w.version
    union all
    select ${analysisColumns} from w join analysis a on w.kind = 'analysis' and a.id = w.id
    order by kind, id`.execute(db)
  return rows
}
