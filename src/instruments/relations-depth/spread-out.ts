import { pointers } from '#domain/finding'
import { quantile } from '#numeric/quantile'
import { type Random, random } from '#numeric/random'
import { absent } from './absent.ts'
import type { SpillOver, Width } from './beyond.ts'
import { by, holding, inForce } from './from-records.ts'
import {
  correlationOfDrawn,
  correlationWith,
  type History,
  type LaggedChanges,
  laggedChanges,
} from './lagged-changes.ts'
import type { Dossier, Pointer } from './model.ts'

const leastPairs = 8
const shuffles = 999
const bootstraps = 400

/** In how many fields something is agreed, met about or done together (D11). The fields are those of all relations of the state. */
export function widthOf(dossiers: readonly Dossier[], year: number): Width {
  const all = new Set(dossiers.flatMap((one) => countFields(one, year).map(({ field }) => field)))
  const [asked] = dossiers
  const own = asked === undefined ? [] : countFields(asked, year)
  const fields = [...all].toSorted().map(
    (field) =>
      own.find((one) => one.field === field) ?? {
        field,
        agreements: 0,
        mechanisms: 0,
        projects: 0,
        evidence: relationEvidence(asked),
      },
  )
  return {
    fields,
    share: all.size === 0 ? absent('not-collected', 'noTie') : own.length / all.size,
  }
}

function relationEvidence(dossier: Dossier | undefined): readonly Pointer[] {
  return dossier === undefined ? [] : pointers('relation', dossier.relation)
}

function countFields({ relation, agreements, projects }: Dossier, year: number): Width['fields'] {
  const held = inForce(agreements, year)
  const met = holding(relation, year)
  const done = projects.filter(({ from }) => from === undefined || by(from, year))
  const fieldOf = new Map(agreements.map(({ id, field }) => [id, field]))
  const projectField = (agreement: string | undefined) => fieldOf.get(agreement ?? '') ?? 'joint project'
  const names = new Set([
    ...held.map(({ field }) => field),
    ...met.map(({ field }) => field),
    ...done.map(({ agreement }) => projectField(agreement)),
  ])
  return [...names].map((field) => ({
    field,
    agreements: held.filter((one) => one.field === field).length,
    mechanisms: met.filter((one) => one.field === field).length,
    projects: done.filter(({ agreement }) => projectField(agreement) === field).length,
    evidence: [
      ...held.filter((one) => one.field === field).flatMap((one) => pointers('agreement', one)),
      ...met
        .filter((one) => one.field === field)
        .flatMap(({ spells }) => pointers('relation', { id: relation.id, restsOn: spells[0]?.restsOn })),
      ...done
        .filter(({ agreement }) => projectField(agreement) === field)
        .flatMap((one) => pointers('project', one)),
    ],
  }))
}

/**
 * Does movement in one field come before movement in another (D11)? Changes of one field from step to step are correlated with the
 * changes of the other one step later, over all relations; p by pairing the changes at random. With fewer than
 * eight pairs nothing is said.
 *
 * @see Granger (1969), Econometrica 37(3), on precedence; Good (2005), Permutation Tests, 3rd ed., ch. 3
 */
export function spillOver(
  fields: readonly { readonly en: string; readonly vi: string }[],
  histories: readonly History[],
  seed: number,
): readonly SpillOver[] {
  const next = random(seed, 7)
  const found: SpillOver[] = []
  for (const [from, source] of fields.entries())
    for (const [to, goal] of fields.entries()) {
      if (from === to) continue
      const changes = laggedChanges(histories, from, to)
      const { x, y } = changes
      const pairs = x.length
      const named = { from: source.en, to: goal.en, fromVi: source.vi, toVi: goal.vi, pairs }
      const correlation = correlationWith(x)
      const value = correlation(y)
      if (pairs < leastPairs || Number.isNaN(value)) {
        const none =
          pairs < leastPairs
            ? absent('below-threshold', 'fewPairs', { pairs: pairs, least: leastPairs })
            : absent('below-threshold', 'neverMoved')
        found.push({ ...named, correlation: none, p: none })
        continue
      }
      const p = asStrong(y, Math.abs(value), correlation, next)
      const draws = drawn(changes, histories.length, next)
      found.push({
        ...named,
        p,
        correlation: {
          value,
          interval: draws.length === 0 ? null : [quantile(draws, 0.05), quantile(draws, 0.95)],
          unit: 'correlation',
          uncertainty: '90 % bootstrap over relations',
        },
      })
    }
  return found
}

/** Share of pairings at random that correlate as strongly, the pairing found counted among them. */
function asStrong(
  y: Float64Array,
  value: number,
  correlation: (y: Float64Array) => number,
  next: Random,
): number {
  const shuffled = new Float64Array(y.length)
  let strong = 1
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    shuffled.set(y)
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1))
      const kept = shuffled[at] as number // within [0, length)
      shuffled[at] = shuffled[other] as number
      shuffled[other] = kept
    }
    if (Math.abs(correlation(shuffled)) >= value) strong++
  }
  return strong / (shuffles + 1)
}

/** Correlations over relations drawn with replacement, ascending. */
function drawn(changes: LaggedChanges, relations: number, next: Random): Float64Array {
  const picked = new Int32Array(relations)
  const found = new Float64Array(bootstraps)
  let count = 0
  for (let draw = 0; draw < bootstraps; draw++) {
    for (let at = 0; at < relations; at++) picked[at] = Math.floor(next() * relations)
    const value = correlationOfDrawn(changes, picked)
    if (!Number.isNaN(value)) found[count++] = value
  }
  return found.subarray(0, count).sort()
}
