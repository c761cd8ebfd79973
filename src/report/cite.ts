import type { Language } from '#domain/exhibit'
import type { FindingEvidence } from '#domain/finding'

/** Where a figure was computed from a public dataset: the command makes it again. */
export interface Computed {
  readonly what: { readonly en: string; readonly vi: string }
  readonly dataset: string
  readonly version: string
  readonly query: string
}

/** One place that a text rests on: number of the reference, place in it, and number of the dataset figure if it is one. */
export interface Cite {
  readonly number: number
  readonly locator: string | null
  readonly figure: number | null
}

/** Numbers references and dataset figures in the order in which they are first cited. */
export interface Citer {
  cite(evidence: readonly FindingEvidence[]): readonly Cite[]
  /** ids of sources, the first has number 1 */
  sources(): readonly string[]
  figures(): readonly (Computed & { readonly reference: number })[]
}

/**
 * A counter of references for one report.
 *
 * @param computed `kind id` of a record → where its figures come from, for those that were computed from datasets
 */
export function citer(computed: ReadonlyMap<string, Computed>, language: Language): Citer {
  const numbers = new Map<string, number>()
  const figures = new Map<string, { figure: number; reference: number; computed: Computed }>()
  const figureOf = (key: string, reference: number) => {
    const from = computed.get(key)
    if (from === undefined) return null
    const known = figures.get(key) ?? { figure: figures.size + 1, reference, computed: from }
    figures.set(key, known)
    return known.figure
  }
  return {
    cite(evidence) {
      const seen = new Map<string, Cite>()
      const { shown, left } = withoutListed(evidence)
      for (const { kind, id, source, locator } of shown) {
        const number = numbers.get(source) ?? numbers.size + 1
        numbers.set(source, number)
        const figure = figureOf(`${kind} ${id}`, number)
        const place = locator === null ? null : placeIn(locator, language)
        seen.set(`${number} ${place} ${figure}`, { number, locator: place, figure })
      }
      for (const [source, more] of left) {
        const number = numbers.get(source) ?? 0 // some of its places were shown above
        const locator = language === 'vi' ? `và ${more} chỗ khác` : `and ${more} more`
        seen.set(`${number} more`, { number, locator, figure: null })
      }
      return [...seen.values()]
    },
    sources: () => [...numbers.keys()],
    figures: () => [...figures.values()].map((one) => ({ ...one.computed, reference: one.reference })),
  }
}

/** Kinds of record that a table of the report lists one by one, so that a number resting on many need not name them all. */
const listedByTable = new Set(['activity'])
const mostListed = 3

/** What is cited place by place, and of how many places more of each source it is only told that they are. */
function withoutListed(evidence: readonly FindingEvidence[]) {
  const places = new Map<string, Set<string>>()
  const shown = evidence.filter(({ kind, source, locator }) => {
    if (!listedByTable.has(kind)) return true
    const its = places.get(source) ?? new Set()
    its.add(String(locator))
    places.set(source, its)
    return its.size <= mostListed
  })
  const left = [...places].flatMap(([source, its]): [string, number][] =>
    its.size > mostListed ? [[source, its.size - mostListed]] : [],
  )
  return { shown, left }
}

const placeWords: readonly (readonly [RegExp, string])[] = [
  [/\blines? (?=\d)/g, 'dòng '],
  [/\bpp?\. ?(?=[\dxiv])/g, 'tr. '],
  [/\bpages? (?=\d)/g, 'tr. '],
  [/\bparas?(?:graphs?|\.)? ?(?=\d)/g, 'đoạn '],
  [/\b(?:footnotes?|fn\.?) ?(?=\d)/g, 'chú thích '],
  [/\bsection (?=\d)/g, 'mục '],
  [/\bappendix\b/g, 'phụ lục'],
]

/**
 * The place in a source as the reader's language writes it; what it does not know stays as it was recorded.
 *
 * @example
 * placeIn('line 61', 'vi') // => 'dòng 61'
 * @example
 * placeIn('pp. 4-6', 'en') // => 'pp. 4-6'
 */
export function placeIn(locator: string, language: Language): string {
  if (language === 'en') return locator
  return placeWords.reduce((text, [english, word]) => text.replace(english, word), locator)
}
