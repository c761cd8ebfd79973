import { climbItem, factorThree, itemSum } from './ideal-points-item.ts'
import type { ItemLayout } from './ideal-points-layout.ts'
import { fastLogCdf, fastMills } from './mills-ratio.ts'
import { blocksOf, sharedFloats, type Team } from './team.ts'

/** Buffers of an estimation that all threads see. */
export interface ItemBuffers {
  /** [3 × items] slope, first and second cut */
  readonly at: Float64Array
  /** [6 × items] factor of the curvature of each item's parameters */
  readonly factor: Float64Array
  /** [3 × votes] how a unit's point and the item's parameters bend together, divided by the factor */
  readonly cross: Float64Array
  /** [2 planes × 2 × span] sums by block, told to all */
  readonly partial: Float64Array
  /** [2 planes × blocks × 4] single sums by block */
  readonly values: Float64Array
}

/**
 * Lays out what threads share while they estimate.
 *
 * @see Darema (2001), EuroPVM/MPI, the single-program multiple-data model
 * @example
 * itemBuffers({ items: 1, itemCuts: Int32Array.of(1), voteUnit: Int32Array.of(0, 1), blockFrom: Int32Array.of(0, 1), blockAt: Int32Array.of(0, 2) }).cross.length // => 6
 */
export function itemBuffers(
  layout: Pick<ItemLayout, 'items' | 'itemCuts' | 'blockFrom' | 'blockAt' | 'voteUnit'>,
): ItemBuffers {
  const at = sharedFloats(3 * layout.items)
  for (let item = 0; item < layout.items; item++)
    if (layout.itemCuts[item] === 2) at.set([-0.5, 0.5], 3 * item + 1) // apart, as cuts must be
  return {
    at,
    factor: sharedFloats(6 * layout.items),
    cross: sharedFloats(3 * layout.voteUnit.length),
    partial: sharedFloats(4 * (layout.blockAt[layout.blockAt.length - 1] ?? 0)),
    values: sharedFloats(8 * layout.blockFrom.length),
  }
}

/** One thread's view of the sums over items that make up an estimation. Sums are the same for any team. */
export interface ItemSums {
  /** climbs every item for `steps` Newton steps given the points; the log posterior without that of the points */
  climb(x: Float64Array, steps: number): { readonly value: number; readonly logLikelihood: number }
  /** gradient of the points, items held at their best, and their own curvature; prepares `bend` and `answer` */
  slope(x: Float64Array, exact: boolean, gradient: Float64Array, curvature: Float64Array): void
  /** out = what the items' answer takes from the curvature, times v */
  bend(v: Float64Array, out: Float64Array): void
  /** [4] sums over items: slope², slope² and slope × cut over all cuts, cut² */
  spread(): Float64Array
  /** slope → slope / scale and cut → cut + slope × shift / scale for own items: the same votes for scale·x + shift */
  expand(scale: number, shift: number): void
  /** moves own items by their answer to the points' move */
  answer(move: Float64Array): void
  /** keeps own items' parameters, and puts them back */
  keep(): void
  restore(): void
}

/**
 * The sums over items, one share for each thread of a team.
 *
 * @see Golub & Pereyra (2003), Inverse Problems 19(2), on eliminating the parameters that are easily found
 * @example
 * typeof itemSums // => 'function'
 */
export function itemSums(layout: ItemLayout, buffers: ItemBuffers, team: Team): ItemSums {
  const { blockFrom, blockAt, blockUnit, itemFrom, voteUnit, voteCode, itemTimes, itemCuts } = layout
  const { at, factor, cross, partial, values } = buffers
  const blocks = blockUnit.length
  const span = blockAt[blocks] ?? 0
  const [ownFrom, ownTo] = blocksOf(team, blocks)
  const firstItem = blockFrom[ownFrom] ?? 0
  const lastItem = blockFrom[ownTo] ?? 0
  const gradients = new Float64Array(3 * layout.items)
  const kept = new Float64Array(3 * (lastItem - firstItem))
  const here = new Float64Array(3)
  const out = new Float64Array(itemSum.entries)
  const room = new Float64Array(12)
  let plane = 0

  /** Adds up the partial sums of all blocks in their order. */
  const gather = (half: number, into: Float64Array) => {
    into.fill(0)
    const base = (2 * plane + half) * span
    for (let b = 0; b < blocks; b++) {
      const from = blockAt[b] as number // in bounds by construction, here and below
      const size = (blockAt[b + 1] as number) - from
      const unit = blockUnit[b] as number
      for (let k = 0; k < size; k++)
        into[unit + k] = (into[unit + k] as number) + (partial[base + from + k] as number)
    }
  }

  const climb = (x: Float64Array, steps: number) => {
    plane ^= 1
    for (let b = ownFrom; b < ownTo; b++) {
      let value = 0
      let logLikelihood = 0
      for (let item = blockFrom[b] as number; item < (blockFrom[b + 1] as number); item++) {
        for (let k = 0; k < 3; k++) here[k] = at[3 * item + k] as number
        climbItem(layout, item, x, here, out, steps, room)
        const times = itemTimes[item] as number
        value += times * (out[itemSum.value] as number)
        logLikelihood += times * (out[itemSum.logLikelihood] as number)
        factorThree(out, itemSum.slopeSlope, room)
        for (let k = 0; k < 3; k++) at[3 * item + k] = here[k] as number
        for (let k = 0; k < 3; k++) gradients[3 * item + k] = out[itemSum.slope + k] as number
        for (let k = 0; k < 6; k++) factor[6 * item + k] = room[k] as number
      }
      values[4 * (plane * blocks + b)] = value
      values[4 * (plane * blocks + b) + 1] = logLikelihood
    }
    const [value = 0, logLikelihood = 0] = total()
    return { value, logLikelihood }
  }

  /** Adds up the single sums of all blocks in their order, when all are there. */
  const total = () => {
    team.barrier()
    const sums = new Float64Array(4)
    for (let b = 0; b < blocks; b++)
      for (let k = 0; k < 4; k++)
        sums[k] = (sums[k] as number) + (values[4 * (plane * blocks + b) + k] as number)
    return sums
  }

  const spread = () => {
    plane ^= 1
    for (let b = ownFrom; b < ownTo; b++) {
      const sums = values.subarray(4 * (plane * blocks + b), 4 * (plane * blocks + b) + 4)
      sums.fill(0)
      for (let item = blockFrom[b] as number; item < (blockFrom[b + 1] as number); item++) {
        const times = itemTimes[item] as number
        const beta = at[3 * item] as number
        sums[0] = (sums[0] as number) + times * beta * beta
        for (let k = 1; k <= (itemCuts[item] as number); k++) {
          const cut = at[3 * item + k] as number
          sums[1] = (sums[1] as number) + times * beta * beta
          sums[2] = (sums[2] as number) + times * beta * cut
          sums[3] = (sums[3] as number) + times * cut * cut
        }
      }
    }
    return total()
  }

  const expand = (scale: number, shift: number) => {
    for (let item = firstItem; item < lastItem; item++) {
      const beta = (at[3 * item] as number) / scale
      at[3 * item] = beta
      for (let k = 1; k <= (itemCuts[item] as number); k++)
        at[3 * item + k] = (at[3 * item + k] as number) + beta * shift
    }
  }

  const slope = (x: Float64Array, exact: boolean, gradient: Float64Array, curvature: Float64Array) => {
    plane ^= 1
    const base = 2 * plane * span
    const curve = base + span
    for (let b = ownFrom; b < ownTo; b++) {
      partial.fill(0, base + (blockAt[b] as number), base + (blockAt[b + 1] as number))
      partial.fill(0, curve + (blockAt[b] as number), curve + (blockAt[b + 1] as number))
      const shift = (blockAt[b] as number) - (blockUnit[b] as number)
      for (let item = blockFrom[b] as number; item < (blockFrom[b + 1] as number); item++)
        slopeOf(item, x, exact ? 1 : 0, base + shift, curve + shift)
    }
    team.barrier()
    gather(0, gradient)
    gather(1, curvature)
  }

  const slopeOf = (item: number, x: Float64Array, exact: number, base: number, curve: number) => {
    const beta = at[3 * item] as number
    const first = at[3 * item + 1] as number
    const second = itemCuts[item] === 2 ? (at[3 * item + 2] as number) : first
    const l00 = factor[6 * item] as number
    const l10 = factor[6 * item + 1] as number
    const l20 = factor[6 * item + 2] as number
    const l11 = factor[6 * item + 3] as number
    const l21 = factor[6 * item + 4] as number
    const l22 = factor[6 * item + 5] as number
    const t0 = (gradients[3 * item] as number) / l00
    const t1 = ((gradients[3 * item + 1] as number) - l10 * t0) / l11
    const t2 = ((gradients[3 * item + 2] as number) - l20 * t0 - l21 * t1) / l22
    const times = itemTimes[item] as number
    const root = Math.sqrt(times)
    const two = itemCuts[item] === 2
    const end = itemFrom[item + 1] as number
    for (let v = itemFrom[item] as number; v < end; v++) {
      const unit = voteUnit[v] as number
      const p = x[unit] as number
      const code = voteCode[v] as number
      let pull = 0 // slope of the log likelihood in slope · x
      let w = 0 // curvature in the same
      let w1 = 0 // how it bends with the first cut
      let w2 = 0
      if (code === 1) {
        const a = first - beta * p
        const b = second - beta * p
        const swap = a + b > 0
        const low = swap ? -b : a
        const high = swap ? -a : b
        const rest = -Math.expm1(fastLogCdf(low) - fastLogCdf(high))
        const qHigh = fastMills(high) / rest
        const qLow = (fastMills(low) * (1 - rest)) / rest
        const qa = swap ? qHigh : qLow
        const qb = swap ? qLow : qHigh
        pull = qa - qb
        w1 = qa * (qa - a) - qa * qb
        w2 = qb * (qb + b) - qa * qb
        w = w1 + w2
      } else {
        const half = code === 3 ? 0.5 : 1
        if (code !== 0) {
          const z = beta * p - second
          const m = fastMills(z)
          pull += half * m
          w2 = half * m * (z + m)
        }
        if (code !== 2) {
          const z = first - beta * p
          const m = fastMills(z)
          pull -= half * m
          w1 = half * m * (z + m)
        }
        w = w1 + w2
        if (!two) {
          w1 = w
          w2 = 0
        }
      }
      const c0 = (beta * p * w - exact * pull) / l00
      const c1 = (-beta * w1 - l10 * c0) / l11
      const c2 = two ? (-beta * w2 - l20 * c0 - l21 * c1) / l22 : 0
      cross[3 * v] = root * c0
      cross[3 * v + 1] = root * c1
      cross[3 * v + 2] = root * c2
      partial[base + unit] =
        (partial[base + unit] as number) + times * (beta * pull - c0 * t0 - c1 * t1 - c2 * t2)
      partial[curve + unit] = (partial[curve + unit] as number) + times * beta * beta * w
    }
  }

  const bend = (v: Float64Array, into: Float64Array) => {
    plane ^= 1
    const base = 2 * plane * span
    for (let b = ownFrom; b < ownTo; b++) {
      partial.fill(0, base + (blockAt[b] as number), base + (blockAt[b + 1] as number))
      const shift = base + (blockAt[b] as number) - (blockUnit[b] as number)
      for (let item = blockFrom[b] as number; item < (blockFrom[b + 1] as number); item++)
        bendOf(item, v, shift)
    }
    team.barrier()
    gather(0, into)
  }

  const bendOf = (item: number, x: Float64Array, shift: number) => {
    const from = itemFrom[item] as number
    const end = itemFrom[item + 1] as number
    let t0 = 0
    let t1 = 0
    let t2 = 0
    for (let v = from; v < end; v++) {
      const move = x[voteUnit[v] as number] as number
      t0 += (cross[3 * v] as number) * move
      t1 += (cross[3 * v + 1] as number) * move
      t2 += (cross[3 * v + 2] as number) * move
    }
    for (let v = from; v < end; v++) {
      const unit = shift + (voteUnit[v] as number)
      partial[unit] =
        (partial[unit] as number) +
        (cross[3 * v] as number) * t0 +
        (cross[3 * v + 1] as number) * t1 +
        (cross[3 * v + 2] as number) * t2
    }
  }

  const answer = (move: Float64Array) => {
    for (let item = firstItem; item < lastItem; item++) {
      let t0 = 0
      let t1 = 0
      let t2 = 0
      for (let v = itemFrom[item] as number; v < (itemFrom[item + 1] as number); v++) {
        const d = move[voteUnit[v] as number] as number
        t0 -= (cross[3 * v] as number) * d
        t1 -= (cross[3 * v + 1] as number) * d
        t2 -= (cross[3 * v + 2] as number) * d
      }
      const root = Math.sqrt(itemTimes[item] as number)
      const two = itemCuts[item] === 2
      const d2 = two ? t2 / root / (factor[6 * item + 5] as number) : 0
      const d1 = (t1 / root - (factor[6 * item + 4] as number) * d2) / (factor[6 * item + 3] as number)
      const d0 =
        (t0 / root - (factor[6 * item + 1] as number) * d1 - (factor[6 * item + 2] as number) * d2) /
        (factor[6 * item] as number)
      const gap = (at[3 * item + 2] as number) - (at[3 * item + 1] as number)
      const share = two && d1 > d2 ? Math.min(1, (0.9 * gap) / (d1 - d2)) : 1 // cuts keep their order
      at[3 * item] = (at[3 * item] as number) + share * d0
      at[3 * item + 1] = (at[3 * item + 1] as number) + share * d1
      at[3 * item + 2] = (at[3 * item + 2] as number) + share * d2
    }
  }

  return {
    climb,
    slope,
    bend,
    spread,
    expand,
    answer,
    keep: () => kept.set(at.subarray(3 * firstItem, 3 * lastItem)),
    restore: () => at.set(kept, 3 * firstItem),
  }
}
