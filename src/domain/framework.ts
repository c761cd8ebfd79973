import { z } from 'zod'
import { Id } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** One level of a scale: the number that raters give, and what must be the case for it. */
const Anchor = z.strictObject({
  level: z.int().min(1).max(9),
  en: z.string().min(1),
  vi: z.string().min(1).optional(),
})

/** Which end of what is measured counts as deeper. */
export const Direction = z.enum(['more-is-deeper', 'less-is-deeper'])
export type Direction = z.infer<typeof Direction>

/** One criterion of the tree. A leaf is judged on a scale with anchors, or measured between two goalposts, or both. */
export const Criterion = z
  .strictObject({
    code: Id,
    parent: Id.optional().describe('code of the criterion above; left out at the top'),
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    weight: z.number().min(0).default(1).describe('beside its siblings; only proportions count'),
    definition: z.string().min(1).optional(),
    definitionVi: z.string().min(1).optional(),
    evidence: z.string().min(1).optional().describe('what counts as evidence'),
    evidenceVi: z.string().min(1).optional(),
    unit: z.string().min(1).optional().describe('unit of its values, where the measure does not give it'),
    direction: Direction.optional().describe(
      'more-is-deeper or less-is-deeper; left out it follows from the goalposts, and levels always rise',
    ),
    scale: z.array(Anchor).min(2).optional().describe('levels in ascending order, each with its description'),
    measure: Id.optional().describe('measure of the series it is read from'),
    goalposts: z
      .tuple([z.number(), z.number()])
      .optional()
      .describe(
        'value that counts as 0, value that counts as 1; the first is the greater where less is deeper',
      ),
    logarithmic: z
      .boolean()
      .optional()
      .describe('whether distance between the goalposts is taken in logarithms'),
    fromRecords: z
      .enum(['agreements-in-force', 'mechanism-vitality', 'longevity', 'crisis-mechanisms', 'binding-rules'])
      .optional()
      .describe('counted from agreements and mechanisms recorded'),
    restsOn: RestsOn.optional().describe('the page that names this criterion'),
  })
  .superRefine(({ measure, fromRecords, goalposts, scale, logarithmic, direction }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if ((measure !== undefined || fromRecords !== undefined) && goalposts === undefined)
      fault(
        'goalposts',
        'what is measured needs two goalposts: the value that counts as 0 and the one that counts as 1',
      )
    if (goalposts !== undefined && goalposts[0] === goalposts[1])
      fault('goalposts', 'the two goalposts must differ')
    if (direction === 'less-is-deeper' && !(goalposts !== undefined && goalposts[0] > goalposts[1]))
      fault(
        'direction',
        'where less is deeper the first goalpost is the greater; a scale of levels always rises towards deeper',
      )
    if (direction === 'more-is-deeper' && goalposts !== undefined && goalposts[0] > goalposts[1])
      fault('direction', 'where more is deeper the first goalpost is the smaller')
    if (logarithmic === true && goalposts !== undefined && Math.min(...goalposts) <= 0)
      fault('goalposts', 'goalposts taken in logarithms must be greater than 0')
    if (scale?.some(({ level }, at) => level !== at + 1))
      fault('scale', 'levels must be 1, 2, 3 and so on, in this order')
  })
export type Criterion = z.infer<typeof Criterion>

/** A tree of criteria by which the depth of a relation is judged. Each saved change is a version; an analysis pins one. */
export const Framework = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    edition: z.string().min(1).describe('name of this edition, for readers, such as 2011-1'),
    note: z.string().optional(),
    noteVi: z.string().optional(),
    criteria: z.array(Criterion).min(1),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine(({ criteria }, context) => {
    const codes = new Map(criteria.map(({ code }, at) => [code, at]))
    const fault = (at: number, field: string, message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path: ['criteria', at, field], message, input })
    for (const [at, { code, parent }] of criteria.entries()) {
      if (codes.get(code) !== at) fault(at, 'code', 'a code stands once', code)
      if (parent === undefined) continue
      const above = codes.get(parent)
      if (above === undefined) fault(at, 'parent', `there is no criterion ${parent}`, parent)
      else if (above >= at) fault(at, 'parent', 'a criterion stands after the one above it', parent)
    }
    for (const [at, { code, scale, measure, fromRecords }] of criteria.entries()) {
      const leaf = !criteria.some(({ parent }) => parent === code)
      if (leaf && scale === undefined && measure === undefined && fromRecords === undefined)
        fault(at, 'scale', 'a leaf needs a scale for judges, or a measure with goalposts', code)
      const children = criteria.filter(({ parent }) => parent === code)
      if (children.length > 0 && children.every(({ weight }) => weight === 0))
        fault(at, 'code', 'the weights of its parts sum to 0; at least one must count', code)
    }
  })
export type Framework = z.infer<typeof Framework>

/**
 * Which end of a criterion counts as deeper: as it says, else as its goalposts say, else more.
 *
 * @example
 * directionOf({ goalposts: [5, 0] }) // => 'less-is-deeper'
 */
export function directionOf({ direction, goalposts }: Pick<Criterion, 'direction' | 'goalposts'>): Direction {
  if (direction !== undefined) return direction
  return goalposts !== undefined && goalposts[0] > goalposts[1] ? 'less-is-deeper' : 'more-is-deeper'
}

export const frameworkExample: Framework = {
  id: 'harbour-depth',
  title: 'Depth of harbour relations',
  edition: '1',
  criteria: [
    { code: 'interests', title: 'Shared interests', weight: 2 },
    {
      code: 'trade',
      parent: 'interests',
      title: 'Trade dependence',
      weight: 1,
      measure: 'trade-dependence',
      goalposts: [0, 0.3],
    },
    {
      code: 'trust',
      title: 'Trust among officials',
      weight: 1,
      scale: [
        { level: 1, en: 'they check every word' },
        { level: 2, en: 'they act on a promise' },
      ],
    },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'p. 3' }],
}
