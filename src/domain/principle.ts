import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { StateCode } from './series.ts'
import { common, RestsOn } from './support.ts'
import { roleIds } from './third-party-role.ts'

/** In which frame a third party acts: on its own account, or for an organization. */
export const settings = ['bilateral', 'multilateral'] as const
export const Setting = z.enum(settings).describe('on its own account, or within an organization')
export type Setting = z.infer<typeof Setting>

/** A principle that a state holds, as explicit rules: which roles it rules out or limits, in which disputes and settings, and why. */
export const Principle = z.strictObject({
  id: Id,
  state: StateCode.describe('whose principle it is'),
  kind: z.enum(['non-interference', 'sovereignty', 'neutrality', 'multilateral-preference', 'other']),
  title: z.string().min(1),
  titleVi: z.string().min(1).optional(),
  text: z.string().min(1).describe('what the principle says'),
  textVi: z.string().min(1).optional(),
  from: FieldDate.optional().describe('since when it is declared; left out if not known'),
  to: FieldDate.optional(),
  rules: z
    .array(
      z.strictObject({
        effect: z.enum(['rules-out', 'limits']).describe('the role may not be taken, or only with reserve'),
        roles: z.array(z.enum(roleIds)).min(1),
        natures: z
          .array(z.enum(['interstate', 'internal', 'internationalized']))
          .min(1)
          .optional()
          .describe('only in disputes of this nature; left out, in all'),
        settings: z.array(Setting).min(1).optional().describe('only in this setting; left out, in all'),
        because: z.string().min(1).describe('why it follows from the principle'),
        becauseVi: z.string().min(1).optional(),
        by: refTo('assessor').optional().describe('who draws the consequence, where the source does not'),
        illustrative: z.boolean().optional().describe('the consequence is drawn by no source at hand'),
      }),
    )
    .min(1),
  restsOn: RestsOn,
  ...common,
})
export type Principle = z.infer<typeof Principle>

export const principleExample: Principle = {
  id: 'arland/non-interference',
  state: 'ARL',
  kind: 'non-interference',
  title: 'Non-interference',
  text: 'Arland takes no part in the domestic affairs of its neighbours.',
  from: '1975',
  rules: [
    {
      effect: 'rules-out',
      roles: ['manipulation'],
      natures: ['internal'],
      because: 'pressing a solution upon a neighbour would be interference',
    },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'p. 12' }],
}
