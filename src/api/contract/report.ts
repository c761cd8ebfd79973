import { z } from 'zod'
import { reportFormats } from '#domain/report-format'

/** The endpoint that gives a report: text or bytes, as the format asks. */
export const report = {
  method: 'get',
  path: '/api/analyses/{id}/report',
  about: 'A report of an analysis with its references, as md, html, docx or pdf.',
  query: z.object({
    format: z.string().default('html').describe(Object.keys(reportFormats).join(', ')),
    language: z.enum(['en', 'vi']).default('en'),
  }),
  answer: z.custom<string | Uint8Array>(),
  media: 'text/html',
  medias: reportFormats,
} as const
