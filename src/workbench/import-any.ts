import { basename, extname } from 'node:path'
import { SoundingsError } from '#domain/errors'
import { citationEndings, readCitations } from './citations.ts'
import { type DocumentReport, importDocument, largestDocument } from './documents.ts'
import { type ImportReport, importParsed } from './import.ts'
import { readText } from './method-file.ts'
import { readableMediaTypes } from './read-document.ts'
import { parseRecords, type ReadRecord, type RecordFile, readBytes, readRecordFile } from './record-file.ts'
import type { Workbench } from './workbench.ts'

/** What an import of files of any type did. */
export interface AnyImport {
  readonly records: ImportReport | undefined
  readonly documents: readonly DocumentReport[]
}

const recordEndings = ['.yaml', '.yml', '.json']

/**
 * Imports files by their type: records (YAML, JSON), citations (BibTeX, RIS, CSL-JSON), documents (PDF, DOCX, HTML,
 * text). Records and citations of one call are one change; each document is one change of its own, after them.
 */
export async function importAny(
  workbench: Workbench,
  names: readonly string[],
  options: { readonly why: string; readonly dryRun: boolean; readonly source?: string | undefined },
): Promise<AnyImport> {
  const { database, author } = workbench
  const documents = names.filter((name) => extname(name).toLowerCase() in readableMediaTypes)
  const others = names.filter((name) => !documents.includes(name))
  if (documents.length > 1 && options.source !== undefined)
    throw new SoundingsError('call-invalid', '--source goes with one document', {
      advice: 'Import the documents one by one.',
    })
  const parsed = others.map(readOther)
  const bytes = documents.map((name) => ({ name, bytes: readBytes(name, largestDocument) }))
  const records =
    parsed.length === 0
      ? undefined
      : await importParsed(database, parsed, author(options.why), options.dryRun)
  const reports: DocumentReport[] = []
  for (const file of options.dryRun ? [] : bytes)
    reports.push(await importDocument(database, file, author(options.why), options.source))
  return { records, documents: reports }
}

function readOther(name: string): RecordFile {
  if (name === '-') {
    const { name: shown, text } = readText('-')
    return parseRecords(text, shown)
  }
  if (citationEndings.some((ending) => name.toLowerCase().endsWith(ending)))
    return asRecords(readText(name).text, name)
  if (recordEndings.includes(extname(name).toLowerCase())) return readRecordFile(name)
  readBytes(name, largestDocument)
  const known = [...recordEndings, ...citationEndings, ...Object.keys(readableMediaTypes)]
  throw new SoundingsError('format-unknown', `${basename(name)} is of no type that can be imported`, {
    place: { file: name },
    advice: `Files end in ${known.join(', ')}.`,
  })
}

function asRecords(text: string, name: string): RecordFile {
  const records = readCitations(text, name).map(
    (body): ReadRecord => ({
      write: { kind: 'source', id: body.id, body },
      place: (field) => ({ file: name, field: `${body.id}.${field}` }),
    }),
  )
  return { records, whole: {} }
}
