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
  const ratio = (over: (one: Tally) => number, under: (one: Tally) => number, unit: string, how?: Ratio) =>
    overQuestionsDrawn(
      tallies.map((one): Part => ({ question: one.question, over: over(one), under: under(one) })),
      request,
      unit,
      how,
    )
  const questions = new Set(tallies.map(({ question }) => question)).size
  const total = (of: (one: Tally) => number) => tallies.reduce((sum, one) => sum + of(one), 0)
  const weight = total((one) => one.weight)
  const log = total((one) => one.log)
  // each question counts once for each person who forecast it: the time of absence adds nothing, and is not left out
  const first = new Set<Tally>()
  const met = new Map<string, Set<string>>()
  for (const one of tallies) {
    const its = met.get(one.question) ?? new Set<string>()
    if (its.size === 0) met.set(one.question, its)
    if (!its.has(one.assessor)) first.add(one)
    its.add(one.assessor)
  }
  const once = (one: Tally) => (first.has(one) ? 1 : 0)
  const accompanied = total((one) => one.accompanied) > 0
  const base = tallies.filter((one) => one.base !== null)
  const saved: Ratio = (own, reference) => 1 - own / reference
  const meaningful = by === 'person' || by === 'agency'
  const comparison = (of: (one: Tally) => number, unit: string): Estimate | Missing =>
    !meaningful
      ? absent('not-applicable', 'unweighed')
      : accompanied
        ? ratio(of, once, unit)
        : absent('not-applicable', 'noOthers')
  return {
    by,
    id,
    label,
    questions,
    coverage: weight / first.size,
    score: ratio(
      (one) => one.loss,
      (one) => one.weight,
      'Brier, 0–1',
    ),
    log: Number.isFinite(log) ? log / weight : absent('below-threshold', 'impossible'),
    againstOthers: comparison((one) => one.excess, 'Brier, 0–1'),
    peer: comparison((one) => one.peer, 'points'),
    skill: skillOver(
      base,
      (one) => one.loss,
      (one) => one.base ?? 0,
      'noBaseRate',
    ),
    skillAgainstBaseline: skillOver(
      tallies.filter(({ beside, assessor }) => beside > 0 && assessor !== request.baseline),
      (one) => one.besideOwn,
      (one) => one.besideBaseline,
      'noBaseline',
    ),
    illustrative: tallies.some(({ illustrative }) => illustrative),
  }

  function skillOver(
    of: readonly Tally[],
    own: (one: Tally) => number,
    reference: (one: Tally) => number,
    otherwise: 'noBaseRate' | 'noBaseline',
  ): Estimate | Missing {
    if (of.length === 0) return absent('not-collected', otherwise)
    if (!(of.reduce((sum, one) => sum + reference(one), 0) > 0))
      return absent('not-applicable', 'perfectReference')
    return overQuestionsDrawn(
      of.map((one) => ({ question: one.question, over: own(one), under: reference(one) })),
      request,
      'share saved',
      saved,
    )
  }
}

type Ratio = (over: number, under: number) => number
