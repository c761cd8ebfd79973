import { Constraint } from '#domain/constraint'
import { markOf } from '#domain/mark'
import { listRecords } from '#storage/read-records'
import { type LabelledRecord, type RuleQuality, ruleQuality, sharesOf } from './labelled-constraints.ts'
import { type LabelledSet, labelledSet } from './labelled-exercises.ts'
import { keptQuality } from './rule-quality.data.ts'
import type { Workbench } from './workbench.ts'

/** Precision and recall of the rules of the recorded policies, and what they were tried on. */
export interface RuleTrial extends Omit<LabelledSet, 'records'> {
  readonly quality: readonly RuleQuality[]
}

/** A figure as it is shown: computed now, or kept from where the dataset was at hand, without the ids of what went wrong. */
export interface ShownQuality extends Omit<RuleQuality, 'missed' | 'wrongly'> {
  readonly basis: 'computed' | 'kept'
  readonly missed: readonly string[] | null
  readonly wrongly: readonly string[] | null
}

/**
 * Tries the rules of the recorded policies on the sentences that come with Soundings and on the labelled exercises, as far as the
 * workspace has their descriptions.
 */
export async function tryRules(workbench: Workbench): Promise<RuleTrial> {
  const { records, ...on } = await labelledSet(workbench)
  return { ...on, quality: await tryRulesOn(workbench, records) }
}

/** Tries the rules of the recorded policies on records that the user labelled. */
export async function tryRulesOn(
  workbench: Workbench,
  labelled: readonly LabelledRecord[],
): Promise<readonly RuleQuality[]> {
  return ruleQuality(await constraintsOf(workbench), labelled)
}

/**
 * The figures that a page shows. Without the dataset, those that Soundings computed from it once stand for each policy whose rules are
 * the same as then; a policy with other rules is tried on the sentences that come with Soundings alone.
 */
export async function seeRuleQuality(
  workbench: Workbench,
): Promise<Omit<RuleTrial, 'quality'> & { readonly quality: readonly ShownQuality[] }> {
  const { quality, ...on } = await tryRules(workbench)
  const computed = quality.map((one): ShownQuality => ({ ...one, basis: 'computed' }))
  if (on.exercises.version !== null) return { ...on, quality: computed }
  const marks = new Map((await constraintsOf(workbench)).map((one) => [one.id, rulesMark(one)]))
  return {
    ...on,
    quality: computed.map((one): ShownQuality => {
      const kept = keptQuality.figures.find(
        ({ rules, part, flags }) =>
          rules === marks.get(one.constraint) && part === one.part && flags === one.flags,
      )
      if (kept === undefined) return one
      const { rules: _, ...counts } = kept
      return { ...one, ...counts, ...sharesOf(counts), basis: 'kept', missed: null, wrongly: null }
    }),
  }
}

/** A mark of topic and rules: figures hold for these rules and no others. */
export function rulesMark({ topic, rules }: Pick<Constraint, 'topic' | 'rules'>): string {
  return markOf(JSON.stringify([topic, rules]))
}

async function constraintsOf({ database: { db } }: Workbench): Promise<readonly Constraint[]> {
  return (await listRecords(db, 'constraint')).map(({ body }) => Constraint.parse(body)) // fields in the order of the schema
}
