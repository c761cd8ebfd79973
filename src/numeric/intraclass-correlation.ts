import { fQuantile } from './f-distribution.ts'

/** Forms of the intraclass correlation, as Shrout and Fleiss name them. */
export const intraclassForms = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const
export type IntraclassForm = (typeof intraclassForms)[number]

/** An intraclass correlation with its 95 % interval, which rests on normal errors. */
export interface Intraclass {
  readonly value: number
  readonly interval: readonly [number, number]
}

/**
 * Intraclass correlations of a complete table of ratings: 1 other coders for each unit, 2 coders drawn from many, 3 these
 * coders only; of a single rating or of the mean of all k.
 *
 * @param table [units × coders] row by row, nothing missing; two units and two coders or more
 * @returns null where units do not differ and coders do not err
 * @throws RangeError if the table is too small
 * @see Shrout & Fleiss (1979), Psychological Bulletin 86(2), table 4 and pp. 424–425; McGraw & Wong (1996), Psychological
 *   Methods 1(1)
 * @example
 * intraclassCorrelations([1, 1, 2, 2, 3, 3], 2)?.['3,1'].value // => 1
 */
export function intraclassCorrelations(
  table: ArrayLike<number>,
  coders: number,
): Readonly<Record<IntraclassForm, Intraclass>> | null {
  const n = table.length / coders
  const k = coders
  if (!(Number.isInteger(n) && n >= 2 && k >= 2))
    throw new RangeError(`intraclassCorrelations: two units and two coders are needed, got ${n} and ${k}`)
  const { between, within, ofCoders, error } = meanSquares(table, n, k)
  if (between + within === 0) return null
  const f = (p: number, a: number, b: number) => fQuantile(p, a, b)
  const one = between / within
  const three = between / error
  const lowOne = one / f(0.975, n - 1, n * (k - 1))
  const highOne = one * f(0.975, n * (k - 1), n - 1)
  const lowThree = three / f(0.975, n - 1, (n - 1) * (k - 1))
  const highThree = three * f(0.975, (n - 1) * (k - 1), n - 1)
  const single = (ratio: number) => (ratio === Number.POSITIVE_INFINITY ? 1 : (ratio - 1) / (ratio + k - 1))
  const mean = (ratio: number) => 1 - 1 / ratio
  const two = (between - error) / (between + (k - 1) * error + (k * (ofCoders - error)) / n)
  const bounds = intervalOfTwo({ between, ofCoders, error }, n, k, two)
  const many = (value: number) => (k * value) / (1 + (k - 1) * value)
  return {
    '1,1': { value: single(one), interval: [single(lowOne), single(highOne)] },
    '2,1': { value: two, interval: bounds },
    '3,1': { value: single(three), interval: [single(lowThree), single(highThree)] },
    '1,k': { value: mean(one), interval: [mean(lowOne), mean(highOne)] },
    '2,k': {
      value: (between - error) / (between + (ofCoders - error) / n),
      interval: [many(bounds[0]), many(bounds[1])],
    },
    '3,k': { value: mean(three), interval: [mean(lowThree), mean(highThree)] },
  }
}

interface MeanSquares {
  readonly between: number
  readonly within: number
  readonly ofCoders: number
  readonly error: number
}

function meanSquares(table: ArrayLike<number>, n: number, k: number): MeanSquares {
  const unitMean = new Float64Array(n)
  const coderMean = new Float64Array(k)
  let mean = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < k; j++) {
      const x = table[i * k + j] ?? 0
      unitMean[i] = (unitMean[i] ?? 0) + x / k
      coderMean[j] = (coderMean[j] ?? 0) + x / n
      mean += x / (n * k)
    }
  let units = 0
  let coders = 0
  let residual = 0
  for (let i = 0; i < n; i++) units += k * ((unitMean[i] ?? 0) - mean) ** 2
  for (let j = 0; j < k; j++) coders += n * ((coderMean[j] ?? 0) - mean) ** 2
  for (let i = 0; i < n; i++)
    for (let j = 0; j < k; j++)
      residual += ((table[i * k + j] ?? 0) - (unitMean[i] ?? 0) - (coderMean[j] ?? 0) + mean) ** 2
  return {
    between: units / (n - 1),
    within: (coders + residual) / (n * (k - 1)),
    ofCoders: coders / (k - 1),
    error: residual / ((n - 1) * (k - 1)),
  }
}

/** Shrout & Fleiss (1979), p. 424: degrees of freedom by Satterthwaite. */
function intervalOfTwo(
  { between, ofCoders, error }: Omit<MeanSquares, 'within'>,
  n: number,
  k: number,
  value: number,
): readonly [number, number] {
  if (error === 0) return [value, value]
  const ratio = ofCoders / error
  const share = n * (1 + (k - 1) * value) - k * value
  const degrees =
    ((k - 1) * (n - 1) * (k * value * ratio + share) ** 2) /
    ((n - 1) * k ** 2 * value ** 2 * ratio ** 2 + share ** 2)
  const low = fQuantile(0.975, n - 1, degrees)
  const high = fQuantile(0.975, degrees, n - 1)
  const rest = k * ofCoders + (k * n - k - n) * error
  return [
    (n * (between - low * error)) / (low * rest + n * between),
    (n * (high * between - error)) / (rest + n * high * between),
  ]
}
