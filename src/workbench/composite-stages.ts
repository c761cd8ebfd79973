import { type CompositeChoice, isOrder, type PreparedLeaves } from '#numeric/composite-model'
import { dataCoverage } from '#numeric/data-coverage'
import type { CompositeData } from './composite-data.ts'
import type { IndexFramework } from './composite-framework.ts'

/** The steps, in their order, each of which can be looked at as a table. */
export const stageNames = [
  'coverage',
  'raw',
  'denominated',
  'imputed',
  'treated',
  'normalized',
  'aggregated',
] as const
export type StageName = (typeof stageNames)[number]

/** A step as a table. */
export interface Stage {
  readonly stage: StageName
  readonly rows: readonly StageRow[]
}

export interface StageRow {
  /** null for all units together */
  readonly unit: string | null
  readonly code: string
  readonly value: number | null
  /** what happened to the value here, or why there is none */
  readonly why?: string
}

interface Steps {
  readonly framework: IndexFramework
  readonly data: CompositeData
  readonly prepared: PreparedLeaves
  readonly choice: CompositeChoice
  readonly denominate: boolean
  /** [nodes × units] */
  readonly scores: Float64Array
  /** share of parts that must be known */
  readonly coverage: number
}

/** The table of one step. */
export function stageOf(stage: StageName, steps: Steps): Stage {
  if (stage === 'coverage') return { stage, rows: coverageRows(steps) }
  if (stage === 'aggregated') return { stage, rows: aggregatedRows(steps) }
  const { framework, data, prepared } = steps
  const tables = {
    raw: data.raw,
    denominated: data.denominated,
    imputed: prepared.imputed,
    treated: prepared.treated,
    normalized: prepared.normalized,
  }
  const n = data.units.length
  const rows = data.units.flatMap((unit, row) =>
    framework.leaves.map((node, column) => {
      const at = column * n + row
      const value = tables[stage][at] ?? Number.NaN
      const why = reason(stage, steps, column, row)
      return {
        unit,
        code: framework.nodes[node]?.code ?? '',
        value: Number.isNaN(value) ? null : value,
        ...(why === undefined ? {} : { why }),
      }
    }),
  )
  return { stage, rows }
}

function reason(
  stage: 'raw' | 'denominated' | 'imputed' | 'treated' | 'normalized',
  { framework, data, prepared, choice, denominate }: Steps,
  column: number,
  row: number,
): string | undefined {
  const node = framework.nodes[framework.leaves[column] ?? 0]
  const at = column * data.units.length + row
  const lacks = (table: Float64Array) => Number.isNaN(table[at])
  if (stage === 'raw') return lacks(data.raw) ? 'missing in the data' : undefined
  if (stage === 'denominated') {
    if (lacks(data.raw)) return 'missing in the data'
    if (lacks(data.denominated)) return `${node?.denominator} is missing or 0`
    return denominate && node?.denominator !== undefined ? `divided by ${node.denominator}` : undefined
  }
  if (stage === 'imputed') {
    if (!lacks(data.denominated)) return undefined
    if (lacks(prepared.imputed))
      return choice.impute === 'none' ? 'missing' : 'missing: nothing to fill it from'
    const group = data.groupNames[data.groups[row] ?? -1]
    if (choice.impute === 'regression') return 'predicted from the indicator that correlates most'
    return choice.impute === 'mean' || choice.impute === 'median'
      ? `filled by the ${choice.impute}`
      : `filled by the ${choice.impute === 'group-mean' ? 'mean' : 'median'} of ${group}`
  }
  if (lacks(prepared.treated)) return 'missing'
  if (stage === 'treated') {
    if (prepared.treatment[column]?.logged) return 'on a logarithmic scale'
    const before = prepared.imputed[at]
    return before === prepared.treated[at] ? undefined : `drawn in from ${before}`
  }
  return lacks(prepared.normalized) ? unscaled(choice) : undefined
}

/** Why a column could not be brought to the scale. */
export function unscaled(choice: CompositeChoice): string {
  return choice.normalize === 'target' ? 'no value lies short of the target' : 'the indicator does not vary'
}

function coverageRows({ framework, data }: Steps): StageRow[] {
  const { nodes, leaves, tree } = framework
  const n = data.units.length
  const spread = new Float64Array(nodes.length * n)
  for (const [column, node] of leaves.entries())
    spread.set(data.denominated.subarray(column * n, (column + 1) * n), node * n)
  const shares = dataCoverage(spread, n, tree)
  const ofIndicators = leaves.map((node) => ({
    unit: null,
    code: nodes[node]?.code ?? '',
    value: shares.subarray(node * n, (node + 1) * n).reduce((sum, share) => sum + share, 0) / n,
    why: 'share of units with data',
  }))
  const ofBranches = data.units.flatMap((unit, row) =>
    nodes.flatMap(({ code }, node) =>
      tree.first[node] === tree.first[node + 1]
        ? []
        : [{ unit, code, value: shares[node * n + row] ?? 0, why: 'share of indicators with data' }],
    ),
  )
  return [...ofIndicators, ...ofBranches]
}

function aggregatedRows({ framework, data, scores, choice, coverage: least }: Steps): StageRow[] {
  const { nodes, tree } = framework
  const n = data.units.length
  return data.units.flatMap((unit, row) =>
    nodes.map(({ code }, node) => {
      const value = scores[node * n + row] ?? Number.NaN
      if (!Number.isNaN(value)) return { unit, code, value }
      const parts = Array.from(tree.children.subarray(tree.first[node], tree.first[node + 1]))
      const ordered = isOrder(choice.aggregate)
      const known = parts.filter((part) => !Number.isNaN(scores[part * n + row])).length
      const why =
        parts.length === 0
          ? 'missing'
          : ordered
            ? node === nodes.length - 1
              ? 'too few parts are known'
              : 'only the whole is ordered'
            : known < Math.max(1, least * parts.length - 1e-9)
              ? `${known} of ${parts.length} parts are known`
              : `a part is not above 0 under a ${choice.aggregate} mean, or the weights of those known sum to 0`
      return { unit, code, value: null, why }
    }),
  )
}
