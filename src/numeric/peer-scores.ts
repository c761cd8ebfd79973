/**
 * Peer scores of forecasters who stood at the same time: how much better each was than the geometric mean of the others. The
 * scores of all sum to 0, so it does not matter how hard the question was; who stands alone scores 0.
 *
 * @param probabilities that each gave to the outcome that happened, in (0, 1]
 * @returns one score each; higher is better, 0 is as good as the others
 * @throws RangeError if a probability lies outside (0, 1]: an impossible outcome that happened has no finite score
 * @see Metaculus, scoring/score_math.py: 100·N/(N − 1)·ln(p/geometric mean of all)
 * @example
 * peerScores([0.5]) // => [0]
 * peerScores([0.1, 0.9]).map((score) => score.toFixed(6)) // => ['-219.722458', '219.722458']
 */
export function peerScores(probabilities: ArrayLike<number>): number[] {
  const n = probabilities.length
  const logs = Array.from(probabilities, (p) => {
    if (!(p > 0 && p <= 1)) throw new RangeError(`peerScores: probabilities must lie in (0, 1], got ${p}`)
    return Math.log(p)
  })
  if (n < 2) return logs.map(() => 0)
  const sum = logs.reduce((a, b) => a + b, 0)
  return logs.map((log) => 100 * (log - (sum - log) / (n - 1)))
}
