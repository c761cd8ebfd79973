import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { Document, DocumentText } from '#domain/document'
import { SoundingsError } from '#domain/errors'
import { idFromWords } from '#domain/id-from-words'
import type { Passage } from '#domain/passage'
import type { Source } from '#domain/source'
import { readContent, storeContent } from '#storage/contents'
import type { Database } from '#storage/database'
import { listRecords, readRecord } from '#storage/read-records'
import { type Authorship, lockForWriting, type Write, writeInto } from '#storage/write-records'
import { anchorAgain, select } from './anchor.ts'
import { readableMediaTypes, readDocument } from './read-document.ts'

/** What became of the passages of a document when a changed version of it was imported. */
export interface DocumentReport {
  readonly document: string
  readonly source: string
  readonly characters: number
  readonly pages: number | undefined
  readonly version: number
  readonly passages: {
    readonly exact: readonly string[]
    readonly similar: readonly { id: string; similarity: number; became: string | undefined }[]
    readonly lost: readonly string[]
  }
}

export const largestDocument = 100 * 1024 * 1024

/** A file with its bytes. */
export interface FileBytes {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Imports a document: its text, and, if it was imported before under the same name or source, its passages found
 * again in the new version or reported as lost. All or nothing.
 *
 * @param sourceId source to which it belongs; by default one is made from the name of the file
 * @throws SoundingsError `file-unreadable`, `format-unknown`, `file-too-large`, `record-unknown`
 */
export async function importDocument(
  database: Database,
  file: FileBytes,
  authorship: Authorship,
  sourceId?: string,
): Promise<DocumentReport> {
  const { db } = database
  const ending = extname(file.name)
  const text = await readDocument(file.bytes, ending, file.name)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return db.transaction().execute(async (trx) => {
    await lockForWriting(trx)
    const source = sourceId ?? idFromWords(basename(file.name, ending), 'document')
    const known = await readRecord(trx, 'source', source)
    if (known === undefined && sourceId !== undefined)
      throw new SoundingsError('record-unknown', `there is no source ${sourceId}`, {
        place: { value: sourceId },
      })
    const id = `${source}/text`
    const before = await readRecord(trx, 'document', id)
    const document: Document = {
      id,
      source,
      name: basename(file.name),
      mediaType: readableMediaTypes[ending.toLowerCase()] ?? 'application/octet-stream',
      sha256,
      ...(text.pageStarts.length === 0 ? {} : { pages: text.pageStarts.length }),
      characters: text.text.length,
    }
    const passages = before === undefined ? [] : await passagesOf(trx, id)
    const anchored = passages.map((passage) => anchorAgain(passage, text, sha256))
    const writes: Write[] = [
      ...(known === undefined
        ? [{ kind: 'source' as const, id: source, body: sourceFor(source, file.name) }]
        : []),
      { kind: 'document', id, body: document },
      ...anchored.map((body) => ({ kind: 'passage' as const, id: body.id, body })),
    ]
    await storeContent(trx, { sha256, bytes: file.bytes, ...text, handling: known?.handling ?? 'public' })
    await writeInto(trx, writes, authorship)
    const version = (await readRecord(trx, 'document', id))?.version ?? 1
    return {
      document: id,
      source,
      characters: text.text.length,
      pages: document.pages,
      version,
      passages: report(anchored),
    }
  })
}

/** The text of a document as it stands now. */
export async function documentText({ db }: Database, id: string): Promise<DocumentText> {
  const document = await readRecord(db, 'document', id)
  const content = document && (await readContent(db, document.body.sha256))
  if (content === undefined) throw new SoundingsError('record-unknown', `there is no document ${id}`)
  return content
}

/**
 * Marks a passage of a document by its offsets.
 *
 * @throws SoundingsError `record-invalid` if the offsets do not lie in the text
 */
export async function markPassage(
  database: Database,
  documentId: string,
  range: { readonly start: number; readonly end: number },
  authorship: Authorship,
): Promise<Passage> {
  const { db } = database
  const text = await documentText(database, documentId)
  if (!(range.start >= 0 && range.end > range.start && range.end <= text.text.length))
    throw new SoundingsError('record-invalid', `a passage lies between 0 and ${text.text.length}`, {
      place: { field: 'range', value: range },
    })
  const document = await readRecord(db, 'document', documentId)
  const body: Passage = {
    id: `${documentId}/${range.start}-${range.end}`,
    document: documentId,
    documentSha256: document?.body.sha256 ?? '',
    ...select(text, range.start, range.end),
    anchoring: { how: 'selected' },
  }
  await db.transaction().execute(async (trx) => {
    await lockForWriting(trx)
    await writeInto(trx, [{ kind: 'passage', id: body.id, body }], authorship)
  })
  return body
}

async function passagesOf(trx: Database['db'], document: string): Promise<readonly Passage[]> {
  return (await listRecords(trx, 'passage'))
    .map((row) => row.body)
    .filter((body) => body.document === document)
}

function report(anchored: readonly Passage[]): DocumentReport['passages'] {
  const how = (wanted: Passage['anchoring']['how']) => anchored.filter((p) => p.anchoring.how === wanted)
  return {
    exact: how('exact').map((p) => p.id),
    similar: how('similar').map((p) => ({
      id: p.id,
      similarity: p.anchoring.similarity ?? 0,
      became: p.anchoring.became,
    })),
    lost: how('lost').map((p) => p.id),
  }
}

function sourceFor(id: string, name: string): Source {
  return {
    id,
    csl: { type: 'document', title: basename(name, extname(name)) },
    type: 'other',
    reliability: 'F',
  }
}
