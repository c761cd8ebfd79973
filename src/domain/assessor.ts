import { z } from 'zod'
import { Id } from './reference.ts'
import { common } from './support.ts'

/** Who judges: the author of a study, a coder, an analyst of a named agency. */
export const Assessor = z.strictObject({
  id: Id,
  name: z.string().min(1).describe('name, or a stable pseudonym'),
  agency: z.string().min(1).optional().describe('the agency that the assessor speaks for'),
  role: z.string().min(1).optional().describe('author of a study, coder, analyst'),
  ...common,
})
export type Assessor = z.infer<typeof Assessor>

export const assessorExample: Assessor = { id: 'coder-1', name: 'First coder', agency: 'Desk A' }
