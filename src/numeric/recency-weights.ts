/**
 * Weights of forecasts by their rank in time: the newest weighs 1, older ones less, the faster the more there are. Two or fewer weigh
 * the same.
 *
 * @param n number of forecasts
 * @returns weights in (0, 1], the oldest first
 * @see Metaculus, utils/the_math/aggregations.py: exp(√n − √N)
 * @example
 * [...recencyWeights(2)] // => [1, 1]
 * recencyWeights(4)[0]?.toFixed(9) // => '0.367879441'
 */
export function recencyWeights(n: number): Float64Array {
  if (n <= 2) return new Float64Array(n).fill(1)
  return Float64Array.from({ length: n }, (_, at) => Math.exp(Math.sqrt(at + 1) - Math.sqrt(n)))
}
