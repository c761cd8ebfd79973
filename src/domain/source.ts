import { z } from 'zod'
import { ActivityKind } from './activity.ts'
import { FieldDate } from './date.ts'
import { Id } from './reference.ts'
import { StateCode } from './series.ts'
import { common, Support } from './support.ts'

/** Kinds of witness. They say how a source came about, which is not how far it can be trusted. */
export const sourceTypes = [
  'study',
  'interview',
  'internal-document',
  'meeting-record',
  'public-statement',
  'official-publication',
  'memoir',
  'secondary',
  'press',
  'dataset',
  'other',
] as const

const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
})
const CslDate = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(),
})

/** A bibliographic item in CSL-JSON: the fields that Soundings reads; any other field is kept as it is. */
export const CslItem = z.looseObject({
  type: z.string().describe('CSL type: article-journal, book, thesis, report, interview, speech ...'),
  title: z.string().min(1),
  author: z.array(Name).optional(),
  issued: CslDate.optional(),
})

/** A source: what can be cited. Its reliability is graded A to F; the claim drawn from it, 1 to 6. */
export const Source = z.strictObject({
  id: Id,
  csl: CslItem.describe('the bibliographic item in CSL-JSON'),
  type: z.enum(sourceTypes).describe(`one of ${sourceTypes.join(', ')}`),
  reliability: z
    .enum(['A', 'B', 'C', 'D', 'E', 'F'])
    .optional()
    .describe('Admiralty grade of the source: A completely reliable ... E unreliable, F cannot be judged'),
  anonymous: z.boolean().optional().describe('true for an interviewee who may not be named'),
  date: FieldDate.optional().describe('when it was made, as far as known'),
  covers: z
    .array(
      z.strictObject({
        activities: z.array(ActivityKind).min(1).describe('kinds of defence activity'),
        from: z.int().min(1500).max(2200),
        to: z.int().min(1500).max(2200),
        states: z.array(StateCode).min(1).optional().describe('of these states; left out for all'),
      }),
    )
    .min(1)
    .optional()
    .describe(
      'what it lists in full: only within this is no row a zero; left out where it only tells of some',
    ),
  seenThrough: Support.optional().describe('the source through which this one is known, if not seen itself'),
  ...common,
})
export type Source = z.infer<typeof Source>

/**
 * A short label of a source: author or title, and year.
 *
 * @example
 * sourceLabel({ id: 's', type: 'study', csl: { type: 'book', title: 'Soundings', author: [{ family: 'Le' }], issued: { 'date-parts': [[2010]] } } }) // => 'Le (2010)'
 */
export function sourceLabel(source: Source): string {
  const { author, title, issued } = source.csl
  const first = author?.[0]
  const who = first?.family ?? first?.literal ?? title
  const more = (author?.length ?? 0) > 2 ? ' et al.' : author?.[1]?.family ? ` and ${author[1].family}` : ''
  const year = issued?.['date-parts']?.[0]?.[0]
  return `${who}${first === undefined ? '' : more}${year === undefined ? '' : ` (${year})`}`
}

export const sourceExample: Source = {
  id: 'harbour-history',
  csl: {
    type: 'book',
    title: 'A short history of the Harbour Council',
    author: [{ family: 'Writer', given: 'A.' }],
    issued: { 'date-parts': [[2011]] },
  },
  type: 'study',
  reliability: 'B',
}
