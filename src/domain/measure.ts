import { groupMeasures, plainMeasures } from './measures.data.ts'
import { type MeasureWords, measuresVi } from './measures-vi.data.ts'

/** What can be measured of a relation from public datasets: what it is, by which formula, from which datasets. */
export interface Measure {
  readonly id: string
  readonly title: { readonly en: string; readonly vi: string }
  /** the formula in words; the first is the state whose value it is, the second the state towards which */
  readonly formula: string
  readonly unit: string
  /** ids of the datasets it is computed from: all of them, or one of them where `either` is true */
  readonly datasets: readonly string[]
  /** true if one of the datasets is enough; that which covers most of the years asked is taken */
  readonly either?: true
  /** whether of → towards differs from towards → of */
  readonly directed: boolean
  /** values that the measure can take; null is open */
  readonly range: readonly [number | null, number | null]
  /** what a higher value says of the depth of a relation; `neither` where that is a matter of judgement */
  readonly direction: 'deeper' | 'shallower' | 'neither'
  /** how the standard error is had, or why there is none */
  readonly uncertainty: string
  /** what the value does not say */
  readonly caution: string
  /** who proposed the measure, or whose variant it is */
  readonly source: string
}

/** The measures that the workbench computes from imported datasets: each of one state towards another in one year. */
export const measures: readonly Measure[] = [...plainMeasures, ...groupMeasures]

/**
 * The measure of this id, if the workbench computes it.
 *
 * @example
 * measureOf('alliance')?.unit // => '0 to 3'
 * measureOf('product-dependence/fuels')?.directed // => true
 */
export function measureOf(id: string): Measure | undefined {
  return measures.find((measure) => measure.id === id)
}

/**
 * The words of a measure that a person reads, in a language.
 *
 * @example
 * measureWords('dispute-years', 'vi').unit // => 'năm'
 * measureWords('dispute-years', 'en').unit // => 'years'
 */
export function measureWords(id: string, language: 'en' | 'vi'): MeasureWords {
  const found = language === 'vi' ? measuresVi[id] : measureOf(id)
  if (found === undefined) throw new RangeError(`measureWords: id must be that of a measure, got ${id}`)
  return found
}
