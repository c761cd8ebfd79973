import { z } from 'zod'

/** A problem, as RFC 9457 has it, with what Soundings adds. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  advice: z.string(),
  place: z
    .object({
      file: z.string().optional(),
      line: z.int().optional(),
      column: z.int().optional(),
      field: z.string().optional(),
    })
    .optional(),
})
export type Problem = z.infer<typeof Problem>

/** A long piece of work as it stands. */
export const JobState = z.object({
  id: z.string(),
  what: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  of: z.number(),
  step: z.string(),
  result: z.unknown().optional(),
  problem: Problem.optional(),
})
export type JobState = z.infer<typeof JobState>

/** Long pieces of work, whatever started them. */
export const jobEndpoints = {
  readJob: {
    method: 'get',
    path: '/api/jobs/{id}',
    about: 'How a long piece of work stands, and what it gave.',
    answer: JobState,
  },
  cancelJob: {
    method: 'delete',
    path: '/api/jobs/{id}',
    about: 'Asks a long piece of work to stop. Nothing is half-written.',
    answer: JobState,
  },
} as const
