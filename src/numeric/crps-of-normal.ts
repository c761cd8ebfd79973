import { normalCdf, normalDensity } from './normal.ts'

/**
 * Continuous ranked probability score of a normal forecast, in closed form.
 *
 * @param mean    of the forecast
 * @param sd      its standard deviation, above 0
 * @param outcome what happened, in the same unit
 * @returns score in that unit, at least 0; lower is better
 * @throws RangeError if `sd` is not above 0
 * @see Gneiting, Raftery, Westveld & Goldman (2005), Monthly Weather Review 133(5), eq. 5
 * @example
 * crpsOfNormal(0, 1, 0).toFixed(9) // => '0.233694977'
 */
export function crpsOfNormal(mean: number, sd: number, outcome: number): number {
  if (!(sd > 0)) throw new RangeError(`crpsOfNormal: sd must be above 0, got ${sd}`)
  const z = (outcome - mean) / sd
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI))
}
