import { densityOverCdf, logNormalCdf } from './normal.ts'

const reach = 12
const cellsPerUnit = 128
const cells = 2 * reach * cellsPerUnit
/** [cells × 6] Taylor coefficients of log Φ about the middle of each cell; their slope is φ/Φ. */
const table = coefficients()

/**
 * log Φ(z) from a table, for loops over millions of votes.
 *
 * @param z finite
 * @returns log Φ(z), natural; the relative error is below 1e-12 (checked against 40-digit values)
 * @see Abramowitz & Stegun (1964), 26.2.1; Taylor series of degree five in cells of 1/128
 * @example
 * fastLogCdf(0).toFixed(12) // => '-0.693147180560'
 */
export function fastLogCdf(z: number): number {
  if (!(z > -reach && z < reach)) return logNormalCdf(z)
  const k = ((z + reach) * cellsPerUnit) | 0
  const d = z + reach - (k + 0.5) / cellsPerUnit
  const at = 6 * k
  return (
    (table[at] as number) + // every cell lies in the table, here and below
    d *
      ((table[at + 1] as number) +
        d *
          ((table[at + 2] as number) +
            d *
              ((table[at + 3] as number) + d * ((table[at + 4] as number) + d * (table[at + 5] as number)))))
  )
}

/**
 * φ(z)/Φ(z) from the same table.
 *
 * @param z finite
 * @returns above 0; the relative error is below 1e-11 from −12 to 8, and the absolute error below 1e-14 beyond
 * @see Mills (1926), Biometrika 18(3–4)
 * @example
 * fastMills(0).toFixed(12) // => '0.797884560803'
 */
export function fastMills(z: number): number {
  if (!(z > -reach && z < reach)) return densityOverCdf(z)
  const k = ((z + reach) * cellsPerUnit) | 0
  const d = z + reach - (k + 0.5) / cellsPerUnit
  const at = 6 * k
  return (
    (table[at + 1] as number) + // as above
    d *
      (2 * (table[at + 2] as number) +
        d *
          (3 * (table[at + 3] as number) +
            d * (4 * (table[at + 4] as number) + 5 * d * (table[at + 5] as number))))
  )
}

/** Derivatives of h = φ/Φ follow from h′ = −h (z + h) by Leibniz' rule. */
function coefficients(): Float64Array {
  const filled = new Float64Array(6 * cells)
  for (let k = 0; k < cells; k++) {
    const z = (k + 0.5) / cellsPerUnit - reach
    const h = densityOverCdf(z)
    const h1 = -h * (z + h)
    const h2 = -(h + z * h1 + 2 * h * h1)
    const h3 = -(2 * h1 + z * h2 + 2 * h1 * h1 + 2 * h * h2)
    const h4 = -(3 * h2 + z * h3 + 6 * h1 * h2 + 2 * h * h3)
    filled.set([logNormalCdf(z), h, h1 / 2, h2 / 6, h3 / 24, h4 / 120], 6 * k)
  }
  return filled
}
