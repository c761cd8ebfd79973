import type { Compliance } from '#domain/compliance'
import { SoundingsError } from '#domain/errors'
import type { Support } from '#domain/support'
import { codersNeeded, codersOf } from '#storage/coded-commitments'
import { assessorOf } from '#storage/rating-rooms'
import { listRecords, readRecord } from '#storage/read-records'
import { codingId } from './compliance-invariants.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/** What a coder finds of a commitment. */
export interface Coded {
  readonly score: -1 | 0 | 1
  readonly upTo: string
  readonly because: string
  readonly restsOn?: readonly Support[] | undefined
}

/** Codings that the one who looks may see, and how far each commitment is. */
export interface Codings {
  readonly me: string | undefined
  readonly seen: readonly Compliance[]
  /** coders by commitment; never who, and never what, until two have coded */
  readonly coders: ReadonlyMap<string, number>
}

/**
 * The codings that may be seen: one's own, and those of commitments that two have coded. The database keeps back the same; that this
 * function does so too makes it hold wherever the codings come from.
 */
export async function seeCodings({ database: { db } }: Workbench): Promise<Codings> {
  const me = await assessorOf(db)
  const coders = await codersOf(db)
  const all = (await listRecords(db, 'compliance')).map(({ body }) => body)
  return {
    me,
    coders,
    seen: all.filter(
      ({ coder, commitment }) =>
        (me !== undefined && coder === me) || (coders.get(commitment) ?? 0) >= codersNeeded,
    ),
  }
}

/**
 * Codes a commitment, or changes one's own coding while it is blind. Once two have coded it, both stand and are seen.
 *
 * @throws SoundingsError `record-unknown` for a commitment that is not there; `not-allowed` if nobody is named who codes, or if two
 *   have coded it already: a third would have seen them, and one of the two would know what the other found; `record-invalid`
 */
export async function codeCompliance(
  workbench: Workbench,
  commitment: string,
  coded: Coded,
): Promise<{ readonly id: string; readonly coders: number }> {
  const { database, author } = workbench
  const { db } = database
  if ((await readRecord(db, 'commitment', commitment)) === undefined)
    throw new SoundingsError('record-unknown', `there is no commitment ${commitment}`, {
      place: { value: commitment },
      advice: '`soundings commitments` lists them.',
    })
  const coder = await assessorOf(db)
  if (coder === undefined)
    throw new SoundingsError('not-allowed', 'nobody is named who codes', {
      advice: 'Choose who you are, or set SOUNDINGS_ASSESSOR.',
    })
  const authorship = author('compliance coded')
  const id = codingId(commitment, coder)
  const before = await readRecord(db, 'compliance', id)
  const { restsOn, ...found } = coded
  const body = {
    id,
    commitment,
    coder,
    ...found,
    at: authorship.at,
    ...(restsOn === undefined || restsOn.length === 0 ? {} : { restsOn }),
  }
  await saveRecord(database, 'compliance', body, authorship, before?.version ?? 0)
  return { id, coders: (await codersOf(db)).get(commitment) ?? 0 }
}
