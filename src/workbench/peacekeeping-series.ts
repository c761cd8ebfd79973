import { datasetOf } from '#datasets/registry'
import { isMissing, type Missing } from '#domain/missing'
import { kinds } from '#domain/record'
import type { Series } from '#domain/series'
import { toYaml } from './export.ts'
import { datasetSource } from './measures-file.ts'
import type { PeacekeepingAnswer, StateYear } from './peacekeeping.ts'
import { peacekeepingMeasures } from './peacekeeping-data.ts'

/**
 * Contributions to peacekeeping as the text of records: series of a state and its peers, and by mission of the state itself, with the
 * version of the dataset and the command that makes them again.
 */
export function peacekeepingFile(answer: PeacekeepingAnswer): string {
  const { state, peers, states, version } = answer
  const years = states[0]?.years.map(({ year }) => year) ?? []
  const query = `soundings peacekeeping ${state} --from ${years.at(0)} --to ${years.at(-1)} --peers ${peers.join(',')}`
  const source = `dataset-${answer.dataset}`
  const series = (of: string, measure: string, observations: Series['observations']): Series => ({
    id: `${measure}/${of.toLowerCase()}`,
    measure,
    of,
    observations,
    computed: { dataset: answer.dataset, version, query },
    restsOn: [{ source }],
  })
  const totals = states.flatMap(({ state: of, years: own }) => [
    series(
      of,
      peacekeepingMeasures.all,
      observed(own, ({ total }) => total),
    ),
    series(
      of,
      peacekeepingMeasures.women,
      observed(own, ({ women }) => women),
    ),
  ])
  const own = states.find((one) => one.state === state)?.years ?? []
  const missions = [...new Set(answer.missions.map(({ key }) => key))].toSorted()
  const byMission = missions.flatMap((mission) =>
    (['total', 'women'] as const).map((what) => {
      const kind = what === 'total' ? peacekeepingMeasures.all : peacekeepingMeasures.women
      const sent = (year: number) =>
        answer.missions.find((one) => one.key === mission && one.year === year)?.[what] ?? 0
      return series(
        state,
        `${kind}/${mission.toLowerCase()}`,
        observed(own, ({ year, total }) => (isMissing(total) ? total : sent(year))),
      )
    }),
  )
  const head = [
    'Contributions to peacekeeping, computed from the public dataset; every year that is missing says why.',
    'One command makes this file again, to the byte, in a workspace with the same file imported:',
    `  ${query} -o FILE`,
    `Version of the dataset ${answer.dataset} (${datasetOf(answer.dataset).title}): ${version}`,
  ]
  const text = toYaml({
    [kinds.source.section]: [datasetSource(source)],
    [kinds.series.section]: [...totals, ...byMission],
  })
  return `${head.map((line) => `# ${line}`).join('\n')}\n${text}`
}

function observed(years: readonly StateYear[], read: (year: StateYear) => number | Missing) {
  return years.map((one) => ({ year: one.year, value: read(one) }))
}
