import { millisecondsOf } from '#domain/instant'
import { findContradictions } from './contradictions/find-contradictions.ts'
import type { Contradiction, Input } from './model.ts'

/** Share of false alarms that is accepted among alarms raised by a test. */
const rate = 0.1

/** What cannot all hold, the worst first, as of the cut-off or else of the last forecast or settlement that was read. */
export function contradict(input: Input): readonly Contradiction[] {
  const last = [...input.forecasts, ...input.settlements].reduce(
    (latest, { at }) => Math.max(latest, millisecondsOf(at)),
    0,
  )
  const at = input.request.cutoff ?? new Date(last).toISOString()
  return findContradictions({ ...input, at, rate, rounding: 'as-given' })
    .map(({ id, kind, title, explanation, severity, state, evidence, parties }) => ({
      id,
      kind,
      said: { en: `${title.en}: ${explanation.en}`, vi: `${title.vi}: ${explanation.vi}` },
      severity,
      settled: state === 'settled',
      // what names no source rests on its own record
      evidence:
        evidence.length > 0
          ? evidence
          : parties.map((party) => ({ ...party, source: party.id, locator: null })),
    }))
    .toSorted((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1))
}
