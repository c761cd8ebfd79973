import { SoundingsError } from '#domain/errors'
import { budgetAllocation } from '#numeric/budget-allocation'
import type { Aggregation } from '#numeric/composite'
import { aggregateTree } from '#numeric/composite-tree'
import { principalComponents } from '#numeric/principal-components'
import type { IndexFramework } from './composite-framework.ts'
import { pairwiseFileWeights } from './composite-pairwise.ts'
import type { WarningList } from './composite-warnings.ts'
import type { MethodFile } from './method.ts'

/** Where weights come from. */
export const weightings = ['given', 'equal', 'budget', 'pairwise', 'principal-components'] as const
export type Weighting = (typeof weightings)[number]

/** Weights of all nodes, and what is known of how they came about. */
export interface WeightSet {
  /** [nodes] */
  readonly weights: Float64Array
  readonly notes: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/**
 * Weights that need no data: as given, equal, from budgets, or from comparisons two by two. Branches that a file does not speak of keep
 * the weights of the framework.
 *
 * @throws SoundingsError `call-invalid` if a file is wanting or too many; `table-invalid` with its line
 */
export async function statedWeights(
  how: Weighting,
  framework: IndexFramework,
  file: MethodFile | undefined,
  warnings: WarningList,
): Promise<WeightSet> {
  const needsFile = how === 'budget' || how === 'pairwise'
  if (needsFile !== (file !== undefined))
    throw new SoundingsError(
      'call-invalid',
      needsFile
        ? `--weights ${how} needs a third file: ${how === 'budget' ? 'assessor,code,points' : 'assessor,parent,a,b,ratio'}`
        : `--weights ${how} takes no third file`,
    )
  if (file !== undefined && how === 'budget') return budgets(framework, file)
  if (file !== undefined) return pairwiseFileWeights(framework, file, warnings)
  const given = Float64Array.from(framework.nodes, ({ weight }) => (how === 'equal' ? 1 : weight))
  return { weights: given, notes: new Map() }
}

async function budgets(framework: IndexFramework, file: MethodFile): Promise<WeightSet> {
  const { nodes } = framework
  const table = await file.table(['assessor', 'code', 'points'])
  const refuse = (row: number, column: string, message: string) =>
    new SoundingsError('table-invalid', message, { place: table.place(row, column) })
  const cell = (name: string, row: number) => table.columns[name]?.[row]?.trim() ?? ''
  const given = new Map<string, { readonly points: number; readonly row: number }>()
  const assessors = new Set<string>()
  for (let row = 0; row < table.rows; row++) {
    const [assessor, code] = [cell('assessor', row), cell('code', row)]
    const points = cell('points', row) === '' ? Number.NaN : Number(cell('points', row))
    const node = nodes.find((one) => one.code === code)
    if (assessor === '') throw refuse(row, 'assessor', 'the assessor has no name')
    if (node === undefined || node.parent === -1)
      throw refuse(row, 'code', `there is no node ${code} beneath another`)
    if (!(points >= 0 && Number.isFinite(points)))
      throw refuse(row, 'points', 'points must be a number of at least 0')
    if (given.has(`${assessor}\n${code}`)) throw refuse(row, 'code', `${assessor} gave ${code} points before`)
    given.set(`${assessor}\n${code}`, { points, row })
    assessors.add(assessor)
  }
  const weights = Float64Array.from(nodes, ({ weight }) => weight)
  const notes = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [at, parent] of nodes.entries()) {
    const parts = nodes.flatMap((node, part) => (node.parent === at ? [part] : []))
    const rows: number[] = []
    for (const assessor of assessors) {
      const budget = parts.map((part) => given.get(`${assessor}\n${nodes[part]?.code}`))
      const [first] = budget.flatMap((one) => one ?? [])
      if (first === undefined) continue
      const missing = parts.filter((_, place) => budget[place] === undefined)
      if (missing.length > 0)
        throw refuse(
          first.row,
          'code',
          `${assessor} gave points under ${parent.code}, and none for ${missing.map((part) => nodes[part]?.code).join(', ')}: 0 must be said`,
        )
      if (budget.every((one) => one?.points === 0))
        throw refuse(first.row, 'points', `the points of ${assessor} under ${parent.code} sum to 0`)
      rows.push(...budget.map((one) => one?.points ?? 0))
    }
    if (rows.length === 0) continue
    const found = budgetAllocation(Float64Array.from(rows), parts.length)
    for (const [place, part] of parts.entries()) {
      weights[part] = found.weights[place] ?? 0
      notes.set(nodes[part]?.code ?? '', {
        assessors: rows.length / parts.length,
        standardError: found.standardErrors?.[place] ?? null,
      })
    }
  }
  return { weights, notes }
}

/**
 * Weights from the data: under each node, the squared loadings of its parts on their first principal component, which sum to 1. Nodes
 * are weighed from the leaves up, with the scores that the weights below give.
 *
 * @param scores [nodes × units] the leaves are filled; receives the rest
 * @see Nicoletti, Scarpetta & Boylaud (2000), OECD Economics Department Working Paper 226, section 3.2, for one component
 */
export function componentWeights(
  framework: IndexFramework,
  scores: Float64Array,
  units: number,
  by: Aggregation,
  coverage: number,
  warnings: WarningList,
): WeightSet {
  const { nodes, tree } = framework
  const weights = Float64Array.from(nodes, ({ weight }) => weight)
  const notes = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [at, node] of nodes.entries()) {
    const parts = Array.from(tree.children.subarray(tree.first[at], tree.first[at + 1]))
    if (parts.length === 0) continue
    const table = new Float64Array(parts.length * units)
    for (const [place, part] of parts.entries())
      table.set(scores.subarray(part * units, (part + 1) * units), place * units)
    const found = parts.length === 1 ? null : principalComponents(table, units)
    if (found === null && parts.length > 1)
      warnings.warn(
        'weights',
        `${node.code} has too few complete units for principal components, or a part that does not vary: its parts keep the weights of the framework.`,
        { at: node.code },
      )
    for (const [place, part] of parts.entries()) {
      if (found === null) continue
      weights[part] = (found.loadings[place] ?? 0) ** 2
      notes.set(nodes[part]?.code ?? '', {
        loading: found.loadings[place],
        explained: (found.eigenvalues[0] ?? 0) / parts.length,
        units: found.complete,
      })
    }
    const against = parts.filter((_, place) => (found?.loadings[place] ?? 0) < 0)
    if (against.length > 0)
      warnings.warn(
        'weights',
        `${against.map((part) => nodes[part]?.code).join(', ')} ${against.length === 1 ? 'runs' : 'run'} against the rest of ${node.code}: look at the direction before you trust weights of principal components.`,
        { at: node.code },
      )
    aggregateTree(scores, units, tree, weights, by, coverage)
  }
  return { weights, notes }
}
