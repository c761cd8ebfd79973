import type { CasesAnswer, Rate } from '#api/contract/mediation-cases'

interface Words {
  readonly all: string
  readonly alike: string
  readonly base: string
  readonly axis: string
  readonly role: (id: string) => string
}

/** Rates of an outcome by role as dots with intervals, in the whole record and among the cases alike; the line is the rate of all. */
export function roleChart(
  { byRole, base }: CasesAnswer,
  words: Words,
  labelLimit: number,
): Readonly<Record<string, unknown>> {
  const dot = (role: string, rate: Rate | null, whose: string) =>
    rate === null
      ? []
      : [
          {
            role: words.role(role),
            whose,
            rate: rate.value,
            low: rate.outer[0],
            high: rate.outer[1],
            n: rate.n,
          },
        ]
  const fair = byRole.filter(({ circular }) => !circular)
  const values = fair.flatMap(({ role, all, alike }) => [
    ...dot(role, all, words.all),
    ...dot(role, alike, words.alike),
  ])
  const compared = fair.some(({ alike }) => alike !== null)
  const names = compared ? [words.all, words.alike] : [words.all]
  const y = {
    field: 'role',
    type: 'nominal',
    title: null,
    sort: fair.map(({ role }) => words.role(role)),
    axis: { labelLimit },
  }
  const yOffset = { field: 'whose', sort: names }
  const color = {
    field: 'whose',
    type: 'nominal',
    title: null,
    sort: names,
    scale: { domain: names, range: ['#8a98a8', '#1f4e79'] },
    legend: { orient: 'top', labelLimit: 260 },
  }
  const x = {
    field: 'rate',
    type: 'quantitative',
    title: words.axis,
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 5 },
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: compared ? 16 : 22 },
    layer: [
      {
        data: { values },
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { y, yOffset, x: { ...x, field: 'low' }, x2: { field: 'high' }, color },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 60, opacity: 1 },
        encoding: { y, yOffset, x, color, tooltip: [{ field: 'role' }, { field: 'whose' }, { field: 'n' }] },
      },
      ...(base === null
        ? []
        : [
            {
              data: { values: [{ base: base.value, label: words.base }] },
              mark: { type: 'rule', strokeDash: [4, 3], color: '#a4542c' },
              encoding: { x: { ...x, field: 'base' } },
            },
          ]),
    ],
  }
}
