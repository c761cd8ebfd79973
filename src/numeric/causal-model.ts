/** A binary node of a causal model: its parents and how probable each of its nodal types is. */
export interface CausalNode {
  /** indices of the parents, each smaller than the index of the node itself */
  readonly parents: readonly number[]
  /**
   * Probability of each nodal type. Type t gives value bit a of t for the assignment a of the parents, where
   * parent i contributes 2^i: with one parent, types 0, 1, 2, 3 are "00", "10", "01", "11" of the literature
   * (value at 0, value at 1); with no parent, types 0 and 1 are the values.
   */
  readonly types: readonly number[]
}

/** One combination of nodal types: the causal type of a case. */
export interface CausalType {
  readonly types: readonly number[]
  readonly probability: number
  /** values of the nodes, without intervention or with the nodes in `set` held fixed */
  values(set?: Readonly<Record<number, 0 | 1>>): readonly (0 | 1)[]
}

/**
 * Every causal type of a model with its probability, by exact enumeration. The number of types is the product of
 * the numbers of nodal types, so models are small: a chain of three nodes has 32.
 *
 * @param nodes nodes in causal order
 * @throws RangeError if a node has the wrong number of types, its probabilities do not sum to 1, or a parent
 * does not come before its child
 * @see Humphreys & Jacobs (2023), Integrated Inferences, ch. 2 and 7
 * @example
 * causalTypes([{ parents: [], types: [0.5, 0.5] }, { parents: [0], types: [0.2, 0.2, 0.4, 0.2] }]).length // => 8
 */
export function causalTypes(nodes: readonly CausalNode[]): readonly CausalType[] {
  for (const [at, node] of nodes.entries()) check(node, at)
  let partial: { types: number[]; probability: number }[] = [{ types: [], probability: 1 }]
  for (const node of nodes)
    partial = partial.flatMap(({ types, probability }) =>
      node.types.flatMap((share, type) =>
        share === 0 ? [] : [{ types: [...types, type], probability: probability * share }],
      ),
    )
  return partial.map((one) => ({ ...one, values: (set = {}) => valuesOf(nodes, one.types, set) }))
}

/**
 * The probability of a statement about a case given what is known of it.
 *
 * @param nodes nodes in causal order
 * @param query what is asked of a causal type, for example whether X made the difference to Y
 * @param given what is known; by default nothing
 * @returns probability in [0, 1], or undefined if what is known cannot happen under the model
 * @see Humphreys & Jacobs (2023), §7.1
 * @example
 * queryModel([{ parents: [], types: [0.5, 0.5] }], (t) => t.values()[0] === 1) // => 0.5
 */
export function queryModel(
  nodes: readonly CausalNode[],
  query: (type: CausalType) => boolean,
  given: (type: CausalType) => boolean = () => true,
): number | undefined {
  let all = 0
  let yes = 0
  for (const type of causalTypes(nodes)) {
    if (!given(type)) continue
    all += type.probability
    if (query(type)) yes += type.probability
  }
  return all === 0 ? undefined : yes / all
}

function check(node: CausalNode, at: number): void {
  const wanted = 2 ** (2 ** node.parents.length)
  if (node.types.length !== wanted)
    throw new RangeError(`causalTypes: node ${at} must have ${wanted} types, got ${node.types.length}`)
  const sum = node.types.reduce((a, b) => a + b, 0)
  if (Math.abs(sum - 1) > 1e-9 || node.types.some((p) => p < 0))
    throw new RangeError(`causalTypes: types of node ${at} must sum to 1, got ${sum}`)
  if (node.parents.some((parent) => parent >= at || parent < 0))
    throw new RangeError(`causalTypes: parents of node ${at} must come before it, got ${node.parents}`)
}

function valuesOf(
  nodes: readonly CausalNode[],
  types: readonly number[],
  set: Readonly<Record<number, 0 | 1>>,
): readonly (0 | 1)[] {
  const values: (0 | 1)[] = []
  for (const [at, node] of nodes.entries()) {
    const assignment = node.parents.reduce((sum, parent, bit) => sum + ((values[parent] ?? 0) << bit), 0)
    values.push(set[at] ?? ((((types[at] ?? 0) >> assignment) & 1) as 0 | 1)) // one bit is 0 or 1
  }
  return values
}
