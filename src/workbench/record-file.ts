import { readFileSync, statSync } from 'node:fs'
import type { z } from 'zod'
import { type Place, SoundingsError } from '#domain/errors'
import { issueWords } from '#domain/issue-words'
import { type Kind, kindNames, kindOfSection, kinds } from '#domain/record'
import type { Write } from '#storage/write-records'
import { locatedYaml } from './located-yaml.ts'

/** A record read from a file, and how to say where something in it stands. */
export interface ReadRecord {
  readonly write: Exclude<Write, { readonly body: null }>
  place(field: string): Place
}

/** The records of a file, and the parts of a whole export that are no records. */
export interface RecordFile {
  readonly records: readonly ReadRecord[]
  readonly whole: Readonly<Record<string, unknown>>
}

const mebibyte = 1024 * 1024
const largestRecordFile = 64 * mebibyte
const wholeParts = ['soundings', 'changes', 'revisions', 'contents', 'analyses']

/**
 * The text of a file, refused before it is read if it is larger than may be.
 *
 * @throws SoundingsError `file-not-found`, `file-too-large`
 */
export function readBytes(file: string, largest: number): Buffer {
  const size = statSync(file, { throwIfNoEntry: false })
  if (size === undefined || size.isDirectory())
    throw new SoundingsError('file-not-found', size ? 'this is a folder' : 'there is no such file', {
      place: { file },
    })
  if (size.size > largest)
    throw new SoundingsError(
      'file-too-large',
      `it has ${Math.ceil(size.size / mebibyte)} MiB; the largest that can be read is ${largest / mebibyte} MiB`,
      { place: { file } },
    )
  return readFileSync(file)
}

/** Reads a file of records, YAML or JSON, one document or many. */
export function readRecordFile(file: string): RecordFile {
  return parseRecords(readBytes(file, largestRecordFile).toString('utf8'), file)
}

/**
 * Reads records from text: each document maps sections, such as `events`, to lists of records.
 *
 * @param name name of the file, for messages
 * @throws SoundingsError `yaml-syntax`, `record-invalid`, each with line, column, field and value
 */
export function parseRecords(text: string, name: string): RecordFile {
  const documents = locatedYaml(text, name)
  const values = /\.json$/i.test(name) ? (parsedJson(text) ?? documents.values()) : documents.values()
  const records: ReadRecord[] = []
  const whole: Record<string, unknown> = {}
  for (const [at, value] of values.entries()) {
    if (value === null || value === undefined) continue
    if (typeof value !== 'object' || Array.isArray(value))
      throw new SoundingsError(
        'record-invalid',
        'a file of records maps sections to lists, such as `events:`',
        {
          place: { file: name, line: 1 },
        },
      )
    for (const [section, list] of Object.entries(value)) {
      const locate = (path: readonly (string | number)[], ofKey = false) => documents.place(at, path, ofKey)
      if (wholeParts.includes(section)) whole[section] = list
      else records.push(...readSection(section, list, locate))
    }
  }
  return { records, whole }
}

type Locate = (path: readonly (string | number)[], ofKey?: boolean) => Place

function readSection(section: string, list: unknown, locate: Locate): readonly ReadRecord[] {
  const kind = kindOfSection(section)
  if (kind === undefined) {
    const known = kindNames.map((name) => kinds[name].section)
    throw new SoundingsError(
      'record-invalid',
      `there is no section ${section}; there are ${known.join(', ')}`,
      {
        place: locate([section], true),
      },
    )
  }
  if (!Array.isArray(list))
    throw new SoundingsError('record-invalid', `${section} must be a list of records`, {
      place: locate([section]),
    })
  return list.map((item, at) => readOne(kind, item, [section, at], locate))
}

function readOne(kind: Kind, item: unknown, path: readonly (string | number)[], locate: Locate): ReadRecord {
  const checked = kinds[kind].schema.safeParse(item)
  if (!checked.success) throw invalid(checked.error.issues[0], path, item, locate)
  const body = checked.data
  return {
    write: { kind, id: body.id, body } as ReadRecord['write'], // the schema of the kind accepted the body
    place: (field) => locate([...path, ...field.split('.').filter((part) => part !== '')]),
  }
}

function invalid(
  issue: z.core.$ZodIssue | undefined,
  path: readonly (string | number)[],
  item: unknown,
  locate: Locate,
): SoundingsError {
  if (issue === undefined) return new SoundingsError('record-invalid', 'the record is not valid')
  const inside = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return new SoundingsError('record-invalid', issueWords(issue, ''), {
      place: locate([...path, ...inside, key], true),
    })
  }
  const value = inside.reduce<unknown>(
    (at, part) => (at as Record<string | number, unknown> | undefined)?.[part],
    item,
  ) // a path of the issue
  return new SoundingsError('record-invalid', issueWords(issue, 'the record is not valid'), {
    place: { ...locate([...path, ...inside]), value },
  })
}

function parsedJson(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text)]
  } catch {
    return undefined // let the YAML reader say where the syntax breaks
  }
}
