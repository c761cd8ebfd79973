import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'

/** The tiers of partnership, from none to the highest (paper 004 speaks of the upper two as levels to be reached). */
export const tiers = ['none', 'comprehensive', 'strategic', 'comprehensive-strategic'] as const
export const Tier = z.enum(tiers)
export type Tier = z.infer<typeof Tier>

/** A time during which a relation or a mechanism held; an end with `by` says what ended it. */
export const Spell = z.strictObject({
  from: FieldDate,
  to: FieldDate.optional().describe('left out while it goes on'),
  by: z
    .enum(['rupture', 'suspension', 'lapse', 'replaced'])
    .optional()
    .describe('what ended it: rupture, suspension, lapse, replaced'),
  illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
  restsOn: RestsOn,
})
export type Spell = z.infer<typeof Spell>

/** A mechanism of a relation: a joint commission, a dialogue, a hotline. How often it is due, when it met. */
const RelationMechanism = z.strictObject({
  id: Id,
  title: z.string().min(1),
  titleVi: z.string().min(1).optional(),
  field: z.string().min(1).describe('political-security, economic, defence, culture'),
  level: z.enum(['leaders', 'ministers', 'senior-officials', 'officials', 'experts']).optional(),
  everyMonths: z
    .number()
    .positive()
    .optional()
    .describe('months between meetings as agreed; left out if not fixed'),
  held: z.array(z.strictObject({ date: FieldDate, restsOn: RestsOn })).optional(),
  binding: z.boolean().optional().describe('whether its rules bind the parties'),
  crisis: z.boolean().optional().describe('whether it solves conflicts or manages crises'),
  spells: z.array(Spell).min(1),
})

/** A relation of two states: tiers declared with their dates, the times during which it held, its mechanisms. */
export const Relation = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    parties: z
      .tuple([StateCode, StateCode])
      .describe('the state from whose side it is seen, then its partner'),
    tiers: z
      .array(
        z.strictObject({
          tier: Tier,
          declared: FieldDate,
          illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
          restsOn: RestsOn,
        }),
      )
      .optional()
      .describe('tiers declared, in order of time'),
    spells: z.array(Spell).optional().describe('times during which relations were not interrupted'),
    mechanisms: z.array(RelationMechanism).optional(),
    upkeep: z
      .array(
        z.strictObject({
          of: StateCode.describe('who pays'),
          what: z.string().min(1).describe('missions, meetings, programmes, concessions'),
          year: z.int().min(1500).max(2200),
          usdMillions: z.number().min(0).describe('millions of US dollars in that year'),
          illustrative: z.boolean().optional().describe('made up to show how it looks'),
          restsOn: RestsOn,
        }),
      )
      .optional()
      .describe('what it costs to keep the relation up, by side and year'),
    restsOn: RestsOn,
    ...common,
  })
  .refine(({ parties: [a, b] }) => a !== b, {
    error: 'a relation has two parties',
    path: ['parties', 1],
  })
export type Relation = z.infer<typeof Relation>

export const relationExample: Relation = {
  id: 'arland-borland',
  title: 'Arland and Borland',
  parties: ['ARL', 'BOR'],
  tiers: [
    { tier: 'strategic', declared: '2004-03', restsOn: [{ source: 'harbour-history', locator: 'p. 80' }] },
  ],
  spells: [{ from: '1975', restsOn: [{ source: 'harbour-history', locator: 'p. 9' }] }],
  mechanisms: [
    {
      id: 'joint-commission',
      title: 'Joint commission',
      field: 'economic',
      everyMonths: 12,
      spells: [{ from: '1999', restsOn: [{ source: 'harbour-history', locator: 'p. 21' }] }],
    },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'p. 9' }],
}
