import type { DatasetAnswer } from '#api/contract/datasets'

const most = 6

/** The first measure over time, a line for each unit; a year that is missing leaves a gap, a zero is drawn as zero. */
export function answerChart(
  answer: DatasetAnswer,
  words: { readonly n: string; readonly missing: string },
): Readonly<Record<string, unknown>> | undefined {
  const names = answer.columns.map(({ name }) => name)
  const time = names.includes('month') ? 'month' : names.includes('year') ? 'year' : undefined
  const at = names.indexOf('n')
  if (time === undefined || at < 0 || answer.rows.length < 2) return undefined
  const keys = names.slice(0, at).filter((name) => name !== time)
  const measure = answer.columns
    .slice(at + 1)
    .find(({ name }) => answer.rows.some((row) => typeof row[name] === 'number' && !name.endsWith('_known')))
  const shown = measure?.name ?? 'n'
  const unitOf = (row: Readonly<Record<string, unknown>>) => keys.map((key) => String(row[key])).join(' → ')
  const totals = new Map<string, number>()
  for (const row of answer.rows)
    totals.set(unitOf(row), (totals.get(unitOf(row)) ?? 0) + Math.abs(Number(row[shown] ?? 0)))
  const largest = [...totals]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([unit]) => unit)
  const values = answer.rows
    .filter((row) => largest.includes(unitOf(row)))
    .map((row) => ({
      time: time === 'year' ? `${row['year']}-07-01` : `${row['month']}-15`,
      unit: unitOf(row),
      value: typeof row[shown] === 'number' ? row[shown] : null,
    }))
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: 220,
    data: { values },
    mark: { type: 'line', point: { size: 22 }, strokeWidth: 1.8, invalid: 'break-paths-show-path-domains' },
    encoding: {
      x: { field: 'time', type: 'temporal', title: null },
      y: {
        field: 'value',
        type: 'quantitative',
        title:
          measure === undefined
            ? words.n
            : `${measure.name}${measure.unit === undefined ? '' : ` (${measure.unit})`}`,
      },
      ...(keys.length === 0
        ? {}
        : { color: { field: 'unit', type: 'nominal', title: null, legend: { orient: 'top', columns: 3 } } }),
    },
  }
}
