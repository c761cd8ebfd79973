import { bounds } from '#domain/date'
import { type Estimate, pointers } from '#domain/finding'
import type { FollowThrough } from '#domain/follow-through'
import { isMissing, type Missing } from '#domain/missing'
import { incompleteBetaInverse } from '#numeric/incomplete-beta'
import { absent, nameOf } from './absent.ts'
import type { Trust } from './beyond.ts'
import { by, holding, inForce } from './from-records.ts'
import type { Dossier, Request } from './model.ts'

/** From these hit rates on a partner counts as always, sometimes, seldom matching words with deeds. */
const grades = [0.75, 0.5, 0.25] as const

/**
 * Trust in the partner in four degrees (D7): how often its words were followed by deeds, and whether institutions bind. Degree 1 asks for both; where
 * deeds match but nothing binds, or deeds match sometimes, degree 2; below half 3; below a quarter 4, and 3 where institutions bind.
 *
 * @see Dang Dinh Quy & Nguyen Vu Tung (paper 004), "Confidence building", degrees 1 to 4
 */
export function trustOf(dossier: Dossier, year: number, request: Pick<Request, 'ratings'>): Trust {
  const pairs = paired(dossier, year, request)
  const binding = [
    ...inForce(dossier.agreements, year)
      .filter((one) => one.bindingness === 'treaty' || one.bindingness === 'agreement')
      .map((one) => ({ title: one.title, evidence: pointers('agreement', one) })),
    ...holding(dossier.relation, year)
      .filter((one) => one.binding === true)
      .map((one) => ({
        title: one.title,
        evidence: pointers('relation', { id: dossier.relation.id, restsOn: one.spells[0]?.restsOn }),
      })),
  ]
  const judged = pairs.filter((pair) => pair.followed !== 'too-early')
  const [own, partner] = dossier.relation.parties
  const passedOver = dossier.followThroughs.filter(
    (pair) => pair.by === partner && !pairs.includes(pair),
  ).length
  const hitRate = hitRateOf(judged, partner, passedOver)
  const fields = [...new Set(judged.map(({ field }) => field))].toSorted()
  const groups = [partner, own].flatMap((by) =>
    fields
      .map((field) => ({ by, field, of: judged.filter((pair) => pair.by === by && pair.field === field) }))
      .filter(({ of }) => of.length > 0),
  )
  return {
    hitRate,
    ownHitRate: hitRateOf(judged, own),
    byField: groups.map(({ by, field, of }) => {
      const count = (followed: FollowThrough['followed']) => of.filter((p) => p.followed === followed).length
      return {
        by,
        field,
        kept: count('kept'),
        partly: count('partly'),
        broken: count('broken'),
        rate: rateOf(of),
      }
    }),
    pairs: pairs.map((pair) => ({
      id: pair.id,
      by: pair.by,
      field: pair.field,
      word: pair.word.text,
      wordDate: pair.word.date,
      deed: pair.deed?.text ?? absent('not-collected', 'noDeed'),
      followed: pair.followed,
      because: pair.because,
      illustrative: pair.illustrative === true,
      evidence: pointers('follow-through', {
        id: pair.id,
        restsOn: [...pair.word.restsOn, ...(pair.deed?.restsOn ?? [])],
      }),
    })),
    binding,
    degree: isMissing(hitRate) ? hitRate : degreeOf(hitRate.value, binding.length > 0),
    illustrative: pairs.some((pair) => pair.illustrative === true),
  }
}

/**
 * Share of the words of one state that deeds followed.
 *
 * @param passedOver how many of its words do not count, because they are later or illustrative
 */
export function hitRateOf(judged: readonly FollowThrough[], by: string, passedOver = 0): Estimate | Missing {
  const words = judged.filter((pair) => pair.by === by && pair.followed !== 'too-early')
  return words.length === 0
    ? absent('not-collected', passedOver === 0 ? 'noWordOf' : 'wordsPassedOver', {
        state: nameOf(by),
        count: passedOver,
      })
    : rateOf(words)
}

function degreeOf(rate: number, binds: boolean): 1 | 2 | 3 | 4 {
  if (rate >= grades[0]) return binds ? 1 : 2
  if (rate >= grades[1]) return 2
  return rate >= grades[2] || binds ? 3 : 4
}

/** Words given up to a year; those marked illustrative only where illustrative judgements count. */
export function paired(
  dossier: Dossier,
  year: number,
  { ratings }: Pick<Request, 'ratings'>,
): readonly FollowThrough[] {
  return dossier.followThroughs
    .filter((pair) => by(pair.word.date, year) && (ratings === 'all' || pair.illustrative !== true))
    .toSorted((a, b) => bounds(a.word.date).earliest - bounds(b.word.date).earliest)
}

/** Share of words followed by deeds; one kept in part counts half. Jeffreys' interval, 90 %. */
function rateOf(pairs: readonly FollowThrough[]): Estimate {
  const hits = pairs.reduce(
    (sum, { followed }) => sum + (followed === 'kept' ? 1 : followed === 'partly' ? 0.5 : 0),
    0,
  )
  const [a, b] = [hits + 0.5, pairs.length - hits + 0.5]
  return {
    value: hits / pairs.length,
    interval: [incompleteBetaInverse(0.05, a, b), incompleteBetaInverse(0.95, a, b)],
    unit: 'share of words',
    uncertainty: '90 % interval, Jeffreys',
  }
}
