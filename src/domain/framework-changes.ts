import type { Criterion, Framework } from './framework.ts'
import { partsOf } from './framework-tree.ts'

/** The fields of a criterion whose change is told in words; its place and its weight are told apart. */
export const toldFields = [
  'title',
  'titleVi',
  'definition',
  'definitionVi',
  'evidence',
  'evidenceVi',
  'unit',
  'direction',
  'scale',
  'measure',
  'goalposts',
  'logarithmic',
  'fromRecords',
  'restsOn',
] as const
export type ToldField = (typeof toldFields)[number]

interface Of {
  readonly code: string
  readonly title: string
  readonly titleVi: string
}

/** One thing that differs between two versions of a framework. A value that was or is not there is null. */
export type FrameworkChange =
  | (Of & { readonly what: 'added' | 'removed'; readonly above: string | null })
  | (Of & { readonly what: 'moved'; readonly from: string | null; readonly to: string | null })
  | (Of & { readonly what: 'reweighted'; readonly from: number; readonly to: number })
  | (Of & {
      readonly what: 'changed'
      readonly field: ToldField
      /** level of the scale, where one level changed */
      readonly level: number | null
      readonly from: string | null
      readonly to: string | null
    })
  | { readonly what: 'reordered'; readonly above: string | null }
  | {
      readonly what: 'renamed'
      readonly field: 'title' | 'titleVi' | 'edition' | 'note' | 'comment' | 'handling' | 'restsOn'
      readonly from: string | null
      readonly to: string | null
    }

/**
 * What differs between two versions of a framework: criteria added, removed, moved, reweighted, changed, and the order of parts.
 *
 * @returns in the order of the newer version, what was removed last; nothing if the two say the same
 */
export function frameworkChanges(before: Framework, after: Framework): readonly FrameworkChange[] {
  const old = new Map(before.criteria.map((one) => [one.code, one]))
  const now = new Set(after.criteria.map(({ code }) => code))
  return [
    ...ownChanges(before, after),
    ...after.criteria.flatMap((one) => {
      const was = old.get(one.code)
      const above = one.parent ?? null
      return was === undefined ? [{ what: 'added' as const, ...of(one), above }] : ofCriterion(was, one)
    }),
    ...reordered(before, after),
    ...before.criteria
      .filter(({ code }) => !now.has(code))
      .map((one) => ({ what: 'removed' as const, ...of(one), above: one.parent ?? null })),
  ]
}

function of({ code, title, titleVi }: Criterion): Of {
  return { code, title, titleVi: titleVi ?? title }
}

function ownChanges(before: Framework, after: Framework): readonly FrameworkChange[] {
  const fields = ['title', 'titleVi', 'edition', 'note', 'comment', 'handling', 'restsOn'] as const
  return fields.flatMap((field) => {
    const [from, to] = [said(before[field]), said(after[field])]
    return from === to ? [] : [{ what: 'renamed' as const, field, from, to }]
  })
}

function ofCriterion(was: Criterion, is: Criterion): readonly FrameworkChange[] {
  const changes: FrameworkChange[] = []
  if (was.parent !== is.parent)
    changes.push({ what: 'moved', ...of(is), from: was.parent ?? null, to: is.parent ?? null })
  if (was.weight !== is.weight)
    changes.push({ what: 'reweighted', ...of(is), from: was.weight, to: is.weight })
  for (const field of toldFields) {
    if (field === 'scale') changes.push(...ofScale(was, is))
    else {
      const [from, to] = [said(was[field]), said(is[field])]
      if (from !== to) changes.push({ what: 'changed', ...of(is), field, level: null, from, to })
    }
  }
  return changes
}

function ofScale(was: Criterion, is: Criterion): readonly FrameworkChange[] {
  const levels = Math.max(was.scale?.length ?? 0, is.scale?.length ?? 0)
  return Array.from({ length: levels }, (_, at) => at + 1).flatMap((level) => {
    const text = (one: Criterion) => {
      const anchor = one.scale?.find((step) => step.level === level)
      return anchor === undefined ? null : [anchor.en, anchor.vi ?? []].flat().join(' / ')
    }
    const [from, to] = [text(was), text(is)]
    return from === to
      ? []
      : [{ what: 'changed' as const, ...of(is), field: 'scale' as const, level, from, to }]
  })
}

function reordered(before: Framework, after: Framework): readonly FrameworkChange[] {
  const kept = (one: Framework, other: Framework, parent: string | undefined) =>
    partsOf(one.criteria, parent)
      .filter(({ code }) => partsOf(other.criteria, parent).some((twin) => twin.code === code))
      .map(({ code }) => code)
      .join(' ')
  return [undefined, ...after.criteria.map(({ code }) => code)]
    .filter((parent) => kept(before, after, parent) !== kept(after, before, parent))
    .map((parent) => ({ what: 'reordered' as const, above: parent ?? null }))
}

function said(value: Criterion[ToldField] | Framework['restsOn'] | string): string | null {
  if (value === undefined) return null
  if (!Array.isArray(value)) return String(value)
  return value
    .map((item) => {
      if (typeof item !== 'object') return Number.isNaN(item) ? '?' : String(item) // a draft may lack one
      return 'source' in item ? [item.source, item.locator ?? []].flat().join(', ') : item.en
    })
    .join(value.every((item) => typeof item === 'number') ? ' → ' : '; ')
}
