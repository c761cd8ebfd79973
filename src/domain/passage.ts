import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/**
 * A passage of a document, anchored as in the W3C Web Annotation model: by quotation with its context, by
 * position, and by page. `anchoring` says how it was found in the version of the document that it names.
 */
export const Passage = z.strictObject({
  id: Id,
  document: refTo('document').describe('the document in which it stands'),
  documentSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the version of the document in which it was found'),
  quote: z
    .strictObject({
      exact: z.string().min(1).describe('the words themselves'),
      prefix: z.string().describe('the words just before, up to 32 characters'),
      suffix: z.string().describe('the words just after, up to 32 characters'),
    })
    .describe('TextQuoteSelector'),
  position: z
    .strictObject({ start: z.int().min(0), end: z.int().min(0) })
    .describe('TextPositionSelector: offsets into the text, in UTF-16 code units'),
  page: z.int().min(1).optional().describe('page, counted from 1, where the document has pages'),
  anchoring: z
    .strictObject({
      how: z.enum(['selected', 'exact', 'similar', 'lost']).describe('how it was found in this version'),
      similarity: z.number().min(0).max(1).optional().describe('share of the quotation that agrees'),
      became: z.string().optional().describe('the words now standing there, if they differ'),
    })
    .describe('how the passage was found in this version of the document'),
  ...common,
})
export type Passage = z.infer<typeof Passage>

export const passageExample: Passage = {
  id: 'harbour-history-text/p1',
  document: 'harbour-history-text',
  documentSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  quote: {
    exact: 'Arland would not stand alone',
    prefix: 'the delegate said that ',
    suffix: ' in the Council',
  },
  position: { start: 1204, end: 1232 },
  anchoring: { how: 'selected' },
}
