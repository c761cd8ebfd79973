import type { Analysis } from './analysis.ts'
import type { Kind, RecordTypes } from './record.ts'

/** How an instrument asks for records. What it reads through here is what its analysis pins. */
export interface EvidenceReader {
  /** one record, or undefined if there is none */
  record<K extends Kind>(kind: K, id: string): Promise<RecordTypes[K] | undefined>
  /** the records of a kind that belong to a case, ordered by id */
  ofCase<K extends Kind>(kind: K, caseId: string): Promise<readonly RecordTypes[K][]>
  /** the records of a kind that point at any of some records of another kind, ordered by id */
  pointingAt<K extends Kind>(kind: K, to: Kind, ids: readonly string[]): Promise<readonly RecordTypes[K][]>
  /** the relations seen from the side of a state, ordered by id */
  relationsOf(state: string): Promise<readonly RecordTypes['relation'][]>
  /** the activities in which a state takes part under its own code, ordered by id */
  activitiesOf(state: string): Promise<readonly RecordTypes['activity'][]>
  /** the records of a kind that are wanted, ordered by id: all of the kind are read, so ask otherwise where one can */
  all<K extends Kind>(
    kind: K,
    wanted: (record: RecordTypes[K]) => boolean,
  ): Promise<readonly RecordTypes[K][]>
  /**
   * the newest analysis of another instrument on a subject, such as `dyad/VNM-USA`, or undefined if there is none. It is pinned by its id,
   * which is made of all that it rests on
   */
  analysis(instrument: string, subject: string): Promise<Analysis | undefined>
}
