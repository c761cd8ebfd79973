import { type ActivityKind, activityKindNames } from '#domain/activity'
import type { Cell, Language } from '#domain/exhibit'
import { stateOf } from '#domain/state'
import { absent } from './absent.ts'
import { isCovered } from './coverage.ts'
import type { CellLine, Result } from './model.ts'
import { namer } from './table.ts'

/** A row of a heat map: a partner, its cells, and the places in the ledger that they rest on. */
export interface HeatLine {
  readonly partner: string | null
  readonly name: string
  readonly cells: readonly Cell[]
  /** for each cell the places in the ledger that it rests on */
  readonly places: readonly (readonly number[])[]
  readonly entries: readonly number[]
}

/** Partners by kind. A cell without activities is zero only if the years asked for are covered in full for its kind. */
export function heatByKind(
  result: Result,
  language: Language,
): { readonly kinds: readonly ActivityKind[]; readonly lines: readonly HeatLine[] } {
  const kinds = activityKindNames.filter((kind) => result.cells.some((cell) => cell.kind === kind))
  const empty = kinds.map((kind) => yearsOf(result).every((year) => isCovered(result.coverage, kind, year)))
  return {
    kinds,
    lines: linesOf(
      result,
      language,
      kinds.map((kind, at) => [(cell: CellLine) => cell.kind === kind, empty[at] === true]),
    ),
  }
}

/** Partners by year; the last column is of what has no year. Zero only where every kind recorded is covered in full. */
export function heatByYear(
  result: Result,
  language: Language,
): { readonly years: readonly (number | null)[]; readonly lines: readonly HeatLine[] } {
  const kinds = new Set(result.cells.map(({ kind }) => kind))
  const years = [...yearsOf(result), ...(result.cells.some(({ year }) => year === null) ? [null] : [])]
  return {
    years,
    lines: linesOf(
      result,
      language,
      years.map((year) => [
        (cell: CellLine) => cell.year === year,
        year !== null && [...kinds].every((kind) => isCovered(result.coverage, kind, year)),
      ]),
    ),
  }
}

function linesOf(
  result: Result,
  language: Language,
  columns: readonly (readonly [(cell: CellLine) => boolean, boolean])[],
): readonly HeatLine[] {
  const name = namer(result, language)
  const apart = result.cells.some(({ partner }) => partner === null)
  const ids = [
    ...result.partners.map(({ id }) => id).filter((id) => result.cells.some(({ partner }) => partner === id)),
    ...(apart ? [null] : []),
  ]
  return ids.map((partner) => {
    const its = result.cells.filter((cell) => cell.partner === partner)
    return {
      partner,
      name: name(partner),
      cells: columns.map(([holds, covered]): Cell => {
        const count = its.filter(holds).reduce((sum, cell) => sum + cell.count, 0)
        if (count > 0) return Number.isInteger(count) ? String(count) : count
        return covered && partner !== null ? '0' : absent('outside-coverage', 'notCovered')
      }),
      places: columns.map(([holds]) => [...new Set(its.filter(holds).flatMap(({ entries }) => entries))]),
      entries: [...new Set(its.flatMap(({ entries }) => entries))],
    }
  })
}

/** The years asked for, in order. */
export function yearsOf({ from, to }: Pick<Result, 'from' | 'to'>): readonly number[] {
  return from === null || to === null ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** The name of a state that is no partner, such as a major power with which nothing is recorded. */
export function stateIn(id: string, language: Language): string {
  const state = stateOf(id)
  return (language === 'vi' ? state?.nameVi : state?.name) ?? id
}
