import type { MechanismTable } from '#api/contract/mechanisms'

/** Shares of common members of every two mechanisms, as squares: the darker, the more alike. Of many, those most alike. */
export function overlapChart(
  overlaps: MechanismTable['overlaps'],
  nameOf: (id: string) => string,
  words: { readonly share: string },
  labelLimit: number,
): Readonly<Record<string, unknown>> {
  const drawn = mostAlike(overlaps)
  const among = overlaps.filter(({ a, b }) => drawn.has(a) && drawn.has(b))
  const values = among.flatMap(({ a, b, shared, jaccard: { value } }) =>
    [
      [a, b],
      [b, a],
    ].map(([x = '', y = '']) => ({
      x: nameOf(x),
      y: nameOf(y),
      share: value,
      shared: shared.length,
    })),
  )
  const names = [...drawn].map(nameOf)
  const axis = { type: 'nominal', title: null, sort: names }
  const encoding = {
    x: { ...axis, field: 'x', axis: { labelAngle: -60, labelLimit } },
    y: { ...axis, field: 'y', axis: { labelLimit } },
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: 26 },
    data: { values },
    encoding,
    layer: [
      {
        mark: { type: 'rect', stroke: '#fff' },
        encoding: {
          color: {
            field: 'share',
            type: 'quantitative',
            title: words.share,
            scale: { domain: [0, 1], range: ['#eef4fa', '#1f4e79'] },
            legend: { orient: 'top', gradientLength: 160 },
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 10 },
        encoding: {
          text: { field: 'shared' },
          color: { condition: { test: 'datum.share > 0.45', value: '#fff' }, value: '#1b1f24' },
        },
      },
    ],
  }
}

/** No more mechanisms than this are drawn: squares of more cannot be read. The table has all. */
export const mostDrawn = 40

/** The mechanisms that share most with one other, in the order in which they are given. */
function mostAlike(overlaps: MechanismTable['overlaps']): ReadonlySet<string> {
  const most = new Map<string, number>()
  for (const { a, b, jaccard } of overlaps)
    for (const id of [a, b]) most.set(id, Math.max(most.get(id) ?? 0, jaccard.value))
  const kept = [...most].toSorted(([, x], [, y]) => y - x).slice(0, mostDrawn)
  const chosen = new Set(kept.map(([id]) => id))
  return new Set([...most.keys()].filter((id) => chosen.has(id)))
}
