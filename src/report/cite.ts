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
      for (const { kind, id, source, locator } of evidence) {
        const number = numbers.get(source) ?? numbers.size + 1
        numbers.set(source, number)
        const figure = figureOf(`${kind} ${id}`, number)
        const place = locator === null ? null : placeIn(locator, language)
        seen.set(`${number} ${place} ${figure}`, { number, locator: place, figure })
      }
      return [...seen.values()]
    },
    sources: () => [...numbers.keys()],
    figures: () => [...figures.values()].map((one) => ({ ...one.computed, reference: one.reference })),
  }
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
