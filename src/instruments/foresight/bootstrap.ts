import type { Estimate } from '#domain/finding'
import { quantile } from '#numeric/quantile'
import { random } from '#numeric/random'

/** What one question adds to a ratio of sums. */
export interface Part {
  readonly question: string
  readonly over: number
  readonly under: number
}

/** What an interval over questions is called where it is told. */
export const overQuestions = '95 % interval, drawing whole questions'

/** From so many questions on, the interval is computed by linearization: it is then the same, and a thousand times faster. */
const manyQuestions = 100

/**
 * A ratio of sums with its interval, by drawing whole questions: forecasts of one question stand or fall together. With fewer than two
 * questions there is no interval; from a hundred on it is that of the linearized ratio (Cochran 1977, eq. 6.13).
 *
 * @param ratio what is told of the two sums
 */
export function overQuestionsDrawn(
  parts: readonly Part[],
  asked: { readonly draws: number; readonly seed: number },
  unit: string,
  ratio: (over: number, under: number) => number = (over, under) => over / under,
): Estimate {
  const per = new Map<string, { over: number; under: number }>()
  for (const { question, over, under } of parts) {
    const its = per.get(question)
    if (its === undefined) per.set(question, { over, under })
    else {
      its.over += over
      its.under += under
    }
  }
  const over = Float64Array.from([...per.values()], (one) => one.over)
  const under = Float64Array.from([...per.values()], (one) => one.under)
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
  const value = ratio(sum(over), sum(under))
  if (per.size < 2) return { value, interval: null, unit, uncertainty: 'one question: none can be told' }
  if (per.size >= manyQuestions) return linearized(over, under, value, unit, ratio)
  const next = random(asked.seed)
  const drawn: number[] = []
  for (let draw = 0; draw < asked.draws; draw++) {
    let [x, y] = [0, 0]
    for (let question = 0; question < per.size; question++) {
      const at = Math.floor(next() * per.size)
      x += over[at] ?? 0
      y += under[at] ?? 0
    }
    if (y > 0) drawn.push(ratio(x, y))
  }
  drawn.sort((a, b) => a - b)
  return {
    value,
    interval: drawn.length === 0 ? null : [quantile(drawn, 0.025), quantile(drawn, 0.975)],
    unit,
    uncertainty: overQuestions,
  }
}

function linearized(
  over: Float64Array,
  under: Float64Array,
  value: number,
  unit: string,
  ratio: (over: number, under: number) => number,
): Estimate {
  const n = over.length
  const total = under.reduce((a, b) => a + b, 0)
  const plain = over.reduce((a, b) => a + b, 0) / total
  const squares = over.reduce((sum, x, at) => sum + (x - plain * (under[at] ?? 0)) ** 2, 0)
  const half = (1.959964 * Math.sqrt((squares * n) / (n - 1))) / total
  const [a, b] = [ratio(plain - half, 1), ratio(plain + half, 1)]
  return {
    value,
    interval: [Math.min(a, b), Math.max(a, b)],
    unit,
    uncertainty: '95 % interval over questions, linearized',
  }
}
