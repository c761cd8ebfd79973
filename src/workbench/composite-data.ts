import { SoundingsError } from '#domain/errors'
import { denominate } from '#numeric/denominate'
import type { IndexFramework } from './composite-framework.ts'
import { someOf, type WarningList } from './composite-warnings.ts'
import type { MethodFile } from './method.ts'

/** The data of an index: tables of [leaves × units], column by column, not a number where missing. */
export interface CompositeData {
  readonly units: readonly string[]
  readonly raw: Float64Array
  readonly denominated: Float64Array
  /** [units] the group of each, −1 for none */
  readonly groups: Int32Array
  readonly groupNames: readonly string[]
}

/**
 * Reads the data of a framework, and divides by the denominators if asked to.
 *
 * @throws SoundingsError `table-invalid` with the line; `method-input` if there are fewer than two units
 */
export async function readCompositeData(
  file: MethodFile,
  framework: IndexFramework,
  options: { readonly denominate: boolean; readonly group: string | undefined },
  warnings: WarningList,
): Promise<CompositeData> {
  const leaves = framework.leaves.flatMap((at) => framework.nodes[at] ?? [])
  const divided = leaves.filter(({ denominator }) => denominator !== undefined)
  const denominators = options.denominate ? divided.flatMap(({ denominator }) => denominator ?? []) : []
  if (!options.denominate && divided.length > 0)
    warnings.warn(
      'denominator',
      `${divided.length} indicators name a denominator, and are taken as they are: --denominate divides them.`,
    )
  const wanted = ['unit', ...leaves.map(({ code }) => code), ...denominators]
  const table = await file.table([...new Set([...wanted, ...(options.group ? [options.group] : [])])])
  if (table.others.length > 0)
    warnings.warn('column-unused', `Columns that are not used: ${table.others.join(', ')}.`)
  const units = Array.from({ length: table.rows }, (_, row) => table.columns['unit']?.[row] ?? '')
  const seen = new Set<string>()
  for (const [row, unit] of units.entries()) {
    if (unit === '' || seen.has(unit))
      throw new SoundingsError(
        'table-invalid',
        unit === '' ? 'the unit has no name' : `${unit} stands here a second time`,
        { place: table.place(row, 'unit') },
      )
    seen.add(unit)
  }
  if (units.length < 2)
    throw new SoundingsError('method-input', 'two units are needed at least', { place: { file: file.name } })
  const numbers = (code: string) =>
    Float64Array.from(units, (_, row) => {
      const cell = table.columns[code]?.[row]?.trim()
      if (cell === undefined || cell === '' || cell === 'NA') return Number.NaN
      const value = Number(cell)
      if (Number.isFinite(value)) return value
      throw new SoundingsError('table-invalid', 'the value is no number', { place: table.place(row, code) })
    })
  const raw = new Float64Array(leaves.length * units.length)
  const denominated = new Float64Array(raw.length)
  for (const [at, leaf] of leaves.entries()) {
    const column = numbers(leaf.code)
    raw.set(column, at * units.length)
    const by = options.denominate ? leaf.denominator : undefined
    const divisor = by === undefined ? undefined : numbers(by)
    if (divisor !== undefined) tellDenominator(column, divisor, leaf.code, by ?? '', units, warnings)
    denominated.set(
      divisor === undefined ? column : denominate(column, divisor, leaf.denominatorScale),
      at * units.length,
    )
  }
  const names = units.map(
    (_, row) => (options.group ? table.columns[options.group]?.[row]?.trim() : '') || '',
  )
  const groupNames = [...new Set(names.filter((name) => name !== ''))]
  return {
    units,
    raw,
    denominated,
    groups: Int32Array.from(names, (name) => groupNames.indexOf(name)),
    groupNames,
  }
}

function tellDenominator(
  values: Float64Array,
  by: Float64Array,
  code: string,
  denominator: string,
  units: readonly string[],
  warnings: WarningList,
): void {
  const lost = units.filter((_, at) => !Number.isNaN(values[at]) && (Number.isNaN(by[at]) || by[at] === 0))
  if (lost.length > 0)
    warnings.warn(
      'denominator',
      `${denominator} is missing or 0 for ${someOf(lost)}: ${code} is missing there.`,
      { at: code },
    )
  const turned = units.filter((_, at) => (by[at] ?? 0) < 0)
  if (turned.length > 0)
    warnings.warn(
      'denominator',
      `${denominator} lies below 0 for ${someOf(turned)}, which turns ${code} round: check the column.`,
      { at: code },
    )
}
