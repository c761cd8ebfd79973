import { SoundingsError } from '#domain/errors'
import { type CompositeNode, type CompositeTree, compositeTree } from '#numeric/composite-tree'
import type { ColumnScale } from '#numeric/normalize-column'
import type { MethodFile } from './method.ts'

/** A node of the framework with all that its row says. */
export interface FrameworkNode extends CompositeNode {
  readonly parentCode: string | undefined
  /** column of the data by which the values are divided */
  readonly denominator: string | undefined
  /** what values are multiplied by before they are divided */
  readonly denominatorScale: number
  readonly scale: ColumnScale
  refuse(column: string, message: string): SoundingsError
}

/** The tree of an index; parents stand after their children, the root last. */
export interface IndexFramework {
  readonly nodes: readonly FrameworkNode[]
  readonly tree: CompositeTree
  /** places of the nodes that name columns of the data */
  readonly leaves: readonly number[]
  readonly file: string
}

const optional = ['weight', 'direction', 'denominator', 'scale', 'lower', 'upper', 'target'] as const

/**
 * Reads a framework: `code,parent` with `weight`, `direction`, `denominator` (with `scale`), `lower` and `upper` goalposts, `target`.
 *
 * @throws SoundingsError `table-invalid` with the line, where a row or the tree is not as it should be
 */
export async function readFramework(file: MethodFile): Promise<IndexFramework> {
  const table = await file.table(['code', 'parent'], optional)
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const cell = (name: string) => table.columns[name]?.[row]?.trim() || undefined
    const refuse = (column: string, message: string) =>
      new SoundingsError('table-invalid', message, { place: table.place(row, column) })
    return { row, refuse, ...rowOf(cell, refuse) }
  })
  const byCode = new Map(rows.map((one) => [one.code, one]))
  for (const one of rows) {
    if (byCode.get(one.code) !== one) throw one.refuse('code', `two nodes are called ${one.code}`)
    if (one.parentCode !== undefined && !byCode.has(one.parentCode))
      throw one.refuse('parent', `there is no node ${one.parentCode}`)
  }
  const whole = (message: string) =>
    new SoundingsError('table-invalid', message, { place: { file: file.name } })
  const roots = rows.filter(({ parentCode }) => parentCode === undefined)
  if (roots.length !== 1) throw whole(`one node must have no parent, and ${roots.length} have none`)
  if (rows.length < 2) throw whole('the index has no indicator')
  const depth = (code: string | undefined, steps = 0): number => {
    if (steps > rows.length) throw whole('the tree runs in a circle')
    return code === undefined ? 0 : 1 + depth(byCode.get(code)?.parentCode, steps + 1)
  }
  const ordered = rows.toSorted((a, b) => depth(b.code) - depth(a.code) || a.row - b.row)
  const place = new Map(ordered.map(({ code }, at) => [code, at]))
  const nodes = ordered.map((one) => ({
    ...one,
    parent: one.parentCode === undefined ? -1 : (place.get(one.parentCode) ?? -1),
  }))
  for (const [at, node] of nodes.entries()) {
    const parts = nodes.filter(({ parent }) => parent === at)
    if (parts.length > 0 && !(parts.reduce((sum, { weight }) => sum + weight, 0) > 0))
      throw node.refuse('code', `the weights under ${node.code} sum to 0`)
  }
  const tree = compositeTree(Int32Array.from(nodes, ({ parent }) => parent))
  const leaves = nodes.flatMap((_, at) => (tree.first[at] === tree.first[at + 1] ? [at] : []))
  return { nodes, tree, leaves, file: file.name }
}

type Cell = (name: string) => string | undefined
type Refuse = (column: string, message: string) => SoundingsError

function rowOf(cell: Cell, refuse: Refuse) {
  const code = cell('code')
  if (code === undefined) throw refuse('code', 'the node has no code')
  const weight = Number(cell('weight') ?? 1)
  if (!(weight >= 0 && Number.isFinite(weight)))
    throw refuse('weight', 'a weight must be a number of at least 0')
  const given = Number(cell('direction') ?? 1)
  if (given !== 1 && given !== -1) throw refuse('direction', 'a direction must be 1 or −1')
  const direction: 1 | -1 = given
  const number = (column: string) => {
    const text = cell(column)
    if (text === undefined || text === 'NA') return undefined
    if (!Number.isFinite(Number(text))) throw refuse(column, 'the value is no number')
    return Number(text)
  }
  const [lower, upper, target] = [number('lower'), number('upper'), number('target')]
  if (lower !== undefined && upper !== undefined && !(lower < upper))
    throw refuse('upper', 'the upper goalpost must lie above the lower one')
  const denominatorScale = number('scale') ?? 1
  if (!(denominatorScale > 0)) throw refuse('scale', 'a scale must be above 0')
  const named = cell('denominator')
  return {
    code,
    parentCode: cell('parent'),
    weight,
    direction,
    denominator: named === 'NA' ? undefined : named,
    denominatorScale,
    scale: {
      direction,
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
      ...(target === undefined ? {} : { target }),
    },
  }
}
