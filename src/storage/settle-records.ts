import { sql, type Transaction } from 'kysely'
import { SoundingsError } from '#domain/errors'
import { type Kind, kinds } from '#domain/record'
import { referencesOf } from '#domain/reference'
import type { Tables } from './tables.ts'

const batchSize = 2000

/** Renews what follows from records just stored: the pointers, which must all lead somewhere, and who may see what. */
export async function settle(
  trx: Transaction<Tables>,
  stored: readonly { readonly kind: Kind; readonly id: string; readonly body: object | null }[],
): Promise<void> {
  await point(trx, stored)
  await refuseDangling(trx, stored)
  await settleHandling(trx)
  await settleCases(trx)
}

/** Renews the pointers that start from what was written. */
async function point(
  trx: Transaction<Tables>,
  rows: readonly { readonly kind: Kind; readonly id: string; readonly body: object | null }[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize)
    const pointers = batch.flatMap(({ kind, id, body }) =>
      body === null
        ? []
        : referencesOf(kinds[kind].schema, body).map((to) => ({
            from_kind: kind,
            from_id: id,
            to_kind: to.kind,
            to_id: to.id,
            field: to.path.join('.'),
          })),
    )
    await sql`
      delete from reference r
      using jsonb_to_recordset(${JSON.stringify(batch.map(({ kind, id }) => ({ kind, id })))}::jsonb) as w(kind text, id text)
      where r.from_kind = w.kind and r.from_id = w.id`.execute(trx)
    await sql`
      insert into reference
      select * from jsonb_to_recordset(${JSON.stringify(pointers)}::jsonb)
        as p(from_kind text, from_id text, to_kind text, to_id text, field text)`.execute(trx)
  }
}

async function refuseDangling(
  trx: Transaction<Tables>,
  written: readonly { readonly kind: string; readonly id: string; readonly body: object | null }[],
): Promise<void> {
  const touched = written.map(({ kind, id, body }) => ({ kind, id, gone: body === null }))
  const { rows } = await sql<{
    from_kind: string
    from_id: string
    to_kind: string
    to_id: string
    field: string
    seen: boolean
  }>`
    with w as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as w(kind text, id text, gone boolean)
    ), asked as (
      select p.* from reference p join w on w.kind = p.from_kind and w.id = p.from_id
      union
      select p.* from reference p join w on w.gone and w.kind = p.to_kind and w.id = p.to_id
    )
    select p.*, exists (
      select from record f where f.kind = p.from_kind and f.id = p.from_id and f.current) as seen
    from asked p
    left join record r on r.kind = p.to_kind and r.id = p.to_id and r.current and r.body is not null
    where r.id is null
      and not exists (select from given g where g.kind = p.to_kind and g.id = p.to_id) -- it is there, and blind
    order by p.from_kind, p.from_id, p.field limit 1`.execute(trx)
  const [first] = rows
  if (first === undefined) return refuseUnseen(trx, touched)
  if (!first.seen) throw unseen(first.to_kind, first.to_id)
  const near = await nearest(trx, first.to_kind, first.to_id)
  throw new SoundingsError(
    'record-dangling',
    `${first.from_kind} ${first.from_id} points at ${first.to_kind} ${first.to_id}, which is not there${
      near === undefined ? '' : ` (did you mean ${near}?)`
    }`,
    {
      place: {
        field: first.field,
        value: first.to_id,
        record: { kind: first.from_kind, id: first.from_id },
      },
    },
  )
}

/** What is taken out must not be pointed at by what the one who takes it out may not even look for. */
async function refuseUnseen(
  trx: Transaction<Tables>,
  touched: readonly { readonly kind: string; readonly id: string; readonly gone: boolean }[],
): Promise<void> {
  const gone = touched.filter((one) => one.gone)
  if (gone.length === 0) return
  const { rows } = await sql<{ kind: string; id: string }>`
    select w.kind, w.id from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as w(kind text, id text)
    where is_pointed_at(w.kind, w.id) order by w.kind, w.id limit 1`.execute(trx)
  if (rows[0] !== undefined) throw unseen(rows[0].kind, rows[0].id)
}

function unseen(kind: string, id: string): SoundingsError {
  return new SoundingsError('record-dangling', `a record that you may not see points at ${kind} ${id}`, {
    advice: 'It must stay as long as something points at it.',
  })
}

async function nearest(trx: Transaction<Tables>, kind: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from record where kind = ${kind} and current and body is not null
    and similarity(id, ${id}) > 0.3 order by similarity(id, ${id}) desc, id limit 1`.execute(trx)
  return rows[0]?.id
}

/** What hands its handling on: a source to its documents and clues, a document to its passages, and so forth. */
const handedOn = [
  'source',
  'document',
  'passage',
  'evidence',
  'event',
  'case',
  'question',
  'commitment',
  'constraint',
  'agreement',
  'activity',
]

/**
 * A record that rests on something stricter becomes as strict, with all its versions and the analyses that used it,
 * until nothing changes any more.
 */
async function settleHandling(trx: Transaction<Tables>): Promise<void> {
  await sql`drop table if exists pg_temp.settled`.execute(trx)
  await sql`
    create temporary table settled on commit drop as
    with recursive strict(kind, id, level) as (
      select kind, id, strictness(body->>'handling') from record
      where current and body ? 'handling' and body->>'handling' <> 'public'
      union
      select p.from_kind, p.from_id, s.level from strict s
      join reference p on p.to_kind = s.kind and p.to_id = s.id
      where s.kind = any(${handedOn})
    ), both_ways as (
      select kind, id, level from strict
      union all
      select kind, id, 0 from record where current and handling <> 'public'
    )
    select kind, id, max(level) as level, (array['public', 'restricted', 'confidential'])[max(level) + 1] as handling
    from both_ways group by kind, id`.execute(trx)
  await sql`
    update record r set handling = s.handling from settled s
    where r.kind = s.kind and r.id = s.id
      and (r.current and strictness(r.handling) <> s.level or strictness(r.handling) < s.level)`.execute(trx)
  await sql`
    update analysis a set handling = (
      select s.handling from settled s
      where a.output::jsonb->'pins' @> jsonb_build_array(jsonb_build_object('kind', s.kind, 'id', s.id))
      order by s.level desc limit 1)
    where exists (
      select 1 from settled s where s.level > strictness(a.handling)
        and a.output::jsonb->'pins' @> jsonb_build_array(jsonb_build_object('kind', s.kind, 'id', s.id)))`.execute(
    trx,
  )
  // an analysis that rests on another is at least as strictly handled
  await sql`
    update analysis a set handling = b.handling from analysis b
    where strictness(b.handling) > strictness(a.handling)
      and a.output::jsonb->'pins' @> jsonb_build_array(jsonb_build_object('kind', 'analysis', 'id', b.id))`.execute(
    trx,
  )
  await sql`
    update content c set handling = d.handling from settled s
    join record d on d.kind = 'document' and d.id = s.id and s.kind = 'document'
    where d.body->>'sha256' = c.sha256 and strictness(c.handling) < s.level`.execute(trx)
}

/** A second judgement of a clue belongs to the case of the clue. */
async function settleCases(trx: Transaction<Tables>): Promise<void> {
  await sql`
    update record r set case_id = e.case_id from record e
    where r.kind = 'likelihood' and r.current and e.kind = 'evidence' and e.current
      and e.id = r.body->>'evidence' and r.case_id is distinct from e.case_id`.execute(trx)
}
