import { SoundingsError } from '#domain/errors'
import type { Bearing, Evidence } from '#domain/evidence'
import { hypothesisId, type Mechanism, residual } from '#domain/mechanism'
import type { Input } from './model.ts'
import type { Scale } from './scale.ts'

/** A hypothesis to be weighed. */
export interface Candidate {
  readonly id: string
  readonly mechanisms: readonly Mechanism[]
  readonly statement: string
  readonly prior: number
}

/** One judgement of a clue: rows over the hypotheses if each word means as little, as usual, or as much as it may. */
export interface Judgement {
  readonly low: Float64Array
  readonly usual: Float64Array
  readonly high: Float64Array
}

/** A clue with all judgements of it. */
export interface JudgedClue {
  readonly evidence: Evidence
  readonly judgements: readonly Judgement[]
}

/**
 * The hypotheses of a case, checked to exclude one another and to leave nothing out: every combination of mechanisms
 * is a hypothesis of its own, and what is left is the residual.
 *
 * @throws SoundingsError `case-unfit` if two hypotheses claim the same, or priors do not fit
 */
export function candidates(input: Input): readonly Candidate[] {
  const named = input.hypotheses.filter((h) => h.partOf === undefined)
  const seen = new Map<string, string>()
  for (const h of named) {
    const id = hypothesisId(h.mechanisms)
    const key = [...h.mechanisms].sort().join('+')
    const twin = seen.get(key)
    if (twin !== undefined)
      throw unfit(
        `hypotheses ${twin} and ${h.id} claim the same mechanisms and so do not exclude one another`,
      )
    if (new Set(h.mechanisms).size !== h.mechanisms.length)
      throw unfit(`${h.id} names a mechanism twice (${id})`)
    seen.set(key, h.id)
  }
  if (named.length === 0) throw unfit(`case ${input.case.id} has no hypothesis`)
  const all = [
    ...named.map((h) => ({
      id: hypothesisId(h.mechanisms),
      mechanisms: h.mechanisms,
      statement: h.statement,
      prior: input.request.priors?.[hypothesisId(h.mechanisms)] ?? h.prior,
    })),
    {
      id: residual,
      mechanisms: [],
      statement: 'Something that no hypothesis names.',
      prior: input.request.priors?.[residual],
    },
  ]
  return withPriors(all, Object.keys(input.request.priors ?? {}))
}

function withPriors(
  all: readonly (Omit<Candidate, 'prior'> & { prior: number | undefined })[],
  asked: readonly string[],
): readonly Candidate[] {
  const stray = asked.find((id) => all.every((h) => h.id !== id))
  if (stray !== undefined) throw unfit(`a prior is given for ${stray}, which is no hypothesis of the case`)
  const given = all.reduce((sum, h) => sum + (h.prior ?? 0), 0)
  const open = all.filter((h) => h.prior === undefined).length
  if (given > 1 + 1e-9 || (open === 0 && Math.abs(given - 1) > 1e-9))
    throw unfit(`priors sum to ${given}; they must sum to 1`)
  return all.map((h) => ({ ...h, prior: h.prior ?? (1 - given) / open }))
}

/**
 * The judgements of a clue as rows of decibels against the residual. In words: a hypothesis of several mechanisms
 * explains a clue as well as the best of its parts, and pays for what speaks most strongly against one of them.
 *
 * @param unit bearings that speak of another unit are left aside
 * @throws SoundingsError `case-unfit` if a bearing or a likelihood names what no hypothesis contains
 */
export function judge(
  clue: Evidence,
  input: Input,
  hypotheses: readonly Candidate[],
  unit: 'state' | 'agents',
): JudgedClue {
  const others = input.likelihoods.filter((l) => l.evidence === clue.id)
  const judgements = [clue, ...others].flatMap((one) => {
    if (one.likelihoods !== undefined)
      return [fromLikelihoods(one.likelihoods, clue, hypotheses, input.request.capDb)]
    if (one.bearings === undefined) return []
    return [fromWords(one.bearings, clue, hypotheses, input.request.scale, input.request.capDb, unit)]
  })
  return { evidence: clue, judgements }
}

function fromWords(
  bearings: readonly Bearing[],
  clue: Evidence,
  hypotheses: readonly Candidate[],
  scale: Scale,
  capDb: number,
  unit: string,
): Judgement {
  for (const { hypothesis } of bearings)
    if (!hypotheses.some((h) => touches(hypothesis, h))) throw nobodyNames(hypothesis, clue, hypotheses)
  const counted = bearings.filter((b) => b.unit === undefined || b.unit === unit)
  const row = (end: keyof Judgement) =>
    Float64Array.from(hypotheses, (h) => {
      const mine = counted.filter((b) => touches(b.hypothesis, h))
      const most = (direction: string) =>
        Math.max(0, ...mine.filter((b) => b.direction === direction).map((b) => scale[b.weight][end]))
      return clamp(seen(most('for'), clue) - seen(most('against'), clue), capDb)
    })
  return { low: row('low'), usual: row('usual'), high: row('high') }
}

function touches(target: string, h: Candidate): boolean {
  return target === h.id || h.mechanisms.some((mechanism) => mechanism === target)
}

/** What is left of the weight of an absence if the trace, had it been there, might have gone unseen. */
function seen(weightDb: number, clue: Evidence): number {
  if (clue.observed !== 'no' || clue.observability === undefined) return weightDb
  return -10 * Math.log10(1 - clue.observability * (1 - 10 ** (-weightDb / 10)))
}

function fromLikelihoods(
  given: Readonly<Record<string, number>>,
  clue: Evidence,
  hypotheses: readonly Candidate[],
  capDb: number,
): Judgement {
  const stray = Object.keys(given).find((id) => !hypotheses.some((h) => h.id === id))
  if (stray !== undefined) throw nobodyNames(stray, clue, hypotheses)
  const db = hypotheses.map((h) => 10 * Math.log10(chanceUnder(given, h, clue)))
  const base = db.at(-1) ?? 0 // the residual stands last
  const floor = Number.isFinite(base) ? base : Math.max(...db)
  if (!Number.isFinite(floor)) throw unfit(`clue ${clue.id} is impossible under every hypothesis`)
  const row = Float64Array.from(db, (value) => clamp(value - floor, capDb))
  return { low: row, usual: row, high: row }
}

/** P(what was found | hypothesis); a combination that is not given takes the largest likelihood of its parts. */
export function chanceUnder(given: Readonly<Record<string, number>>, h: Candidate, clue: Evidence): number {
  const parts = h.mechanisms.map((mechanism) => given[mechanism])
  const p =
    given[h.id] ?? (parts.every((x) => x !== undefined) && parts.length > 0 ? Math.max(...parts) : undefined)
  if (p === undefined) throw unfit(`clue ${clue.id} gives no likelihood for ${h.id}`)
  return clue.observed === 'no' ? 1 - p * (clue.observability ?? 1) : p
}

function clamp(value: number, capDb: number): number {
  return Math.max(-capDb, Math.min(capDb, value))
}

function nobodyNames(target: string, clue: Evidence, hypotheses: readonly Candidate[]): SoundingsError {
  const known = [...new Set(hypotheses.flatMap((h) => [h.id, ...h.mechanisms]))].join(', ')
  return unfit(`clue ${clue.id} bears on ${target}, which no hypothesis of the case names; it names ${known}`)
}

function unfit(message: string): SoundingsError {
  return new SoundingsError('case-unfit', message)
}
