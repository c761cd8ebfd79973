/**
 * A column divided by another, so that units of different size can be compared.
 *
 * @param values [units] not a number where missing
 * @param by     [units] not a number where missing
 * @param scale  what the values are multiplied by first, as 1,000 for a rate per thousand
 * @returns [units] not a number where either is missing, and where the denominator is 0
 * @throws RangeError if the columns differ in length
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 2; scale factors as in Becker et al. (2022), JOSS 7(78)
 * @example
 * denominate(Float64Array.of(6, 1), Float64Array.of(2, 0), 10) // => Float64Array.of(30, NaN)
 */
export function denominate(values: Float64Array, by: Float64Array, scale = 1): Float64Array {
  if (values.length !== by.length)
    throw new RangeError(`denominate: columns must be of one length, got ${values.length} and ${by.length}`)
  return values.map((value, at) => {
    const quotient = (value * scale) / (by[at] ?? Number.NaN)
    return Number.isFinite(quotient) ? quotient : Number.NaN
  })
}
