import type { Language } from './exhibit.ts'
import { unitsVi } from './units.data.ts'

/**
 * A unit in the language of the reader. Results hold units in English; one that is not in the table is told as it is.
 *
 * @example
 * unitIn('years', 'vi') // => 'năm'
 * @example
 * unitIn('level of 5', 'vi') // => 'mức trên thang 5'
 */
export function unitIn(unit: string, language: Language): string {
  if (language === 'en') return unit
  const ladder = /^level of (\d+)$/.exec(unit)
  return ladder === null ? (unitsVi[unit] ?? unit) : `mức trên thang ${ladder[1]}`
}
