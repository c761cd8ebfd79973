import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

/** A document: the text of a source, read from a file. A changed file makes a new version of the document. */
export const Document = z.strictObject({
  id: Id,
  source: refTo('source').describe('the source whose text this is'),
  name: z.string().min(1).describe('the name of the file it was read from'),
  mediaType: z.string().min(1).describe('media type of the file'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the bytes of the file'),
  pages: z.int().min(1).optional().describe('number of pages, where the file has pages'),
  characters: z.int().min(0).describe('length of the text read, in UTF-16 code units'),
  ...common,
})
export type Document = z.infer<typeof Document>

/** The text of a document; `pageStarts[i]` is the offset at which page i + 1 begins. */
export interface DocumentText {
  readonly text: string
  readonly pageStarts: readonly number[]
}

/**
 * The page on which an offset lies, counted from 1, or undefined for a text without pages.
 *
 * @param pageStarts offsets at which the pages begin, ascending
 * @param offset     offset into the text, in UTF-16 code units
 * @example
 * pageAt([0, 100, 250], 120) // => 2
 */
export function pageAt(pageStarts: readonly number[], offset: number): number | undefined {
  const after = pageStarts.findIndex((start) => start > offset)
  return pageStarts.length === 0 ? undefined : after === -1 ? pageStarts.length : after
}

export const documentExample: Document = {
  id: 'harbour-history-text',
  source: 'harbour-history',
  name: 'harbour-history.txt',
  mediaType: 'text/plain',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  characters: 0,
}
