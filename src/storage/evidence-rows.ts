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

/** A version of a record as the database gives it, its body still JSON text: cheap to hand to another thread. */
export interface EvidenceRow {
  readonly kind: Kind
  readonly id: string
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
  return sql<EvidenceRow>`
    select ${columns} from record r
    where r.kind = ${question.kind} and r.current and r.body is not null and ${condition(question)}
    order by r.id`
}

const columns = sql`r.kind, r.id, r.version, r.handling, r.case_id as "caseId", r.body::text as body`

function condition(question: EvidenceQuestion): RawBuilder<unknown> {
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

/** The versions that an analysis pinned, ordered by kind and id. */
export async function pinnedRows(db: Kysely<Tables>, pins: readonly Pin[]): Promise<readonly EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select ${columns}
    from jsonb_to_recordset(${JSON.stringify(pins)}::jsonb) as w(kind text, id text, version int)
    join record r on r.kind = w.kind and r.id = w.id and r.version = w.version
    order by r.kind, r.id`.execute(db)
  return rows
}
