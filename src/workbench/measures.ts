import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SoundingsError } from '#domain/errors'
import { type Measure, measures } from '#domain/measure'
import type { Relation } from '#domain/relation'
import type { Series } from '#domain/series'
import { states as allStates } from '#domain/state'
import { type ImportedVersion, listVersions } from '#storage/dataset-versions'
import { versionsFor } from '#storage/measure-query'
import { type Asked, type AskedDyad, type MeasureSheet, openMeasureSheet } from '#storage/measure-sheet'
import { listRecords } from '#storage/read-records'
import { datasetFolder, stateId } from './datasets.ts'
import type { JobWatch } from './jobs.ts'
import { seriesOf } from './measure-series.ts'
import { bringVotes, voteMeasures } from './measure-votes.ts'
import type { Workbench } from './workbench.ts'

/** What is asked: a state and its partners, or every two of a list of states or of all; years; and which measures. */
export interface MeasuresRequest {
  readonly state?: string | undefined
  readonly partners?: readonly string[] | undefined
  readonly states?: readonly string[] | 'all' | undefined
  readonly years: readonly number[]
  /** ids of measures; all if absent */
  readonly measures?: readonly string[] | undefined
}

/** Series of measures, and what could not be measured. */
export interface MeasuresAnswer {
  readonly series: readonly Series[]
  readonly notices: readonly string[]
}

/** Most dyads that are answered as series; more are written to a file as a table. */
const mostDyads = 2000

const silent: JobWatch = { signal: new AbortController().signal, progress: () => {} }

/**
 * Computes measures as series that records can hold, both ways where the two ways differ. A measure whose datasets were not
 * imported is left out, and a notice says so.
 *
 * @throws SoundingsError `call-invalid` if a state or measure is not known, no year is asked or the dyads are too many; `cancelled`
 */
export async function computeMeasures(
  workbench: Workbench,
  request: MeasuresRequest,
  watch: JobWatch = silent,
): Promise<MeasuresAnswer> {
  const dyads = dyadsOf(request)
  const relations = (await listRecords(workbench.database.db, 'relation')).map((row) => row.body)
  const series: Series[] = []
  const notices = await measureEach(workbench, request, { dyads }, watch, async (sheet, one) => {
    const rows = await sheet.rows(one.measure.id, one.used)
    series.push(...seriesOf(one.measure, rows, one.used, dyads, one.years, relationIn(relations)))
  })
  return { series, notices }
}

/**
 * The same as a table in a file, CSV or Parquet by its name: a row for each measure, state, partner and year, with the reason
 * where there is no value. The file is there whole, or not at all.
 *
 * @returns rows written
 * @throws SoundingsError as `computeMeasures`
 */
export async function writeMeasures(
  workbench: Workbench,
  request: MeasuresRequest,
  file: string,
  watch: JobWatch = silent,
): Promise<{ readonly rows: number; readonly notices: readonly string[] }> {
  const { states } = request
  const asked: Asked =
    states === undefined
      ? { dyads: dyadsOf(request) }
      : { states: states === 'all' ? states : states.map(stateId) }
  const drafts = mkdtempSync(join(tmpdir(), 'soundings-measures-'))
  const fresh = `${file}.part-${process.pid}${/\.csv$/i.test(file) ? '.csv' : ''}`
  let rows = 0
  const parts: string[] = []
  try {
    const notices = await measureEach(workbench, request, asked, watch, async (sheet, one) => {
      for (const years of blocksOf(one.years, asked)) {
        one.tell(`${one.measure.id}: ${years.at(0)}–${years.at(-1)}`)
        const part = join(drafts, `${parts.length}.parquet`)
        rows += await sheet.write(one.measure.id, one.used, years, part)
        parts.push(part)
      }
      if (one.last) await sheet.join(parts, fresh)
    })
    if (parts.length > 0) renameSync(fresh, file)
    return { rows, notices }
  } finally {
    rmSync(drafts, { recursive: true, force: true })
    rmSync(fresh, { force: true })
  }
}

/** Years in blocks of so many dyad-years that a block fits into memory, whatever the measure. */
function blocksOf(years: readonly number[], asked: Asked): readonly (readonly number[])[] {
  const states = 'dyads' in asked ? 0 : asked.states === 'all' ? allStates.length : asked.states.length
  const dyads = 'dyads' in asked ? asked.dyads.length : (states * (states - 1)) / 2
  const size = Math.max(1, Math.floor(600_000 / Math.max(1, dyads)))
  return Array.from({ length: Math.ceil(years.length / size) }, (_, at) =>
    years.slice(at * size, (at + 1) * size),
  )
}

interface OneMeasure {
  readonly measure: Measure
  readonly used: readonly ImportedVersion[]
  readonly years: readonly number[]
  readonly last: boolean
  tell(what: string): void
}

/** Goes through the measures that can be computed, and says of the others what they lack. */
async function measureEach(
  workbench: Workbench,
  request: MeasuresRequest,
  asked: Asked,
  watch: JobWatch,
  take: (sheet: MeasureSheet, one: OneMeasure) => Promise<void>,
): Promise<readonly string[]> {
  if (request.years.length === 0)
    throw new SoundingsError('call-invalid', 'at least one year must be asked for')
  const years = [...new Set(request.years)].toSorted((a, b) => a - b)
  const wanted = wantedOf(request.measures)
  const versions = (await listVersions(workbench.database.db)).filter(({ current }) => current)
  const found = wanted.map((measure) => ({ measure, ...versionsFor(measure, versions, years) }))
  const able = found.filter(({ lacking }) => lacking.length === 0)
  const sheet = await openMeasureSheet(datasetFolder(workbench), asked, years, watch.signal)
  try {
    for (const [at, { measure, used }] of able.entries()) {
      watch.progress(at, able.length, measure.id)
      if (voteMeasures.includes(measure.id))
        await bringVotes(workbench, sheet, measure.id, asked, {
          signal: watch.signal,
          progress: (done, of, what) =>
            watch.progress(at, able.length, `${measure.id}: ${what} ${done}/${of}`),
        })
      await take(sheet, {
        measure,
        used,
        years,
        last: at === able.length - 1,
        tell: (what) => watch.progress(at, able.length, what),
      })
    }
  } finally {
    sheet.close()
  }
  watch.progress(able.length, able.length, 'done')
  const unable = found.filter(({ lacking }) => lacking.length > 0)
  return [...Map.groupBy(unable, ({ lacking }) => lacking.join(', '))].map(
    ([lacking, of]) =>
      `Not computed: ${of.map(({ measure }) => measure.id).join(', ')}. What they need was not imported: ${lacking}.`,
  )
}

function dyadsOf({ state, partners, states }: MeasuresRequest): readonly AskedDyad[] {
  if (states === 'all')
    throw new SoundingsError('call-invalid', 'all states are too many for series', {
      advice: 'Write a table: -o measures.parquet, or measures.csv.',
    })
  if (states !== undefined) {
    const ids = [...new Set(states.map(stateId))]
    const dyads = ids.flatMap((a, at) => ids.slice(at + 1).map((b): AskedDyad => [a, b]))
    if (dyads.length === 0) throw new SoundingsError('call-invalid', 'at least two states must be asked for')
    if (dyads.length <= mostDyads) return dyads
    throw new SoundingsError('call-invalid', `${dyads.length} dyads are too many for series`, {
      advice: 'Write a table: -o measures.parquet, or measures.csv.',
    })
  }
  if (state === undefined || partners === undefined || partners.length === 0)
    throw new SoundingsError('call-invalid', 'a state and at least one partner must be asked for')
  const of = stateId(state)
  const others = [...new Set(partners.map(stateId))]
  if (others.includes(of))
    throw new SoundingsError('call-invalid', 'a state is no partner of itself', { place: { value: of } })
  return others.map((other): AskedDyad => [of, other])
}

function wantedOf(ids: readonly string[] | undefined): readonly Measure[] {
  if (ids === undefined || ids.length === 0) return measures
  return [...new Set(ids)].map((id) => {
    const found = measures.find((one) => one.id === id)
    if (found !== undefined) return found
    throw new SoundingsError('call-invalid', 'there is no such measure', {
      place: { value: id },
      advice: `There are ${measures.map((one) => one.id).join(', ')}.`,
    })
  })
}

/** The recorded relation of two states, whichever comes first in it. */
function relationIn(relations: readonly Relation[]): (a: string, b: string) => string | undefined {
  const byDyad = new Map(relations.map(({ id, parties }) => [parties.toSorted().join(' '), id]))
  return (a, b) => byDyad.get([a, b].toSorted().join(' '))
}
