/** A rate as the chart shows it. */
export interface ChartedRate {
  readonly value: number
  readonly interval: readonly [number, number]
  readonly attempts: number
}

/** Rates of a role in the whole record, and among the attempts alike. */
export interface RoleRates {
  readonly role: string
  readonly all: ChartedRate | null
  readonly alike: ChartedRate | null
}

/** Words of the chart, in the language of the reader. */
export interface RateWords {
  readonly all: string
  readonly alike: string
  readonly axis: string
}

/**
 * Rates of an outcome by role as dots with intervals, in the whole record and among the cases alike; the line is the rate of all.
 *
 * @param base rate of the whole record, in [0, 1]; null where it is not known
 */
export function roleRateChart(
  roles: readonly RoleRates[],
  base: number | null,
  words: RateWords,
  labelLimit = 220,
): Readonly<Record<string, unknown>> {
  const dot = (role: string, rate: ChartedRate | null, whose: string) =>
    rate === null
      ? []
      : [{ role, whose, rate: rate.value, low: rate.interval[0], high: rate.interval[1], n: rate.attempts }]
  const values = roles.flatMap(({ role, all, alike }) => [
    ...dot(role, all, words.all),
    ...dot(role, alike, words.alike),
  ])
  const compared = roles.some(({ alike }) => alike !== null)
  const names = compared ? [words.all, words.alike] : [words.all]
  const y = {
    field: 'role',
    type: 'nominal',
    title: null,
    sort: roles.map(({ role }) => role),
    axis: { labelLimit },
  }
  const yOffset = { field: 'whose', sort: names }
  const color = {
    field: 'whose',
    type: 'nominal',
    title: null,
    sort: names,
    scale: { domain: names, range: ['#8a98a8', '#1f4e79'] },
    legend: { orient: 'top', columns: 1, labelLimit: 260 },
  }
  const x = {
    field: 'rate',
    type: 'quantitative',
    title: words.axis.split('; '), // two lines, for a narrow page
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
              data: { values: [{ base }] },
              mark: { type: 'rule', strokeDash: [4, 3], color: '#a4542c' },
              encoding: { x: { ...x, field: 'base' } },
            },
          ]),
    ],
  }
}
