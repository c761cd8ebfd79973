import { SoundingsError } from '#domain/errors'
import { pairwiseWeights } from '#numeric/pairwise-weights'
import type { IndexFramework } from './composite-framework.ts'
import type { WarningList } from './composite-warnings.ts'
import type { WeightSet } from './composite-weights.ts'
import type { MethodFile } from './method.ts'

const toleratedRatio = 0.1
const mostParts = 15

/**
 * Weights from a file of comparisons, `assessor,parent,a,b,ratio`: a counts ratio times as much as b. Several assessors are put together
 * by the geometric mean of their ratios, which alone keeps the matrix reciprocal. Assessors who contradict themselves are told.
 *
 * @throws SoundingsError `table-invalid` with the line of a comparison that cannot be used, or of an assessor with one wanting
 * @see Aczél & Saaty (1983), Journal of Mathematical Psychology 27(1)
 */
export async function pairwiseFileWeights(
  framework: IndexFramework,
  file: MethodFile,
  warnings: WarningList,
): Promise<WeightSet> {
  const { nodes } = framework
  const table = await file.table(['assessor', 'parent', 'a', 'b', 'ratio'])
  const refuse = (row: number, column: string, message: string) =>
    new SoundingsError('table-invalid', message, { place: table.place(row, column) })
  const cell = (name: string, row: number) => table.columns[name]?.[row]?.trim() ?? ''
  const matrices = new Map<string, { at: number; assessor: string; row: number; ratios: Float64Array }>()
  const partsOf = (at: number) => nodes.flatMap((node, part) => (node.parent === at ? [part] : []))
  for (let row = 0; row < table.rows; row++) {
    const assessor = cell('assessor', row)
    const at = nodes.findIndex(({ code }) => code === cell('parent', row))
    if (assessor === '') throw refuse(row, 'assessor', 'the assessor has no name')
    if (at === -1) throw refuse(row, 'parent', `there is no node ${cell('parent', row)}`)
    const parts = partsOf(at)
    if (parts.length > mostParts)
      throw refuse(row, 'parent', `more than ${mostParts} parts cannot be compared two by two`)
    const [a, b] = (['a', 'b'] as const).map((column) => {
      const place = parts.findIndex((part) => nodes[part]?.code === cell(column, row))
      if (place === -1)
        throw refuse(row, column, `${cell(column, row)} does not stand under ${cell('parent', row)}`)
      return place
    }) as [number, number] // two columns
    const ratio = Number(cell('ratio', row))
    if (!(ratio > 0 && Number.isFinite(ratio))) throw refuse(row, 'ratio', 'a ratio must be a number above 0')
    if (a === b) throw refuse(row, 'b', 'a part is compared with itself')
    const n = parts.length
    const key = `${at} ${assessor}`
    const found = matrices.get(key) ?? { at, assessor, row, ratios: new Float64Array(n * n) }
    matrices.set(key, found)
    if (found.ratios[a * n + b] !== 0) throw refuse(row, 'a', `${assessor} compared these two before`)
    found.ratios[a * n + b] = ratio
    found.ratios[b * n + a] = 1 / ratio
  }
  const weights = Float64Array.from(nodes, ({ weight }) => weight)
  const notes = new Map<string, Readonly<Record<string, unknown>>>()
  for (const at of new Set([...matrices.values()].map((one) => one.at))) {
    const parts = partsOf(at)
    const n = parts.length
    const here = [...matrices.values()].filter((one) => one.at === at)
    const logs = new Float64Array(n * n)
    for (const { assessor, row, ratios } of here) {
      for (let place = 0; place < n; place++) ratios[place * n + place] = 1
      const gap = ratios.indexOf(0)
      if (gap !== -1)
        throw refuse(
          row,
          'a',
          `${assessor} did not compare ${nodes[parts[Math.floor(gap / n)] ?? 0]?.code} with ${nodes[parts[gap % n] ?? 0]?.code}`,
        )
      tellInconsistent(pairwiseWeights(ratios, n).consistencyRatio, assessor, nodes[at]?.code ?? '', warnings)
      for (let cellAt = 0; cellAt < logs.length; cellAt++)
        logs[cellAt] = (logs[cellAt] ?? 0) + Math.log(ratios[cellAt] ?? 1) / here.length
    }
    const group = pairwiseWeights(logs.map(Math.exp), n)
    if (here.length > 1)
      tellInconsistent(group.consistencyRatio, 'the group', nodes[at]?.code ?? '', warnings)
    for (const [place, part] of parts.entries()) {
      weights[part] = group.weights[place] ?? 0
      notes.set(nodes[part]?.code ?? '', {
        assessors: here.length,
        lambdaMax: group.lambdaMax,
        consistencyRatio: group.consistencyRatio,
      })
    }
  }
  return { weights, notes }
}

function tellInconsistent(ratio: number, who: string, parent: string, warnings: WarningList): void {
  if (ratio > toleratedRatio)
    warnings.warn(
      'inconsistent',
      `The comparisons of ${who} under ${parent} contradict one another: consistency ratio ${ratio.toFixed(3)}, above ${toleratedRatio}. Ask again.`,
      { at: parent },
    )
}
