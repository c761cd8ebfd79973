import type { Estimate } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { isMissing, type Missing } from '#domain/missing'
import { absent } from './absent.ts'
import { overQuestionsDrawn, type Part } from './bootstrap.ts'
import type { Input, ScoreLine } from './model.ts'
import { horizonDays, type Tally } from './tally.ts'
import { horizonLabel, words } from './words.data.ts'

/** Scores of all, and by person, agency, topic and horizon; in each group the best against the others first. */
export function scoreLines({ request, assessors }: Input, tallies: readonly Tally[]): readonly ScoreLine[] {
  if (tallies.length === 0) return []
  const names = new Map(assessors.map(({ id, name }) => [id, name]))
  const same = (text: string): Bilingual => ({ en: text, vi: text })
  const line = (by: ScoreLine['by'], id: string, label: Bilingual, its: readonly Tally[]) =>
    scoreLine(by, id, label, its, request)
  const grouped = (
    by: ScoreLine['by'],
    keys: (one: Tally) => readonly string[],
    label: (id: string) => Bilingual,
  ) => {
    const groups = new Map<string, Tally[]>()
    for (const one of tallies)
      for (const key of keys(one)) {
        const its = groups.get(key)
        if (its === undefined) groups.set(key, [one])
        else its.push(one)
      }
    return [...groups].map(([id, its]) => line(by, id, label(id), its))
  }
  return [
    line('all', 'all', words.everybody, tallies),
    ...grouped(
      'person',
      ({ assessor }) => [assessor],
      (id) => same(names.get(id) ?? id),
    ).toSorted(bestFirst),
    ...grouped(
      'agency',
      ({ agency }) => [agency ?? ''],
      (id) => (id === '' ? words.noAgency : same(id)),
    ).toSorted(bestFirst),
    ...grouped('topic', ({ topics }) => topics, same).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ...grouped(
      'horizon',
      ({ horizon }) => [String(horizon)],
      (id) => horizonLabel(Number(id), horizonDays),
    ).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ]
}

function bestFirst(a: ScoreLine, b: ScoreLine): number {
  const key = ({ againstOthers }: ScoreLine) => (isMissing(againstOthers) ? 9 : againstOthers.value)
  return key(a) - key(b) || (a.id < b.id ? -1 : 1)
}

function scoreLine(
  by: ScoreLine['by'],
  id: string,
  label: Bilingual,
  tallies: readonly Tally[],
  request: Input['request'],
): ScoreLine {
  const sums = sumsByQuestion(tallies, request.baseline)
  const total = (of: (one: Sums) => number) => sums.reduce((sum, one) => sum + of(one), 0)
  const ratio = (over: (one: Sums) => number, under: (one: Sums) => number, unit: string, how?: Ratio) =>
    overQuestionsDrawn(
      sums.map((one): Part => ({ question: one.question, over: over(one), under: under(one) })),
      request,
      unit,
      how,
    )
  const log = total((one) => one.log)
  const comparison = (of: (one: Sums) => number, unit: string): Estimate | Missing => {
    if (by !== 'person' && by !== 'agency') return absent('not-applicable', 'unweighed')
    return total((one) => one.accompanied) > 0
      ? ratio(of, (one) => one.pairs, unit)
      : absent('not-applicable', 'noOthers')
  }
  const skill = (
    own: (one: Sums) => number,
    reference: (one: Sums) => number,
    time: (one: Sums) => number,
    otherwise: 'noBaseRate' | 'noBaseline',
  ): Estimate | Missing => {
    const its = sums.filter((one) => time(one) > 0)
    if (its.length === 0) return absent('not-collected', otherwise)
    if (!(total(reference) > 0)) return absent('not-applicable', 'perfectReference')
    return overQuestionsDrawn(
      its.map((one) => ({ question: one.question, over: own(one), under: reference(one) })),
      request,
      'share saved',
      (mine, theirs) => 1 - mine / theirs,
    )
  }
  const weight = total((one) => one.weight)
  return {
    by,
    id,
    label,
    questions: sums.length,
    coverage: weight / total((one) => one.pairs),
    score: ratio(
      (one) => one.loss,
      (one) => one.weight,
      'Brier, 0–1',
    ),
    log: Number.isFinite(log) ? log / weight : absent('below-threshold', 'impossible'),
    againstOthers: comparison((one) => one.excess, 'Brier, 0–1'),
    peer: comparison((one) => one.peer, 'points'),
    skill: skill(
      (one) => one.basedOwn,
      (one) => one.base,
      (one) => one.based,
      'noBaseRate',
    ),
    skillAgainstBaseline: skill(
      (one) => one.besideOwn,
      (one) => one.besideBaseline,
      (one) => one.beside,
      'noBaseline',
    ),
    illustrative: tallies.some(({ illustrative }) => illustrative),
  }
}

type Ratio = (over: number, under: number) => number

/** What a group did on one question: sums of its tallies. */
interface Sums {
  readonly question: string
  /** persons: each counts once, for the time of absence adds nothing and is not left out */
  pairs: number
  weight: number
  loss: number
  log: number
  accompanied: number
  excess: number
  peer: number
  /** time with a base rate, own score and that of the base rate over it */
  based: number
  basedOwn: number
  base: number
  beside: number
  besideOwn: number
  besideBaseline: number
}

function sumsByQuestion(tallies: readonly Tally[], baseline: string | undefined): readonly Sums[] {
  const found = new Map<string, { readonly sums: Sums; readonly persons: Set<string> }>()
  for (const one of tallies) {
    let its = found.get(one.question)
    if (its === undefined) {
      its = { sums: nothing(one.question), persons: new Set() }
      found.set(one.question, its)
    }
    const { sums, persons } = its
    persons.add(one.assessor)
    sums.pairs = persons.size
    sums.weight += one.weight
    sums.loss += one.loss
    sums.log += one.log
    sums.accompanied += one.accompanied
    sums.excess += one.excess
    sums.peer += one.peer
    if (one.base !== null) {
      sums.based += one.weight
      sums.basedOwn += one.loss
      sums.base += one.base
    }
    if (one.assessor === baseline) continue
    sums.beside += one.beside
    sums.besideOwn += one.besideOwn
    sums.besideBaseline += one.besideBaseline
  }
  return [...found.values()].map(({ sums }) => sums)
}

function nothing(question: string): Sums {
  return {
    question,
    pairs: 0,
    weight: 0,
    loss: 0,
    log: 0,
    accompanied: 0,
    excess: 0,
    peer: 0,
    based: 0,
    basedOwn: 0,
    base: 0,
    beside: 0,
    besideOwn: 0,
    besideBaseline: 0,
  }
}
