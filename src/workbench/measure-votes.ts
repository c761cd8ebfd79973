import { dyadIndex } from '#numeric/all-similarities'
import { countTogether } from '#numeric/vote-bits'
import { votingSimilarity } from '#numeric/voting-similarity'
import type { Asked, MeasureSheet, PointRow, SimilarityRow } from '#storage/measure-sheet'
import { compute } from './compute.ts'
import type { JobWatch } from './jobs.ts'
import { estimatePoints } from './positions.ts'
import { type LoadedVotes, loadVotes, yearOfSession } from './votes.ts'
import type { Workbench } from './workbench.ts'

/** Measures that the numeric library computes from votes. */
const similarities = { 'voting-agreement': 's', 'voting-kappa': 'kappa' } as const
export const voteMeasures: readonly string[] = [...Object.keys(similarities), 'ideal-point-distance']

/**
 * Computes from the votes imported what a measure of votes needs, and brings it to the sheet.
 *
 * @throws SoundingsError `dataset-absent`, `cancelled`
 */
export async function bringVotes(
  workbench: Workbench,
  sheet: MeasureSheet,
  measure: string,
  asked: Asked,
  watch: JobWatch,
): Promise<void> {
  const votes = await loadVotes(workbench)
  if (measure === 'ideal-point-distance') {
    const { points } = await estimatePoints(workbench, { model: 'dynamic', anchor: 'USA' }, watch)
    await sheet.bring(
      'points',
      points.flatMap(({ state, year, point, se }): PointRow[] =>
        year === null ? [] : [[state, year, point, se]],
      ),
    )
    return
  }
  const how = measure === 'voting-agreement' ? similarities['voting-agreement'] : similarities['voting-kappa']
  const rows = 'dyads' in asked ? ofDyads(votes, how, asked.dyads) : await ofAll(votes, how, watch.signal)
  await sheet.bring('similarity', rows)
}

type How = (typeof similarities)[keyof typeof similarities]

function* ofDyads(
  votes: LoadedVotes,
  how: How,
  dyads: readonly (readonly [string, string])[],
): Generator<SimilarityRow> {
  const counts = new Int32Array(9)
  for (const dyad of dyads) {
    const [a = '', b = ''] = dyad.toSorted()
    const [x, y] = [votes.states.indexOf(a), votes.states.indexOf(b)]
    if (x < 0 || y < 0) continue
    for (const [at, session] of votes.sessions.entries()) {
      const n = countTogether(votes.bits, x, y, at, counts)
      if (n === 0) continue
      const found = votingSimilarity(counts, how)
      const value = found?.value ?? null
      yield [a, b, yearOfSession(session), value, found === null ? null : seOf(how, found.se, n), n]
    }
  }
}

async function ofAll(votes: LoadedVotes, how: How, signal: AbortSignal): Promise<Iterable<SimilarityRow>> {
  const found = await compute(
    'allSimilarities',
    { bits: votes.bits, measure: how, distance: 'absolute' },
    { signal },
  )
  const { states, sessions } = votes
  return (function* () {
    for (const [at, session] of sessions.entries())
      for (const [x, a] of states.entries())
        for (let y = x + 1; y < states.length; y++) {
          const cell = (at * states.length * (states.length - 1)) / 2 + dyadIndex(x, y, states.length)
          const n = found.n[cell] ?? 0
          if (n === 0) continue
          const defined = found.defined[cell] === 1
          const se = defined ? seOf(how, found.se[cell] ?? 0, n) : null
          yield [a, states[y] ?? '', yearOfSession(session), defined ? (found.value[cell] ?? 0) : null, se, n]
        }
  })()
}

/**
 * The standard error that a measure gives. S is a mean over roll calls: its jackknife is the asymptotic error ×
 * √(n / (n − 1)), exactly; of one roll call there is none. Of kappa it is the asymptotic one.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, eq. 11.5
 */
function seOf(how: How, se: number, n: number): number | null {
  if (n < 2) return null
  return how === 's' ? se * Math.sqrt(n / (n - 1)) : se
}
