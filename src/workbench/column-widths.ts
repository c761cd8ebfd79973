import { type ReportRow, type ReportTable, restsIn } from '#report/compose'

/** Letters that fit across a printed page in the small print of tables. */
const across = 112

/**
 * How wide each column of a printed table is, the last being what its rows rest on if any of them has a source of its own. Every
 * column holds its longest word; what is left goes to those with long texts.
 *
 * @returns [columns or columns + 1] in letters, `across` in all
 */
export function columnWidths(table: ReportTable): readonly number[] {
  const cells = table.rows.map((row) => row.cells.map((cell) => unbroken(cell).text))
  const bodies = table.columns.map((_, at) => cells.map((row) => row[at] ?? ''))
  const rests = table.sourced ? [table.rows.map((row) => restsIn(row, 'en'))] : []
  const heads = [...table.columns, ...rests.map(() => 'Rests on')]
  return sharedOut(
    [...bodies, ...rests].map((texts, at) => {
      const least = Math.max(3, longestWord([heads[at] ?? '']) * 1.2, longestWord(texts)) + 2
      return {
        least,
        wanted: Math.max(least, Math.min(52, Math.max(usualLength(texts), (heads[at] ?? '').length / 2) + 2)),
      }
    }),
  )
}

function sharedOut(columns: readonly { least: number; wanted: number }[]): readonly number[] {
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const wanted = columns.reduce((sum, column) => sum + column.wanted, 0)
  if (wanted <= across || wanted === least) return columns.map((one) => (one.wanted * across) / wanted)
  const share = Math.max(0, across - least) / (wanted - least)
  return columns.map((one) => one.least + (one.wanted - one.least) * share)
}

function usualLength(texts: readonly string[]): number {
  const lengths = texts.map(({ length }) => length).toSorted((a, b) => a - b)
  return lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0
}

/** Words of more than 22 letters are broken: two dates with a stroke between them are not. */
function longestWord(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/[ \n]+/))
  return Math.min(22, Math.max(0, ...words.map(({ length }) => length)))
}

/** A cell as it is printed: a number stays on one line with its interval. */
export function unbroken({ text, number }: ReportRow['cells'][number]): ReportRow['cells'][number] {
  return { text: number ? text.replaceAll(' ', '\u00a0') : text, number }
}
