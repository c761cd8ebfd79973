import type { ColumnDescription, Refusal, StateColumn } from './dataset.ts'

/** Two columns of Correlates of War numbers, as the two states of a dyad. */
export function cowDyad(a: string, b: string): readonly StateColumn[] {
  return [
    { as: 'a', code: a, scheme: 'cow' },
    { as: 'b', code: b, scheme: 'cow' },
  ]
}

/** The two states of a dyad whose order means nothing. */
export const dyad: readonly ColumnDescription[] = [
  { name: 'a', about: 'one state of the dyad', type: 'state' },
  { name: 'b', about: 'the other state', type: 'state' },
]

export const yearColumn: ColumnDescription = { name: 'year', about: 'year', type: 'integer', unit: 'year' }

/** Refuses rows whose year is no whole number. */
export function noYear(column: string): Refusal {
  return { when: `whole(${column}) is null`, because: `${column} is no year` }
}

/** A number of a file that marks what is missing with −9 or another negative code. */
export function missingBelowZero(column: string): string {
  return `case when amount(${column}) >= 0 then amount(${column}) end`
}

/** A column of words; `missing` says what an empty one means. */
export function word(name: string, about: string, missing?: string): ColumnDescription {
  return { name, about, type: 'text', ...(missing === undefined ? {} : { missing }) }
}
