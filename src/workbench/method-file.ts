import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { SoundingsError } from '#domain/errors'
import type { MethodFile } from './method.ts'
import { readBytes } from './record-file.ts'

const largestMethodFile = 512 * 1024 * 1024

/**
 * A file as text: UTF-8, with or without a byte order mark, gzipped if its name says so; `-` is standard input.
 *
 * @throws SoundingsError `file-not-found`, `file-too-large`, `file-unreadable`
 */
export function readMethodFile(name: string): MethodFile {
  const bytes = name === '-' ? readFileSync(0) : readBytes(name, largestMethodFile)
  return { name: name === '-' ? 'standard input' : name, text: decoded(bytes, name) }
}

function decoded(bytes: Buffer, name: string): string {
  try {
    const plain = name.endsWith('.gz') ? gunzipSync(bytes) : bytes
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch (cause) {
    const what = name.endsWith('.gz') ? 'it is no whole gzip file of UTF-8 text' : 'it is no UTF-8 text'
    throw new SoundingsError('file-unreadable', what, { place: { file: name }, cause })
  }
}
