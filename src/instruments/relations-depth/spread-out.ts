import { pointers } from '#domain/finding'
import { missing } from '#domain/missing'
import { quantile } from '#numeric/quantile'
import { random } from '#numeric/random'
import { by, holding, inForce } from './from-records.ts'
import type { Dossier, Pointer, SpillOver, Width } from './model.ts'

const leastPairs = 8
const shuffles = 999

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
    share:
      all.size === 0
        ? missing('not-collected', 'no agreement, mechanism or project was recorded')
        : own.length / all.size,
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

/** The history of one relation in each field: [fields][steps], NaN where not known. */
export type History = readonly Float64Array[]

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
      const rows = histories.map((history) => lagged(history[from], history[to]))
      const pairs = rows.reduce((sum, { x }) => sum + x.length, 0)
      const named = { from: source.en, to: goal.en, fromVi: source.vi, toVi: goal.vi, pairs }
      const few = missing('below-threshold', `${pairs} pairs of changes; ${leastPairs} are needed`)
      const value = correlation(
        rows.flatMap(({ x }) => x),
        rows.flatMap(({ y }) => y),
      )
      if (pairs < leastPairs || Number.isNaN(value)) {
        const flat = missing('below-threshold', 'one of the two never moved')
        const absent = pairs < leastPairs ? few : flat
        found.push({ ...named, correlation: absent, p: absent })
        continue
      }
      let asStrong = 1
      for (let shuffle = 0; shuffle < shuffles; shuffle++) {
        const y = rows.flatMap((row) => row.y)
        for (let at = y.length - 1; at > 0; at--) {
          const other = Math.floor(next() * (at + 1))
          ;[y[at], y[other]] = [y[other] ?? 0, y[at] ?? 0]
        }
        if (
          Math.abs(
            correlation(
              rows.flatMap(({ x }) => x),
              y,
            ),
          ) >= Math.abs(value)
        )
          asStrong++
      }
      const draws = Float64Array.from({ length: 400 }, () => {
        const drawn = rows.map(() => rows[Math.floor(next() * rows.length)] ?? { x: [], y: [] })
        return correlation(
          drawn.flatMap(({ x }) => x),
          drawn.flatMap(({ y }) => y),
        )
      })
        .filter((draw) => !Number.isNaN(draw))
        .sort()
      found.push({
        ...named,
        correlation: {
          value,
          interval: draws.length === 0 ? null : [quantile(draws, 0.05), quantile(draws, 0.95)],
          unit: 'correlation',
          uncertainty: '90 % bootstrap over relations',
        },
        p: asStrong / (shuffles + 1),
      })
    }
  return found
}

function lagged(
  from: Float64Array | undefined,
  to: Float64Array | undefined,
): { readonly x: number[]; readonly y: number[] } {
  const x: number[] = []
  const y: number[] = []
  for (let at = 2; at < (from?.length ?? 0); at++) {
    const before = (from?.[at - 1] ?? Number.NaN) - (from?.[at - 2] ?? Number.NaN)
    const after = (to?.[at] ?? Number.NaN) - (to?.[at - 1] ?? Number.NaN)
    if (Number.isNaN(before) || Number.isNaN(after)) continue
    x.push(before)
    y.push(after)
  }
  return { x, y }
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const n = x.length
  const [mx, my] = [x, y].map((list) => list.reduce((a, b) => a + b, 0) / n) as [number, number] // two lists
  let [sxy, sxx, syy] = [0, 0, 0]
  for (let at = 0; at < n; at++) {
    const [dx, dy] = [(x[at] ?? 0) - mx, (y[at] ?? 0) - my]
    sxy += dx * dy
    sxx += dx * dx
    syy += dy * dy
  }
  return sxx > 1e-12 && syy > 1e-12 ? sxy / Math.sqrt(sxx * syy) : Number.NaN
}
