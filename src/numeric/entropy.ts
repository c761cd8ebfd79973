/**
 * Shannon entropy of a distribution.
 *
 * @param p probabilities summing to 1
 * @returns bits, at least 0
 * @see Shannon (1948), eq. 6 (theorem 2)
 * @example
 * entropy([0.5, 0.5]) // => 1
 */
export function entropy(p: ArrayLike<number>): number {
  let bits = 0
  for (let k = 0; k < p.length; k++) {
    const value = p[k] ?? 0
    if (value > 0) bits -= value * Math.log2(value)
  }
  return bits
}

/**
 * Information that looking for a clue is expected to give about which hypothesis is true: mutual information
 * between the hypotheses and whether the clue is found.
 *
 * @param belief [k] present probability of each hypothesis, summing to 1
 * @param chance [k] probability of finding the clue under each, in [0, 1]
 * @returns bits, in [0, entropy of `belief`]
 * @see Lindley (1956), Annals of Mathematical Statistics 27(4), eq. 3
 * @example
 * expectedInformation([0.5, 0.5], [1, 0]) // => 1
 */
export function expectedInformation(belief: ArrayLike<number>, chance: ArrayLike<number>): number {
  let found = 0
  let inside = 0
  for (let k = 0; k < belief.length; k++) {
    const p = chance[k] ?? 0
    found += (belief[k] ?? 0) * p
    inside += (belief[k] ?? 0) * entropy([p, 1 - p])
  }
  return Math.max(0, entropy([found, 1 - found]) - inside)
}
