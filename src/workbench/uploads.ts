import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { SoundingsError } from '#domain/errors'

/** A file that came in over HTTP and waits for its import, in a folder of this process. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly path: string
}

const uploads = new Map<string, Upload>()
let folder: string | undefined

/** Receives a file as it streams in, and keeps it until it is imported or this process ends. */
export async function receiveUpload(name: string, body: ReadableStream | null): Promise<Upload> {
  if (body === null) throw new SoundingsError('call-invalid', 'the body is empty; send the bytes of the file')
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'soundings-uploads-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  const id = randomBytes(9).toString('base64url')
  const upload = { id, name, path: join(folder, id) }
  try {
    await pipeline(Readable.fromWeb(body), createWriteStream(upload.path))
  } catch (cause) {
    rmSync(upload.path, { force: true })
    throw new SoundingsError('file-unreadable', 'the file did not arrive whole', {
      place: { file: name },
      cause,
    })
  }
  uploads.set(id, upload)
  return upload
}

/**
 * The uploads with these ids.
 *
 * @throws SoundingsError `file-not-found` if one is gone
 */
export function uploadsOf(ids: readonly string[]): readonly Upload[] {
  return ids.map((id) => {
    const upload = uploads.get(id)
    if (upload !== undefined && existsSync(upload.path)) return upload
    throw new SoundingsError('file-not-found', `the upload ${id} is no longer here`, {
      advice: 'Send the file again.',
    })
  })
}

/** Lets go of uploads that are imported or no longer wanted. */
export function dropUploads(gone: readonly Upload[]): void {
  for (const { id, path } of gone) {
    uploads.delete(id)
    rmSync(path, { force: true })
  }
}
