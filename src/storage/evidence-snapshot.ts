import type { ControlledTransaction, Kysely } from 'kysely'
import { type EvidenceQuestion, type EvidenceRow, evidenceRows } from './evidence-rows.ts'
import type { Tables } from './tables.ts'

/** The records as they hold at one moment, which the first question fixes. */
export interface EvidenceSnapshot {
  rows(question: EvidenceQuestion): Promise<readonly EvidenceRow[]>
  /** lets the moment go: the next question fixes another */
  release(): Promise<void>
}

/** Answers questions from one moment, whatever is written meanwhile. */
export function evidenceSnapshot(db: Kysely<Tables>): EvidenceSnapshot {
  let moment: Promise<ControlledTransaction<Tables>> | undefined
  return {
    async rows(question) {
      moment ??= db
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute()
      return evidenceRows(await moment, question)
    },
    async release() {
      const held = moment
      moment = undefined
      if (held !== undefined) await (await held).rollback().execute()
    },
  }
}
