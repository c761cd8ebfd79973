import { SoundingsError } from '#domain/errors'
import type { EventRate } from '#domain/question'
import { momentOf } from '#storage/given'
import { readRecord } from '#storage/read-records'
import { eventBaseRate } from './event-base-rate.ts'
import { unknownQuestion } from './questions.ts'
import { saveRecord } from './records.ts'
import type { Workbench } from './workbench.ts'

/**
 * Counts how often events came to the number of a question before it opened, and keeps that in the question, with dataset and version:
 * the statistical baseline against which its forecasts are scored. Only months before the one in which it opened are counted, so it is the
 * same whenever it is asked for. What is kept already is answered as it is.
 *
 * @throws SoundingsError `record-unknown`; `record-invalid` if the question counts no events or is not open yet; what `eventBaseRate` throws
 */
export async function keepEventRate(
  workbench: Workbench,
  id: string,
): Promise<{ readonly rate: EventRate; readonly isNew: boolean }> {
  const { database, author } = workbench
  const found = await readRecord(database.db, 'question', id)
  if (found === undefined) throw unknownQuestion(id)
  const { counts, eventRate, draft, opens } = found.body
  if (eventRate !== undefined) return { rate: eventRate, isNew: false }
  if (counts === undefined)
    throw new SoundingsError('record-invalid', `question ${id} counts no events`, {
      place: { field: 'counts', record: { kind: 'question', id } },
      advice: 'Only of events between two states can be counted how often they came to a number.',
    })
  if (draft === true || Date.parse(opens) > Date.parse(await momentOf(database.db)))
    throw new SoundingsError('record-invalid', `question ${id} is not open yet`, {
      place: { field: 'opens', record: { kind: 'question', id } },
      advice: 'Open it first: what is counted ends before the month in which it opens.',
    })
  const { source, target, ...of } = counts
  const before = new Date(opens).toISOString().slice(0, 7)
  const { probability, interval, windows, reached, dataset, version, until, because, becauseVi } =
    await eventBaseRate(workbench, { ...of, dyad: [source, target], before })
  const rate: EventRate = {
    probability,
    interval: [interval[0], interval[1]],
    windows,
    reached,
    dataset,
    version,
    until,
    because,
    becauseVi,
  }
  const why = 'base rate of events counted as it was when the question opened'
  await saveRecord(database, 'question', { ...found.body, eventRate: rate }, author(why), found.version)
  return { rate, isNew: true }
}
