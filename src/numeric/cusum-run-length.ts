/**
 * Average number of values until a cumulative sum of counts, max(0, S + count − reference), reaches the threshold: exact, by
 * the Markov chain of its states.
 *
 * @param mass [count] chance of each count; what is missing to 1 lies above the last
 * @param reference what is taken off each count, a multiple of 1 / `parts`
 * @param threshold a multiple of 1 / `parts`, above 0
 * @param parts     states to a unit, at least 1
 * @param head      where the sum begins, below the threshold (0: no head start)
 * @throws RangeError if reference or threshold is no such multiple
 * @see Brook & Evans (1972), Biometrika 59(3), eq. 2; Lucas (1985), Technometrics 27(2), appendix
 * @example
 * cusumRunLength([0.5, 0.5], { reference: 0, threshold: 1, parts: 1 }) // => 2
 */
export function cusumRunLength(
  mass: ArrayLike<number>,
  given: {
    readonly reference: number
    readonly threshold: number
    readonly parts: number
    readonly head?: number
  },
): number {
  const { parts } = given
  const [k, h, from] = [given.reference, given.threshold, given.head ?? 0].map((value) => value * parts)
  if (k === undefined || h === undefined || from === undefined || [k, h, from].some((one) => !nearWhole(one)))
    throw new RangeError('cusumRunLength: reference, threshold and head must be multiples of 1 / parts')
  const states = Math.round(h)
  if (states < 1) throw new RangeError(`cusumRunLength: threshold must be above 0, got ${given.threshold}`)
  // (I − R) L = 1, R the chances of going from state to state without an alarm
  const rows = Array.from({ length: states }, (_, i) => {
    const row = new Float64Array(states + 1)
    row[i] = 1
    row[states] = 1
    for (let count = 0; count < mass.length; count++) {
      const to = Math.max(0, Math.round(i + count * parts - k))
      if (to < states) row[to] = (row[to] ?? 0) - (mass[count] ?? 0)
    }
    return row
  })
  return solved(rows)[Math.round(from)] ?? Number.POSITIVE_INFINITY
}

function nearWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9
}

/** Gaussian elimination with partial pivots; the right side is the last column. */
function solved(rows: Float64Array[]): readonly number[] {
  const n = rows.length
  for (let column = 0; column < n; column++) {
    let best = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
    const [pivot, other] = [rows[best], rows[column]]
    if (pivot === undefined || other === undefined) break
    rows[column] = pivot
    rows[best] = other
    for (let row = column + 1; row < n; row++) {
      const line = rows[row]
      const factor = (line?.[column] ?? 0) / (pivot[column] ?? 1)
      if (line === undefined || factor === 0) continue
      for (let at = column; at <= n; at++) line[at] = (line[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let row = n - 1; row >= 0; row--) {
    let sum = rows[row]?.[n] ?? 0
    for (let at = row + 1; at < n; at++) sum -= (rows[row]?.[at] ?? 0) * (x[at] ?? 0)
    x[row] = sum / (rows[row]?.[row] ?? 1)
  }
  return x
}
