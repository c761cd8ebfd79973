import { join } from 'node:path'
import type { Reason } from '#domain/missing'
import { inSystem } from '#domain/state'
import { literal, openBulkEngine } from './bulk-engine.ts'
import type { ImportedVersion } from './dataset-versions.ts'
import { measureSql } from './measure-sql.ts'
import { parquetScan } from './parquet-scan.ts'

/** Of whom a measure is asked, towards whom. */
export interface AskedPair {
  readonly of: string
  readonly towards: string
}

/** One value of a measure; null with the reason where there is none. */
export interface MeasuredRow extends AskedPair {
  readonly year: number
  readonly value: number | null
  readonly se: number | null
  readonly because: Reason | null
}

/**
 * Computes one measure for pairs of states and years from imported versions.
 *
 * @param folder where datasets of the workspace lie
 * @param years  in which years
 * @returns a row for each pair and year, in this order; null outside the years of a dataset and where a state did not exist
 * @throws RangeError if the measure is not one of measure-sql.ts
 */
export async function readMeasure(
  folder: string,
  measure: string,
  versions: readonly ImportedVersion[],
  pairs: readonly AskedPair[],
  years: readonly number[],
): Promise<readonly MeasuredRow[]> {
  const how = measureSql[measure]
  if (how === undefined) throw new RangeError(`readMeasure: there is no SQL of ${measure}`)
  const engine = await openBulkEngine()
  try {
    const covered: { from: number; to: number }[] = []
    for (const name of how.tables) {
      const [dataset, table] = name.split('/')
      const version = versions.find((one) => one.dataset === dataset)
      const imported = version?.tables.find((one) => one.name === table)
      if (version === undefined || imported === undefined)
        throw new RangeError(`readMeasure: ${name} was not imported`)
      const scan = parquetScan(
        imported.files.map((file) => join(folder, version.dataset, version.version, file)),
      )
      await engine.run(`create view ${name.replaceAll(/[-/]/g, '_')} as select * from ${scan}`)
      const seen = imported.years.map(({ year }) => year)
      if (seen.length > 0) covered.push({ from: Math.min(...seen), to: Math.max(...seen) })
    }
    await engine.run('create table asked (of varchar, towards varchar, year integer)')
    const cells = pairs.flatMap(({ of, towards }) =>
      years.map((year) => `(${literal(of)}, ${literal(towards)}, ${year})`),
    )
    if (cells.length === 0) return []
    await engine.run(`insert into asked values ${cells.join(', ')}`)
    const rows = await engine.rows<Omit<MeasuredRow, 'because'>>(
      `select * from (${how.sql}) order by of, towards, year`,
    )
    const whyNot = ({ of, towards, year }: AskedPair & { readonly year: number }): Reason | null => {
      const outside = covered.find(({ from, to }) => year < from || year > to)
      if (outside !== undefined) return spans(outside)
      const gone = [of, towards].find((state) => state !== null && !inSystem('cow', state, year))
      return gone === undefined ? null : noMember(gone, year)
    }
    return rows.map((row) => {
      const because = whyNot(row) ?? (row.value === null ? how.absent : null)
      return because === null ? { ...row, because } : { ...row, value: null, se: null, because }
    })
  } finally {
    engine.close()
  }
}

function spans({ from, to }: { readonly from: number; readonly to: number }): Reason {
  return { en: `the dataset covers ${from} to ${to}`, vi: `bộ dữ liệu bao quát từ ${from} đến ${to}` }
}

function noMember(state: string, year: number): Reason {
  return {
    en: `${state} was no member of the state system in ${year}`,
    vi: `${state} không thuộc hệ thống các quốc gia trong năm ${year}`,
  }
}
