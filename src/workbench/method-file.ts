import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { SoundingsError } from '#domain/errors'
import { readTable } from '#storage/read-table'
import type { MethodFile } from './method.ts'
import { readBytes } from './record-file.ts'

const largestTextFile = 512 * 1024 * 1024

/** A file named on the command line; `-` is standard input. */
export function methodFile(path: string): MethodFile {
  const name = path === '-' ? 'standard input' : path
  let kept: string | undefined
  const onDisk = () => {
    if (path !== '-') return path
    kept ??= inputOnDisk()
    return kept
  }
  return {
    name,
    text: () => readText(path).text,
    table: (required, optional) => readTable(onDisk(), name, required, optional),
  }
}

/**
 * A file as text: UTF-8, with or without a byte order mark, gzipped if its name says so; `-` is standard input.
 *
 * @throws SoundingsError `file-not-found`, `file-too-large`, `file-unreadable`
 */
export function readText(path: string): { readonly name: string; readonly text: string } {
  const bytes = path === '-' ? readFileSync(0) : readBytes(path, largestTextFile)
  return { name: path === '-' ? 'standard input' : path, text: decoded(bytes, path) }
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

/** Standard input can be read once; kept as a file, it can be asked for several tables. */
function inputOnDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-input-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })) // till then, messages look lines up
  const path = join(folder, 'input')
  writeFileSync(path, readFileSync(0))
  return path
}
