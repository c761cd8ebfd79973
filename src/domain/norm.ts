import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A norm or issue, divisible into components, whose content has dated versions. */
export const Norm = z.strictObject({
  id: Id,
  name: z.string().min(1),
  nameVi: z.string().min(1).optional(),
  components: z
    .array(
      z.strictObject({
        id: Id,
        name: z.string().min(1),
        nameVi: z.string().min(1).optional(),
        application: z
          .boolean()
          .optional()
          .describe('true for applying the norm to a case, false or absent for the norm in principle'),
      }),
    )
    .min(1)
    .describe('its parts: pillars, clauses, papers; one is enough'),
  versions: z
    .array(
      z.strictObject({
        date: FieldDate,
        author: z.string().min(1),
        summary: z.string().min(1),
        restsOn: RestsOn,
      }),
    )
    .optional()
    .describe('how its content changed'),
  institution: refTo('institution').optional(),
  ...common,
})
export type Norm = z.infer<typeof Norm>

export const normExample: Norm = {
  id: 'open-registers',
  name: 'Open registers of arms shipments',
  components: [{ id: 'principle', name: 'The register in principle' }],
}
