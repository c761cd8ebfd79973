import { pointers } from '#domain/finding'
import { missing } from '#domain/missing'
import { camps, movers } from './camps.ts'
import { criticalMoment, steps } from './chronology.ts'
import { convergences } from './converge.ts'
import { candidates } from './elicit.ts'
import { profiles } from './institution-profile.ts'
import type { Input, Result } from './model.ts'
import { next } from './next.ts'
import { reasons } from './reasons.data.ts'
import { recordGaps, surprises } from './record-gap.ts'
import { rivals } from './rivals.ts'
import { verdict } from './verdict.ts'
import { weigh } from './weigh.ts'
import { markers, wording } from './wording.ts'

/**
 * Traces how a position changed: from the record of meetings, camps and words, through the rival explanations and the
 * weighing of the clues, to a verdict and to what to look for next.
 *
 * @throws SoundingsError `case-unfit` if hypotheses or clues cannot be weighed as they stand
 */
export function method(input: Input): Result {
  const { case: frame } = input
  const traced = steps(input) // S2
  const hypotheses = candidates(input) // S9
  const weighing = weigh(input, hypotheses, input.request.unit ?? frame.unit) // S10 to S13
  return {
    case: {
      id: frame.id,
      title: frame.title,
      titleVi: frame.titleVi ?? null,
      question: frame.question,
      actor: frame.actor,
      unit: frame.unit,
      outcome: frame.outcome,
      phases: frame.phases,
      selection: frame.selection ?? missing('not-collected', reasons.noSelection),
    },
    steps: traced,
    criticalMoment: criticalMoment(traced),
    camps: camps(input), // S3
    movers: movers(input),
    wording: wording(input), // S4
    markers: markers(input),
    gaps: recordGaps(input), // S5
    surprises: surprises(input),
    conditions: input.conditions.map((one) => ({
      id: one.id,
      text: one.text,
      outcome: one.outcome,
      note: one.outcomeNote ?? null,
      evidence: pointers('condition', one),
    })), // S6
    profile: profiles(input), // S7
    noviceness: noviceness(input), // S8
    scope: input.scopeConditions.map((one) => ({
      feature: one.feature,
      level: one.level,
      value: one.value,
      favours: one.favours,
      evidence: pointers('scope-condition', one),
    })),
    rivals: rivals(input),
    weighing,
    posteriors: Object.fromEntries(weighing.hypotheses.map((h) => [h.id, h.posterior.value])),
    verdict: verdict(input, hypotheses, weighing), // S14
    next: next(input, hypotheses, weighing), // S15
    convergence: convergences(input), // S19
    silences: input.silences.map((one) => ({
      actor: one.actor,
      date: one.date,
      issue: one.issue,
      reading: one.reading,
      evidence: pointers('silence', one),
    })),
    conflicts: input.conflicts.map(({ topic, readings }) => ({
      topic,
      readings: readings.map((r) => r.text),
    })),
    names: input.names,
    witnesses: input.witnesses,
  }
}

function noviceness(input: Input): Result['noviceness'] {
  return {
    quantitative: missing('not-collected', reasons.noMemberships),
    qualitative: input.scopeConditions
      .filter((one) => /novice|newcomer/i.test(one.feature))
      .map((one) => ({
        feature: one.feature,
        value: one.value,
        favours: one.favours,
        evidence: pointers('scope-condition', one),
      })),
  }
}
