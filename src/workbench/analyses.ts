import type { Analysis } from '#domain/analysis'
import { SoundingsError } from '#domain/errors'
import type { Instrument } from '#domain/instrument'
import {
  type AnalysisEntry,
  analysisBytes,
  bytesOf,
  listAnalyses,
  metAnother,
  readAnalysis,
  storeAnalysis,
  storedBytes,
} from '#storage/analyses'
import type { Database } from '#storage/database'
import { evidenceRows, pinnedRows } from '#storage/evidence-rows'
import { isBlind } from '#storage/given'
import { answerFromPinned, pinningReader } from '#storage/pinning-reader'
import type { Authorship } from '#storage/write-records'
import { analysisOf, instrumentOf } from './analysis-of.ts'

/**
 * Runs an instrument on what is recorded now and stores the analysis, with its inputs pinned.
 *
 * @throws SoundingsError `instrument-unknown`, `request-invalid`, and what the instrument itself refuses
 */
export async function runInstrument(
  { db }: Database,
  id: string,
  request: unknown,
  authorship: Pick<Authorship, 'by' | 'at'>,
): Promise<Analysis> {
  const instrument = instrumentOf(id)
  for (let attempt = 1; ; attempt++)
    try {
      return await runAndStore(db, instrument, request, authorship)
    } catch (cause) {
      if (!metAnother(cause) || attempt === 3) throw cause // somebody stored the same one meanwhile: read it again
    }
}

function runAndStore(
  db: Database['db'],
  instrument: Instrument,
  request: unknown,
  { by, at }: Pick<Authorship, 'by' | 'at'>,
): Promise<Analysis> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const reading = pinningReader((question) => evidenceRows(trx, question))
      const outcome = await instrument.analyse(request, reading.reader)
      const analysis = analysisOf(instrument, outcome, reading.pins())
      await storeAnalysis(trx, analysisBytes(analysis), { handling: reading.handling(), by, at })
      return analysis
    })
}

/**
 * Runs an analysis again from its pinned inputs and compares the bytes.
 *
 * @returns the analysis, if the bytes agree
 * @throws SoundingsError `analysis-unknown`, `version-changed`, `rerun-differs`
 */
export async function rerunAnalysis(database: Database, id: string): Promise<Analysis> {
  const stored = await readOneAnalysis(database, id)
  const { db } = database
  const instrument = instrumentOf(stored.instrument)
  if (instrument.version !== stored.version)
    throw new SoundingsError(
      'version-changed',
      `${id} was made by ${stored.instrument} ${stored.version}; this Soundings has version ${instrument.version}`,
    )
  const reading = pinningReader(answerFromPinned(pinnedRows(db, stored.pins)))
  const outcome = await instrument.analyse(stored.request, reading.reader)
  const again = analysisOf(instrument, outcome, reading.pins())
  const before = await storedBytes(db, id)
  if (bytesOf(again) !== before)
    throw new SoundingsError(
      'rerun-differs',
      `${id} gave other bytes than the ${before?.length} that are stored`,
    )
  return again
}

/**
 * One analysis, whole.
 *
 * @throws SoundingsError `analysis-unknown`; `not-allowed` if it rests on what is still blind to the one who asks
 */
export async function readOneAnalysis({ db }: Database, id: string): Promise<Analysis> {
  const found = await readAnalysis(db, id)
  if (found === undefined) throw await unseen(db, id)
  return found
}

/**
 * The bytes of one analysis as they are stored, for whoever hands them on unread.
 *
 * @throws SoundingsError `analysis-unknown`; `not-allowed` if it rests on what is still blind to the one who asks
 */
export async function readAnalysisText({ db }: Database, id: string): Promise<string> {
  const found = await storedBytes(db, id)
  if (found === undefined) throw await unseen(db, id)
  return found
}

async function unseen(db: Database['db'], id: string): Promise<SoundingsError> {
  if (await isBlind(db, id))
    return new SoundingsError(
      'not-allowed',
      `analysis ${id} rests on forecasts that are still blind to you`,
      {
        advice: 'Give your own forecast on its questions, or wait until they are closed.',
      },
    )
  return new SoundingsError('analysis-unknown', `there is no analysis ${id}`)
}

/** The analyses, newest first; of one case or one subject if wanted. */
export function seeAnalyses(
  { db }: Database,
  wanted?: Parameters<typeof listAnalyses>[1],
): Promise<readonly AnalysisEntry[]> {
  return listAnalyses(db, wanted)
}
