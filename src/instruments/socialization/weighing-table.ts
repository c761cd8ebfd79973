import { pointers } from '#domain/finding'
import type { ClueTable } from '#numeric/weigh-evidence'
import { type Candidate, type JudgedClue, judge } from './elicit.ts'
import type { Input, Pointer } from './model.ts'

/** The clues of a case ready to be weighed, in order of time where it is known, else of id. */
export interface Weighable {
  readonly hypotheses: readonly Candidate[]
  readonly clues: readonly JudgedClue[]
  readonly aside: readonly { id: string; because: string; evidence: readonly Pointer[] }[]
  readonly table: ClueTable
  /** [n] index of the cluster of each clue */
  readonly clusterOf: Int32Array
  readonly clusterNames: readonly string[]
}

/**
 * Lays the clues of a case out for weighing: one row a clue, tellings of one clue together, clues of one witness (or
 * of a named cluster) together, and all of them known through one channel, the study that tells them.
 */
export function weighable(
  input: Input,
  hypotheses: readonly Candidate[],
  unit: 'state' | 'agents',
): Weighable {
  const aside: { id: string; because: string; evidence: readonly Pointer[] }[] = []
  const clues: JudgedClue[] = []
  for (const clue of input.evidence) {
    if (clue.observed === 'not-yet') continue
    const judged = judge(clue, input, hypotheses, unit)
    const speaks = judged.judgements.some((j) => j.high.some((value) => value !== 0))
    if (speaks) clues.push(judged)
    else aside.push({ id: clue.id, because: whyAside(judged, unit), evidence: pointers('evidence', clue) })
  }
  clues.sort(
    (a, b) =>
      compare(a.evidence.date ?? '9999', b.evidence.date ?? '9999') || compare(a.evidence.id, b.evidence.id),
  )
  const tellings = numbered(clues.map(({ evidence }) => evidence.restates ?? evidence.id))
  const clusters = numbered(clues.map(({ evidence }) => clusterName(evidence)))
  const clusterOfTelling = new Int32Array(tellings.names.length).fill(-1)
  for (const [at, telling] of tellings.of.entries()) {
    const original = clues[at]?.evidence.restates === undefined
    if (original || clusterOfTelling[telling] === -1) clusterOfTelling[telling] = clusters.of[at] ?? 0
  }
  const k = hypotheses.length
  const weightDb = new Float64Array(clues.length * k)
  for (const [at, clue] of clues.entries()) weightDb.set(usualRow(clue, k), at * k)
  const table = {
    hypotheses: k,
    weightDb,
    telling: tellings.of,
    cluster: clusterOfTelling,
    channel: new Int32Array(clusters.names.length),
  }
  return { hypotheses, clues, aside, table, clusterOf: clusters.of, clusterNames: clusters.names }
}

function whyAside(judged: JudgedClue, unit: string): string {
  if (judged.judgements.length === 0) return 'nobody has judged it yet'
  const elsewhere = judged.evidence.bearings?.every((b) => b.unit !== undefined && b.unit !== unit)
  return elsewhere === true ? `it speaks of another unit than ${unit}` : 'it tells no hypothesis from another'
}

function clusterName(evidence: JudgedClue['evidence']): string {
  return evidence.cluster === undefined ? `witness ${evidence.witness}` : `cluster ${evidence.cluster}`
}

function numbered(keys: readonly string[]): { of: Int32Array; names: readonly string[] } {
  const index = new Map<string, number>()
  for (const key of keys) if (!index.has(key)) index.set(key, index.size)
  return { of: Int32Array.from(keys, (key) => index.get(key) ?? 0), names: [...index.keys()] }
}

/** The row of a clue when each word means what it usually does, averaged in decibels over its judgements. */
export function usualRow(clue: JudgedClue, k: number): Float64Array {
  return meanRow(
    clue.judgements.map((j) => j.usual),
    k,
  )
}

/** The mean of rows, in decibels: the logarithmic pool of the assessors (Genest & Zidek 1986). */
export function meanRow(rows: readonly Float64Array[], k: number): Float64Array {
  const mean = new Float64Array(k)
  for (const row of rows) for (let j = 0; j < k; j++) mean[j] = (mean[j] ?? 0) + (row[j] ?? 0) / rows.length
  return mean
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
