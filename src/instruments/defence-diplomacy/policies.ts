import { checkConstraints } from '#domain/check-constraints'
import { checkedActivity, checkedAgreement, partyOf } from '#domain/checked-record'
import { pointers } from '#domain/finding'
import type { Input, PolicyLine } from './model.ts'

/**
 * Declared policies of the state, and what of its agreements and activities looks like what they forbid: every flag with the words or facts
 * that made it, also those that a person settled. A flag is no verdict.
 */
export function policyLines({
  constraints,
  agreements,
  activities,
  actors,
  passages,
  settlements,
}: Input): readonly PolicyLine[] {
  const beside = { actors: new Map(actors.map((actor) => [actor.id, actor])), passages: new Map(passages) }
  const records = [
    ...agreements.map((one) => checkedAgreement(one, beside)),
    ...activities.map((one) => checkedActivity(one, beside)),
  ]
  const restingOn = new Map(
    [
      ...agreements.map((one) => ['agreement', one] as const),
      ...activities.map((one) => ['activity', one] as const),
    ].map(([kind, one]) => [`${kind} ${one.id}`, pointers(kind, one)]),
  )
  const { flags, held } = checkConstraints(
    constraints.map((constraint) => ({ constraint, state: partyOf(constraint.of, beside.actors) })),
    records,
    settlements,
  )
  return constraints.map((constraint): PolicyLine => {
    const { id, title, titleVi, text, declared } = constraint
    const line = held.find((one) => one.constraint === id)
    return {
      id,
      title,
      titleVi: titleVi ?? title,
      text,
      declared,
      checked: line?.checked ?? 0,
      before: line?.before ?? 0,
      flags: flags
        .filter((flag) => flag.constraint === id)
        .map(({ on, strength, state, triggers, settlement }) => ({
          record: `${on.kind} ${on.id}`,
          title: on.title,
          titleVi: on.titleVi,
          date: on.date,
          strength,
          state,
          triggers: triggers.map(({ rule, because, words, facts }) => ({
            rule,
            because,
            found: [
              ...words.map(({ exact }) => `“${exact}”`),
              ...facts.map(({ fact, value }) => `${fact}: ${value}`),
            ],
          })),
          decision:
            settlement === null ? null : { decision: settlement.decision, because: settlement.because },
          evidence: restingOn.get(`${on.kind} ${on.id}`) ?? [],
        })),
      evidence: pointers('constraint', constraint),
    }
  })
}
