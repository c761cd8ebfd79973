import { bounds, compareDates } from '#domain/date'
import type { Language } from '#domain/exhibit'
import { pointers } from '#domain/finding'
import { mechanisms } from '#domain/mechanism'
import { isMissing, missing } from '#domain/missing'
import { rung } from '#domain/position'
import { posterior } from '#numeric/posterior'
import type { Candidate } from './elicit.ts'
import type { CaseVerdict, Input } from './model.ts'
import { disagreement, reasons } from './reasons.data.ts'
import { disturb } from './robustness.ts'
import type { WeighedMechanism, Weighing } from './weighing-model.ts'
import { weighable } from './weighing-table.ts'
import { mechanismWords } from './wording.data.ts'

const atWork = 0.5
const rejected = 0.05

/**
 * What the case comes to (S14): the leading hypothesis, the role of each mechanism, conformity with or without
 * private acceptance, what happened afterwards, and whether the author of the study came to the same.
 */
export function verdict(input: Input, hypotheses: readonly Candidate[], weighing: Weighing): CaseVerdict {
  const leading = hypotheses.find((h) => h.id === weighing.leads)
  const roles = mechanisms.map((mechanism) => ({
    mechanism,
    role: roleOf(weighing.mechanisms.find((m) => m.mechanism === mechanism)),
  }))
  const otherUnit = inOtherUnit(input, hypotheses, weighing.unit)
  return {
    hypothesis: weighing.leads,
    mechanisms: roles,
    publicConformity: conformity(input),
    privateAcceptance: acceptance(leading, otherUnit, hypotheses),
    otherUnit,
    author: author(input, leading),
    later: later(input),
  }
}

function roleOf(mechanism: WeighedMechanism | undefined): CaseVerdict['mechanisms'][number]['role'] {
  if (mechanism === undefined) return 'open'
  const p = mechanism.posterior.value
  if (p >= atWork) return 'at-work'
  const copied = mechanism.mechanism === 'mimicking' && mechanism.cluesFor > 0
  if (copied && mechanism.cluesAgainst > 0) return 'form-of-the-act'
  return p < rejected ? 'rejected' : 'open'
}

function conformity({ positions, case: frame }: Input): CaseVerdict['publicConformity'] {
  const last = positions
    .filter(
      (p) => p.actor === frame.actor && (frame.component === undefined || p.component === frame.component),
    )
    .filter((p) => bounds(p.date).earliest <= bounds(frame.window.to).latest)
    .toSorted((a, b) => compareDates(a.date, b.date))
    .at(-1)
  return last === undefined
    ? missing('not-collected', reasons.noPosition)
    : rung(last.stance) >= rung('conditional')
}

const inner = ['persuasion', 'learning'] as const

function acceptance(
  leading: Candidate | undefined,
  otherUnit: CaseVerdict['otherUnit'],
  hypotheses: readonly Candidate[],
): CaseVerdict['privateAcceptance'] {
  const persuaded = leading?.mechanisms.some((m) => m === inner[0] || m === inner[1]) ?? false
  if (!persuaded) return 'no'
  if (isMissing(otherUnit) || otherUnit.unit !== 'state') return 'yes'
  const wholeState = hypotheses.find((h) => h.id === otherUnit.leads)?.mechanisms.includes('persuasion')
  return wholeState === true ? 'yes' : 'agents-only'
}

function inOtherUnit(
  input: Input,
  hypotheses: readonly Candidate[],
  unit: 'state' | 'agents',
): CaseVerdict['otherUnit'] {
  const other = unit === 'state' ? 'agents' : 'state'
  if (!input.evidence.some((clue) => clue.bearings?.some((b) => b.unit !== undefined)))
    return missing('not-applicable', reasons.noOtherUnit)
  const d = disturb(weighable(input, hypotheses, other), {
    cluster: input.request.clusterDependence,
    channel: input.request.channelDependence,
  })
  return {
    unit: other,
    leads: hypotheses[d.top]?.id ?? '',
    posterior: posterior(d.prior, d.total)[d.top] ?? 0,
  }
}

function author({ verdicts }: Input, leading: Candidate | undefined): CaseVerdict['author'] {
  const given = verdicts[0]
  if (given === undefined) return missing('not-collected', reasons.noVerdict)
  const main = [
    ...new Set(given.mechanisms.filter((m) => !/form of the act/i.test(m.role)).map((m) => m.mechanism)),
  ]
  const own = leading?.mechanisms ?? []
  const missed = main.filter((m) => !own.includes(m))
  const added = own.filter((m) => !main.includes(m))
  const because = [
    ...(missed.length > 0 ? [{ say: disagreement.missed, mechanisms: missed }] : []),
    ...(added.length > 0 ? [{ say: disagreement.added, mechanisms: added }] : []),
  ]
  const told = (language: Language) =>
    because.length === 0
      ? disagreement.none[language]
      : because.map(({ say, mechanisms: named }) => `${say[language]} ${namesOf(named, language)}`).join('; ')
  return {
    mechanisms: given.mechanisms.map((m) => `${m.mechanism} (${m.role})`),
    outcome: given.outcome,
    agrees: because.length === 0,
    because: told('en'),
    becauseVi: told('vi'),
  }
}

function namesOf(list: readonly string[], language: Language): string {
  return list.map((m) => (language === 'vi' ? (mechanismWords[m]?.vi ?? m) : m)).join(', ')
}

function later({ verdicts }: Input): CaseVerdict['later'] {
  return verdicts.flatMap((v) =>
    (v.laterBehaviour ?? []).map((one) => ({
      date: one.date ?? null,
      text: one.text,
      evidence: pointers('verdict', { id: v.id, restsOn: one.restsOn ?? v.restsOn }),
    })),
  )
}
