/** Where a search ended. */
export interface Minimum {
  readonly at: readonly number[]
  readonly value: number
  readonly evaluations: number
}

/**
 * The minimum of a function of a few variables, by a simplex that flips, stretches and shrinks; no derivatives.
 *
 * @param of    the function; Infinity where it is not defined
 * @param start where the search begins
 * @param step  how far the other corners of the first simplex lie from it
 * @param most  evaluations at most
 * @returns the best corner when the values of all corners agree to within `close`, or evaluations run out
 * @see Nelder & Mead (1965), The Computer Journal 7(4), with their coefficients 1, 2, ½, ½
 * @example
 * nelderMead(([x = 0]) => (x - 3) ** 2, [0], 1).at[0]?.toFixed(3) // => '3.000'
 */
export function nelderMead(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
  most = 400,
  close = 1e-9,
): Minimum {
  let evaluations = 0
  const corner = (at: readonly number[]) => {
    evaluations++
    return { at, value: of(at) }
  }
  const simplex = [
    corner(start),
    ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step : x)))),
  ]
  const n = start.length
  for (;;) {
    simplex.sort((a, b) => a.value - b.value)
    const [best, worst, second] = [simplex[0], simplex[n], simplex[n - 1]]
    if (best === undefined || worst === undefined || second === undefined) break
    if (evaluations >= most || worst.value - best.value <= close * (Math.abs(best.value) + close)) break
    const centre = start.map((_, i) => simplex.slice(0, n).reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / n)
    const along = (far: number) => corner(centre.map((c, i) => c + far * ((worst.at[i] ?? 0) - c)))
    const flipped = along(-1)
    if (flipped.value < best.value) {
      const stretched = along(-2)
      simplex[n] = stretched.value < flipped.value ? stretched : flipped
    } else if (flipped.value < second.value) simplex[n] = flipped
    else {
      const drawn = along(flipped.value < worst.value ? -0.5 : 0.5)
      if (drawn.value < Math.min(flipped.value, worst.value)) simplex[n] = drawn
      else
        for (let i = 1; i <= n; i++)
          simplex[i] = corner((simplex[i]?.at ?? []).map((x, j) => ((best.at[j] ?? 0) + x) / 2))
    }
  }
  const [best = { at: start, value: Number.POSITIVE_INFINITY }] = simplex
  return { ...best, evaluations }
}
