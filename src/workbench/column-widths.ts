import { type ReportTable, restsIn } from '#report/compose'

/**
 * How wide each column of a printed table is against the others, the last being what the row rests on: by the words in it,
 * so that long texts get room and numbers stay together.
 *
 * @returns [columns + 1] at least 4, in letters
 */
export function columnWidths(table: ReportTable): readonly number[] {
  const rests = table.rows.map((row) => restsIn(row, 'en'))
  const texts = [
    ...table.columns.map((title, at) => [title, ...table.rows.map(({ cells }) => cells[at]?.text ?? '')]),
    rests,
  ]
  return texts.map((column) => {
    const lengths = column.map(({ length }) => length).toSorted((a, b) => a - b)
    const usual = lengths[Math.floor(0.8 * (lengths.length - 1))] ?? 0
    const word = Math.max(...column.flatMap((text) => text.split(/[\s/]+/)).map(({ length }) => length))
    return Math.max(4, Math.min(word, 14), Math.min(44, usual))
  })
}
