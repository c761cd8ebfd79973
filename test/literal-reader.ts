/** How an instrument's tests and benchmarks give it records: a literal object in place of the workspace. */
import type { EvidenceReader } from '#domain/evidence-reader'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import { referencesOf } from '#domain/reference'

export type Records = { readonly [K in Kind]?: readonly RecordTypes[K][] }

/**
 * A reader of literal records, as the workspace answers.
 *
 * @param analysis the analyses of other instruments, none if left out
 */
export function literalReader(
  records: Records,
  analysis: EvidenceReader['analysis'] = async () => undefined,
): EvidenceReader {
  const of = <K extends Kind>(kind: K) => (records[kind] ?? []) as readonly RecordTypes[K][] // as the type says
  return {
    analysis,
    record: async (kind, id) => of(kind).find((one) => one.id === id),
    ofCase: async () => [],
    pointingAt: async (kind, to, ids) =>
      of(kind).filter((one) =>
        referencesOf(kinds[kind].schema, one).some((p) => p.kind === to && ids.includes(p.id)),
      ),
    relationsOf: async (state) => of('relation').filter(({ parties }) => parties[0] === state),
    activitiesOf: async (state) =>
      of('activity').filter(({ participants }) => participants.some((one) => one.state === state)),
    all: async (kind, wanted) => of(kind).filter(wanted),
  }
}
