import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** The five features of an institution that theory ties to socialization (Johnston 2001, 509-510). */
export const institutionFeatures = [
  'membership',
  'franchise',
  'decision-rule',
  'mandate',
  'agent-autonomy',
] as const
export type InstitutionFeatureName = (typeof institutionFeatures)[number]

/** What a feature, as it is here, makes easier. */
export const leanings = ['persuasion', 'social-influence', 'both', 'neither'] as const

/** One feature of an institution, formally or in practice, with the dates for which it holds. */
export const InstitutionFeature = z.strictObject({
  feature: z.enum(institutionFeatures).describe(`one of ${institutionFeatures.join(', ')}`),
  setting: z.enum(['formal', 'in-practice']).describe('as the rules have it, or as it works'),
  value: z.string().min(1).describe('the feature as it is here, in words'),
  size: z.int().min(1).optional().describe('number of members, for membership'),
  leaning: z.enum(leanings).describe('what it makes easier: persuasion, social-influence, both, neither'),
  from: FieldDate.optional(),
  to: FieldDate.optional(),
  by: refTo('assessor').optional().describe('who coded it'),
  because: z.string().optional().describe('why it is coded so'),
  restsOn: RestsOn,
})

/** An institution or mechanism in which actors meet. */
export const Institution = z.strictObject({
  id: Id,
  name: z.string().min(1),
  nameVi: z.string().min(1).optional(),
  founded: FieldDate.optional(),
  features: z.array(InstitutionFeature).optional().describe('its design, formal and in practice, dated'),
  memberships: z
    .array(
      z.strictObject({
        actor: refTo('actor'),
        role: z.enum(['member', 'elected-member', 'permanent-member', 'chair', 'observer']),
        from: FieldDate.optional(),
        to: FieldDate.optional(),
        illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
        restsOn: RestsOn.optional(),
      }),
    )
    .optional()
    .describe('who belongs to it, in which role, from when to when'),
  chairRotation: z
    .strictObject({
      rule: z
        .enum(['alphabetical', 'as-recorded'])
        .describe('by the English names of its members, or as the chairs recorded went round before'),
      months: z.number().positive().default(12).describe('months that a chair lasts'),
      illustrative: z.boolean().optional().describe('told by no source at hand: to be checked'),
      restsOn: RestsOn.optional(),
    })
    .optional()
    .describe('how the chair goes round, if it does'),
  within: refTo('institution').optional().describe('the body that leads it'),
  level: z.enum(['leaders', 'ministers', 'senior-officials', 'officials', 'experts']).optional(),
  everyMonths: z.number().positive().optional().describe('months between meetings as agreed'),
  meetings: z
    .array(z.strictObject({ date: FieldDate, place: z.string().min(1).optional(), restsOn: RestsOn }))
    .optional()
    .describe('meetings held'),
  ministries: z
    .array(
      z.strictObject({ actor: refTo('actor'), role: z.enum(['leads', 'contributes']), restsOn: RestsOn }),
    )
    .optional()
    .describe('ministries of a state that lead its part in it, or contribute'),
  aims: z.array(z.string().min(1)).optional(),
  restsOn: RestsOn.optional(),
  ...common,
})
export type Institution = z.infer<typeof Institution>

export const institutionExample: Institution = {
  id: 'harbour-council',
  name: 'Harbour Council',
  founded: '1998',
  features: [
    {
      feature: 'membership',
      setting: 'formal',
      value: 'eight members',
      size: 8,
      leaning: 'persuasion',
      restsOn: [{ source: 'harbour-history', locator: 'p. 12' }],
    },
    {
      feature: 'mandate',
      setting: 'in-practice',
      value: 'bargaining over a text, with a deadline',
      leaning: 'social-influence',
      restsOn: [{ source: 'harbour-history', locator: 'p. 40' }],
    },
  ],
}
