import { z } from 'zod'
import { Finding } from './finding.ts'

/** One input of an analysis: a record in one version. */
export const Pin = z.strictObject({ kind: z.string(), id: z.string(), version: z.int().min(1) }).readonly()
export type Pin = z.infer<typeof Pin>

/** One run of one instrument, never changed: it pins its inputs, the instrument's version and the seed. */
export const Analysis = z.strictObject({
  id: z.string(),
  instrument: z.string(),
  version: z.string(),
  request: z.record(z.string(), z.unknown()),
  pins: z.array(Pin).readonly(),
  result: z.record(z.string(), z.unknown()),
  findings: z.array(Finding).readonly(),
})
export type Analysis = z.infer<typeof Analysis>
