import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

export const eventKinds = [
  'meeting',
  'document',
  'proposal',
  'statement',
  'agreement',
  'decision',
  'vote',
  'visit',
  'domestic',
  'other',
] as const

/** How a date is known. A placeholder is there for the reading order only. */
export const DateBasis = z
  .enum(['stated', 'footnote', 'inferred', 'placeholder'])
  .describe('how the date is known: stated, footnote, inferred, placeholder')

/** What happened or was said, when, who took part, and where it is found. */
export const Event = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  date: FieldDate.describe('EDTF date with the precision that is known, such as 2007-07 or 1997~'),
  dateBasis: DateBasis.optional(),
  dateNote: z.string().optional(),
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  place: z.string().min(1).optional(),
  actors: z.array(refTo('actor')).optional().describe('who took part or acted'),
  protocol: z
    .enum(['leaders', 'ministers', 'senior-officials', 'officials', 'experts'])
    .optional()
    .describe('level at which it was held'),
  kind: z.enum(eventKinds).describe(`one of ${eventKinds.join(', ')}`),
  phase: Id.optional().describe('phase of the case in which it falls'),
  symbols: z.array(z.string().min(1)).optional().describe('document symbols, such as S/2008/447'),
  scope: z.string().optional().describe('background, chapter, conclusion: where the study treats it'),
  restsOn: RestsOn,
  ...common,
})
export type Event = z.infer<typeof Event>

export const eventExample: Event = {
  id: 'arland-registers/third-session',
  case: 'arland-registers',
  date: '2005-11-14/2005-11-16',
  title: 'Third session of the Council',
  description: 'Borland agrees on the first day, Arland on the last.',
  actors: ['arland', 'borland'],
  kind: 'meeting',
  phase: 'decision',
  restsOn: [{ source: 'harbour-history', locator: 'p. 61' }],
}
