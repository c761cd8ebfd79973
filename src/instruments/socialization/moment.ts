import type { Case } from '#domain/case'
import { orderOf } from '#domain/date'
import { missing } from '#domain/missing'
import { reasons } from './reasons.data.ts'
import type { Disturbed } from './robustness.ts'
import type { Weighing } from './weighing-model.ts'

/**
 * Who testifies to the decisive moment itself (S13): the clues of that date, by witness, with the share of their weight
 * for the verdict against what contradicts it. A verdict may rest on many clues and the moment still on one interview.
 */
export function momentWitnesses(frame: Case, d: Disturbed): Weighing['moment'] {
  const { decision } = frame
  if (decision === undefined) return missing('not-collected', reasons.noDecision)
  const k = d.prior.length
  const byWitness = new Map<string, { weightDb: number; clues: string[] }>()
  for (const [at, { evidence }] of d.weighable.clues.entries()) {
    if (evidence.date === undefined || orderOf(evidence.date, decision) !== 'same') continue
    const row = d.weighable.table.weightDb
    const weightDb = (row[at * k + d.top] ?? 0) - (row[at * k + d.contradicting] ?? 0)
    if (weightDb <= 0) continue
    const entry = byWitness.get(evidence.witness) ?? { weightDb: 0, clues: [] }
    byWitness.set(evidence.witness, {
      weightDb: Math.max(entry.weightDb, weightDb),
      clues: [...entry.clues, evidence.id],
    })
  }
  const all = [...byWitness.values()].reduce((sum, entry) => sum + entry.weightDb, 0)
  if (all === 0) return missing('not-collected', reasons.noDatedClue)
  const witnesses = [...byWitness.entries()]
    .map(([witness, { weightDb, clues }]) => ({ witness, share: weightDb / all, clues }))
    .toSorted((a, b) => b.share - a.share || (a.witness < b.witness ? -1 : 1))
  const largest = witnesses[0]?.share ?? 0
  return {
    date: decision,
    witnesses,
    single: witnesses.length === 1 ? 'yes' : largest >= 0.5 ? 'nearly' : 'no',
  }
}
