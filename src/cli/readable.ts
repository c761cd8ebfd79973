import { columns } from './terminal.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The answer of a method for a person: its single values as lines, its lists as tables, each below its name.
 * `--json` prints the same in full precision.
 *
 * @param answer what a method answered
 */
export function readable(answer: unknown): string {
  if (!isFields(answer)) return cell(answer)
  const single: string[][] = []
  const blocks: string[] = []
  for (const [name, value] of flat(answer))
    if (isTable(value)) blocks.push(`${name}\n${table(value)}`)
    else single.push([name, cell(value)])
  return [...(single.length === 0 ? [] : [columns(single)]), ...blocks].join('\n\n')
}

/** Fields within fields, under their names joined by dots; an empty list or object stays as it is. */
function flat(fields: Fields, under = ''): [string, unknown][] {
  return Object.entries(fields).flatMap(([key, value]): [string, unknown][] =>
    value === undefined
      ? []
      : isFields(value) && Object.keys(value).length > 0
        ? flat(value, `${under}${key}.`)
        : [[`${under}${key}`, value]],
  )
}

function table(rows: readonly Fields[]): string {
  const lines = rows.map((row) => new Map(flat(row)))
  const heads = [...new Set(lines.flatMap((line) => [...line.keys()]))]
  return columns([heads, ...lines.map((line) => heads.map((head) => cell(line.get(head))))])
}

/** Six figures of a number: more are in the JSON. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)))
  if (Array.isArray(value)) return value.length === 0 ? '–' : `[${value.map(cell).join(', ')}]`
  if (isFields(value))
    return flat(value)
      .map(([key, inner]) => `${key} ${cell(inner)}`)
      .join(', ')
  return String(value)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTable(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFields)
}
