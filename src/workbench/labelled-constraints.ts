import { triggersOf } from '#domain/check-constraints'
import type { CheckedFacts, CheckedRecord } from '#domain/checked-record'
import type { Constraint, constraintTopics } from '#domain/constraint'
import { wilsonInterval } from '#numeric/wilson-interval'

type Topic = (typeof constraintTopics)[number]

/** A record that somebody labelled by hand: which topics of declared policies it breaches. */
export interface LabelledRecord {
  readonly id: string
  /** tuning: it was looked at while the rules were written; held-out: the rules had stood before it was labelled or read */
  readonly part: 'tuning' | 'held-out'
  readonly record: 'agreement' | 'activity'
  /** ISO alpha-3 of those who take part */
  readonly states: readonly string[]
  readonly text: string
  readonly facts?: CheckedFacts
  readonly breaches: readonly Topic[]
}

/** A share with its Wilson interval at 95 %; null where there is nothing to count. */
export interface Share {
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  readonly of: number
}

/** What was counted when the rules of a policy were tried. */
export interface RuleCounts {
  readonly part: LabelledRecord['part']
  /** what counts as found: a strong flag, or a flag of any strength */
  readonly flags: 'strong' | 'any'
  readonly records: number
  readonly labelled: number
  readonly flagged: number
  readonly rightly: number
}

/** How well the rules of a policy find what was labelled. */
export interface RuleQuality extends RuleCounts {
  readonly constraint: string
  readonly topic: Topic
  readonly precision: Share
  readonly recall: Share
  /** labelled and not found; found and not labelled */
  readonly missed: readonly string[]
  readonly wrongly: readonly string[]
}

/**
 * Precision and recall of each policy's rules on labelled records, apart for what the rules were written on and what was held out.
 * Whether the state of the policy takes part, and when, does not count here: the rules alone are tried.
 */
export function ruleQuality(
  constraints: readonly Constraint[],
  labelled: readonly LabelledRecord[],
): readonly RuleQuality[] {
  return constraints
    .filter(({ topic }) => topic !== 'other')
    .flatMap((constraint) =>
      (['held-out', 'tuning'] as const).flatMap((part) => {
        const records = labelled.filter((one) => one.part === part)
        if (records.length === 0) return []
        const found = records.map((one) => ({ one, strengths: strengthsOf(constraint, one) }))
        return (['strong', 'any'] as const).map((flags) =>
          count(
            constraint,
            part,
            flags,
            found.map(({ one, strengths }) => ({
              id: one.id,
              is: one.breaches.includes(constraint.topic),
              said: flags === 'any' ? strengths.length > 0 : strengths.includes('strong'),
            })),
          ),
        )
      }),
    )
}

function strengthsOf({ rules }: Constraint, one: LabelledRecord): readonly string[] {
  const record: CheckedRecord = {
    kind: one.record,
    id: one.id,
    title: one.text,
    parties: one.states,
    texts: [{ field: 'text', text: one.text }],
    facts: one.facts ?? {},
  }
  return triggersOf(rules, record, one.states[0] ?? '').triggers.map(({ strength }) => strength)
}

function count(
  { id, topic }: Constraint,
  part: LabelledRecord['part'],
  flags: 'strong' | 'any',
  answers: readonly { readonly id: string; readonly is: boolean; readonly said: boolean }[],
): RuleQuality {
  const rightly = answers.filter(({ is, said }) => is && said).length
  const labelled = answers.filter(({ is }) => is).length
  const flagged = answers.filter(({ said }) => said).length
  return {
    constraint: id,
    topic,
    part,
    flags,
    records: answers.length,
    labelled,
    flagged,
    rightly,
    ...sharesOf({ rightly, flagged, labelled }),
    missed: answers.filter(({ is, said }) => is && !said).map((one) => one.id),
    wrongly: answers.filter(({ is, said }) => !is && said).map((one) => one.id),
  }
}

/** Precision and recall out of what was counted. */
export function sharesOf({
  rightly,
  flagged,
  labelled,
}: Pick<RuleCounts, 'rightly' | 'flagged' | 'labelled'>): Pick<RuleQuality, 'precision' | 'recall'> {
  return { precision: share(rightly, flagged), recall: share(rightly, labelled) }
}

function share(rightly: number, of: number): Share {
  return of === 0
    ? { value: null, interval: null, of }
    : { value: rightly / of, interval: wilsonInterval(rightly, of), of }
}
