import type { Layout, Refusal, TableDescription } from '#datasets/dataset'
import { identifier, literal } from './bulk-engine.ts'

/** Number of a row's fate in the column `_fate`: 0 is kept; see `fatesOf`. */
export interface Fate {
  readonly number: number
  readonly kind: 'refused' | 'skipped'
  readonly because: string
  /** where the reason is a state: the column of the table it would have named, and whether only its year is wrong */
  readonly state?: { readonly column: string; readonly outOfYears: boolean }
}

export const toldTwice: Fate = { number: -100, kind: 'skipped', because: 'the same row is told again' }
export const contradicts: Fate = {
  number: 100,
  kind: 'refused',
  because: 'another row before it has the same key and other values',
}

/** Why rows of a layout may not be kept, in the order in which it is asked. */
export function fatesOf(layout: Layout): readonly Fate[] {
  const skips = (layout.skips ?? []).map(
    ({ because }, at): Fate => ({ number: -1 - at, kind: 'skipped', because }),
  )
  const odd: readonly Fate[] =
    layout.telltale === undefined ? [] : [{ number: 1, kind: 'refused', because: layout.telltale.otherwise }]
  const rejects = layout.rejects.map(
    ({ because }, at): Fate => ({ number: 10 + at, kind: 'refused', because }),
  )
  const states = layout.states.flatMap((state, at): readonly Fate[] =>
    state.optional
      ? []
      : [
          {
            number: 50 + 2 * at,
            kind: 'refused',
            because: `no state is known by the code or name given for ${state.as}`,
            state: { column: state.as, outOfYears: false },
          },
          {
            number: 51 + 2 * at,
            kind: 'refused',
            because: `the code or name given for ${state.as} named no state in that year`,
            state: { column: state.as, outOfYears: true },
          },
        ],
  )
  return [...skips, ...odd, ...rejects, ...states]
}

/** Name of the crosswalk table of the nth state column: `steady` codes have one state, `dated` ones change with the year. */
export function crosswalkName(at: number, part: 'steady' | 'dated'): string {
  return `${part}_${at}`
}

/** SQL of the raw rows of a file, reshaped if its layout says so. */
export function rawSql(scan: string, layout: Layout): string {
  return layout.reshape === undefined ? scan : `(with raw as (from ${scan}) ${layout.reshape})`
}

/**
 * SQL of the rows of a table as a layout gives them: every column of the table, `_fate`, and for rows that are not kept
 * the codes of states as they were given. The crosswalk tables of each state column must be there.
 *
 * @param dated for each state column, whether it has codes that change with the year
 * @param carried columns of `raw` to be handed on as they are
 */
export function tableSql(
  raw: string,
  table: TableDescription,
  layout: Layout,
  dated: readonly boolean[],
  carried: readonly string[] = [],
): string {
  const codes = layout.states.map((state, at) => `(${state.code}) as _code${at}`)
  const year = `${layout.year === null ? 'null::bigint' : `(${layout.year})`} as _year`
  const joins = layout.states.flatMap((_, at) => [
    `left join ${crosswalkName(at, 'steady')} s${at} on s${at}._of = _code${at}`,
    ...(dated[at]
      ? [
          `left join ${crosswalkName(at, 'dated')} d${at} on d${at}._of = _code${at} and (_year is null or _year between d${at}._from and d${at}._to)`,
        ]
      : []),
  ])
  const stateOf = layout.states.map((_, at) => {
    const steady = `case when _year is null or _year between s${at}._from and s${at}._to then s${at}._state end`
    return dated[at] ? `coalesce(d${at}._state, ${steady})` : steady
  })
  const values = table.columns
    .filter((column) => !layout.states.some((state) => state.as === column.name))
    .map((column) => `${typed(layout.select[column.name], column.type)} as ${identifier(column.name)}`)
  const rows = `select ${[
    ...statesInOrder(table, layout, stateOf),
    ...values,
    ...layout.states.map((_, at) => `_code${at}`),
    `${fateSql(layout, dated, stateOf)} as _fate`,
    ...carried,
  ].join(', ')} from (select *, ${[year, ...codes].join(', ')} from ${raw}) ${joins.join(' ')}`
  if (layout.states.length === 0) return rows
  const given = layout.states.map(
    (state, at) =>
      `case when _fate <> 0 or ${identifier(state.as)} is null then _code${at} end as ${identifier(givenColumn(state.as))}`,
  )
  const columns = [...table.columns.map((column) => identifier(column.name)), '_fate', ...carried, ...given]
  return `select ${columns.join(', ')} from (${rows})`
}

/** SQL of raw rows with their number in the file, from 1, as `_row`. Counting rows in order costs a little time. */
export function numberedSql(raw: string): string {
  return `(select *, row_number() over () as _row from ${raw})`
}

/** The column that keeps, for a row that is not kept, the code of a state as the file had it. */
export function givenColumn(column: string): string {
  return `_given_${column}`
}

/** An undirected dyad is kept once, its ids in alphabetical order. */
function statesInOrder(
  table: TableDescription,
  layout: Layout,
  stateOf: readonly string[],
): readonly string[] {
  const [first, second] = table.who
  const pair =
    table.directed !== true && first !== undefined && second !== undefined
      ? [first, second].map((name) => layout.states.findIndex((state) => state.as === name))
      : []
  const [a = -1, b = -1] = pair
  return layout.states.map((state, at) => {
    const sorted = a >= 0 && b >= 0 && (at === a || at === b)
    const sql = sorted
      ? `${at === a ? 'least' : 'greatest'}(${stateOf[a]}, ${stateOf[b]})`
      : (stateOf[at] ?? 'null')
    return `${sql} as ${identifier(state.as)}`
  })
}

function typed(sql: string | undefined, type: string): string {
  if (sql === undefined) return `null::${sqlTypes[type] ?? 'varchar'}`
  return `(${sql})`
}

const sqlTypes: Readonly<Record<string, string>> = {
  state: 'varchar',
  text: 'varchar',
  integer: 'bigint',
  number: 'double',
  date: 'date',
  boolean: 'boolean',
}

function fateSql(layout: Layout, dated: readonly boolean[], stateOf: readonly string[]): string {
  const when = ({ when: sql }: Refusal, number: number) => `when coalesce((${sql}), false) then ${number}`
  const branches = [
    ...(layout.skips ?? []).map((skip, at) => when(skip, -1 - at)),
    ...(layout.telltale === undefined ? [] : [`when not coalesce((${layout.telltale.holds}), false) then 1`]),
    ...layout.rejects.map((reject, at) => when(reject, 10 + at)),
    ...layout.states.flatMap((state, at) => {
      if (state.optional) return []
      const known = dated[at]
        ? `(s${at}._of is not null or _code${at} in (select _of from ${crosswalkName(at, 'dated')}))`
        : `s${at}._of is not null`
      return [
        `when ${stateOf[at]} is null then case when ${known} then ${51 + 2 * at} else ${50 + 2 * at} end`,
      ]
    }),
  ]
  return branches.length === 0 ? '0::smallint' : `(case ${branches.join(' ')} else 0 end)::smallint`
}

/** The macros that the SQL of layouts may use. */
export const macros = [
  `create or replace macro whole(x) as case when regexp_full_match(trim(x), '[+-]?[0-9]{1,18}(\\.0*)?') then try_cast(regexp_replace(trim(x), '\\.0*$', '') as bigint) end`,
  `create or replace macro amount(x) as case when try_cast(x as double) between -1e300 and 1e300 then try_cast(x as double) end`,
  `create or replace macro day(x) as try_cast(x as date)`,
]

/** SQL that writes rows to a Parquet file. */
export function copyTo(sql: string, path: string): string {
  return `copy (${sql}) to ${literal(path)} (format parquet, compression zstd, row_group_size 122880)`
}
