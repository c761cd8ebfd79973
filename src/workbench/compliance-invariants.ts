import { isDeepStrictEqual } from 'node:util'
import type { Compliance } from '#domain/compliance'
import { SoundingsError } from '#domain/errors'
import { codersNeeded, codersOf } from '#storage/coded-commitments'
import type { Database } from '#storage/database'
import { assessorOf } from '#storage/rating-rooms'
import { readRecord } from '#storage/read-records'
import type { ReadRecord } from './record-file.ts'

/**
 * A commitment of the workspace is coded by each in his own name, once, and while fewer than two have coded it: afterwards both stand.
 * A file that brings a commitment together with its codings is taken as it is, for whoever has it has seen them.
 *
 * @throws SoundingsError `not-allowed`, `record-invalid`
 */
export async function checkCodings(db: Database['db'], records: readonly ReadRecord[]): Promise<void> {
  const codings = records.flatMap(({ write, place }) =>
    write.kind === 'compliance' && write.body !== null ? [{ coding: write.body, place }] : [],
  )
  if (codings.length === 0) return
  const [coders, me] = [await codersOf(db), await assessorOf(db)]
  for (const { coding, place } of codings) {
    const { id, commitment, coder } = coding
    if ((await readRecord(db, 'commitment', commitment)) === undefined) continue
    const before = await readRecord(db, 'compliance', id)
    if (before !== undefined && isDeepStrictEqual(before.body, coding)) continue
    if (me !== coder)
      throw new SoundingsError(
        'not-allowed',
        me === undefined
          ? `only ${coder} codes this, and nobody is named who codes`
          : `only ${coder} codes this; you are ${me}`,
        { place: place('coder'), advice: 'Choose who you are, or set SOUNDINGS_ASSESSOR.' },
      )
    if ((coders.get(commitment) ?? 0) >= codersNeeded) throw stands(commitment)
    if (id !== codingId(commitment, coder))
      throw new SoundingsError('record-invalid', `this coding has the id ${codingId(commitment, coder)}`, {
        place: { ...place('id'), value: id },
      })
  }
}

/** What one coder finds of one commitment has one id. */
export function codingId(commitment: string, coder: string): string {
  return `${commitment}/${coder}`
}

/** Once two have coded a commitment, neither coding is taken out. */
export async function checkCodingRemoval(db: Database['db'], { commitment }: Compliance): Promise<void> {
  if (((await codersOf(db)).get(commitment) ?? 0) >= codersNeeded) throw stands(commitment)
}

function stands(commitment: string): SoundingsError {
  return new SoundingsError(
    'not-allowed',
    `two have coded ${commitment}: what they found stands and is seen`,
    {
      advice: 'Write a note on the commitment, if you find otherwise.',
    },
  )
}
