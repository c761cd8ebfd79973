import { z } from 'zod'
import { bindingness, obligations } from './agreement.ts'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'
import { faultOfPattern } from './word-pattern.ts'

/** What declared policies of this kind forbid. A labelled set names them by it. */
export const constraintTopics = ['alliances', 'bases', 'siding', 'other'] as const
/** A strong flag looks like what is forbidden; a weak one is near it, and asks for a look. */
export const flagStrengths = ['strong', 'weak'] as const

const Pattern = z.string().superRefine((text, context) => {
  const fault = faultOfPattern(text)
  if (fault !== null) context.addIssue({ code: 'custom', message: fault })
})

/** Facts of an agreement or activity, all of which must be so. */
const Facts = z
  .strictObject({
    record: z.enum(['agreement', 'activity']).optional().describe('for records of this kind only'),
    kinds: z.array(z.string().min(1)).min(1).optional().describe('kinds of activity, one of them'),
    roles: z.array(z.string().min(1)).min(1).optional().describe('roles that some participant has'),
    fields: z.array(z.string().min(1)).min(1).optional().describe('fields of an agreement, one of them'),
    bindingness: z.enum(bindingness).optional().describe('as binding as this, or more'),
    obligations: z.array(z.enum(obligations)).min(1).optional().describe('obligations, one of them'),
    place: z.literal('own').optional().describe('own: it takes place in the state itself'),
  })
  .describe('facts that must all hold')

/** One rule: which words or facts make a flag. It can be read, changed and argued about. */
export const ConstraintRule = z
  .strictObject({
    id: Id,
    strength: z.enum(flagStrengths).describe('strong: looks like what is forbidden; weak: is near it'),
    because: z.string().min(1).describe('why this makes a flag'),
    becauseVi: z.string().min(1).optional(),
    words: z
      .array(Pattern)
      .min(1)
      .optional()
      .describe(
        'patterns, one of which must be found: word, begin*, this|that, ~3 for up to three words, {state}, {third}',
      ),
    near: z
      .strictObject({ words: z.array(Pattern).min(1), within: z.int().min(1).max(60) })
      .optional()
      .describe('patterns, one of which must stand within so many words of what was found'),
    unless: z
      .array(Pattern)
      .min(1)
      .optional()
      .describe('patterns that, in the same sentence, excuse what was found'),
    within: z
      .array(z.enum(['title', 'text', 'place', 'passage']))
      .min(1)
      .optional()
      .describe('where the words are looked for; left out: everywhere but the place'),
    evenDenied: z.boolean().optional().describe('true if a denial (not, never, không) does not excuse'),
    facts: Facts.optional(),
  })
  .refine(({ words, facts }) => words !== undefined || facts !== undefined, {
    error: 'a rule needs words or facts',
    path: ['words'],
  })
  .refine(
    ({ words, near, unless, within }) => words !== undefined || (near ?? unless ?? within) === undefined,
    {
      error: 'near, unless and within say something of words: give words',
      path: ['words'],
    },
  )
export type ConstraintRule = z.infer<typeof ConstraintRule>

/** A policy that a state declared, and the rules by which its agreements and activities are held against it. */
export const Constraint = z
  .strictObject({
    id: Id,
    of: refTo('actor').describe('the state that declared it'),
    topic: z.enum(constraintTopics).describe(`what it forbids: one of ${constraintTopics.join(', ')}`),
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    text: z.string().min(1).describe('as declared: a short quotation, or the words of who reports it'),
    declared: FieldDate.describe('when it was declared, as far as known'),
    lapsed: FieldDate.optional().describe('when it ceased to hold'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    rules: z.array(ConstraintRule).min(1),
    restsOn: RestsOn,
    ...common,
  })
  .refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, {
    error: 'two rules have the same id',
    path: ['rules'],
  })
export type Constraint = z.infer<typeof Constraint>

export const constraintExample: Constraint = {
  id: 'arland/no-alliances',
  of: 'arland',
  topic: 'alliances',
  title: 'No military alliances',
  text: 'Arland joins no military alliance.',
  declared: '1998',
  rules: [
    {
      id: 'duty-to-defend',
      strength: 'strong',
      because: 'a duty to defend one another is what makes an alliance',
      words: ['mutual ~1 defen*', 'attack ~12 considered ~3 attack ~2 all|both'],
    },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'p. 30' }],
}
