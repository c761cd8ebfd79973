import { type Missing, missing } from '#domain/missing'
import { reasons } from './reasons.data.ts'

/**
 * An absent value of this instrument, its reason told in both languages.
 *
 * @example
 * absent('not-applicable', 'nobodyStands').becauseVi // => 'không có dự báo nào còn hiệu lực, hoặc chưa được xem khi chưa nộp dự báo của mình'
 */
export function absent(reason: Missing['missing'], key: keyof typeof reasons): Missing {
  return missing(reason, reasons[key])
}
