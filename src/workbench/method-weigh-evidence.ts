import { z } from 'zod'
import { type Place, SoundingsError } from '#domain/errors'
import { issueWords } from '#domain/issue-words'
import { posterior } from '#numeric/posterior'
import { type ClueTable, Weigher } from '#numeric/weigh-evidence'
import { testOfClue, weightAgainstRest } from '#numeric/weight-against-rest'
import { locatedYaml } from './located-yaml.ts'
import type { MethodEntry, MethodFile } from './method.ts'
import { onlyFile } from './method-options.ts'

const Probability = z
  .number({ error: 'a probability must be a number in [0, 1]' })
  .min(0, 'a probability must lie in [0, 1]')
  .max(1, 'a probability must lie in [0, 1]')

const Input = z.strictObject({
  hypotheses: z.array(z.strictObject({ id: z.string().min(1), prior: Probability.optional() })).min(2),
  evidence: z.array(
    z.looseObject({
      id: z.string().min(1),
      observed: z.boolean().default(true),
      likelihoods: z.record(z.string(), Probability),
      cluster: z.union([z.string(), z.number()]).optional(),
    }),
  ),
  dependence: Probability.default(1).describe('of clues in one cluster: 1 is one clue told twice'),
})
type Input = z.infer<typeof Input>

/**
 * `weigh-evidence`: posterior of rival hypotheses from likelihoods. Clues that share a cluster count as one clue, the
 * strongest, unless `dependence` in the file says less.
 *
 * @see Fairfield & Charman (2017), Political Analysis 25(3)
 */
export const weighEvidenceFile: MethodEntry = {
  name: 'weigh-evidence',
  about:
    'Posterior of rival hypotheses from likelihoods, with weights of evidence in decibels and the class of each test',
  input: 'YAML: hypotheses: [{id, prior}], evidence: [{id, observed, likelihoods: {h: p}, cluster?}]',
  options: [{ flags: '--cap-db <dB>', about: 'no clue may weigh more than this' }],
  run(files, options) {
    const { input, place } = read(onlyFile(files, 'weigh-evidence'))
    const cap = options['capDb'] === undefined ? Number.POSITIVE_INFINITY : Number(options['capDb'])
    if (!(cap > 0))
      throw new SoundingsError('call-invalid', '--cap-db must be a number above 0', {
        place: { value: options['capDb'] },
      })
    return weigh(input, cap, place)
  },
}

type Locate = (path: readonly (string | number)[]) => Place

function weigh(input: Input, capDb: number, place: Locate): unknown {
  const { evidence } = input
  const ids = input.hypotheses.map((h) => h.id)
  const prior = priors(input, place)
  checkIds(input, ids, place)
  const k = ids.length
  const chance = (at: number, id: string) => {
    const clue = evidence[at]
    const p = clue?.likelihoods[id] ?? 0
    return clue?.observed === false ? 1 - p : p
  }
  const weightDb = Float64Array.from(
    evidence.flatMap((_, at) =>
      capped(
        ids.map((id) => chance(at, id)),
        capDb,
        at,
        place,
      ),
    ),
  )
  const clusters = new Map<string, number>()
  const cluster = Int32Array.from(evidence, (clue, at) => {
    const key = clue.cluster === undefined ? `alone ${at}` : `cluster ${clue.cluster}`
    if (!clusters.has(key)) clusters.set(key, clusters.size)
    return clusters.get(key) ?? 0
  })
  const table: ClueTable = {
    hypotheses: k,
    weightDb,
    telling: Int32Array.from(evidence, (_, at) => at),
    cluster,
    channel: new Int32Array(clusters.size),
  }
  const dependence = { cluster: input.dependence, channel: 0 }
  const row = (at: number) => [...weightDb.slice(at * k, (at + 1) * k)]
  const growing = new Weigher({ ...table, weightDb: new Float64Array(weightDb.length) }, dependence)
  const after = (total: ArrayLike<number>) => {
    try {
      return named(ids, [...posterior(prior, total)])
    } catch {
      throw new SoundingsError('method-input', 'the evidence together is impossible under every hypothesis')
    }
  }
  const cumulative = evidence.map((clue, at) => ({
    id: clue.id,
    posteriors: after(growing.replace(at, row(at))),
  }))
  return {
    posteriors: after(new Weigher(table, dependence).total),
    evidence: evidence.map((clue, at) => ({
      id: clue.id,
      observed: clue.observed,
      weightDb: named(
        ids,
        ids.map((_, j) => finite(weightAgainstRest(row(at), j, prior))),
      ),
      ...testFor(ids, clue.likelihoods, prior),
    })),
    cumulative,
  }
}

function capped(chances: readonly number[], capDb: number, at: number, place: Locate): number[] {
  const top = Math.max(...chances)
  if (top === 0)
    throw new SoundingsError('method-input', 'what was found is impossible under every hypothesis', {
      place: place(['evidence', at, 'likelihoods']),
    })
  return chances.map((p) => Math.max(-capDb, 10 * Math.log10(p / top)))
}

function testFor(
  ids: readonly string[],
  likelihoods: Readonly<Record<string, number>>,
  prior: readonly number[],
) {
  const { test, hypothesis } = testOfClue(
    ids.map((id) => likelihoods[id] ?? 0),
    prior,
  )
  return { test, testFor: ids[hypothesis] }
}

function priors(input: Input, place: Locate): readonly number[] {
  const given = input.hypotheses.map((h) => h.prior)
  const sum = given.reduce<number>((total, p) => total + (p ?? 0), 0)
  const open = given.filter((p) => p === undefined).length
  if (sum > 1 + 1e-9 || (open === 0 && Math.abs(sum - 1) > 1e-9))
    throw new SoundingsError('method-input', 'priors must sum to 1', {
      place: { ...place(['hypotheses']), value: sum },
    })
  return given.map((p) => p ?? (1 - sum) / open)
}

function checkIds(input: Input, ids: readonly string[], place: Locate): void {
  const refuse = (message: string, path: readonly (string | number)[], value: unknown): never => {
    throw new SoundingsError('method-input', message, { place: { ...place(path), value } })
  }
  for (const [at, id] of ids.entries())
    if (ids.indexOf(id) !== at) refuse('two hypotheses have the same id', ['hypotheses', at, 'id'], id)
  for (const [at, clue] of input.evidence.entries()) {
    if (input.evidence.findIndex((other) => other.id === clue.id) !== at)
      refuse('two clues have the same id', ['evidence', at, 'id'], clue.id)
    for (const id of Object.keys(clue.likelihoods))
      if (!ids.includes(id))
        refuse(
          `no hypothesis has this id; there are ${ids.join(', ')}`,
          ['evidence', at, 'likelihoods', id],
          id,
        )
    for (const id of ids)
      if (clue.likelihoods[id] === undefined)
        refuse(`a likelihood is missing for hypothesis ${id}`, ['evidence', at, 'likelihoods'], undefined)
  }
}

function read(file: MethodFile): { input: Input; place: Locate } {
  const yaml = locatedYaml(file.text(), file.name)
  const place: Locate = (path) => yaml.place(0, path)
  const checked = Input.safeParse(yaml.values()[0], { reportInput: true })
  if (checked.success) return { input: checked.data, place }
  const [issue] = checked.error.issues
  throw new SoundingsError('method-input', issueWords(issue, 'it is not as it should be'), {
    place: { ...place((issue?.path ?? []) as (string | number)[]), value: issue?.input }, // paths hold no symbols
  })
}

function named(ids: readonly string[], values: readonly (number | null)[]): Record<string, number | null> {
  return Object.fromEntries(ids.map((id, at) => [id, values[at] ?? null]))
}

/** JSON has no infinity: a weight beyond all bounds is null. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
