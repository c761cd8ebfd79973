import { SoundingsError } from '#domain/errors'
import { idFromWords } from '#domain/id-from-words'
import { Instant, millisecondsOf } from '#domain/instant'
import { kinds } from '#domain/record'
import type { TextTable } from '#storage/read-table'
import { numberIn } from './forecasts-file.ts'

/** Which columns of a table of forecasts say what, and what the table does not say. */
export interface ForecastTableLayout {
  /** columns that name a question together */
  readonly question: readonly string[]
  readonly forecaster: string
  readonly probability: string
  /** 100 if probabilities are percentages, else 1 */
  readonly whole: 1 | 100
  /** column of the outcome, 0 or 1, in the table of outcomes; empty while a question is open */
  readonly outcome: string
  readonly agency?: string | undefined
  readonly topic?: string | undefined
  /** column of the instant of a forecast; by default all were given when the questions opened */
  readonly time?: string | undefined
  readonly opens: string
  readonly closes: string
  readonly resolver: string
  readonly criteria: string
  /** stands before every id, so that two tables do not meet */
  readonly prefix: string
}

/** Records made of a table of forecasts, by the sections of a file of records. */
export type ForecastSections = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/**
 * Questions, forecasters, forecasts and resolutions out of a table of forecasts and a table of outcomes, which may be the same.
 *
 * @throws SoundingsError `table-invalid` with file, line and column; `call-invalid` for an instant that is none
 */
export function forecastSections(
  forecasts: TextTable,
  outcomes: TextTable,
  layout: ForecastTableLayout,
): ForecastSections {
  for (const name of ['opens', 'closes'] as const)
    if (!Instant.safeParse(layout[name]).success)
      throw new SoundingsError(
        'call-invalid',
        `--${name} must be an instant with its time zone, such as 2024-01-01T00:00:00Z`,
        { place: { value: layout[name] } },
      )
  const { prefix, resolver, opens, closes } = layout
  const questionIds = idsIn(`${prefix}/`)
  const assessorIds = idsIn(`${prefix}/by-`)
  const questions = new Map<string, Readonly<Record<string, unknown>>>()
  const assessors = new Map<string, Readonly<Record<string, unknown>>>()
  const given = new Map<string, number>()
  const made = Array.from({ length: forecasts.rows }, (_, row) => {
    const words = layout.question.map((column) => cell(forecasts, row, column)).join(' ')
    const question = questionIds(words)
    const name = cell(forecasts, row, layout.forecaster)
    const assessor = assessorIds(name)
    const topic = layout.topic === undefined ? null : (forecasts.columns[layout.topic]?.[row] ?? null)
    const agency = layout.agency === undefined ? null : (forecasts.columns[layout.agency]?.[row] ?? null)
    if (!questions.has(question))
      questions.set(question, {
        id: question,
        title: words,
        kind: 'binary',
        criteria: layout.criteria,
        resolver,
        opens,
        closes,
        resolves: closes,
        ...(topic === null ? {} : { topics: [topic] }),
      })
    if (!assessors.has(assessor))
      assessors.set(assessor, { id: assessor, name, ...(agency === null ? {} : { agency }) })
    const key = `${question}/${assessor.slice(prefix.length + 1)}`
    const nth = (given.get(key) ?? 0) + 1
    given.set(key, nth)
    return {
      id: `${key}/${nth}`,
      question,
      assessor,
      at: instantIn(forecasts, row, layout),
      probability: probabilityIn(forecasts, row, layout),
      ...(agency === null ? {} : { agency }),
    }
  })
  const resolutions = new Map<string, Readonly<Record<string, unknown>>>()
  for (let row = 0; row < outcomes.rows; row++) {
    const question = questionIds(layout.question.map((column) => cell(outcomes, row, column)).join(' '))
    const text = outcomes.columns[layout.outcome]?.[row] ?? null
    if (!questions.has(question) || text === null) continue
    const outcome = outcomeIn(outcomes, row, layout)
    if (resolutions.has(question) && resolutions.get(question)?.['outcome'] !== outcome)
      throw new SoundingsError('table-invalid', 'the question came out otherwise in an earlier row', {
        place: outcomes.place(row, layout.outcome),
      })
    resolutions.set(question, {
      id: question,
      question,
      state: 'resolved',
      outcome,
      by: resolver,
      at: closes,
      because: 'as the table says',
    })
  }
  return {
    [kinds.assessor.section]: [{ id: resolver, name: 'who decided the questions' }, ...assessors.values()],
    [kinds.question.section]: [...questions.values()],
    [kinds.forecast.section]: made,
    [kinds.resolution.section]: [...resolutions.values()],
  }
}

/** Ids of words; two words that would have the same id are kept apart by a number. */
function idsIn(prefix: string): (words: string) => string {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  return (words) => {
    const found = known.get(words)
    if (found !== undefined) return found
    const plain = `${prefix}${idFromWords(words, 'unnamed').slice(0, 40)}`
    let id = plain
    for (let nth = 2; taken.has(id); nth++) id = `${plain}-${nth}`
    known.set(words, id)
    taken.add(id)
    return id
  }
}

function cell(table: TextTable, row: number, column: string): string {
  const text = table.columns[column]?.[row] ?? null
  if (text !== null) return text
  throw new SoundingsError('table-invalid', `the ${column} is not named`, { place: table.place(row, column) })
}

function probabilityIn(table: TextTable, row: number, { probability, whole }: ForecastTableLayout): number {
  const p = numberIn(table.columns[probability]?.[row])
  if (p !== undefined && p >= 0 && p <= whole) return p / whole
  throw new SoundingsError('table-invalid', `a probability must be a number from 0 to ${whole}`, {
    place: table.place(row, probability),
    ...(whole === 1 ? { advice: 'Say --percent if the column holds percentages.' } : {}),
  })
}

function outcomeIn(table: TextTable, row: number, { outcome }: ForecastTableLayout): 'yes' | 'no' {
  const value = numberIn(table.columns[outcome]?.[row])
  if (value === 1) return 'yes'
  if (value === 0) return 'no'
  throw new SoundingsError('table-invalid', 'an outcome must be 0 or 1', { place: table.place(row, outcome) })
}

function instantIn(table: TextTable, row: number, { time, opens }: ForecastTableLayout): string {
  if (time === undefined) return opens
  const text = cell(table, row, time)
  const found = Instant.safeParse(text)
  if (found.success) return new Date(millisecondsOf(found.data)).toISOString()
  throw new SoundingsError('table-invalid', 'a time must be an instant with its time zone', {
    place: table.place(row, time),
  })
}
