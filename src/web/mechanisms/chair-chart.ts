import type { MechanismTable } from '#api/contract/mechanisms'

interface Words {
  readonly recorded: string
  readonly projected: string
  readonly elected: string
}

const firstMonth = (date: string) => (/^\d{4}$/.test(date) ? `${date}-01` : date.slice(0, 7))
const afterLast = (date: string) => {
  if (/^\d{4}$/.test(date)) return `${Number(date) + 1}-01`
  return date.slice(0, 7)
}

/** Chairs and elected seats of one actor or of all as bars in time; years with two of them at once are marked. */
export function chairChart(
  chairs: readonly (Omit<MechanismTable['chairs'][number], 'basis'> & {
    readonly kind: keyof Words
  })[],
  double: MechanismTable['double'],
  names: Readonly<Record<'actor' | 'code' | 'mechanism', (id: string) => string>>,
  words: Words,
  labelLimit: number,
): Readonly<Record<string, unknown>> {
  const values = chairs
    .filter(({ from, to }) => from !== '..' && to !== '..')
    .map(({ actor, mechanism, from, to, kind }) => ({
      mechanism: names.mechanism(mechanism),
      actor: names.actor(actor),
      code: names.code(actor),
      from: firstMonth(from),
      to: afterLast(to),
      kind: words[kind],
    }))
  const marks = double.map(({ actor, year }) => ({
    from: `${year}-01`,
    to: `${year + 1}-01`,
    label: `${names.actor(actor)} ×2`,
  }))
  const x = { field: 'from', type: 'temporal', title: null, axis: { format: '%Y', tickCount: 8 } }
  const kinds = [words.recorded, words.elected, words.projected]
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: 46 },
    layer: [
      {
        data: { values: marks },
        mark: { type: 'rect', color: '#f5e0d3', stroke: '#b5541c', strokeDash: [3, 2] },
        encoding: { x, x2: { field: 'to' } },
      },
      {
        data: { values },
        mark: { type: 'bar', height: { band: 0.62 }, stroke: '#fff' },
        encoding: {
          x,
          x2: { field: 'to' },
          y: { field: 'mechanism', type: 'nominal', title: null, axis: { labelLimit } },
          color: {
            field: 'kind',
            type: 'nominal',
            title: null,
            scale: { domain: kinds, range: ['#1f4e79', '#4d7c4a', '#b3cbe2'] },
            legend: { orient: 'top', columns: 1, labelLimit: 260 },
          },
          tooltip: { field: 'actor' },
        },
      },
      ...(labelLimit < 150 ? [] : [codesIn(values, words.projected)]), // on a narrow page the bars are too thin
      {
        data: { values: marks },
        mark: { type: 'text', baseline: 'bottom', align: 'left', color: '#85380d', fontSize: 11, dy: -3 },
        encoding: { x, y: { value: 0 }, text: { field: 'label' } },
      },
    ],
  }
}

/** The codes of those who have the chair, upright within their bars. */
function codesIn(values: readonly object[], projected: string): Readonly<Record<string, unknown>> {
  return {
    data: { values },
    transform: [{ calculate: '(+toDate(datum.from) + +toDate(datum.to)) / 2', as: 'middle' }],
    mark: { type: 'text', angle: 270, align: 'center', baseline: 'middle', fontSize: 8.5 },
    encoding: {
      x: { field: 'middle', type: 'temporal' },
      y: { field: 'mechanism', type: 'nominal' },
      text: { field: 'code' },
      color: {
        condition: { test: { field: 'kind', equal: projected }, value: '#1b1f24' },
        value: '#fff',
      },
    },
  }
}
