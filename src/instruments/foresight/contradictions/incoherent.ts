import type { Question } from '#domain/question'
import type { QuestionSet } from '#domain/question-set'
import { coherentProjection, excess, type LinearConstraint } from '#numeric/coherent-projection'
import type { Candidate, ContradictionInput, Told } from './contradiction.ts'
import { ofForecaster } from './of-forecaster.ts'
import { type StandingForecast, yesOf } from './standing-forecasts.ts'
import { joined, named, number, percent, tell } from './wording.ts'

/** A forecaster's probability of yes on one question of a set. */
interface Stated {
  readonly question: Question
  readonly forecast: StandingForecast
  readonly p: number
}

/** A bound of a set, on the questions that the forecaster answered, with the words that tell how it is broken. */
interface Bound extends LinearConstraint {
  readonly broken: (stated: readonly Stated[], by: number) => Told
}

const exactly = 1e-6

/**
 * Forecasters whose probabilities cannot all be true, one contradiction a forecaster and set. What rounding explains is none: each bound
 * may be missed by half a step of rounding for each probability in it.
 *
 * @param input    what the one who looks may see
 * @param standing the forecasts of it that stand
 * @see de Finetti (1974), Theory of Probability 1, sections 3.3 and 3.10; Fréchet (1935), Fundamenta Mathematicae 25, for conjunctions
 */
export function incoherentForecasts(
  input: ContradictionInput,
  standing: readonly StandingForecast[],
): readonly Candidate[] {
  const byPerson = Map.groupBy(standing, ({ assessor }) => assessor)
  const questions = new Map(input.questions.map((one) => [one.id, one]))
  return input.questionSets.flatMap((set) =>
    [...byPerson].flatMap(([assessor, own]) => {
      const stated = set.questions.flatMap((id): readonly Stated[] => {
        const question = questions.get(id)
        const forecast = own.find((one) => one.question === id)
        const p = question === undefined || forecast === undefined ? undefined : yesOf(question, forecast)
        return question === undefined || forecast === undefined || p === undefined
          ? []
          : [{ question, forecast, p }]
      })
      const found = examineSet(set, stated, halfStep(input.rounding, own))
      return found === undefined ? [] : [candidate(set, assessor, stated, found)]
    }),
  )
}

interface Broken {
  readonly bounds: readonly Bound[]
  readonly worst: Bound
  readonly by: number
}

function examineSet(set: QuestionSet, stated: readonly Stated[], half: number): Broken | undefined {
  const bounds = boundsOf(set, stated)
  const given = stated.map(({ p }) => p)
  const broken = bounds
    .map((bound) => ({ bound, by: excess(bound, given) }))
    .filter(({ bound, by }) => by > half * bound.terms.length + exactly)
    .toSorted((a, b) => b.by - a.by)[0]
  return broken === undefined ? undefined : { bounds, worst: broken.bound, by: broken.by }
}

function boundsOf(set: QuestionSet, stated: readonly Stated[]): readonly Bound[] {
  if (stated.length < 2) return []
  const all = stated.map((_, at) => ({ at, coefficient: 1 }))
  const whole = stated.length === set.questions.length
  const follows = (a: number, b: number): Bound => ({
    terms: [
      { at: a, coefficient: 1 },
      { at: b, coefficient: -1 },
    ],
    sense: 'at-most',
    bound: 0,
    broken: tellOrder(a, b),
  })
  if (set.logic === 'partition' || set.logic === 'exclusive')
    return [
      {
        terms: all,
        sense: set.logic === 'partition' && whole ? 'equal' : 'at-most',
        bound: 1,
        broken: tellSum(set.logic === 'partition' && whole),
      },
    ]
  if (set.logic === 'implies' || set.logic === 'monotone')
    return stated.flatMap((_, a) => stated.slice(a + 1).map((__, step) => follows(a, a + 1 + step)))
  const last = stated.findIndex(({ question }) => question.id === set.questions.at(-1))
  if (last === -1) return []
  const parts = stated.flatMap((_, at) => (at === last ? [] : [at]))
  const least: Bound = {
    terms: [...parts.map((at) => ({ at, coefficient: 1 })), { at: last, coefficient: -1 }],
    sense: 'at-most',
    bound: parts.length - 1,
    broken: tellLeast(last),
  }
  return [...parts.map((part) => follows(last, part)), ...(whole ? [least] : [])]
}

function candidate(set: QuestionSet, assessor: string, stated: readonly Stated[], found: Broken): Candidate {
  const given = stated.map(({ p }) => p)
  const { nearest, distance } = coherentProjection(given, found.bounds)
  const change = (at: number) => Math.abs((nearest[at] ?? 0) - (given[at] ?? 0))
  const most = stated.map((_, at) => at).reduce((a, b) => (change(b) > change(a) + exactly ? b : a), 0)
  const look = stated[most]
  const explanation = joined(
    [
      found.worst.broken(stated, found.by),
      tell(
        'Whoever may bet one unit on or against each wins {loss} for certain. The nearest probabilities that can all be true lie {distance} away.',
        'Ai được cược một đơn vị cho hoặc chống mỗi câu sẽ chắc chắn thắng {loss}. Bộ xác suất nhất quán gần nhất cách {distance}.',
        { loss: number(found.by, 2), distance: number(distance, 2) },
      ),
      tell(
        'Look first at “{question}”: {from}, nearest {to}.',
        'Xem lại trước hết “{question}”: {from}, gần nhất {to}.',
        {
          question: look === undefined ? '' : named(look.question),
          from: percent(look?.p ?? 0),
          to: percent(nearest[most] ?? 0),
        },
      ),
    ],
    ' ',
  )
  const adds = set.logic === 'partition' || set.logic === 'exclusive'
  return {
    ...ofForecaster('incoherent', set, assessor, stated),
    explanation,
    severity: Math.min(1, found.by),
    question: look?.question.id ?? null,
    picture: {
      form: 'marks',
      unit: 'probability',
      unitName: null,
      marks: stated.map(({ question, p }, at) => ({
        label: named(question),
        value: p,
        interval: null,
        points: [],
        nearest: nearest[at] ?? p,
      })),
      sum: adds ? given.reduce((a, b) => a + b, 0) : null,
    },
    illustrative: stated.some(
      ({ forecast, question }) => forecast.illustrative === true || question.illustrative === true,
    ),
  }
}

/** Half the step to which a forecaster rounds: as asked, or the coarser of 5 % and 1 % that fits all that he stated. */
function halfStep(rounding: ContradictionInput['rounding'], own: readonly StandingForecast[]): number {
  if (rounding !== 'as-given') return rounding / 2
  const all = own.flatMap(({ probability }) => probability ?? [])
  const fits = (step: number) => all.every((p) => Math.abs(p / step - Math.round(p / step)) < exactly)
  return (fits(0.05) ? 0.05 : fits(0.01) ? 0.01 : 0) / 2
}

function tellSum(equal: boolean): Bound['broken'] {
  return (stated) =>
    tell(
      equal
        ? 'Exactly one of these comes true, yet their probabilities sum to {sum}.'
        : 'At most one of these comes true, yet their probabilities sum to {sum}.',
      equal
        ? 'Đúng một trong các khả năng này xảy ra, nhưng tổng xác suất là {sum}.'
        : 'Nhiều nhất một trong các khả năng này xảy ra, nhưng tổng xác suất là {sum}.',
      { sum: percent(stated.reduce((sum, { p }) => sum + p, 0)) },
    )
}

function tellOrder(a: number, b: number): Bound['broken'] {
  return (stated, by) =>
    tell(
      '“{a}” entails “{b}”, yet {pa} is more than {pb}, by {by}.',
      '“{a}” kéo theo “{b}”, nhưng {pa} lại lớn hơn {pb}, chênh {by}.',
      { ...pair(stated, a, b), by: percent(by) },
    )
}

function tellLeast(last: number): Bound['broken'] {
  return (stated, by) =>
    tell(
      'The parts are so probable that “{a}”, which is all of them together, cannot be below {least}; it is {pa}.',
      'Các phần có xác suất cao đến mức “{a}”, tức tất cả cùng xảy ra, không thể dưới {least}; nhưng lại là {pa}.',
      { ...pair(stated, last, last), least: percent((stated[last]?.p ?? 0) + by) },
    )
}

function pair(
  stated: readonly Stated[],
  a: number,
  b: number,
): Readonly<Record<'a' | 'b' | 'pa' | 'pb', Told>> {
  const title = (at: number) => {
    const one = stated[at]
    return one === undefined ? { en: '', vi: '' } : named(one.question)
  }
  return { a: title(a), b: title(b), pa: percent(stated[a]?.p ?? 0), pb: percent(stated[b]?.p ?? 0) }
}
