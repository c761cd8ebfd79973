import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IdealPoints, idealPoints } from './ideal-points.ts'
import { idealPointsBootstrap } from './ideal-points-bootstrap.ts'
import { idealPointsBySession, votesOf } from './ideal-points-by-session.ts'
import { plainEm } from './ideal-points-em.ts'
import { type IdealPointsInput, layOutItems } from './ideal-points-layout.ts'
import { startPoints } from './ideal-points-start.ts'
import { random } from './random.ts'
import { runAlone } from './team.ts'
import type { RollCalls } from './vote-bits.ts'

const solved = 1e-5 // the climb stops when a step would gain 1e-8 of log posterior

interface World {
  readonly votes: RollCalls
  /** [states × sessions] */
  readonly truth: readonly (readonly number[])[]
}

/** Votes drawn from known points; one in ten is missing. */
function world(
  size: { states: number; rollCalls: number; sessions?: number },
  kind: { middle?: number; walk?: number; seed?: number } = {},
): World {
  const { states, rollCalls, sessions = 1 } = size
  const draw = random(kind.seed ?? 5)
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  const truth = Array.from({ length: states }, () => {
    const path = [normal()]
    for (let t = 1; t < sessions; t++) path.push((path[t - 1] ?? 0) + Math.sqrt(kind.walk ?? 0) * normal())
    return path
  })
  const session = Int32Array.from({ length: rollCalls }, (_, r) => Math.floor((r * sessions) / rollCalls))
  const votes = new Uint8Array(states * rollCalls)
  for (let r = 0; r < rollCalls; r++) {
    const slope = 1.2 * normal()
    const cut = 0.6 * normal() - (kind.middle ?? 0) / 2
    for (let s = 0; s < states; s++) {
      if (draw() < 0.1) continue
      const z = slope * (truth[s]?.[session[r] ?? 0] ?? 0) + normal()
      votes[s * rollCalls + r] = z < cut ? 3 : z < cut + (kind.middle ?? 0) ? 2 : 1
    }
  }
  return { votes: { states, rollCalls, votes, session, sessions }, truth }
}

function input(votes: RollCalls, more: Partial<IdealPointsInput> = {}): IdealPointsInput {
  return {
    votes,
    model: 'binary',
    abstentions: 'missing',
    walkVariance: null,
    times: Array.from({ length: votes.sessions }, (_, k) => k),
    anchor: 0,
    itemVariance: 25,
    mostIterations: 200,
    seed: 1,
    ...more,
  }
}

const fitted = (votes: RollCalls, more: Partial<IdealPointsInput> = {}) =>
  runAlone(idealPoints, input(votes, more))

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  const mean = (v: ArrayLike<number>) => Array.from(v).reduce((sum, x) => sum + x, 0) / n
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let k = 0; k < n; k++) {
    const da = (a[k] ?? 0) - ma
    const db = (b[k] ?? 0) - mb
    ab += da * db
    aa += da * da
    bb += db * db
  }
  return ab / Math.sqrt(aa * bb)
}

const truthOf = (fit: IdealPoints, { truth }: World) =>
  Array.from(fit.unitState, (s, u) => truth[s]?.[fit.unitSession[u] ?? 0] ?? 0)

function standard(x: readonly number[]): readonly number[] {
  const mean = x.reduce((sum, p) => sum + p, 0) / x.length
  const sd = Math.sqrt(x.reduce((sum, p) => sum + (p - mean) ** 2, 0) / x.length)
  return x.map((p) => (p - mean) / sd)
}

function expectSame(a: ArrayLike<number>, b: ArrayLike<number>, within = solved) {
  expect(a.length).toBe(b.length)
  for (let k = 0; k < a.length; k++) expect(Math.abs((a[k] ?? 0) - (b[k] ?? 0))).toBeLessThan(within)
}

/** Columns or rows of votes in another order. */
function reordered(votes: RollCalls, states: readonly number[], rollCalls: readonly number[]): RollCalls {
  const moved = new Uint8Array(votes.votes.length)
  for (const [to, s] of states.entries())
    for (const [at, r] of rollCalls.entries())
      moved[to * votes.rollCalls + at] = votes.votes[s * votes.rollCalls + r] ?? 0
  return { ...votes, votes: moved, session: Int32Array.from(rollCalls, (r) => votes.session[r] ?? 0) }
}

const turned = [0, 3, 2, 1]
const models = [
  ['binary', { model: 'binary' }, { middle: 0 }],
  ['ordinal', { model: 'ordinal' }, { middle: 0.8 }],
] as const

describe.each(models)('%s ideal points', (_, more, kind) => {
  const small = world({ states: 25, rollCalls: 120 }, kind)

  test('find the points that votes were drawn from, and say how far they may be off', () => {
    const drawn = world({ states: 60, rollCalls: 800 }, kind)
    const fit = fitted(drawn.votes, more)
    expect(fit.converged).toBe(true)
    const truth = standard(truthOf(fit, drawn))
    const side = Math.sign(correlation(fit.point, truth))
    expect(Math.sign(truth[0] ?? 0)).toBe(side) // state 0 is the anchor
    expect(side * correlation(fit.point, truth)).toBeGreaterThan(0.99)
    const within = truth.filter((p, u) => Math.abs(side * p - (fit.point[u] ?? 0)) < 2 * (fit.se[u] ?? 0))
    expect(within.length / truth.length).toBeGreaterThan(0.8) // joint modes stretch the ends a little
  })

  test('lie at mean 0 and standard deviation 1, the anchor above 0', () => {
    for (const anchor of [0, 7, 19]) {
      const { point } = fitted(small.votes, { ...more, anchor })
      expect(point.reduce((sum, p) => sum + p, 0)).toBeCloseTo(0, 10)
      expect(point.reduce((sum, p) => sum + p * p, 0) / point.length).toBeCloseTo(1, 10)
      expect(point[anchor]).toBeGreaterThan(0)
    }
  })

  test('stay where they are when all votes of some roll calls are turned round', () => {
    const before = fitted(small.votes, more)
    fc.assert(
      fc.property(fc.array(fc.nat(119), { maxLength: 60 }), (flipped) => {
        const votes = small.votes.votes.slice()
        for (const r of new Set(flipped))
          for (let s = 0; s < 25; s++) votes[s * 120 + r] = turned[votes[s * 120 + r] ?? 0] ?? 0
        const after = fitted({ ...small.votes, votes }, more)
        expectSame(after.point, before.point)
        expectSame(after.se, before.se)
        expect(after.logLikelihood).toBeCloseTo(before.logLikelihood, 2)
      }),
      { numRuns: 8 },
    )
  })

  test('do not depend on the order of states or roll calls, nor on the seed of the start', () => {
    const before = fitted(small.votes, more)
    const states = Array.from({ length: 25 }, (_, s) => (s * 7 + 3) % 25)
    const rollCalls = Array.from({ length: 120 }, (_, r) => (r * 11 + 5) % 120)
    const after = fitted(reordered(small.votes, states, rollCalls), {
      ...more,
      anchor: states.indexOf(0),
      seed: 9,
    })
    expectSame(
      states.map((_, s) => after.point[states.indexOf(s)] ?? 0),
      before.point,
    )
    expectSame(
      states.map((_, s) => after.se[states.indexOf(s)] ?? 0),
      before.se,
    )
  })

  test('have standard errors like those of votes drawn anew', () => {
    const drawn = world({ states: 30, rollCalls: 300 }, kind)
    const fit = fitted(drawn.votes, more)
    const again = runAlone(idealPointsBootstrap, {
      input: input(drawn.votes, more),
      fit,
      replicates: 80,
      seed: 2,
    })
    const ratios = Array.from(again, (sd, u) => (fit.se[u] ?? 0) / sd).toSorted((a, b) => a - b)
    // 80 replicates give a standard deviation to 8 %; curvature at the estimate to about as much again
    expect(ratios[15]).toBeGreaterThan(0.9)
    expect(ratios[15]).toBeLessThan(1.2)
    expect(ratios[0]).toBeGreaterThan(0.65)
    expect(ratios[29]).toBeLessThan(1.5)
  }, 120_000)

  test('are missing only for states that voted in no divided roll call', () => {
    const votes = small.votes.votes.slice().fill(0, 4 * 120, 5 * 120)
    const fit = fitted({ ...small.votes, votes }, more)
    expect(Array.from(fit.unitState)).not.toContain(4)
    expect(fit.point.length).toBe(24)
  })
})

describe('the binary model', () => {
  const { votes } = world({ states: 20, rollCalls: 80 }, { middle: 0.5, seed: 3 })

  test.each(['missing', 'no', 'half'] as const)(
    'ends where the published EM algorithm ends, abstentions %s',
    (abstentions) => {
      const asked = input(votes, { abstentions })
      const layout = layOutItems(asked)
      const em = plainEm(layout, startPoints(layout, 20, 1), 100_000, 1e-11)
      const fit = runAlone(idealPoints, asked)
      expect(em.converged).toBe(true)
      expect(fit.logPosterior).toBeGreaterThanOrEqual(em.logPosterior - 1e-7)
      expect(fit.logPosterior - em.logPosterior).toBeLessThan(1e-4) // EM creeps: it stops this much short
      expect(Math.abs(correlation(fit.point, em.point))).toBeGreaterThan(1 - 1e-7)
    },
  )

  test('with abstentions as no is the model of votes in which they are no', () => {
    const no = { ...votes, votes: votes.votes.map((vote) => (vote === 2 ? 3 : vote)) }
    expectSame(fitted(votes, { abstentions: 'no' }).point, fitted(no).point, 1e-12)
  })

  test('is the ordinal model where nobody abstains', () => {
    const divided = world({ states: 20, rollCalls: 80 }).votes
    expectSame(fitted(divided, { model: 'ordinal' }).point, fitted(divided).point, 1e-12)
  })

  test('leaves out roll calls in which all voted alike, and takes the same divisions together', () => {
    const twice = new Uint8Array(20 * 161).fill(1)
    for (let s = 0; s < 20; s++)
      for (let r = 0; r < 160; r++) twice[s * 161 + r] = votes.votes[s * 80 + (r % 80)] ?? 0
    const layout = layOutItems(
      input({ ...votes, rollCalls: 161, votes: twice, session: new Int32Array(161) }),
    )
    expect(layout.itemOf[160]).toBe(-1)
    expect(layout.items).toBe(layOutItems(input(votes)).items)
    expect(new Set(layout.itemTimes)).toEqual(new Set([2]))
  })
})

describe('points that walk', () => {
  const drawn = world({ states: 30, rollCalls: 900, sessions: 9 }, { middle: 0.6, walk: 0.05 })
  const more = { model: 'ordinal', walkVariance: 0.05 } as const

  test('follow the walks that votes were drawn from', () => {
    const fit = fitted(drawn.votes, more)
    const truth = truthOf(fit, drawn)
    expect(fit.converged).toBe(true)
    expect(fit.point.length).toBe(270)
    expect(Math.abs(correlation(fit.point, truth))).toBeGreaterThan(0.98)
    const steps = Array.from(fit.point, (p, u) => p - (fit.point[u - 30] ?? p)).slice(30)
    const trueSteps = truth.map((p, u) => p - (truth[u - 30] ?? p)).slice(30)
    expect(Math.abs(correlation(steps, trueSteps))).toBeGreaterThan(0.6)
  })

  test('stand still when the variance of the walk is next to nothing', () => {
    const walking = fitted(drawn.votes, { ...more, walkVariance: 1e-9 })
    const standing = fitted(drawn.votes, { model: 'ordinal' })
    for (const [u, state] of walking.unitState.entries())
      expect(walking.point[u]).toBeCloseTo(standing.point[state] ?? 0, 3) // the walk still has a little play
  })

  test('are least certain at the ends, where a session has only one neighbour', () => {
    const { se } = fitted(drawn.votes, more)
    const mean = (session: number) =>
      se.subarray(30 * session, 30 * session + 30).reduce((sum, one) => sum + one, 0) / 30
    expect(mean(0)).toBeGreaterThan(mean(4))
    expect(mean(8)).toBeGreaterThan(mean(4))
  })

  test('bridge sessions in which a state did not vote', () => {
    const votes = drawn.votes.votes.slice()
    votes.fill(0, 5 * 900 + 300, 5 * 900 + 500) // state 5 is away in sessions 3 and 4
    const fit = fitted({ ...drawn.votes, votes }, more)
    expect(fit.point.length).toBe(268)
    const own = Array.from(fit.unitState.keys()).filter((u) => fit.unitState[u] === 5)
    expect(own.map((u) => fit.unitSession[u])).toEqual([0, 1, 2, 5, 6, 7, 8])
  })
})

describe('points of each session on its own', () => {
  const drawn = world({ states: 20, rollCalls: 240, sessions: 4 }, { walk: 0.02 })

  test('are those of its votes alone', () => {
    const all = runAlone(idealPointsBySession, input(drawn.votes))
    const third = fitted(votesOf(drawn.votes, 2))
    expectSame(all.point.subarray(40, 60), third.point, 1e-12)
    expect(all.there.every((one) => one === 1)).toBe(true)
  })

  test('turn with the session before where the anchor is away', () => {
    const votes = drawn.votes.votes.slice()
    votes.fill(0, 60, 120) // state 0 is away in session 1
    const all = runAlone(idealPointsBySession, input({ ...drawn.votes, votes }))
    expect(all.there[20]).toBe(0)
    expect(correlation(all.point.subarray(1, 20), all.point.subarray(21, 40))).toBeGreaterThan(0.5)
  })
})

describe('misuse', () => {
  const { votes } = world({ states: 4, rollCalls: 6, sessions: 2 })

  test.each([
    ['a vote that is none', { votes: { ...votes, votes: votes.votes.map(() => 4) } }, /votes must be 0 to 3/],
    ['a walk without variance', { walkVariance: 0 }, /walkVariance must be above 0/],
    ['times that fall', { walkVariance: 1, times: [2, 1] }, /times must rise/],
    ['an anchor that is not there', { anchor: 4 }, /anchor must lie in/],
    ['a prior without variance', { itemVariance: 0 }, /itemVariance must be above 0/],
  ])('%s is refused', (_, more, message) => {
    expect(() => layOutItems(input(votes, more))).toThrow(message)
  })

  test('the published algorithm is for the binary model', () => {
    const layout = layOutItems(input(votes, { walkVariance: 1 }))
    expect(() => plainEm(layout, new Float64Array(layout.units), 1, 1)).toThrow(/must be binary/)
  })
})
