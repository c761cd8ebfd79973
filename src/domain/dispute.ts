import { z } from 'zod'
import { bounds, FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'
import { roleIds } from './third-party-role.ts'

/** When in a dispute a third party would act: before violence, while it lasts, or after it (paper 002). */
export const stages = ['before', 'during', 'after'] as const
export const Stage = z.enum(stages).describe('before violence, during it or a crisis, after it')
export type Stage = z.infer<typeof Stage>

/** Who it is: a state by its code, or any actor that is recorded. */
const who = {
  state: StateCode.optional(),
  actor: refTo('actor').optional(),
}
const oneOfBoth = {
  error: 'name either a state or an actor',
  path: ['state'],
}
const named = ({ state, actor }: { state?: string | undefined; actor?: string | undefined }) =>
  (state === undefined) !== (actor === undefined)

/** A party to a dispute, the side it stands on, and since when. */
export const DisputeParty = z
  .strictObject({
    ...who,
    side: Id.optional().describe('parties of one side share a word; left out, each is a side of its own'),
    from: FieldDate.optional(),
    to: FieldDate.optional(),
    role: z.string().min(1).optional().describe('how it is a party'),
    restsOn: RestsOn.optional(),
  })
  .refine(named, oneOfBoth)
export type DisputeParty = z.infer<typeof DisputeParty>

/** Somebody else who acted, or acts, as a third party. */
export const DisputeThirdParty = z
  .strictObject({
    ...who,
    role: z.enum(roleIds).describe('rung of the ladder of third-party roles'),
    from: FieldDate,
    to: FieldDate.optional().describe('left out while it goes on'),
    what: z.string().min(1).describe('what it did'),
    whatVi: z.string().min(1).optional(),
    illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
    restsOn: RestsOn,
  })
  .refine(named, oneOfBoth)
export type DisputeThirdParty = z.infer<typeof DisputeThirdParty>

/** A dispute: its parties and sides, phases, issues, and the third parties who took part. One party is enough to record it. */
export const Dispute = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    nature: z
      .enum(['interstate', 'internal', 'internationalized'])
      .describe('between states, within one state, or within one state with others drawn in'),
    summary: z.string().min(1).optional(),
    summaryVi: z.string().min(1).optional(),
    parties: z.array(DisputeParty).min(1),
    phases: z
      .array(
        z.strictObject({
          id: Id,
          from: FieldDate,
          to: FieldDate.optional().describe('left out while it goes on'),
          stage: Stage,
          label: z.string().min(1),
          labelVi: z.string().min(1).optional(),
          illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
          restsOn: RestsOn,
        }),
      )
      .min(1)
      .describe('in order of time'),
    issues: z
      .array(
        z.strictObject({
          id: Id,
          title: z.string().min(1),
          titleVi: z.string().min(1).optional(),
          restsOn: RestsOn,
        }),
      )
      .optional(),
    thirdParties: z.array(DisputeThirdParty).optional().describe('who else acts or acted between them'),
    events: z.array(refTo('event')).optional(),
    case: refTo('case').optional().describe('a case of socialization that bears on it'),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine(({ parties, phases }, context) => {
    const names = parties.map(({ state, actor }) => state ?? actor)
    for (const [at, name] of names.entries())
      if (names.indexOf(name) !== at)
        context.addIssue({
          code: 'custom',
          path: ['parties', at],
          message: 'a party is named once',
          input: name,
        })
    for (const [at, { from, to }] of phases.entries()) {
      if (to !== undefined && bounds(to).latest < bounds(from).earliest)
        context.addIssue({
          code: 'custom',
          path: ['phases', at, 'to'],
          message: 'a phase cannot end before it begins',
          input: to,
        })
      const before = phases[at - 1]
      if (before !== undefined && bounds(from).latest < bounds(before.from).earliest)
        context.addIssue({
          code: 'custom',
          path: ['phases', at, 'from'],
          message: 'phases must stand in order of time',
          input: from,
        })
    }
  })
export type Dispute = z.infer<typeof Dispute>

/**
 * The name of a party or third party: the code of the state, or the id of the actor.
 *
 * @example
 * partyName({ state: 'ARL' }) // => 'ARL'
 */
export function partyName({ state, actor }: Pick<DisputeParty, 'state' | 'actor'>): string {
  return state ?? actor ?? ''
}

export const disputeExample: Dispute = {
  id: 'harbour-fees',
  title: 'Fees in the strait between Arland and Borland',
  nature: 'interstate',
  parties: [
    { state: 'ARL', side: 'north' },
    { state: 'BOR', side: 'south' },
  ],
  phases: [
    {
      id: 'crisis',
      from: '2009-03',
      stage: 'during',
      label: 'Ships are held',
      restsOn: [{ source: 'harbour-history', locator: 'p. 95' }],
    },
  ],
  issues: [
    {
      id: 'fees',
      title: 'who may take fees',
      restsOn: [{ source: 'harbour-history', locator: 'p. 95' }],
    },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'ch. 6' }],
}
