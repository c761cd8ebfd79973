/** Forecasts and projections made up by chance, consistent or with contradictions planted in them, to see what is found. */
import type { Forecast } from '#domain/forecast'
import type { Projection } from '#domain/projection'
import { type Question, questionExample } from '#domain/question'
import type { QuestionSet } from '#domain/question-set'
import { type ContradictionInput, examine } from '#instruments/foresight/instrument'
import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'

export const rate = 0.1
const agencies = ['desk-a', 'desk-b', 'desk-c', 'desk-d']
const [perAgency, questionsPerRun, plantedShare] = [3, 40, 0.2]
export const at = '2027-06-01T00:00:00Z'

/** An input with nothing in it. */
export const nothing: ContradictionInput = {
  questions: [],
  questionSets: [],
  forecasts: [],
  resolutions: [],
  assessors: [],
  recommendations: [],
  commitments: [],
  projections: [],
  settlements: [],
  at,
  rate,
  rounding: 'as-given',
}

/** A binary question of an id. */
export function binary(id: string): Question {
  return { ...questionExample, id, title: `Will ${id} happen?` }
}

/** A forecast of a person of an agency. */
export function forecast(question: string, assessor: string, agency: string, probability: number): Forecast {
  return {
    id: `${question}/${assessor}`,
    question,
    assessor,
    agency,
    at: '2027-02-01T00:00:00Z',
    probability,
  }
}

const inverse = (y: number) => 1 / (1 + Math.exp(-y))
const rounded = (p: number, step: number) => Math.round(Math.min(1, Math.max(0, p)) / step) * step

/** What came of many runs: the share of planted contradictions that were found, and how often alarm was false. */
export interface Rates {
  /** share of the planted that were found; undefined if none was planted */
  readonly found: number | undefined
  /** mean share of false alarms among alarms; without planted ones, the share of runs with any */
  readonly falseShare: number
  readonly runs: number
}

/**
 * Four agencies of three forecasters on forty questions, each question with a noise of its own, stated to whole 5 % or 1 %. On a fifth of
 * the questions one agency is shifted.
 *
 * @param shift in log-odds; 0 plants nothing
 */
export function agencyRates(shift: number, runs: number, seed: number): Rates {
  const next = random(seed, 1)
  const normal = randomNormal(next)
  let [planted, hit, falseShare] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const step = run % 2 === 0 ? 0.05 : 0.01
    const questions = Array.from({ length: questionsPerRun }, (_, q) => binary(`q-${q}`))
    const moved = new Set(
      shift === 0 ? [] : questions.slice(0, questionsPerRun * plantedShare).map(({ id }) => id),
    )
    const forecasts = questions.flatMap(({ id }) => {
      const [middle, noise] = [normal(), 0.5 * Math.exp(0.3 * normal())]
      const apart = agencies[Math.floor(next() * agencies.length)]
      const sign = middle > 0 ? -1 : 1 // towards the middle, so that the edge does not hide it
      return agencies.flatMap((agency) =>
        Array.from({ length: perAgency }, (_, k) => {
          const y = middle + noise * normal() + (moved.has(id) && agency === apart ? sign * shift : 0)
          return forecast(id, `${agency}-${k}`, agency, rounded(inverse(y), step))
        }),
      )
    })
    const alarms = examine({ ...nothing, questions, forecasts }).contradictions.map(
      ({ question }) => question ?? '',
    )
    const right = alarms.filter((id) => moved.has(id)).length
    planted += moved.size
    hit += right
    falseShare += alarms.length === 0 ? 0 : (alarms.length - right) / alarms.length
  }
  return { found: planted === 0 ? undefined : hit / planted, falseShare: falseShare / runs, runs }
}

const logics = ['partition', 'exclusive', 'implies', 'conjunction', 'monotone'] as const

/**
 * Forecasters of four linked questions, coherent before they round to whole 1 % or 5 %; then one probability is shifted against the logic.
 *
 * @param shift in probability; 0 plants nothing
 */
export function incoherenceRates(shift: number, runs: number, seed: number): Rates {
  const next = random(seed, 2)
  let [planted, hit, wrong] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const logic = logics[run % logics.length] ?? 'partition'
    const step = Math.floor(run / logics.length) % 2 === 0 ? 0.01 : 0.05
    const { coherent, move } = coherentOf(logic, next)
    const against = coherent.map((p, index) => p + (move[index] ?? 0) * shift)
    if (shift !== 0 && against.some((p) => p < 0 || p > 1)) continue // nobody can state it
    const questions = against.map((_, index) => binary(`q-${index}`))
    const set: QuestionSet = { id: 'set', title: 'set', logic, questions: questions.map(({ id }) => id) }
    const forecasts = against.map((p, index) => forecast(`q-${index}`, 'one', 'desk-a', rounded(p, step)))
    const alarms = examine({ ...nothing, questions, questionSets: [set], forecasts }).contradictions.length
    if (shift === 0) wrong += alarms
    else {
      planted++
      hit += alarms
    }
  }
  return { found: planted === 0 ? undefined : hit / planted, falseShare: wrong / runs, runs }
}

/** Coherent probabilities at the edge of what a logic allows, and which way breaks it. */
function coherentOf(logic: QuestionSet['logic'], next: () => number) {
  if (logic === 'partition' || logic === 'exclusive') {
    const weights = Array.from({ length: 4 }, () => -Math.log(1 - next()))
    const total = weights.reduce((a, b) => a + b, 0)
    return { coherent: weights.map((weight) => weight / total), move: [1, 0, 0, 0] }
  }
  if (logic === 'implies') {
    const p = next()
    return { coherent: [p, p], move: [1, 0] }
  }
  if (logic === 'conjunction') {
    const [a, b] = [next(), next()]
    return { coherent: [a, b, Math.min(a, b)], move: [0, 0, 1] }
  }
  const p = next()
  return { coherent: [p, p, p + (1 - p) * next()], move: [0, -1, 0] }
}

/**
 * Four agencies that project thirty quantities, each with an honest 90 % interval; on a fifth one agency is shifted.
 *
 * @param shift in standard errors of that agency; 0 plants nothing
 */
export function projectionRates(shift: number, runs: number, seed: number): Rates {
  const normal = randomNormal(random(seed, 3))
  const quantities = Array.from({ length: 30 }, (_, q) => `quantity-${q}`)
  const moved = new Set(shift === 0 ? [] : quantities.slice(0, 6))
  let [planted, hit, falseShare] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const projections = quantities.flatMap((quantity) =>
      agencies.map((agency, a): Projection => {
        const error = Math.exp(0.3 * normal())
        const value = 100 + error * (normal() + (moved.has(quantity) && a === 0 ? shift : 0))
        const reach = 1.6448536269514722 * error // 95 % quantile of the normal distribution
        return {
          id: `${quantity}/${agency}`,
          quantity,
          title: quantity,
          unit: 'tonnes',
          agency,
          made: '2027',
          of: '2030',
          value,
          interval: [value - reach, value + reach],
          level: 0.9,
        }
      }),
    )
    const alarms = examine({ ...nothing, projections }).contradictions.map(
      ({ title }) => title.en.split(',')[0] ?? '',
    )
    const right = alarms.filter((quantity) => moved.has(quantity)).length
    planted += moved.size
    hit += right
    falseShare += alarms.length === 0 ? 0 : (alarms.length - right) / alarms.length
  }
  return { found: planted === 0 ? undefined : hit / planted, falseShare: falseShare / runs, runs }
}
