/**
 * Quantile loss (pinball loss) of a forecast of one quantile: what lies above it costs `share` a unit, what lies below it `1 − share`.
 *
 * @param value   forecast of the quantile, in the unit of what is forecast
 * @param share   the share that should lie below, in (0, 1)
 * @param outcome what happened, in the same unit
 * @returns loss in that unit, at least 0; lower is better
 * @throws RangeError if `share` lies outside (0, 1)
 * @see Koenker & Bassett (1978), Econometrica 46(1), eq. 1.3
 * @example
 * quantileLoss(10, 0.75, 14) // => 3
 * quantileLoss(10, 0.75, 6) // => 1
 */
export function quantileLoss(value: number, share: number, outcome: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`quantileLoss: share must lie in (0, 1), got ${share}`)
  return outcome >= value ? share * (outcome - value) : (1 - share) * (value - outcome)
}
