import { literal } from './bulk-engine.ts'

/** SQL that reads Parquet files as one relation. */
export function parquetScan(paths: readonly string[]): string {
  return `read_parquet([${paths.map(literal).join(', ')}], union_by_name=true)`
}
