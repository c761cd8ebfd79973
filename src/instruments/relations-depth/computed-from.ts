import type { Exhibit } from '#domain/exhibit'
import type { Result } from './model.ts'

/** Of each table: the tables from which its rows without evidence of their own are computed. */
const computedFrom: Readonly<Record<string, readonly string[]>> = {
  warnings: ['leaves', 'league'],
  branches: ['leaves'],
  sensitivity: ['leaves', 'branches'],
  trajectory: ['leaves', 'pairs'],
  quadrant: ['trajectory', 'pairs'],
  trust: ['pairs'],
  survival: ['spells', 'league'],
  width: ['leaves', 'spells'],
  spill: ['leaves', 'league'],
  checks: ['leaves', 'spells'],
  titled: ['league'],
  raters: ['leaves'],
  levers: ['leaves'],
}

/**
 * Tables that say of every row what it rests on: its own evidence, or the tables from which it is computed. Of a criterion of
 * which nothing is known, only the weight is told, and that is of the framework.
 */
export function sourced(result: Pick<Result, 'framework'>, tables: readonly Exhibit[]): readonly Exhibit[] {
  return tables.map((table) => {
    const from = table.computedFrom ?? computedFrom[table.id]
    if (from !== undefined) return { ...table, computedFrom: from }
    if (table.id !== 'leaves') return table
    const { evidence } = result.framework
    const rows = table.rows.map((row) => (row.evidence.length === 0 ? { ...row, evidence } : row))
    return { ...table, rows }
  })
}
