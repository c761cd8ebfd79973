/**
 * `node bench/weigh.ts`: a case of 2,000 clues and 6 hypotheses weighed with full robustness (intervals from 2,000
 * draws, every clue and every witness left out, tornado, path, smallest change). Peer, in the same run: the same
 * leave-one-out alone, each time weighing everything anew.
 */
import { socialization } from '#instruments/socialization/instrument'
import { posterior } from '#numeric/posterior'
import { weighEvidence } from '#numeric/weigh-evidence'
import { caseInput } from '../test/case-input.ts'
import { largeEvidence, median } from './large-case.ts'

const clues = 2000
const hypotheses = [
  ['persuasion'],
  ['social-influence'],
  ['mimicking'],
  ['learning'],
  ['material-incentive', 'coercion'],
] as const
const evidence = largeEvidence(clues, 'c', 900)
const input = caseInput(hypotheses, evidence)
const records: Record<string, readonly unknown[]> = { hypothesis: input.hypotheses, evidence }
const single: Record<string, unknown> = { case: input.case, institution: input.institution, norm: input.norm }
const reader = {
  record: async (kind: string) => single[kind],
  ofCase: async (kind: string) => records[kind] ?? [],
} as never // a literal in place of the workspace: only the weighing is timed

const times: number[] = []
for (let run = 0; run < 5; run++) {
  const began = performance.now()
  await socialization.analyse({ case: 'c' }, reader)
  times.push(performance.now() - began)
}
const ours = median(times)

const k = hypotheses.length + 1
const rows = Float64Array.from({ length: clues * k }, (_, at) => ((at * 7919) % 250) / 10 - 12.5)
const table = {
  hypotheses: k,
  weightDb: rows,
  telling: Int32Array.from({ length: clues }, (_, at) => at),
  cluster: Int32Array.from({ length: clues }, (_, at) => at % 900),
  channel: new Int32Array(900),
}
const prior = Array.from({ length: k }, () => 1 / k)
const began = performance.now()
for (let at = 0; at < clues; at++) {
  const without = rows.slice()
  without.fill(0, at * k, (at + 1) * k)
  weighEvidence({ ...table, weightDb: without }, prior, { cluster: 1, channel: 0.1 })
}
posterior(prior, new Float64Array(k))
const peer = performance.now() - began
console.log(
  `full robustness, ${clues} clues, ${k} hypotheses: ${ours.toFixed(0)} ms (median of 5; the aim is 1,000 ms)`,
)
console.log(`leave-one-out alone, weighing anew each time:  ${peer.toFixed(0)} ms`)
console.log(`ratio ours / peer: ${(ours / peer).toFixed(2)}`)
