import type { Framework } from '#domain/framework'
import type { Aggregation } from '#numeric/composite'
import type { Request } from './model.ts'

/** The criteria of a framework as arrays; a parent stands before its children, and −1 is the whole. */
export interface Tree {
  readonly criteria: Framework['criteria']
  readonly parent: Int32Array
  readonly weight: Float64Array
  readonly leaf: Uint8Array
  /** place of each criterion by its code */
  readonly place: ReadonlyMap<string, number>
  /** places of the leaves, ascending */
  readonly leaves: Int32Array
  /** [criteria] what each leaf weighs in the whole, the product of its shares among siblings; 0 above the leaves */
  readonly whole: Float64Array
}

/**
 * The tree of a framework with the weights of the request.
 *
 * @throws RangeError never: the schema has checked the order of criteria
 */
export function treeOf(framework: Framework, weights: Request['weights']): Tree {
  const { criteria } = framework
  const place = new Map(criteria.map(({ code }, at) => [code, at]))
  const parent = Int32Array.from(criteria, (one) =>
    one.parent === undefined ? -1 : (place.get(one.parent) ?? -1),
  )
  const leaf = new Uint8Array(criteria.length).fill(1)
  for (const above of parent) if (above >= 0) leaf[above] = 0
  const weight = Float64Array.from(criteria, (one) => weights[one.code] ?? one.weight)
  return {
    criteria,
    parent,
    weight,
    leaf,
    place,
    leaves: Int32Array.from([...leaf.keys()].filter((at) => leaf[at] === 1)),
    whole: wholeOf(parent, weight, leaf),
  }
}

/** What each leaf weighs in the whole: the product of its shares among siblings. [criteria]; 0 above the leaves. */
export function wholeOf(parent: Int32Array, weight: Float64Array, leaf: Uint8Array): Float64Array {
  const n = parent.length
  const among = new Float64Array(n + 1)
  for (let at = 0; at < n; at++) {
    const place = (parent[at] as number) < 0 ? n : (parent[at] as number)
    among[place] = (among[place] as number) + (weight[at] as number)
  }
  const whole = new Float64Array(n)
  for (let at = 0; at < n; at++) {
    const above = parent[at] as number
    const total = among[above < 0 ? n : above] as number
    const share = total > 0 ? (weight[at] as number) / total : 0
    whole[at] = (above < 0 ? 1 : (whole[above] as number)) * share
  }
  return whole.map((value, at) => (leaf[at] === 1 ? value : 0))
}

/** Under a geometric or harmonic mean nothing counts as less. */
export const floor = 0.01

/**
 * Puts criteria together from the leaves up. What is missing (NaN) is left out, and the rest of its siblings weigh so much more.
 * Under a geometric or harmonic mean nothing counts as less than 0.01, so that one empty criterion does not make all zero.
 *
 * @param values [criteria] shares of leaves, NaN where missing; overwritten above the leaves
 * @param sums   [criteria + 1] room to work in, and so are totals
 * @returns the whole; NaN where nothing is known or nothing that is known weighs anything
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6; UNDP (2014), Technical note 1
 */
export function putTogether(
  { parent, leaf }: Pick<Tree, 'parent' | 'leaf'>,
  values: Float64Array,
  weights: Float64Array,
  by: Aggregation,
  sums: Float64Array,
  totals: Float64Array,
): number {
  const n = parent.length
  sums.fill(0)
  totals.fill(0)
  for (let at = n - 1; at >= 0; at--) {
    if (leaf[at] === 0) values[at] = mean(sums[at] as number, totals[at] as number, by) // within [0, n)
    const value = values[at] as number
    const above = parent[at] as number
    const place = above < 0 ? n : above
    if (Number.isNaN(value)) continue
    const weight = weights[at] as number
    const firm = value < floor ? floor : value
    sums[place] =
      (sums[place] as number) +
      weight * (by === 'arithmetic' ? value : by === 'geometric' ? Math.log(firm) : 1 / firm)
    totals[place] = (totals[place] as number) + weight
  }
  return mean(sums[n] as number, totals[n] as number, by)
}

function mean(sum: number, total: number, by: Aggregation): number {
  if (!(total > 0)) return Number.NaN
  return by === 'arithmetic' ? sum / total : by === 'geometric' ? Math.exp(sum / total) : total / sum
}

/** Codes of the criteria above one, the nearest first. */
export function above({ criteria, parent }: Tree, of: number): readonly string[] {
  const codes: string[] = []
  for (let at = parent[of] ?? -1; at >= 0; at = parent[at] ?? -1) codes.push(criteria[at]?.code ?? '')
  return codes
}
