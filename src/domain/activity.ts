import { z } from 'zod'
import { type ActivityKindDescription, activityKinds } from './activity-kinds.data.ts'
import { bounds, FieldDate } from './date.ts'
import { DateBasis } from './event.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'

/** A kind of activity of armed forces. */
export type ActivityKind = keyof typeof activityKinds
export const activityKindNames = Object.keys(activityKinds) as [ActivityKind, ...ActivityKind[]] // the keys of the table
export const ActivityKind = z.enum(activityKindNames)

/** Cooperative against coercive (paper 003, after Cottey and Forster 2004). */
export type ActivityClass = ActivityKindDescription['class']

/**
 * Whether a kind of activity is cooperative or coercive.
 *
 * @example
 * activityClass('threat') // => 'coercive'
 */
export function activityClass(kind: ActivityKind): ActivityClass {
  return activityKinds[kind].class
}

/** Protocol levels, from the highest to those who do the work. */
export const defenceLevels = [
  'leaders',
  'ministers',
  'deputy-ministers',
  'chiefs-of-staff',
  'senior-officials',
  'officials',
  'experts',
  'units',
] as const
export const DefenceLevel = z.enum(defenceLevels)
export type DefenceLevel = z.infer<typeof DefenceLevel>

export const participantRoles = [
  'host',
  'guest',
  'supplier',
  'recipient',
  'organizer',
  'party',
  'participant',
  'observer',
  'initiator',
  'target',
] as const

/** Who takes part: a state by its code, or an actor of the workspace, such as an organization. */
const Participant = z
  .strictObject({
    state: StateCode.optional().describe('ISO alpha-3 code of the state'),
    actor: refTo('actor')
      .optional()
      .describe('an actor that is no state: an organization, a bloc, a ministry'),
    role: z
      .enum(participantRoles)
      .optional()
      .describe(`one of ${participantRoles.join(', ')}`),
  })
  .refine(({ state, actor }) => (state === undefined) !== (actor === undefined), {
    error: 'a participant is either a state or an actor',
    path: ['state'],
  })
export type Participant = z.infer<typeof Participant>

/** Money in the currency in which it is told. Without a year it is never turned into prices of another. */
const Amount = z.strictObject({
  value: z.number().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is named by its ISO 4217 code, such as USD'),
  year: z.int().min(1500).max(2200).optional().describe('year of its prices; left out where none is told'),
  what: z.string().min(1).optional().describe('what it is for'),
})

/** A physical quantity or a trend-indicator value; the latter is a volume of capability, not money (SIPRI). */
const Quantity = z.strictObject({
  value: z.number().min(0),
  unit: z
    .enum(['tiv-millions', 'pieces', 'ships', 'aircraft', 'personnel', 'courses', 'days'])
    .describe('tiv-millions is millions of the trend-indicator value of SIPRI'),
  what: z.string().min(1).optional(),
})

/**
 * One activity of armed forces with others: a visit, dialogue, port call, exercise, transfer, agreement, or a coercive act.
 * An exercise with thirty participants is one record. What an instrument counts is in the instrument.
 */
export const Activity = z
  .strictObject({
    id: Id,
    kind: ActivityKind.describe(`one of ${activityKindNames.join(', ')}`),
    date: FieldDate.describe('EDTF date as far as known: 2011-08, 201X, or from/to while it lasts'),
    dateBasis: DateBasis.optional(),
    everyMonths: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe('told only as recurring: months from one to the next; the date is then first/last'),
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    participants: z.array(Participant).min(1).describe('who took part, each once'),
    level: DefenceLevel.optional().describe(`protocol level: one of ${defenceLevels.join(', ')}`),
    place: z
      .strictObject({
        name: z.string().min(1),
        lat: z.number().min(-90).max(90).optional().describe('degrees north'),
        lon: z.number().min(-180).max(180).optional().describe('degrees east'),
      })
      .optional(),
    amount: Amount.optional(),
    quantities: z.array(Quantity).min(1).optional(),
    agreement: refTo('agreement').optional().describe('the agreement that was signed or is carried out'),
    setting: refTo('institution').optional().describe('the institution in which it is held'),
    series: Id.optional().describe('name shared by the activities of one series, such as an annual exercise'),
    text: z.string().min(1).optional().describe('what it says or what was done, in your own words'),
    fromDataset: z
      .strictObject({
        dataset: z.string().min(1),
        version: z.string().min(1),
        table: z.string().min(1),
        row: z.string().min(1).describe('the key of the row in that table'),
      })
      .optional()
      .describe('the row of a public dataset from which it was made'),
    duplicateOf: refTo('activity').optional().describe('the activity that it repeats, as a person decided'),
    illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine(({ id, date, everyMonths, participants, duplicateOf }, context) => {
    const names = participants.map(({ state, actor }) => state ?? `actor ${actor}`)
    for (const [at, name] of names.entries())
      if (names.indexOf(name) !== at)
        context.addIssue({
          code: 'custom',
          path: ['participants', at],
          message: `${name} takes part twice`,
          input: participants[at],
        })
    if (everyMonths !== undefined && !(date.includes('/') && Number.isFinite(span(date))))
      context.addIssue({
        code: 'custom',
        path: ['everyMonths'],
        message: 'what recurs has a first and a last date, such as 2010/2014',
        input: everyMonths,
      })
    if (duplicateOf === id)
      context.addIssue({
        code: 'custom',
        path: ['duplicateOf'],
        message: 'an activity does not repeat itself',
        input: id,
      })
  })
export type Activity = z.infer<typeof Activity>

function span(date: string): number {
  const { earliest, latest } = bounds(date)
  return latest - earliest
}

export const activityExample: Activity = {
  id: 'harbour-guard-2004',
  kind: 'exercise',
  date: '2004-05',
  title: 'Harbour Guard 2004',
  participants: [
    { state: 'ARL', role: 'host' },
    { state: 'BOR', role: 'guest' },
  ],
  level: 'units',
  series: 'harbour-guard',
  text: 'Two frigates rehearse the search for a lost ship.',
  restsOn: [{ source: 'harbour-history', locator: 'p. 40' }],
}
