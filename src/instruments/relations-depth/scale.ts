/**
 * The place of a value between two goalposts: 0 at the first, 1 at the second, held within.
 *
 * @param goalposts value that counts as 0, then value that counts as 1
 * @param logarithmic whether distance is taken in logarithms; a value at or below 0 then counts as 0
 * @throws RangeError never
 * @see UNDP (2014), Human Development Report, Technical note 1, step 1
 */
export function place(value: number, [zero, one]: readonly [number, number], logarithmic: boolean): number {
  if (logarithmic && value <= 0) return zero < one ? 0 : 1
  const of = logarithmic ? Math.log : (x: number) => x
  return Math.min(1, Math.max(0, (of(value) - of(zero)) / (of(one) - of(zero))))
}
