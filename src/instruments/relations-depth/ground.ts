import type { Dossier } from './model.ts'

/**
 * What analyses of the same state share when they read the same records under the same request: it is computed once, whoever is
 * asked about first.
 */
export interface Ground {
  /** what was computed under this name, or else what is computed now; one name stands for one computation */
  once<T>(name: string, compute: () => T): T
}

/** A ground on which nothing was computed yet. */
export function newGround(): Ground {
  const known = new Map<string, unknown>()
  return {
    once<T>(name: string, compute: () => T): T {
      if (!known.has(name)) known.set(name, compute())
      return known.get(name) as T // a name stands for one computation, so for one type
    },
  }
}

/** Dossiers by the id of their relation: draws must not depend on who is asked about. */
export function byRelation(dossiers: readonly Dossier[]): readonly Dossier[] {
  return dossiers.toSorted((a, b) => (a.relation.id < b.relation.id ? -1 : 1))
}
