import { useCallback, useMemo, useState } from 'react'
import type { Language } from '#domain/exhibit'
import { type Criterion, Framework } from '#domain/framework'
import { type FrameworkChange, frameworkChanges } from '#domain/framework-changes'
import { faultWords } from './fault-words.ts'

/** What is wrong with a draft: where, and the message of the schema. */
export interface Fault {
  /** code of the criterion; null for the framework itself */
  readonly code: string | null
  /** path of the field within it, joined by points */
  readonly field: string
  readonly message: string
}

/** A framework as it is being edited, beside the version that the editing began with. */
export interface Draft {
  readonly base: Framework
  readonly version: number
  readonly now: Framework
  readonly changes: readonly FrameworkChange[]
  readonly faults: readonly Fault[]
  edit(change: (framework: Framework) => Framework): void
  restart(base: Framework, version: number): void
}

/** Keeps a draft of a framework; what comes from the workspace meanwhile does not touch it. */
export function useDraft(given: Framework, givenVersion: number, language: Language): Draft {
  const [{ base, version, now }, setState] = useState({ base: given, version: givenVersion, now: given })
  const changes = useMemo(() => frameworkChanges(base, now), [base, now])
  const faults = useMemo(() => faultsOf(now, language), [now, language])
  const edit = useCallback(
    (change: (framework: Framework) => Framework) =>
      setState((state) => ({ ...state, now: change(state.now) })),
    [],
  )
  const restart = useCallback(
    (from: Framework, of: number) => setState({ base: from, version: of, now: from }),
    [],
  )
  return { base, version, now, changes, faults, edit, restart }
}

/** A criterion with one field set, or without it. */
export function withField<F extends keyof Criterion>(
  criterion: Criterion,
  field: F,
  value: Criterion[F] | undefined,
): Criterion {
  const others = Object.entries(criterion).filter(([name]) => name !== field)
  const set: Record<string, unknown> = Object.fromEntries(others)
  if (value !== undefined) set[field] = value
  return set as unknown as Criterion // the value is of the type of its field; the schema says what is wanting
}

/** The faults of one field of one criterion, as one message; undefined where there is none. */
export function faultAt(faults: readonly Fault[], code: string | null, field: string): string | undefined {
  const found = faults.filter(
    (one) => one.code === code && (one.field === field || one.field.startsWith(`${field}.`)),
  )
  return found.length === 0 ? undefined : found.map(({ message }) => message).join('; ')
}

/** Every fault that the schema finds, in the language of the page. */
export function faultsOf(given: unknown, language: Language): readonly Fault[] {
  const checked = Framework.safeParse(given)
  if (checked.success) return []
  const { criteria } = given as { readonly criteria?: readonly Partial<Criterion>[] } // what there is of it
  return checked.error.issues.map((issue): Fault => {
    const { path } = issue
    const words = faultWords(issue, language)
    const [first, at, ...rest] = path
    if (first !== 'criteria' || typeof at !== 'number')
      return { code: null, field: path.join('.'), message: words }
    return { code: criteria?.[at]?.code ?? null, field: rest.join('.'), message: words }
  })
}
