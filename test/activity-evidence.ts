import type { Activity } from '#domain/activity'
import type { EvidenceReader } from '#domain/evidence-reader'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import { referencesOf } from '#domain/reference'

type Records = { readonly [K in Kind]?: readonly RecordTypes[K][] }

/** A reader of literal records, as the workspace answers. */
export function literalReader(records: Records): EvidenceReader {
  const of = <K extends Kind>(kind: K) => (records[kind] ?? []) as readonly RecordTypes[K][] // as the type says
  return {
    analysis: async () => undefined,
    record: async (kind, id) => of(kind).find((one) => one.id === id),
    ofCase: async () => [],
    pointingAt: async (kind, to, ids) =>
      of(kind).filter((one) =>
        referencesOf(kinds[kind].schema, one).some((p) => p.kind === to && ids.includes(p.id)),
      ),
    relationsOf: async () => [],
    activitiesOf: async (state) =>
      of('activity').filter(({ participants }) => participants.some((one) => one.state === state)),
    all: async (kind, wanted) => of(kind).filter(wanted),
  }
}

/** An activity of Vietnam with partners (states by their codes), in 2010 unless told otherwise. */
export function activity(id: string, partners: readonly string[], rest: Partial<Activity> = {}): Activity {
  return {
    id,
    kind: 'exercise',
    date: '2010',
    title: id,
    participants: [{ state: 'VNM' }, ...partners.map((state) => ({ state }))],
    restsOn: [{ source: 's' }],
    ...rest,
  }
}
