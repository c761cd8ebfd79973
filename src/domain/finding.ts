import { z } from 'zod'
import { isMissing, type Missing } from './missing.ts'
import type { Support } from './support.ts'

/** Where a finding rests: a record, the source it is found in, and the place in that source. */
export const FindingEvidence = z.strictObject({
  id: z.string(),
  kind: z.string(),
  source: z.string(),
  locator: z.string().nullable(),
})
export type FindingEvidence = z.infer<typeof FindingEvidence>

/** A number with its interval and what kind of uncertainty the interval tells. */
export const Estimate = z.strictObject({
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  unit: z.string(),
  uncertainty: z.string(),
})
export type Estimate = z.infer<typeof Estimate>

/** One statement of an instrument, in both languages, with its number and what it rests on. */
export const Finding = z.strictObject({
  id: z.string(),
  step: z.string(),
  statement: z.string(),
  statementVi: z.string(),
  estimate: Estimate.optional(),
  evidence: z.array(FindingEvidence),
})
export type Finding = z.infer<typeof Finding>

/**
 * A finding from its statement, what it rests on, each place once, and its number, if there is one.
 *
 * @example
 * finding('depth', 'D1', { en: 'Deep.', vi: 'Sâu.' }, []).statementVi // => 'Sâu.'
 */
export function finding(
  id: string,
  step: string,
  said: { readonly en: string; readonly vi: string },
  evidence: readonly FindingEvidence[],
  estimate?: Estimate | Missing,
): Finding {
  const distinct = new Map(evidence.map((p) => [`${p.kind} ${p.id} ${p.source} ${p.locator}`, p]))
  return {
    id,
    step,
    statement: said.en,
    statementVi: said.vi,
    ...(estimate === undefined || isMissing(estimate) ? {} : { estimate }),
    evidence: [...distinct.values()].map((p) => ({ ...p })),
  }
}

/**
 * Pointers from a number to the places that a record, or a part of it, rests on.
 *
 * @param kind   kind of the record
 * @param record its id, and the supports
 * @example
 * pointers('event', { id: 'e1', restsOn: [{ source: 's' }] })[0]?.locator // => null
 */
export function pointers(
  kind: string,
  record: { readonly id: string; readonly restsOn?: readonly Support[] | undefined },
): readonly FindingEvidence[] {
  return (record.restsOn ?? []).map(({ source, locator }) => ({
    id: record.id,
    kind,
    source,
    locator: locator ?? null,
  }))
}
