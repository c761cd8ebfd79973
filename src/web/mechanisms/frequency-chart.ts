import type { Mechanism } from '#api/contract/mechanisms'

/** Meetings held for each one due, with the interval; the line at 1 is a rhythm that is kept. Undefined if none can be told. */
export function frequencyChart(
  mechanisms: readonly Mechanism[],
  nameOf: (id: string) => string,
  title: string,
  labelLimit: number,
): Readonly<Record<string, unknown>> | undefined {
  const values = mechanisms.flatMap(({ id, frequency: { keptShare } }) =>
    'missing' in keptShare
      ? []
      : [
          {
            mechanism: nameOf(id),
            share: keptShare.value,
            low: keptShare.interval?.[0] ?? keptShare.value,
            high: keptShare.interval?.[1] ?? keptShare.value,
          },
        ],
  )
  if (values.length === 0) return undefined
  const y = { field: 'mechanism', type: 'nominal', title: null, axis: { labelLimit } }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: 34 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.5, color: '#1f4e79' },
        encoding: {
          y,
          x: { field: 'low', type: 'quantitative', title, scale: { zero: true } },
          x2: { field: 'high' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1, color: '#1f4e79' },
        encoding: { y, x: { field: 'share', type: 'quantitative' } },
      },
      {
        data: { values: [{ kept: 1 }] },
        mark: { type: 'rule', color: '#b5541c', strokeDash: [4, 3] },
        encoding: { x: { field: 'kept', type: 'quantitative' } },
      },
    ],
  }
}
