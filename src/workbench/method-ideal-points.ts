import { SoundingsError } from '#domain/errors'
import type { IdealPoints } from '#numeric/ideal-points'
import type { SessionPoints } from '#numeric/ideal-points-by-session'
import { abstentionTreatments, type IdealPointsInput } from '#numeric/ideal-points-layout'
import { compute } from './compute.ts'
import type { MethodEntry, MethodWatch } from './method.ts'
import { integerOption, numberOption, wordOption } from './method-options.ts'
import { readVotes, type VotesFile } from './votes-file.ts'

const models = ['binary', 'ordinal', 'dynamic'] as const
const treatments = ['middle', ...abstentionTreatments] as const

/** Where a state stood; null where its votes do not tell, and why. */
interface PointRow {
  readonly country: string
  readonly session?: string | number
  readonly point: number | null
  readonly se: number | null
  readonly bootstrapSe?: number
  readonly reason?: string
}

/**
 * `ideal-points`: where states stand on the line that divides their votes best.
 *
 * @see Imai, Lo & Olmsted (2016), APSR 110(4); Bailey, Strezhnev & Voeten (2017), Journal of Conflict Resolution 61(2)
 */
export const idealPointsFile: MethodEntry = {
  name: 'ideal-points',
  about:
    'Ideal points of states from their votes, with standard errors: one point a state, or a point for each session',
  input:
    'votes: rcid,country,vote (yes|abstain|no or 1|2|3) with session or date, which a second file may tell by rcid',
  options: [
    {
      flags: '--model <model>',
      about: 'binary, ordinal (no < abstain < yes) or dynamic (points walk)',
      default: 'ordinal',
    },
    { flags: '--by <unit>', about: 'country or country-session; the default is what the model gives' },
    { flags: '--anchor <state>', about: 'the state on the positive side; default the United States' },
    {
      flags: '--abstentions <how>',
      about: 'middle, missing, no or half; default missing if binary, else middle',
    },
    {
      flags: '--walk-variance <v>',
      about: 'dynamic: variance of a step in one session (or year), where points begin with variance 1',
      default: '0.01',
    },
    { flags: '--item-variance <v>', about: 'variance of the normal prior of roll calls', default: '25' },
    { flags: '--bootstrap <n>', about: 'check standard errors by n parametric replicates', default: '0' },
    { flags: '--most-iterations <n>', about: 'Newton steps at most', default: '200' },
    { flags: '--seed <n>', about: 'of the start and of the bootstrap', default: '1' },
    { flags: '--workers <n>', about: 'threads; the answer does not depend on it' },
  ],
  async run(files, options, watch) {
    const model = wordOption(options, 'model', models)
    const by = wordOption(
      { by: options['by'] ?? (model === 'dynamic' ? 'country-session' : 'country') },
      'by',
      ['country', 'country-session'] as const,
    )
    if (model === 'dynamic' && by === 'country')
      throw new SoundingsError('call-invalid', 'the dynamic model gives points by country-session', {
        advice: 'Ask --model ordinal for one point a country.',
      })
    const abstentions = wordOption(
      { abstentions: options['abstentions'] ?? (model === 'binary' ? 'missing' : 'middle') },
      'abstentions',
      treatments,
    )
    checkAbstentions(model, abstentions)
    const votes = await readVotes(files, 'ideal-points', watch)
    if (by === 'country-session' && votes.sessions === null)
      throw new SoundingsError('method-input', 'the file has no column session or date', {
        place: { file: files[0]?.name, line: 1 },
        advice: 'Add one, or give a second file with rcid and session.',
      })
    const anchor = anchorOf(options['anchor'], votes, watch)
    const input: IdealPointsInput = {
      votes: votes.rollCalls,
      model: abstentions === 'middle' ? 'ordinal' : 'binary',
      abstentions: abstentions === 'middle' ? 'missing' : abstentions,
      walkVariance: model === 'dynamic' ? numberOption(options, 'walkVariance', { above: 0 }) : null,
      times: votes.times,
      anchor,
      itemVariance: numberOption(options, 'itemVariance', { above: 0 }),
      mostIterations: integerOption(options, 'mostIterations', { least: 1, most: 100_000 }),
      seed: integerOption(options, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER }),
    }
    const replicates = integerOption(options, 'bootstrap', { least: 0, most: 100_000 })
    const team =
      options['workers'] === undefined
        ? {}
        : { workers: integerOption(options, 'workers', { least: 1, most: 64 }) }
    const found = await estimate(input, votes, by === 'country-session' && model !== 'dynamic', {
      replicates,
      team,
      watch,
    })
    if (!found.converged)
      watch.notice(
        `ideal-points: not converged after ${found.iterations} iterations; raise --most-iterations`,
      )
    return {
      ...found,
      model,
      by,
      anchor: votes.countries[anchor],
      abstentions,
      ...(model === 'dynamic' ? { walkVariance: input.walkVariance } : {}),
      itemVariance: input.itemVariance,
      seed: input.seed,
    }
  },
  table: (answer: { points: readonly PointRow[] }) => answer.points.map(wholeRow),
}

/** Every row of a CSV has the columns of the first. */
function wholeRow(row: PointRow) {
  return { ...row, reason: row.reason ?? null }
}

function checkAbstentions(model: (typeof models)[number], abstentions: (typeof treatments)[number]): void {
  if ((model === 'binary') !== (abstentions === 'middle') || model === 'dynamic') return
  throw new SoundingsError(
    'call-invalid',
    model === 'binary'
      ? 'a binary model has no middle for abstentions; use missing, no or half'
      : 'the ordinal model puts abstentions in the middle; use --model binary for another treatment',
    { place: { value: abstentions } },
  )
}

function anchorOf(word: unknown, votes: VotesFile, watch: MethodWatch): number {
  if (typeof word === 'string') return votes.find(word)
  let anchor = 0
  try {
    anchor = votes.find('USA')
  } catch (cause) {
    if (!(cause instanceof SoundingsError)) throw cause
  }
  watch.notice(
    `ideal-points: the positive side is that of ${votes.countries[anchor]}; --anchor names another`,
  )
  return anchor
}

interface Work {
  readonly replicates: number
  readonly team: { readonly workers?: number }
  readonly watch: MethodWatch
}

async function estimate(input: IdealPointsInput, votes: VotesFile, eachSession: boolean, work: Work) {
  const told = (what: string) => ({
    ...work.team,
    progress: (done: number, of: number) => work.watch.progress(done, of, what),
  })
  if (eachSession) {
    if (work.replicates > 0)
      throw new SoundingsError('call-invalid', 'the bootstrap is for --by country, or the dynamic model')
    const found = await compute('idealPointsBySession', input, told('sessions'))
    const { iterations, converged, logLikelihood } = found
    return { points: sessionRows(found, votes), iterations, converged, logLikelihood }
  }
  const fit = await compute('idealPoints', input, told('iterations'))
  const { iterations, converged, logLikelihood, scale } = fit
  if (fit.point.length === 0)
    throw new SoundingsError('method-input', 'no roll call divides the states, so votes tell no positions')
  const bootstrap =
    work.replicates === 0
      ? undefined
      : await compute(
          'idealPointsBootstrap',
          { input, fit, replicates: work.replicates, seed: input.seed },
          told('replicates'),
        )
  return {
    points: rowsOf(fit, votes, input.walkVariance !== null, bootstrap),
    iterations,
    converged,
    logLikelihood,
    rollCalls: votes.rollCalls.rollCalls,
    dividedRollCalls: fit.itemOf.reduce((sum, item) => sum + (item < 0 ? 0 : 1), 0),
    priorScale: scale,
  }
}

function rowsOf(fit: IdealPoints, votes: VotesFile, walks: boolean, bootstrap?: Float64Array): PointRow[] {
  const seen = new Set(fit.unitState)
  const rows = Array.from(
    fit.point,
    (point, u): PointRow => ({
      country: votes.countries[fit.unitState[u] ?? 0] ?? '',
      ...(walks ? { session: votes.sessions?.[fit.unitSession[u] ?? 0] ?? 0 } : {}),
      point,
      se: fit.se[u] ?? 0,
      ...(bootstrap === undefined ? {} : { bootstrapSe: bootstrap[u] ?? 0 }),
    }),
  )
  const silent = votes.countries.flatMap((country, state): PointRow[] =>
    seen.has(state) ? [] : [{ country, point: null, se: null, reason: 'no vote in a divided roll call' }],
  )
  return walks ? rows : [...rows, ...silent].toSorted((a, b) => (a.country < b.country ? -1 : 1))
}

function sessionRows({ point, se, there }: SessionPoints, votes: VotesFile): PointRow[] {
  const { states, sessions } = votes.rollCalls
  return Array.from({ length: sessions }, (_, session) =>
    votes.countries.flatMap((country, state): PointRow[] => {
      const at = session * states + state
      if (there[at] !== 1) return []
      return [{ country, session: votes.sessions?.[session] ?? 0, point: point[at] ?? 0, se: se[at] ?? 0 }]
    }),
  ).flat()
}
