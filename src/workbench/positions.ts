import { SoundingsError } from '#domain/errors'
import { convergence } from '#numeric/convergence'
import { type GroupSimilarity, groupSimilarity } from '#numeric/group-similarity'
import { countTogether } from '#numeric/vote-bits'
import { type SimilarityMeasure, similarityMeasures, votingSimilarity } from '#numeric/voting-similarity'
import { compute } from './compute.ts'
import { stateId } from './datasets.ts'
import type { JobWatch } from './jobs.ts'
import { type LoadedVotes, loadVotes, voter, yearOfSession } from './votes.ts'
import type { Workbench } from './workbench.ts'

/** Which votes an answer rests on. */
function votesOf({ dataset, version, citation }: LoadedVotes) {
  return { dataset, version, citation }
}

/**
 * A measure of similarity by its word.
 *
 * @throws SoundingsError `call-invalid` if there is none
 */
export function measureOf(word: string): SimilarityMeasure {
  const found = similarityMeasures.find((measure) => measure === word)
  if (found !== undefined) return found
  throw new SoundingsError('call-invalid', `a measure is one of ${similarityMeasures.join(', ')}`, {
    place: { value: word },
  })
}

/** How alike one state voted with others, by session; a value that is not there says why. */
export interface PairSimilarity {
  readonly other: string
  readonly session: number
  readonly year: number
  readonly n: number
  readonly value: number | null
  readonly se: number | null
  readonly because?: string
}

/**
 * Similarity of one state's votes to others', by session of the General Assembly.
 *
 * @throws SoundingsError `dataset-absent`, `call-invalid`
 */
export async function seeSimilarity(
  workbench: Workbench,
  asked: {
    readonly version?: string | undefined
    readonly state: string
    readonly others: readonly string[]
    readonly measure: SimilarityMeasure
  },
) {
  const votes = await loadVotes(workbench, asked.version)
  const state = stateId(asked.state)
  const a = voter(votes, state)
  const counts = new Int32Array(9)
  const pairs: PairSimilarity[] = []
  for (const text of asked.others) {
    const other = stateId(text)
    if (other === state) continue
    const b = voter(votes, other)
    for (const [at, session] of votes.sessions.entries()) {
      const n = countTogether(votes.bits, a, b, at, counts)
      const found = votingSimilarity(counts, asked.measure)
      const why =
        n === 0
          ? 'they voted together in no roll call'
          : 'each always voted the same: nothing can be told from chance'
      pairs.push({
        other,
        session,
        year: yearOfSession(session),
        n,
        value: found?.value ?? null,
        se: found?.se ?? null,
        ...(found === null ? { because: why } : {}),
      })
    }
  }
  return { ...votesOf(votes), measure: asked.measure, state, pairs }
}

/** How ideal points are to be estimated. */
export interface PointsRequest {
  readonly version?: string | undefined
  readonly model: 'ordinal' | 'dynamic'
  readonly anchor: string
}

/**
 * Ideal points of all states from the votes imported: abstentions in the middle, absences missing, walks of variance
 * 0.01 a session.
 *
 * @throws SoundingsError `dataset-absent`, `call-invalid`, `cancelled`
 */
export async function estimatePoints(workbench: Workbench, asked: PointsRequest, watch: JobWatch) {
  const votes = await loadVotes(workbench, asked.version)
  const anchor = stateId(asked.anchor)
  const input = {
    votes: votes.rollCalls,
    model: 'ordinal',
    abstentions: 'missing',
    walkVariance: asked.model === 'dynamic' ? 0.01 : null,
    times: Float64Array.from(votes.sessions),
    anchor: voter(votes, anchor),
    itemVariance: 25,
    mostIterations: 200,
    seed: 1,
  } as const
  const found = await compute('idealPoints', input, {
    signal: watch.signal,
    progress: (done, of) => watch.progress(done, of, 'iterations'),
  })
  const { iterations, converged, unitState, unitSession, point, se } = found
  return {
    ...votesOf(votes),
    model: asked.model,
    anchor,
    iterations,
    converged,
    points: Array.from(point, (value, unit) => {
      const session = asked.model === 'dynamic' ? (votes.sessions[unitSession[unit] ?? 0] ?? 0) : null
      return {
        state: votes.states[unitState[unit] ?? 0] ?? '',
        session,
        year: session === null ? null : yearOfSession(session),
        point: value,
        se: se[unit] ?? 0,
      }
    }),
  }
}

/** A question of convergence, as its design says. */
export interface ConvergenceRequest {
  readonly version?: string | undefined
  readonly state: string
  readonly group: readonly string[]
  readonly joined: number
  readonly donors: readonly string[]
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly measure: SimilarityMeasure
}

/** Yearly similarity of a state and of donors to a group, over the years in which all are known. */
export interface ConvergenceSeries {
  readonly years: readonly number[]
  readonly treated: readonly GroupSimilarity[]
  readonly donors: readonly { readonly state: string; readonly values: readonly GroupSimilarity[] }[]
  /** donors that were left out, and why */
  readonly notices: readonly string[]
}

/**
 * The series that a convergence study compares: a donor with a year missing is left out, and said to be.
 *
 * @throws SoundingsError `dataset-absent`, `call-invalid`
 */
export async function convergenceSeries(
  workbench: Workbench,
  asked: ConvergenceRequest,
): Promise<ConvergenceSeries & { readonly votes: LoadedVotes; readonly state: string }> {
  const votes = await loadVotes(workbench, asked.version)
  const state = stateId(asked.state)
  const group = asked.group.map(stateId).filter((member) => member !== state)
  if (group.length === 0)
    throw new SoundingsError('call-invalid', 'the group has no member but the state itself')
  const series = (id: string) => {
    const members = group.filter((member) => member !== id).map((member) => voter(votes, member))
    return groupSimilarity(votes.rollCalls, voter(votes, id), members, asked.measure)
  }
  const own = series(state)
  const first = own.findIndex((value) => value !== null)
  const years = votes.sessions.map(yearOfSession)
  const from = Math.max(asked.from ?? 0, years[Math.max(0, first)] ?? 0)
  const chosen = years.flatMap((year, at) => (year >= from && year <= (asked.to ?? 9999) ? [at] : []))
  const notices: string[] = []
  const whole = chosen.filter((at) => own[at] !== null)
  if (whole.length < chosen.length)
    notices.push(`${state} has no value in ${chosen.length - whole.length} years, which are left out`)
  const donors = asked.donors.map(stateId).flatMap((id) => {
    if (id === state || group.includes(id)) {
      notices.push(`${id} is no donor: it is ${id === state ? 'the state itself' : 'of the group'}`)
      return []
    }
    const all = series(id)
    const values = whole.flatMap((at) => all[at] ?? [])
    if (values.length === whole.length) return [{ state: id, values }]
    notices.push(`${id} is left out: it has no value in ${whole.length - values.length} of the years`)
    return []
  })
  const treated = whole.flatMap((at) => own[at] ?? [])
  return { votes, state, years: whole.map((at) => years[at] ?? 0), treated, donors, notices }
}

/**
 * Whether a state came closer to a group after it joined, against comparable states that did not.
 *
 * @throws SoundingsError `dataset-absent`, `call-invalid` if too few years or donors are left
 */
export async function seeConvergence(workbench: Workbench, asked: ConvergenceRequest) {
  const { votes, state, years, treated, donors, notices } = await convergenceSeries(workbench, asked)
  const before = years.filter((year) => year < asked.joined).length
  if (before < 3 || years.length - before < 3 || donors.length < 2)
    throw new SoundingsError(
      'call-invalid',
      `${before} years before ${asked.joined}, ${years.length - before} after and ${donors.length} donors are too few`,
      { advice: 'Three years on each side and two donors with a value in every year are needed at least.' },
    )
  const flat = Float64Array.from(donors.flatMap(({ values }) => values.map(({ value }) => value)))
  const { control, interrupted } = convergence(
    Float64Array.from(treated, ({ value }) => value),
    flat,
    before,
  )
  const { step, bend } = interrupted
  const estimate = ({ value, interval: [low, high] }: typeof step) => ({ value, low, high })
  return {
    ...votesOf(votes),
    measure: asked.measure,
    state,
    joined: asked.joined,
    years: years.map((year, t) => ({
      year,
      treated: treated[t]?.value ?? 0,
      se: treated[t]?.se ?? 0,
      synthetic: control.synthetic[t] ?? 0,
      donors: donors.reduce((sum, { values }) => sum + (values[t]?.value ?? 0), 0) / donors.length,
    })),
    weights: donors.map((donor, j) => ({ state: donor.state, weight: control.weights[j] ?? 0 })),
    syntheticControl: {
      effect: control.effect,
      interval: control.interval,
      level: control.level,
      p: control.p,
      placebos: control.placebos.length,
      preFit: control.before,
    },
    interruptedSeries: { level: estimate(step), slope: estimate(bend) },
    notices,
  }
}
