/** The history of one relation in each field: [fields][steps], NaN where not known. */
export type History = readonly Float64Array[]

/** Changes in one field beside the changes of another one step later, relation after relation. */
export interface LaggedChanges {
  /** [pairs] change of the field that may come before */
  readonly x: Float64Array
  /** [pairs] change of the other field, one step later */
  readonly y: Float64Array
  /** [relations + 1] pair at which each relation begins; the last is the number of pairs */
  readonly begin: Int32Array
}

/** The changes of two fields, paired at a lag of one step; a pair of which anything is not known is left out. */
export function laggedChanges(histories: readonly History[], from: number, to: number): LaggedChanges {
  const most = histories.reduce((sum, history) => sum + Math.max(0, (history[from]?.length ?? 0) - 2), 0)
  const [x, y] = [new Float64Array(most), new Float64Array(most)]
  const begin = new Int32Array(histories.length + 1)
  let pairs = 0
  for (const [relation, history] of histories.entries()) {
    begin[relation] = pairs
    const [source, goal] = [history[from], history[to]]
    if (source === undefined || goal === undefined) continue
    for (let at = 2; at < source.length; at++) {
      const before = (source[at - 1] as number) - (source[at - 2] as number) // within [0, length)
      const after = (goal[at] as number) - (goal[at - 1] as number)
      if (Number.isNaN(before) || Number.isNaN(after)) continue
      x[pairs] = before
      y[pairs++] = after
    }
  }
  begin[histories.length] = pairs
  return { x: x.subarray(0, pairs), y: y.subarray(0, pairs), begin }
}

const flat = 1e-12

/**
 * Pearson's correlation of two lists of the same length, and a function that gives it for the second list in another order.
 *
 * @returns NaN where one of the two does not vary
 */
export function correlationWith(x: Float64Array): (y: Float64Array) => number {
  const n = x.length
  let sum = 0
  for (let at = 0; at < n; at++) sum += x[at] as number // within [0, n)
  const mean = sum / n
  const dx = Float64Array.from(x, (value) => value - mean)
  let sxx = 0
  for (let at = 0; at < n; at++) sxx += (dx[at] as number) * (dx[at] as number)
  return (y) => {
    let total = 0
    for (let at = 0; at < n; at++) total += y[at] as number
    const my = total / n
    let [sxy, syy] = [0, 0]
    for (let at = 0; at < n; at++) {
      const dy = (y[at] as number) - my
      sxy += (dx[at] as number) * dy
      syy += dy * dy
    }
    return sxx > flat && syy > flat ? sxy / Math.sqrt(sxx * syy) : Number.NaN
  }
}

/** The correlation over relations drawn with replacement: `drawn` names them, one for each relation. */
export function correlationOfDrawn({ x, y, begin }: LaggedChanges, drawn: Int32Array): number {
  let [n, sumX, sumY] = [0, 0, 0]
  for (let pick = 0; pick < drawn.length; pick++) {
    const relation = drawn[pick] as number // a place in begin
    for (let at = begin[relation] as number; at < (begin[relation + 1] as number); at++) {
      sumX += x[at] as number
      sumY += y[at] as number
      n++
    }
  }
  const [mx, my] = [sumX / n, sumY / n]
  let [sxy, sxx, syy] = [0, 0, 0]
  for (let pick = 0; pick < drawn.length; pick++) {
    const relation = drawn[pick] as number
    for (let at = begin[relation] as number; at < (begin[relation + 1] as number); at++) {
      const dx = (x[at] as number) - mx
      const dy = (y[at] as number) - my
      sxy += dx * dy
      sxx += dx * dx
      syy += dy * dy
    }
  }
  return sxx > flat && syy > flat ? sxy / Math.sqrt(sxx * syy) : Number.NaN
}
