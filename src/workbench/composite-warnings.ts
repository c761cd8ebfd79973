import type { MethodWatch } from './method.ts'

/** Something the reader of an index should know before trusting it. */
export interface CompositeWarning {
  readonly code: CompositeWarningCode
  readonly message: string
  readonly unit?: string
  /** code of the indicator or branch */
  readonly at?: string
}

export type CompositeWarningCode =
  | 'column-unused'
  | 'denominator'
  | 'few-data'
  | 'missing'
  | 'not-filled'
  | 'outliers'
  | 'constant'
  | 'not-positive'
  | 'scale-begins-at-1'
  | 'weights'
  | 'inconsistent'
  | 'no-score'
  | 'order'
  | 'draws'

/** Where warnings are kept for the answer, and told at once. */
export interface WarningList {
  readonly all: readonly CompositeWarning[]
  warn(code: CompositeWarningCode, message: string, where?: { unit?: string; at?: string }): void
}

/** An empty list that tells on the watch. */
export function warningList(watch: Pick<MethodWatch, 'notice'>): WarningList {
  const all: CompositeWarning[] = []
  return {
    all,
    warn(code, message, where = {}) {
      all.push({ code, message, ...where })
      watch.notice(message)
    },
  }
}

/** Up to five of the names, and how many more. */
export function someOf(names: readonly string[]): string {
  const more = names.length - 5
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
