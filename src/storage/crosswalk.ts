import type { Layout } from '#datasets/dataset'
import { codesOf, plainName, type StateId } from '#domain/state'
import { type BulkEngine, literal } from './bulk-engine.ts'
import { crosswalkName, rawSql } from './dataset-table-sql.ts'

/** Names that a user has told us by hand: the text of a file → the state it means. */
export type NamedByHand = Readonly<Record<string, StateId>>

interface Spell {
  readonly code: string
  readonly state: string
  readonly from: number
  readonly to: number
}

const ever = { from: -9999, to: 9999 }

/**
 * Makes, for every state column of a layout, a table of the codes that have one state (`steady_n`) and one of those
 * whose state changes with the year (`dated_n`); both with the years in which the code holds.
 *
 * @returns for each column, whether it has dated codes
 */
export async function makeCrosswalks(
  engine: BulkEngine,
  layout: Layout,
  scan: string,
  byHand: NamedByHand,
): Promise<readonly boolean[]> {
  const dated: boolean[] = []
  for (const [at, state] of layout.states.entries()) {
    const spells =
      state.scheme === 'name'
        ? await namesInFile(engine, state.code, layout, scan)
        : codesOf(state.scheme).flatMap(spellings)
    const given = Object.entries(byHand).map(([code, id]): Spell => ({ code, state: id, ...ever }))
    const all = [...spells.filter((spell) => byHand[spell.code] === undefined), ...given]
    const byCode = Map.groupBy(all, (spell) => spell.code)
    const several = all.filter((spell) => (byCode.get(spell.code)?.length ?? 0) > 1)
    await fill(
      engine,
      crosswalkName(at, 'steady'),
      all.filter((spell) => !several.includes(spell)),
    )
    await fill(engine, crosswalkName(at, 'dated'), several)
    dated.push(several.length > 0)
  }
  return dated
}

/** A number is written with and without zeros in front. */
function spellings(spell: {
  readonly code: string
  readonly state: string
  readonly from: number | null
  readonly to: number | null
}): readonly Spell[] {
  const { from, to } = spell
  const years = { from: from ?? ever.from, to: to ?? ever.to }
  const codes = /^\d+$/.test(spell.code)
    ? [...new Set([spell.code, spell.code.replace(/^0+(?=\d)/, ''), spell.code.padStart(3, '0')])]
    : [spell.code]
  return codes.map((code) => ({ code, state: spell.state, ...years }))
}

/** Names come in too many spellings to list: those of the file are looked up one by one. */
async function namesInFile(
  engine: BulkEngine,
  code: string,
  layout: Layout,
  scan: string,
): Promise<readonly Spell[]> {
  const known = Map.groupBy(codesOf('name'), (spell) => spell.code)
  const rows = await engine.rows<{ name: string }>(
    `select distinct (${code}) as name from ${rawSql(scan, layout)} where (${code}) is not null`,
  )
  return rows.flatMap(({ name }) =>
    (known.get(plainName(name)) ?? []).map((spell) => ({
      code: name,
      state: spell.state,
      from: spell.from ?? ever.from,
      to: spell.to ?? ever.to,
    })),
  )
}

async function fill(engine: BulkEngine, name: string, spells: readonly Spell[]): Promise<void> {
  await engine.run(`create or replace table ${name} (_of varchar, _state varchar, _from bigint, _to bigint)`)
  if (spells.length === 0) return
  const values = spells.map(
    ({ code, state, from, to }) => `(${literal(code)}, ${literal(state)}, ${from}, ${to})`,
  )
  await engine.run(`insert into ${name} values ${values.join(', ')}`)
}
