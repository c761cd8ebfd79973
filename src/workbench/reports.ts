import { SoundingsError } from '#domain/errors'
import type { Language } from '#domain/exhibit'
import { measureOf } from '#domain/measure'
import { type ReportFormat, reportFormats } from '#domain/report-format'
import { type Source, sourceLabel } from '#domain/source'
import { type Computed, placeIn } from '#report/cite'
import { compose, type Report, subjectOf } from '#report/compose'
import { html } from '#report/html'
import { markdown } from '#report/markdown'
import { reportWords } from '#report/words.data'
import { listAnalyses } from '#storage/analyses'
import type { Database } from '#storage/database'
import { pinnedRows } from '#storage/evidence-rows'
import { answerFromPinned, pinningReader } from '#storage/pinning-reader'
import { listRecords } from '#storage/read-records'
import { readOneAnalysis } from './analyses.ts'
import { instrumentOf } from './analysis-of.ts'
import { bibliography } from './citations.ts'

/**
 * A format of reports by its name.
 *
 * @throws SoundingsError `format-unknown`
 */
export function reportFormat(name: string): ReportFormat {
  if (Object.hasOwn(reportFormats, name)) return name as ReportFormat // it is one of the keys
  throw new SoundingsError('format-unknown', `there is no report format ${name}`, {
    place: { value: name },
    advice: `There are ${Object.keys(reportFormats).join(', ')}.`,
  })
}

/**
 * A report of an analysis, in a format and a language, with every source it cites.
 *
 * @throws SoundingsError `analysis-unknown`, `version-changed` if its version can no longer be shown
 */
export async function writeReport(
  database: Database,
  id: string,
  format: ReportFormat,
  language: Language,
): Promise<string | Uint8Array> {
  const report = await reportOf(database, id, language)
  if (format === 'md') return markdown(report)
  if (format === 'html') return html(report)
  if (format === 'docx') return (await import('./report-docx.ts')).docx(report) // slow to load, and rarely needed
  return (await import('./report-pdf.ts')).pdf(report)
}

/**
 * What a report of an analysis says, before it is written in a format.
 *
 * @throws SoundingsError `analysis-unknown`, `version-changed`
 */
export async function reportOf(database: Database, id: string, language: Language): Promise<Report> {
  const analysis = await readOneAnalysis(database, id)
  const { db } = database
  const instrument = instrumentOf(analysis.instrument)
  if (!instrument.reads.includes(analysis.version))
    throw new SoundingsError(
      'version-changed',
      `${id} was made by ${analysis.instrument} ${analysis.version}; this Soundings shows ${instrument.reads.join(', ')}`,
    )
  const exhibits = instrument.exhibits(analysis.result, language)
  const evidence = [
    ...analysis.findings.flatMap((finding) => finding.evidence),
    ...exhibits.flatMap(({ rows }) => rows.flatMap((row) => row.evidence)),
  ]
  const cited = new Set(evidence.map(({ source }) => source))
  const known = (await listRecords(db, 'source')).map((row) => row.body)
  const sources = known.filter(({ id: source }) => cited.has(source))
  const entry = (await listAnalyses(db)).find((one) => one.id === id)
  return compose({
    analysis,
    at: entry?.at ?? '',
    by: entry?.by ?? '',
    language,
    title: [instrument.title[language], subjectOf(analysis.result, language)].filter(Boolean).join(': '),
    question: instrument.question[language],
    exhibits,
    bibliography: withChannels(sources, known, language),
    computed: await computedOf(database, analysis.pins, new Set(evidence.map((e) => `${e.kind} ${e.id}`))),
  })
}

/** Where pinned series and comparisons were computed from, for those that are cited. */
async function computedOf(
  { db }: Database,
  pins: Parameters<typeof pinnedRows>[1],
  cited: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Computed>> {
  const { reader } = pinningReader(answerFromPinned(pinnedRows(db, pins)))
  const found = new Map<string, Computed>()
  for (const { id, measure, of, towards, computed } of await reader.all('series', () => true)) {
    const title = measureOf(measure)?.title ?? { en: measure, vi: measure }
    const pair = towards === undefined ? of : `${of} → ${towards}`
    if (computed !== undefined && cited.has(`series ${id}`))
      found.set(`series ${id}`, {
        ...computed,
        what: { en: `${title.en}, ${pair}`, vi: `${title.vi}, ${pair}` },
      })
  }
  for (const { id, title, titleVi, computed } of await reader.all('comparison', () => true))
    if (computed !== undefined && cited.has(`comparison ${id}`))
      found.set(`comparison ${id}`, { ...computed, what: { en: title, vi: titleVi ?? title } })
  for (const { id, computed } of await reader.all('case-comparison', () => true))
    if (cited.has(`case-comparison ${id}`))
      found.set(`case-comparison ${id}`, {
        ...computed,
        what: { en: 'comparable attempts at mediation', vi: 'các nỗ lực hòa giải tương tự' },
      })
  return found
}

function withChannels(
  sources: readonly Source[],
  known: readonly Source[],
  language: Language,
): ReadonlyMap<string, string> {
  const entries = bibliography(sources)
  return new Map(
    sources.map(({ id, csl, seenThrough: channel }) => {
      const entry = entries.get(id) ?? csl.title
      if (channel === undefined) return [id, entry]
      const through = known.find((source) => source.id === channel.source)
      const label = through === undefined ? channel.source : sourceLabel(through)
      const place = channel.locator === undefined ? '' : `, ${placeIn(channel.locator, language)}`
      return [id, `${entry} ${reportWords[language].knownThrough} ${label}${place}.`]
    }),
  )
}
