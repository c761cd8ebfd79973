import search from 'approx-string-match'
import { type DocumentText, pageAt } from '#domain/document'
import type { Passage } from '#domain/passage'

const contextLength = 32
const tolerated = 0.3 // share of a quotation that may differ and still be called the same passage

/**
 * A passage selected by its offsets, with its quotation, context and page.
 *
 * @param start offset of the first character, in UTF-16 code units
 * @param end   offset just after the last
 */
export function select(
  document: DocumentText,
  start: number,
  end: number,
): Pick<Passage, 'quote' | 'position' | 'page'> {
  const page = pageAt(document.pageStarts, start)
  return {
    quote: {
      exact: document.text.slice(start, end),
      prefix: document.text.slice(Math.max(0, start - contextLength), start),
      suffix: document.text.slice(end, end + contextLength),
    },
    position: { start, end },
    ...(page === undefined ? {} : { page }),
  }
}

/**
 * Finds a passage again in a changed version of its document: by its exact words in their context; else by its words
 * elsewhere, or by words much like them, either of which is reported as `similar`; else it is `lost` and keeps the
 * place where it last stood. A passage is never moved silently.
 */
export function anchorAgain(passage: Passage, document: DocumentText, sha256: string): Passage {
  const { page: _, ...kept } = passage
  const best = candidates(passage, document.text).toSorted(
    (a, b) => b.score - a.score || a.start - b.start,
  )[0]
  if (best === undefined) return { ...passage, documentSha256: sha256, anchoring: { how: 'lost' } }
  const { quote, position, page } = select(document, best.start, best.end)
  const same = quote.exact === passage.quote.exact
  const how = same && best.context >= 0.5 ? 'exact' : 'similar'
  return {
    ...kept,
    documentSha256: sha256,
    quote: how === 'exact' ? quote : { ...quote, exact: passage.quote.exact },
    position,
    ...(page === undefined ? {} : { page }),
    anchoring:
      how === 'exact'
        ? { how }
        : { how, similarity: best.similarity, ...(same ? {} : { became: quote.exact }) },
  }
}

interface Candidate {
  readonly start: number
  readonly end: number
  readonly similarity: number
  readonly context: number
  readonly score: number
}

function candidates({ quote, position }: Passage, text: string): readonly Candidate[] {
  const exact = occurrences(text, quote.exact).map((start) => ({
    start,
    end: start + quote.exact.length,
    errors: 0,
  }))
  const found =
    exact.length > 0
      ? exact
      : search(text, quote.exact, Math.min(256, Math.floor(quote.exact.length * tolerated)))
  return found.map(({ start, end, errors }) => {
    const similarity = 1 - errors / quote.exact.length
    const context = contextAgreement(quote.prefix, quote.suffix, text, start, end)
    const nearness = 1 - Math.abs(start - position.start) / Math.max(1, text.length)
    return { start, end, similarity, context, score: 50 * similarity + 40 * context + 2 * nearness }
  })
}

function occurrences(text: string, words: string): readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) starts.push(at)
  return starts
}

/** Share of the context that agrees, counted outwards from the passage on its better side; the text may end there. */
function contextAgreement(prefix: string, suffix: string, text: string, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - prefix.length), start)
  const after = text.slice(end, end + suffix.length)
  if (prefix === '' && suffix === '') return 1
  return Math.max(alike([...prefix].reverse(), [...before].reverse()), alike([...suffix], [...after]))
}

function alike(wanted: readonly string[], found: readonly string[]): number {
  const length = Math.min(wanted.length, found.length)
  if (length === 0) return 0
  const differs = wanted.findIndex((character, at) => at >= length || character !== found[at])
  return (differs === -1 ? length : differs) / length
}
