import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV (RFC 4180, UTF-8, a header, LF). Missing is an empty cell. Text that a spreadsheet would take for a
 * formula is led by an apostrophe.
 *
 * @param rows all with the keys of the first, in its order
 */
export function csvOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Object.keys(rows[0] ?? {})
  return stringify(
    rows.map((row) => names.map((name) => cell(row[name]))),
    { header: true, columns: names },
  )
}

function cell(value: unknown): unknown {
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
