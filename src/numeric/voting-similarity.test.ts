import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allSimilarities, dyadIndex } from './all-similarities.ts'
import { random } from './random.ts'
import { runAlone, sharedIntegers, teamMember } from './team.ts'
import { countTogether, packVotes, type RollCalls } from './vote-bits.ts'
import { similarityMeasures, voteDistances, votingSimilarity } from './voting-similarity.ts'

const tables = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 9, maxLength: 9 })
const any = fc.constantFrom(...similarityMeasures)
const anyDistance = fc.constantFrom(...voteDistances)
const close = 12 // digits: sums of nine shares in double precision

function assembly(states: number, rollCalls: number, sessions: number, seed: number): RollCalls {
  const draw = random(seed)
  return {
    states,
    rollCalls,
    sessions,
    votes: Uint8Array.from({ length: states * rollCalls }, () => Math.floor(draw() * 4)),
    session: Int32Array.from({ length: rollCalls }, () => Math.floor(draw() * sessions)),
  }
}

function countedOneByOne({ votes, rollCalls, session }: RollCalls, a: number, b: number, s: number) {
  const counts = new Int32Array(9)
  for (let r = 0; r < rollCalls; r++) {
    const first = votes[a * rollCalls + r] ?? 0
    const second = votes[b * rollCalls + r] ?? 0
    if (session[r] !== s || first === 0 || second === 0) continue
    const cell = 3 * (first - 1) + second - 1
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

describe('votes as bits', () => {
  test('count together what is counted one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (n, k, seed) => {
          const votes = assembly(3, n, k, seed)
          const packed = packVotes(votes)
          for (let s = 0; s < k; s++) {
            const counts = new Int32Array(9)
            const together = countTogether(packed, 0, 2, s, counts)
            expect(counts).toEqual(countedOneByOne(votes, 0, 2, s))
            expect(together).toBe(counts.reduce((sum, count) => sum + count, 0))
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test('a vote that is none is refused', () => {
    expect(() => packVotes({ ...assembly(1, 1, 1, 1), votes: Uint8Array.of(4) })).toThrow(
      /votes must be 0 to 3/,
    )
    expect(() => packVotes({ ...assembly(1, 1, 1, 1), session: Int32Array.of(1) })).toThrow(/session/)
  })
})

describe('voting similarity', () => {
  // Two states, 100 roll calls: 60 yes–yes, 10 yes–abstain, 5 yes–no, 5 abstain–yes, 10 abstain–abstain, 10 no–no.
  const table = [60, 10, 5, 5, 10, 0, 0, 0, 10]

  test('is what one computes by hand', () => {
    expect(votingSimilarity(table, 'agreement')?.value).toBeCloseTo(0.8, close)
    // mean distance 0.5 × 0.15 + 1 × 0.05 = 0.125
    expect(votingSimilarity(table, 's', 'absolute')?.value).toBeCloseTo(1 - 2 * 0.125, close)
    expect(votingSimilarity(table, 's', 'squared')?.value).toBeCloseTo(1 - 2 * 0.0875, close)
    // margins (0.75, 0.15, 0.10) and (0.65, 0.20, 0.15): expected distance 0.3225
    expect(votingSimilarity(table, 'kappa', 'absolute')?.value).toBeCloseTo(1 - 0.125 / 0.3225, close)
    // pooled (0.70, 0.175, 0.125): expected 2 × (0.5 × 0.1225 + 0.5 × 0.021875 + 0.0875) = 0.319375
    expect(votingSimilarity(table, 'pi', 'absolute')?.value).toBeCloseTo(1 - 0.125 / 0.319375, close)
    // nominal: agreement 0.8, expected by chance 0.4875 + 0.03 + 0.015 = 0.5325
    expect(votingSimilarity(table, 'kappa', 'nominal')?.value).toBeCloseTo(
      (0.8 - 0.5325) / (1 - 0.5325),
      close,
    )
  })

  test('the standard error of unweighted kappa is that of Fleiss, Cohen and Everitt (1969), table 1', () => {
    // Their example: 200 cases, three categories; kappa 0.429, standard error 0.0531 of the unweighted coefficient.
    const psychiatrists = [0.53, 0.05, 0.02, 0.11, 0.14, 0.05, 0.01, 0.06, 0.03].map((p) =>
      Math.round(p * 200),
    )
    const kappa = votingSimilarity(psychiatrists, 'kappa', 'nominal')
    expect(kappa?.value).toBeCloseTo(0.429, 3)
    expect(kappa?.se ?? 0).toBeCloseTo(Math.sqrt(0.002885), 3) // printed variance, four digits
  })

  test('standard errors are those of resampling roll calls', () => {
    const draw = random(7)
    const cells = table.flatMap((count, cell) => Array.from({ length: count }, () => cell))
    for (const measure of similarityMeasures)
      for (const distance of voteDistances) {
        const drawn = Array.from({ length: 1500 }, () => {
          const counts = new Int32Array(9)
          for (let k = 0; k < cells.length; k++) {
            const cell = cells[Math.floor(draw() * cells.length)] ?? 0
            counts[cell] = (counts[cell] ?? 0) + 1
          }
          return votingSimilarity(counts, measure, distance)?.value ?? 0
        })
        const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length
        const sd = Math.sqrt(drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length)
        const se = votingSimilarity(table, measure, distance)?.se ?? 0
        expect(Math.abs(sd / se - 1)).toBeLessThan(0.1) // 1,500 replicates: 2 % error of sd, and the delta method
      }
  })

  test('does not depend on who comes first, nor on flipping yes and no for both', () => {
    fc.assert(
      fc.property(tables, any, anyDistance, (counts, measure, distance) => {
        const transposed = counts.map((_, cell) => counts[3 * (cell % 3) + Math.floor(cell / 3)] ?? 0)
        const flipped = counts.map((_, cell) => counts[8 - cell] ?? 0)
        const value = votingSimilarity(counts, measure, distance)
        for (const other of [transposed, flipped]) {
          const same = votingSimilarity(other, measure, distance)
          expect(same === null).toBe(value === null)
          expect(same?.value ?? 0).toBeCloseTo(value?.value ?? 0, 9)
          expect(same?.se ?? 0).toBeCloseTo(value?.se ?? 0, 7)
        }
      }),
    )
  })

  test('never exceeds 1, and is 1 exactly for the same votes; ten times the votes keep it', () => {
    fc.assert(
      fc.property(tables, any, anyDistance, (counts, measure, distance) => {
        const found = votingSimilarity(counts, measure, distance)
        if (found === null) return
        const same = counts.every((count, cell) => count === 0 || cell % 4 === 0)
        expect(found.value).toBeLessThanOrEqual(1)
        expect(found.value === 1).toBe(same)
        const more = counts.map((count) => 10 * count)
        expect(votingSimilarity(more, measure, distance)?.value).toBeCloseTo(found.value, 9)
        expect(votingSimilarity(more, measure, distance)?.se).toBeCloseTo(found.se / Math.sqrt(10), 9)
      }),
    )
  })

  test('S is not corrected for chance: two states that vote at random but mostly yes look alike; kappa says 0', () => {
    const atRandom = [81, 0, 9, 0, 0, 0, 9, 0, 1]
    expect(votingSimilarity(atRandom, 's')?.value).toBeCloseTo(0.64, close)
    expect(votingSimilarity(atRandom, 'kappa')?.value).toBeCloseTo(0, close)
    expect(votingSimilarity(atRandom, 'pi')?.value).toBeCloseTo(0, close)
  })

  test('is not defined without a common roll call, or where chance leaves nothing to explain', () => {
    for (const measure of similarityMeasures) expect(votingSimilarity(new Int32Array(9), measure)).toBeNull()
    expect(votingSimilarity([30, 0, 0, 0, 0, 0, 0, 0, 0], 'kappa')).toBeNull()
    expect(votingSimilarity([30, 0, 0, 0, 0, 0, 0, 0, 0], 'pi')).toBeNull()
    expect(votingSimilarity([30, 0, 0, 0, 0, 0, 0, 0, 0], 's')?.value).toBe(1)
  })
})

describe('all dyads of all sessions', () => {
  const bits = packVotes(assembly(9, 200, 5, 3))

  test('are what each dyad gives alone', () => {
    const all = runAlone(allSimilarities, { bits, measure: 'kappa', distance: 'absolute' })
    const counts = new Int32Array(9)
    for (let session = 0; session < 5; session++) {
      const at = session * 36 + dyadIndex(2, 6, 9)
      expect(all.n[at]).toBe(countTogether(bits, 2, 6, session, counts))
      expect({ value: all.value[at], se: all.se[at] }).toEqual(votingSimilarity(counts, 'kappa'))
    }
  })

  test('are the same whoever of a team computes them', () => {
    const input = { bits, measure: 's', distance: 'squared' } as const
    const alone = runAlone(allSimilarities, input)
    const shared = allSimilarities.prepare(input)
    for (const rank of [0, 1, 2]) // a barrier would wait for threads: here one thread plays all three
      allSimilarities.run(shared, { ...teamMember(rank, 3, sharedIntegers(2), () => {}), barrier: () => {} })
    expect(shared.value).toEqual(alone.value)
    expect(shared.n).toEqual(alone.n)
  })
})
