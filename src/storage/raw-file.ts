import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { SoundingsError } from '#domain/errors'

/** A file of rows as it came: what it is, and the first of its text. Nothing of it is trusted yet. */
export interface RawFile {
  readonly path: string
  /** name for messages */
  readonly name: string
  readonly format: 'text' | 'json' | 'parquet'
  readonly gzipped: boolean
  readonly bytes: number
  /** of the file as it came, hexadecimal */
  readonly sha256: string
  /** up to 64 KiB of the text, without a byte order mark; empty for Parquet */
  readonly head: string
}

const headBytes = 65_536

/**
 * Reads a file once from end to end: says what it is, takes its SHA-256, and makes sure that a gzip file is whole.
 *
 * @param progress told how many bytes of the file were read
 * @throws SoundingsError `file-not-found`, `file-unreadable` (cut off, another encoding, no table), `cancelled`
 */
export async function examineFile(
  path: string,
  name: string,
  options: { signal?: AbortSignal; progress?: (done: number, of: number) => void } = {},
): Promise<RawFile> {
  const size = statSync(path, { throwIfNoEntry: false })
  if (size === undefined || size.isDirectory())
    throw new SoundingsError('file-not-found', size ? 'this is a folder' : 'there is no such file', {
      place: { file: name },
    })
  const hash = createHash('sha256')
  const begin = collector()
  let read = 0
  async function* watched(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      read += chunk.length
      options.progress?.(read, size?.size ?? 0)
      yield chunk
    }
  }
  const last = new Writable({
    write(chunk: Buffer, _encoding, done) {
      begin.add(chunk)
      done()
    },
  })
  const gzipped = isGzip(await firstBytes(path))
  const source = createReadStream(path, { highWaterMark: 1 << 20 })
  const signal = options.signal === undefined ? {} : { signal: options.signal }
  try {
    await (gzipped
      ? pipeline(source, watched, createGunzip(), last, signal)
      : pipeline(source, watched, last, signal))
  } catch (cause) {
    if (options.signal?.aborted) throw new SoundingsError('cancelled', 'reading the file was cancelled')
    throw new SoundingsError('file-unreadable', 'the gzip file is cut off or damaged', {
      place: { file: name },
      advice: 'Download or copy it again; nothing was imported.',
      cause,
    })
  }
  const bytes = begin.bytes()
  return {
    path,
    name,
    gzipped,
    bytes: size.size,
    sha256: hash.digest('hex'),
    ...recognize(bytes, name),
  }
}

function recognize(bytes: Buffer, name: string): Pick<RawFile, 'format' | 'head'> {
  const refuse = (message: string, advice: string): never => {
    throw new SoundingsError('file-unreadable', message, { place: { file: name }, advice })
  }
  const starts = (...codes: readonly number[]) => codes.every((code, at) => bytes[at] === code)
  if (bytes.length === 0) refuse('the file is empty', 'Bring the file with its header and rows.')
  if (starts(0x50, 0x41, 0x52, 0x31)) return { format: 'parquet', head: '' }
  if (starts(0x50, 0x4b, 3, 4))
    refuse(
      'this is a ZIP archive or an Excel workbook',
      'Unpack it, or save the sheet as CSV (UTF-8), and bring the file inside.',
    )
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff))
    refuse('the text is UTF-16', 'Save it as CSV in UTF-8 and retry.')
  const text = new TextDecoder().decode(bytes) // strips a byte order mark; a cut last letter is harmless here
  if (/^[^\n]*\0/.test(text)) refuse('this is no text', 'Bring the table as CSV, JSON or Parquet.')
  return { format: /^\s*[[{]/.test(text) ? 'json' : 'text', head: text }
}

function collector() {
  const chunks: Buffer[] = []
  let length = 0
  return {
    add(chunk: Buffer) {
      if (length >= headBytes) return
      chunks.push(chunk.subarray(0, headBytes - length))
      length += Math.min(chunk.length, headBytes - length)
    },
    bytes: () => Buffer.concat(chunks),
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { end: 3 })) return chunk as Buffer // no encoding is set
  return Buffer.alloc(0)
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}
