import type { Measure } from '#domain/measure'
import { missing } from '#domain/missing'
import type { Observation, Series } from '#domain/series'
import type { ImportedVersion } from '#storage/dataset-versions'
import type { AskedDyad, MeasuredRow } from '#storage/measure-sheet'
import { measureReason } from './measure-reasons.ts'
import { yearList } from './year-list.ts'

/** Rows of one measure as series: one for each state and partner, with what gives its figures again. */
export function seriesOf(
  measure: Measure,
  rows: readonly MeasuredRow[],
  used: readonly ImportedVersion[],
  dyads: readonly AskedDyad[],
  years: readonly number[],
  relationOf: (a: string, b: string) => string | undefined,
): readonly Series[] {
  const groups = Map.groupBy(rows, ({ of, towards }) => `${of} ${towards ?? ''}`)
  return [...groups.values()].flatMap((group): Series[] => {
    const [first] = group
    if (first === undefined) return []
    const { of } = first
    const towards = first.towards ?? undefined
    const dyad = dyads.find(([a, b]) =>
      towards === undefined
        ? a === of || b === of
        : (a === of && b === towards) || (b === of && a === towards),
    )
    const [state = of, partner = towards ?? of] = dyad ?? []
    const relation = towards === undefined ? undefined : relationOf(of, towards)
    return [
      {
        id: [measure.id, towards === undefined ? of : `${of}-${towards}`].join('/').toLowerCase(),
        measure: measure.id,
        ...(relation === undefined ? {} : { relation }),
        of,
        ...(towards === undefined ? {} : { towards }),
        observations: group.map(observation),
        computed: {
          dataset: used.map(({ dataset }) => dataset).join(' + '),
          version: used.map(({ version }) => version).join(' + '),
          query: `soundings measure --state ${state} --partners ${partner} --years ${yearList(years)} --measures ${measure.id}`,
        },
        restsOn: used.map(({ dataset }) => ({ source: `dataset-${dataset}` })),
      },
    ]
  })
}

function observation({ year, value, se, because, outside }: MeasuredRow): Observation {
  if (value === null)
    return {
      year,
      value: missing(outside ? 'outside-coverage' : 'not-collected', measureReason(because ?? '')),
    }
  return { year, value: rounded(value), ...(se === null ? {} : { se: rounded(se) }) }
}

/** Four digits that count. */
function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(4))
}
