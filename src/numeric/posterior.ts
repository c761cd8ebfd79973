/**
 * Posterior probabilities from priors and weights of evidence, computed without overflow.
 *
 * @param prior    [k] priors, summing to 1
 * @param weightDb [k] total weight of evidence per hypothesis in dB; a constant added to all changes nothing
 * @param out      [k] receives the posterior, summing to 1
 * @returns `out`
 * @throws RangeError if the evidence is impossible under every hypothesis that has a prior above 0
 * @see Jaynes (2003), Probability Theory, eq. 4.7-4.10
 * @example
 * [...posterior([0.5, 0.5], [0, 10 * Math.log10(4)])].map((p) => Number(p.toFixed(6))) // => [0.2, 0.8]
 */
export function posterior(
  prior: ArrayLike<number>,
  weightDb: ArrayLike<number>,
  out: Float64Array = new Float64Array(prior.length),
): Float64Array {
  const scale = Math.LN10 / 10
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < prior.length; k++) {
    const log = Math.log(prior[k] ?? 0) + (weightDb[k] ?? 0) * scale
    out[k] = log
    if (log > top) top = log
  }
  if (!Number.isFinite(top))
    throw new RangeError('posterior: evidence must be possible under some hypothesis with a prior above 0')
  let sum = 0
  for (let k = 0; k < out.length; k++) sum += out[k] = Math.exp((out[k] ?? 0) - top)
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? 0) / sum
  return out
}
