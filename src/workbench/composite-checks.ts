import { SoundingsError } from '#domain/errors'
import type { CompositeChoice, PreparedLeaves } from '#numeric/composite-model'
import type { CompositeAlternatives } from '#numeric/composite-uncertainty'
import { scaledToHundred } from '#numeric/normalize-column'
import type { CompositeData } from './composite-data.ts'
import type { IndexFramework } from './composite-framework.ts'
import { unscaled } from './composite-stages.ts'
import { someOf, type WarningList } from './composite-warnings.ts'

/**
 * Refuses choices that cannot be had together or lack what they need, before anything is computed.
 *
 * @throws SoundingsError `call-invalid`; `table-invalid` with the line of an indicator that lacks its goalposts or target
 */
export function checkAlternatives(
  alternatives: CompositeAlternatives,
  framework: IndexFramework,
  given: { readonly group: string | undefined; readonly draws: boolean },
  warnings: WarningList,
): void {
  const { impute, normalize, aggregate } = alternatives
  const grouped = impute.some((how) => how.startsWith('group-'))
  if (grouped && given.group === undefined)
    throw new SoundingsError('call-invalid', '--impute by group needs --group, a column of the data')
  if (!grouped && given.group !== undefined)
    warnings.warn('column-unused', '--group is used by --impute group-mean and group-median only.')
  for (const leaf of framework.leaves.flatMap((at) => framework.nodes[at] ?? [])) {
    const { lower, upper, target } = leaf.scale
    if (normalize.includes('goalposts') && (lower === undefined || upper === undefined))
      throw leaf.refuse(lower === undefined ? 'lower' : 'upper', `${leaf.code} has no goalposts`)
    if (normalize.includes('target') && target === undefined)
      throw leaf.refuse('target', `${leaf.code} has no target`)
  }
  const several = Object.values(alternatives).some((list) => list.length > 1)
  if (several && !given.draws)
    warnings.warn(
      'draws',
      'Of several ways the first is taken: the others are drawn by --uncertainty and --sobol.',
    )
  const means = aggregate.filter((how) => how === 'geometric' || how === 'harmonic')
  if (given.draws && normalize.includes('z-score') && means.length > 0)
    throw new SoundingsError(
      'call-invalid',
      `z-scores lie below 0 and have no ${means[0]} mean: draw one of the two, not both`,
    )
}

/** Tells what the steps found before a score is computed: gaps, outliers, columns that cannot tell units apart, values a mean has no place for. */
export function tellSteps(
  framework: IndexFramework,
  data: CompositeData,
  prepared: PreparedLeaves,
  choice: CompositeChoice,
  leastData: number,
  warnings: WarningList,
): void {
  const n = data.units.length
  const nodes = framework.leaves.flatMap((at) => framework.nodes[at] ?? [])
  const gapsOf = (table: Float64Array, column: number) =>
    data.units.filter((_, row) => Number.isNaN(table[column * n + row]))
  for (const [column, { code }] of nodes.entries()) {
    const gaps = gapsOf(data.denominated, column)
    const left = gapsOf(prepared.imputed, column)
    const share = `${gaps.length} of ${n} values of ${code} are missing`
    if (gaps.length > left.length)
      warnings.warn('missing', `${share}, and are filled ${fillers[choice.impute]}.`, { at: code })
    else if (gaps.length > 0) warnings.warn('missing', `${share}.`, { at: code })
    if (choice.impute !== 'none' && left.length > 0)
      warnings.warn('not-filled', `Nothing fills ${code} for ${someOf(left)}.`, { at: code })
    const { drawnIn = 0, logged = false, within = true } = prepared.treatment[column] ?? {}
    if (drawnIn > 0)
      warnings.warn(
        'outliers',
        `${code}: ${drawnIn === 1 ? '1 outlier is' : `${drawnIn} outliers are`} drawn in to the next value.`,
        { at: code },
      )
    if (logged) warnings.warn('outliers', `${code} is put on a logarithmic scale.`, { at: code })
    if (!within)
      warnings.warn('outliers', `${code} is still skewed beyond the limits: look at it before it is used.`, {
        at: code,
      })
    if (prepared.varies[column] === false)
      warnings.warn(
        'constant',
        choice.normalize === 'target' && left.length < n
          ? `${code}: ${unscaled(choice)}, so it gives no number.`
          : `${code} has one value or none: it cannot tell units apart, and gives no number.`,
        { at: code },
      )
  }
  for (const [row, unit] of data.units.entries()) {
    const known = nodes.filter((_, column) => !Number.isNaN(data.denominated[column * n + row])).length
    if (known < leastData * nodes.length - 1e-9)
      warnings.warn(
        'few-data',
        `${unit} has data for ${known} of ${nodes.length} indicators: leave it out, or say so beside its score.`,
        { unit },
      )
  }
  tellNotPositive(
    nodes.map(({ code }) => code),
    data,
    prepared,
    choice,
    warnings,
  )
}

const fillers = {
  none: '',
  mean: 'by the mean of the others',
  median: 'by the median of the others',
  'group-mean': 'by the mean of their group',
  'group-median': 'by the median of their group',
  regression: 'from the indicator that correlates most',
}

function tellNotPositive(
  codes: readonly string[],
  data: CompositeData,
  prepared: PreparedLeaves,
  choice: CompositeChoice,
  warnings: WarningList,
): void {
  if (choice.aggregate !== 'geometric' && choice.aggregate !== 'harmonic') return
  if (scaledToHundred.has(choice.normalize))
    warnings.warn(
      'scale-begins-at-1',
      `The scale of each indicator runs from 1 to 100, not from 0: a ${choice.aggregate} mean has no place for 0.`,
    )
  for (const [column, code] of codes.entries()) {
    const at = data.units.filter(
      (_, row) => (prepared.normalized[column * data.units.length + row] ?? 1) <= 0,
    )
    if (at.length > 0)
      warnings.warn(
        'not-positive',
        `${code} is not above 0 for ${someOf(at)}, and a ${choice.aggregate} mean has no place for it: choose --normalize min-max, or --aggregate arithmetic.`,
        { at: code, ...(at.length === 1 && at[0] !== undefined ? { unit: at[0] } : {}) },
      )
  }
}
