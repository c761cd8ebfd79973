import type { Kappa } from './cohen-kappa.ts'

/** Fleiss' kappa over all categories and for each. */
export interface FleissKappa extends Pick<Kappa, 'kappa' | 'seOfChance'> {
  /** of each category against all others; null where it was never or always given */
  readonly byCategory: readonly (number | null)[]
}

/**
 * Fleiss' kappa: agreement of equally many coders on every unit, beyond chance.
 *
 * @param counts [units × categories] how many coders gave each category, row by row; every row has the same sum, 2 or more
 * @returns null where all ratings are of one category
 * @throws RangeError if a row has another sum
 * @see Fleiss (1971), Psychological Bulletin 76(5), eq. 1–9; standard error under chance: Fleiss, Nee & Landis (1979),
 *   Psychological Bulletin 86(5), eq. 8
 * @example
 * fleissKappa(Float64Array.of(2, 0, 0, 2), 2)?.kappa // => 1
 */
export function fleissKappa(counts: ArrayLike<number>, categories: number): FleissKappa | null {
  const units = counts.length / categories
  const sumOf = (unit: number) => {
    let sum = 0
    for (let category = 0; category < categories; category++) sum += counts[unit * categories + category] ?? 0
    return sum
  }
  const coders = units > 0 ? sumOf(0) : 0
  if (!Number.isInteger(units) || coders < 2)
    throw new RangeError('fleissKappa: every unit must be rated by two coders or more')
  const share = new Float64Array(categories)
  const agreed = new Float64Array(categories)
  for (let unit = 0; unit < units; unit++) {
    if (sumOf(unit) !== coders)
      throw new RangeError(
        `fleissKappa: unit ${unit} has ${sumOf(unit)} ratings where the first has ${coders}`,
      )
    for (let category = 0; category < categories; category++) {
      const n = counts[unit * categories + category] ?? 0
      share[category] = (share[category] ?? 0) + n / (units * coders)
      agreed[category] = (agreed[category] ?? 0) + (n * (n - 1)) / (units * coders * (coders - 1))
    }
  }
  let observed = 0
  let chance = 0
  let spread = 0
  let skew = 0
  for (let category = 0; category < categories; category++) {
    const p = share[category] ?? 0
    observed += agreed[category] ?? 0
    chance += p * p
    spread += p * (1 - p)
    skew += p * (1 - p) * (1 - 2 * p)
  }
  if (spread < 1e-15) return null
  return {
    kappa: (observed - chance) / (1 - chance),
    seOfChance: Math.sqrt((2 * (spread ** 2 - skew)) / (units * coders * (coders - 1))) / spread,
    byCategory: Array.from(share, (p, category) =>
      p > 0 && p < 1 ? ((agreed[category] ?? 0) / p - p) / (1 - p) : null,
    ),
  }
}
