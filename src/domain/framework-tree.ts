import type { Criterion, Framework } from './framework.ts'

/** The criteria of a framework in an order in which every one is followed by its own parts. */
export function inTreeOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  const below = (parent: string | undefined): readonly Criterion[] =>
    partsOf(criteria, parent).flatMap((one) => [one, ...below(one.code)])
  return below(undefined)
}

/** The parts of a criterion, in order; of the whole where no code is given. */
export function partsOf(criteria: readonly Criterion[], code: string | undefined): readonly Criterion[] {
  return criteria.filter(({ parent }) => parent === code)
}

/** The parts of a criterion that are weighed against one another: what weighs 0 stands beside the index, and is not asked about. */
export function weighedParts(criteria: readonly Criterion[], code: string | undefined): readonly Criterion[] {
  return partsOf(criteria, code).filter(({ weight }) => weight > 0)
}

/** The codes of a criterion and of everything below it. */
export function branchOf(criteria: readonly Criterion[], code: string): readonly string[] {
  return [code, ...partsOf(criteria, code).flatMap((part) => branchOf(criteria, part.code))]
}

/**
 * What every criterion weighs in the whole tree: the product of the shares among siblings on the way to it.
 *
 * @returns by code, in [0, 1]; 0 for all where the weights of siblings sum to 0
 */
export function sharesOfWhole(criteria: readonly Criterion[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  const spread = (parent: string | undefined, share: number) => {
    const parts = partsOf(criteria, parent)
    const total = parts.reduce((sum, { weight }) => sum + weight, 0)
    for (const { code, weight } of parts) {
      shares.set(code, total > 0 ? (share * weight) / total : 0)
      spread(code, shares.get(code) ?? 0)
    }
  }
  spread(undefined, 1)
  return shares
}

/** A framework with one criterion changed. */
export function withCriterion(
  framework: Framework,
  code: string,
  change: (criterion: Criterion) => Criterion,
): Framework {
  return { ...framework, criteria: framework.criteria.map((one) => (one.code === code ? change(one) : one)) }
}

/** A framework with a criterion more, the last part of the one that it names as its parent. */
export function withAdded(framework: Framework, criterion: Criterion): Framework {
  return { ...framework, criteria: [...inTreeOrder([...framework.criteria, criterion])] }
}

/** A framework without a criterion and everything below it. */
export function without(framework: Framework, code: string): Framework {
  const gone = new Set(branchOf(framework.criteria, code))
  return { ...framework, criteria: framework.criteria.filter((one) => !gone.has(one.code)) }
}

/** A framework in which a criterion has changed places with the sibling before or after it, if there is one. */
export function shifted(framework: Framework, code: string, by: -1 | 1): Framework {
  const criteria = [...framework.criteria]
  const own = criteria.findIndex((one) => one.code === code)
  const siblings = partsOf(criteria, criteria[own]?.parent)
  const other = siblings[siblings.findIndex((one) => one.code === code) + by]
  const [a, b] = [criteria[own], other]
  if (a === undefined || b === undefined) return framework
  criteria[criteria.indexOf(b)] = a
  criteria[own] = b
  return { ...framework, criteria: [...inTreeOrder(criteria)] }
}

/**
 * A framework in which a criterion, with everything below it, is the last part of another; of the whole where none is named.
 *
 * @throws RangeError if the other lies within it
 */
export function movedUnder(framework: Framework, code: string, parent: string | undefined): Framework {
  if (parent !== undefined && branchOf(framework.criteria, code).includes(parent))
    throw new RangeError(`movedUnder: parent must lie outside the branch that is moved, got ${parent}`)
  const moved = framework.criteria.flatMap((one): Criterion[] => {
    if (one.code !== code) return []
    const { parent: _, ...rest } = one
    return [parent === undefined ? rest : { ...rest, parent }]
  })
  const others = framework.criteria.filter((one) => one.code !== code)
  return { ...framework, criteria: [...inTreeOrder([...others, ...moved])] }
}
