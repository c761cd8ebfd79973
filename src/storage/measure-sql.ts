import type { MeasureSql } from './measure-answer.ts'
import { contactSql } from './measure-sql-contacts.ts'
import { productSql } from './measure-sql-products.ts'
import { tieSql } from './measure-sql-ties.ts'
import { tradeSql } from './measure-sql-trade.ts'
import { votingSql } from './measure-sql-voting.ts'

/** The SQL of every measure, by id. Formulas in words are in domain/measures.data.ts. */
export const measureSql: Readonly<Record<string, MeasureSql>> = {
  ...tradeSql,
  ...productSql,
  ...tieSql,
  ...votingSql,
  ...contactSql,
}
