/** Draws of all choices together: laws, on one thread and on several. */
import { expect, test } from 'vitest'
import { ranksFromTop } from '#numeric/composite'
import { type CompositeModel, compositeRoom, prepareLeaves, scoreUnits } from '#numeric/composite-model'
import { compositeSensitivity } from '#numeric/composite-sensitivity'
import { compositeTree } from '#numeric/composite-tree'
import { type CompositeUncertaintyInput, compositeUncertainty } from '#numeric/composite-uncertainty'
import { random } from '#numeric/random'
import { runAlone } from '#numeric/team'
import { usualLimits } from '#numeric/treat-outliers'
import { compute } from './compute.ts'

const units = 12
const next = random(11)
const model: CompositeModel = {
  units,
  tree: compositeTree(Int32Array.of(4, 4, 5, 5, 6, 6, -1)),
  leaves: Int32Array.of(0, 1, 2, 3),
  data: Float64Array.from({ length: 4 * units }, () => (next() < 0.1 ? Number.NaN : Math.exp(2 * next()))),
  scales: [{ direction: 1 }, { direction: -1 }, { direction: 1 }, { direction: 1 }],
  groups: new Int32Array(units),
  coverage: 1,
  limits: usualLimits,
}
const input: CompositeUncertaintyInput = {
  model,
  weights: Float64Array.of(1, 2, 1, 1, 1, 1, 1),
  alternatives: {
    impute: ['mean', 'median', 'regression'],
    treat: ['none', 'winsorize'],
    normalize: ['min-max', 'rank', 'percentile'],
    aggregate: ['arithmetic', 'geometric', 'copeland', 'non-compensatory'],
  },
  weightSpread: 0.5,
  draws: 300,
  seed: 5,
}
const choice = { impute: 'mean', treat: 'none', normalize: 'min-max', aggregate: 'arithmetic' } as const
const only = { impute: ['mean'], treat: ['none'], normalize: ['min-max'], aggregate: ['arithmetic'] } as const

function published() {
  const room = compositeRoom(model, ['arithmetic'])
  scoreUnits(model, prepareLeaves(model, choice).normalized, input.weights, 'arithmetic', room)
  const scores = room.scores.slice(6 * units)
  return { scores, ranks: ranksFromTop(scores, 0, units, new Float64Array(units), new Float64Array(units)) }
}

test('the draws do not depend on the number of threads', async () => {
  const alone = runAlone(compositeUncertainty, input)
  for (const workers of [1, 2, 3])
    expect(await compute('compositeUncertainty', input, { workers })).toEqual(alone)
})

test('without anything to draw, every interval is the index as published', () => {
  const { scores, ranks } = published()
  const { units: found, onScale } = runAlone(compositeUncertainty, {
    ...input,
    alternatives: only,
    weightSpread: 0,
  })
  expect(onScale).toBe(300)
  for (const [unit, { rank, score }] of found.entries()) {
    expect(rank).toEqual({ median: ranks[unit], interval: [ranks[unit], ranks[unit]] })
    expect(score).toEqual({ median: scores[unit], interval: [scores[unit], scores[unit]] })
  }
})

test('more freedom never makes the mean interval of ranks narrower, and ranks stay between 1 and the number of units', () => {
  const width = (
    weightSpread: number,
    alternatives = input.alternatives as CompositeUncertaintyInput['alternatives'],
  ) => {
    const { units: found } = runAlone(compositeUncertainty, { ...input, weightSpread, alternatives })
    return found.reduce((sum, { rank }) => {
      const [low, high] = rank?.interval ?? [0, 99]
      expect(low).toBeGreaterThanOrEqual(1)
      expect(high).toBeLessThanOrEqual(units)
      return sum + high - low
    }, 0)
  }
  expect(width(0.1, only)).toBeLessThan(width(0.9, only))
  expect(width(0.1, only)).toBeLessThan(width(0.1))
})

test('draws on other scales count for ranks alone: about a third end on the scale of 0 to 100', () => {
  const { onScale } = runAlone(compositeUncertainty, { ...input, draws: 1200 })
  // two of three scales and two of four ways to put together: 1/3, standard error 0.0136 of 1,200 draws
  expect(Math.abs(onScale / 1200 - 1 / 3)).toBeLessThan(0.055)
})

test('sensitivity does not depend on the number of threads, and what cannot vary has no part in it', async () => {
  const { ranks } = published()
  const { draws: _, ...rest } = input
  const asked = { ...rest, rows: 64, ranks, inputs: [0, 1, 6, 7, 8, 9] }
  const alone = runAlone(compositeSensitivity, asked)
  expect(await compute('compositeSensitivity', asked, { workers: 2 })).toEqual(alone)
  expect(alone).toHaveLength(6)
  expect(alone?.[5]?.total).toBeGreaterThan(0.1)
  const fixed = runAlone(compositeSensitivity, {
    ...asked,
    alternatives: { ...input.alternatives, impute: ['mean'] },
  })
  expect(fixed?.[2]).toMatchObject({ first: 0, total: 0 })
  expect(runAlone(compositeSensitivity, { ...asked, alternatives: only, weightSpread: 0 })).toBeNull()
})

test('a long run can be stopped', async () => {
  const stop = new AbortController()
  const work = compute(
    'compositeUncertainty',
    { ...input, draws: 5_000_000 / units },
    { workers: 1, signal: stop.signal, progress: () => stop.abort() },
  )
  await expect(work).rejects.toMatchObject({ code: 'cancelled' })
})
