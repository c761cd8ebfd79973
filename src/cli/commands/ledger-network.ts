import { writeFileSync } from 'node:fs'
import { SoundingsError } from '#domain/errors'
import { type Network, type NetworkSource, networkSources, seeNetwork } from '#workbench/network'
import { networkGraphml } from '#workbench/network-file'
import { multilateralRules } from '#workbench/network-ties'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

/** Options of `soundings ledger network`, as they are typed. */
export interface NetworkOptions extends WorkspaceOptions {
  readonly json?: boolean
  readonly state?: string
  readonly from: string
  readonly kinds?: string
  readonly among?: string
  readonly multilateral: string
  readonly paths: string
  readonly weight: string
  readonly bootstrap: string
  readonly seed: string
  readonly graphml?: string
}

/** Shows who is tied to whom, with centralities; as GraphML into a file if wanted. */
export async function tellNetwork(
  options: NetworkOptions,
  years: { readonly fromYear?: number; readonly toYear?: number },
): Promise<void> {
  const { state, graphml } = options
  const network = await withWorkbench(options, (workbench) =>
    seeNetwork(
      workbench,
      {
        source: oneOf('from', options.from, networkSources) satisfies NetworkSource,
        state,
        from: years.fromYear,
        to: years.toYear,
        kinds: options.kinds?.split(',').map((kind) => kind.trim()),
        states: options.among?.split(',').map((one) => one.trim()),
        multilateral: oneOf('multilateral', options.multilateral, multilateralRules),
        paths: oneOf('paths', options.paths, ['steps', 'strength'] as const),
        weight: oneOf('weight', options.weight, ['activities', 'tiv'] as const),
        draws: whole('bootstrap', options.bootstrap, 5000),
        seed: whole('seed', options.seed, 2 ** 31 - 1),
      },
      { progress: (done, of) => terminal.progress(done, of, 'draws') },
    ),
  )
  if (graphml !== undefined) {
    writeFileSync(graphml, networkGraphml(network))
    terminal.say(`${network.nodes.length} nodes and ${network.ties.length} ties written to ${graphml}`)
  }
  if (options.json) terminal.out(JSON.stringify(network))
  else tell(network)
}

function tell({
  nodes,
  ties,
  years,
  activities,
  notCovered,
  notices,
  communities,
  modularity,
}: Network): void {
  for (const { en } of notices) terminal.say(en)
  const tied = nodes.filter(({ community }) => community > 0)
  const names = ['degree', 'strength', 'betweenness', 'closeness', 'eigenvector'] as const
  terminal.out(
    columns([
      ['node', 'group', ...names],
      ...tied.map(({ id, community, measures }) => [
        id,
        String(community),
        ...names.map((name) => measured(measures[name])),
      ]),
    ]),
  )
  terminal.say(
    `${years === null ? 'no years' : `${years.from}–${years.to}`}: ${activities} activities, ${tied.length} tied by ${ties.length} ties, ${nodes.length - tied.length} covered without a tie, ${notCovered.length} not covered; ${communities} communities${modularity === null ? '' : `, modularity ${modularity.toFixed(2)}`}`,
  )
}

function measured(one: { value: number; interval: readonly [number, number] | null } | undefined): string {
  if (one === undefined) return '-'
  const short = (value: number) => String(Number(value.toPrecision(3)))
  const { value, interval } = one
  return interval === null ? short(value) : `${short(value)} [${short(interval[0])}, ${short(interval[1])}]`
}

function oneOf<Word extends string>(name: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  throw new SoundingsError('call-invalid', `--${name} must be one of ${words.join(', ')}`, {
    place: { value: given },
  })
}

function whole(name: string, given: string, most: number): number {
  const value = Number(given)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new SoundingsError('call-invalid', `--${name} must be a whole number from 0 to ${most}`, {
    place: { value: given },
  })
}
