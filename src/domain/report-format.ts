/** Formats in which a report can be had, with the media type of each. */
export const reportFormats = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
export type ReportFormat = keyof typeof reportFormats
