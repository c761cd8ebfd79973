/**
 * Baseline score: how much better than chance a forecast was, on a logarithmic scale on which chance scores 0 and certainty in what
 * happened 100. Multiplied by the share of the time for which there was a forecast.
 *
 * @param probability that was given to the outcome that happened, in [0, 1]
 * @param options     number of outcomes, at least 2
 * @param coverage    share of the open time for which the forecast stood, in [0, 1]
 * @returns score in [−∞, 100]; higher is better
 * @throws RangeError if a value lies outside its range
 * @see Metaculus, scoring/score_math.py: 100·ln(p·k)/ln k
 * @example
 * baselineScore(0.9).toFixed(8) // => '84.79969066'
 * baselineScore(0.25, 4) // => 0
 */
export function baselineScore(probability: number, options = 2, coverage = 1): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`baselineScore: probability must lie in [0, 1], got ${probability}`)
  if (!(options >= 2)) throw new RangeError(`baselineScore: options must be at least 2, got ${options}`)
  if (!(coverage >= 0 && coverage <= 1))
    throw new RangeError(`baselineScore: coverage must lie in [0, 1], got ${coverage}`)
  return coverage === 0 ? 0 : (100 * coverage * Math.log(probability * options)) / Math.log(options)
}
