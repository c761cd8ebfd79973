/** A seeded source of numbers in [0, 1). */
export type Random = () => number

/**
 * A seeded generator, sfc32 ("small fast counting", version 4): the same seed gives the same numbers everywhere.
 *
 * @param seed   any integer
 * @param stream a second integer, to draw several independent streams from one seed
 * @returns a function giving uniform numbers in [0, 1) with 32 random bits
 * @see Doty-Humphrey, PractRand (2010)
 * @example
 * random(1)() === random(1)() // => true
 */
export function random(seed: number, stream = 0): Random {
  let a = seed | 0
  let b = (seed / 4294967296) | 0
  let c = stream | 0
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let warm = 0; warm < 15; warm++) next()
  return next
}
