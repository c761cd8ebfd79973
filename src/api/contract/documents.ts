import { z } from 'zod'

const DocumentReport = z.object({
  document: z.string(),
  source: z.string(),
  characters: z.int(),
  pages: z.int().optional(),
  version: z.int(),
  passages: z.object({
    exact: z.array(z.string()),
    similar: z.array(z.object({ id: z.string(), similarity: z.number(), became: z.string().optional() })),
    lost: z.array(z.string()),
  }),
})
export type DocumentReport = z.infer<typeof DocumentReport>

/** Documents and the passages marked in them. */
export const documentEndpoints = {
  importDocument: {
    method: 'post',
    path: '/api/documents',
    about: 'Imports a document (PDF, DOCX, HTML, text) and finds its passages again. The file is base64.',
    body: z.object({ name: z.string().min(1), base64: z.string(), source: z.string().optional() }),
    answer: DocumentReport,
  },
  documentText: {
    method: 'get',
    path: '/api/documents/{id}/text',
    about: 'The text of a document, and the offsets at which its pages begin.',
    answer: z.object({ text: z.string(), pageStarts: z.array(z.int()) }),
  },
  markPassage: {
    method: 'post',
    path: '/api/documents/{id}/passages',
    about: 'Marks a passage of a document by its offsets.',
    body: z.object({ start: z.int().min(0), end: z.int().min(1) }),
    answer: z.record(z.string(), z.unknown()),
  },
} as const
