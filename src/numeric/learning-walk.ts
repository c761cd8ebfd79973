import { cholesky } from './cholesky.ts'

/** A walk that learns how to step from where it has been. */
export interface LearningWalk {
  step(from: Float64Array, base: number, normal: () => number, into: Float64Array): void
  learn(at: Float64Array, base: number, accepted: boolean): void
}

/**
 * A random walk that learns its covariance and its stride, aiming at three accepted steps in ten.
 *
 * @see Haario, Saksman & Tamminen (2001), Bernoulli 7(2); Andrieu & Thoms (2008), Statistics and Computing 18(4)
 * @example
 * typeof learningWalk(2).step // => 'function'
 */
export function learningWalk(size: number): LearningWalk {
  const mean = new Float64Array(size)
  const scatter = new Float64Array(size * size)
  let shape: Float64Array = Float64Array.from({ length: size * size }, (_, at) =>
    at % (size + 1) === 0 ? 0.15 : 0,
  )
  const noise = new Float64Array(size)
  const off = new Float64Array(size)
  let stride = 1
  let seen = 0
  return {
    step(from, base, normal, into) {
      for (let k = 0; k < size; k++) noise[k] = normal()
      for (let row = 0; row < size; row++) {
        let sum = 0
        for (let k = 0; k <= row; k++) sum += (shape[row * size + k] as number) * (noise[k] as number)
        into[row] = (from[base + row] as number) + stride * sum
      }
    },
    learn(at, base, accepted) {
      seen++
      stride *= Math.exp(((accepted ? 1 : 0) - 0.3) / Math.sqrt(seen))
      if (seen <= 150) return // the way from the start is no part of the shape
      const n = seen - 150
      for (let k = 0; k < size; k++) off[k] = (at[base + k] as number) - (mean[k] as number)
      for (let k = 0; k < size; k++) mean[k] = (mean[k] as number) + (off[k] as number) / n
      for (let row = 0; row < size; row++)
        for (let k = 0; k <= row; k++)
          scatter[row * size + k] =
            (scatter[row * size + k] as number) +
            (off[row] as number) * ((at[base + k] as number) - (mean[k] as number))
      if (n % 100 !== 0) return
      const covariance = Float64Array.from({ length: size * size }, (_, cell) => {
        const [row, column] = [Math.floor(cell / size), cell % size]
        const value = scatter[Math.max(row, column) * size + Math.min(row, column)] as number
        return ((2.4 ** 2 / size) * value) / n + (row === column ? 1e-5 : 0)
      })
      shape = cholesky(covariance, size)
      if (n === 100) stride = 1
    },
  }
}
