import { SoundingsError } from '#domain/errors'
import type { Ratings } from '#numeric/ratings'
import type { MethodFile, MethodWatch } from './method.ts'

/** Ratings read from a file, with the names that the numbers stand for. */
export interface NamedRatings {
  readonly ratings: Ratings
  readonly units: readonly string[]
  readonly coders: readonly string[]
  /** the values as they were written, in the order of `ratings.values` */
  readonly labels: readonly string[]
}

/**
 * Reads `unit,coder,value` (CSV or Parquet). An empty value is missing. Numbers are needed but for nominal data.
 *
 * @param kind what a value must be
 * @throws SoundingsError `table-invalid` with file, line and column: an empty unit or coder, a value that is no number, a
 *   coder who rates a unit twice
 */
export async function readRatings(
  file: MethodFile,
  kind: 'word' | 'number' | 'integer',
  watch: Pick<MethodWatch, 'notice'>,
): Promise<NamedRatings> {
  const table = await file.table(['unit', 'coder', 'value'])
  if (table.others.length > 0) watch.notice(`Columns that are not used: ${table.others.join(', ')}.`)
  const refuse = (row: number, column: string, message: string) =>
    new SoundingsError('table-invalid', message, { place: table.place(row, column) })
  const units = new Map<string, number>()
  const coders = new Map<string, number>()
  const seen = new Map<string, number>()
  const rows: { readonly unit: number; readonly coder: number; readonly label: string }[] = []
  for (let row = 0; row < table.rows; row++) {
    const [unit, coder, value] = ['unit', 'coder', 'value'].map((name) => table.columns[name]?.[row]?.trim())
    if (!unit) throw refuse(row, 'unit', 'the unit has no name')
    if (!coder) throw refuse(row, 'coder', 'the coder has no name')
    const at = { unit: numberOf(units, unit), coder: numberOf(coders, coder) }
    if (!value) continue
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)
    if (kind !== 'word' && !isNumber) throw refuse(row, 'value', 'the value is no number')
    if (kind === 'integer' && !Number.isInteger(Number(value)))
      throw refuse(row, 'value', 'the value is no whole number: levels are written 0, 1, 2 …')
    const key = `${at.unit} ${at.coder}`
    if (seen.has(key)) throw refuse(row, 'coder', `${coder} rates ${unit} a second time`)
    seen.set(key, row)
    rows.push({ ...at, label: kind === 'word' ? value : String(Number(value)) })
  }
  if (rows.length === 0)
    throw new SoundingsError('table-invalid', 'there is no rating in it', { place: { file: file.name } })
  const labels = [...new Set(rows.map(({ label }) => label))].sort((a, b) =>
    kind === 'word' ? (a < b ? -1 : 1) : Number(a) - Number(b),
  )
  const place = new Map(labels.map((label, at) => [label, at]))
  return {
    units: [...units.keys()],
    coders: [...coders.keys()],
    labels,
    ratings: {
      units: units.size,
      coders: coders.size,
      unit: Int32Array.from(rows, ({ unit }) => unit),
      coder: Int32Array.from(rows, ({ coder }) => coder),
      value: Int32Array.from(rows, ({ label }) => place.get(label) ?? 0),
      values: Float64Array.from(labels, (label, at) => (kind === 'word' ? at : Number(label))),
    },
  }
}

function numberOf(names: Map<string, number>, name: string): number {
  const known = names.get(name)
  if (known !== undefined) return known
  names.set(name, names.size)
  return names.size - 1
}
