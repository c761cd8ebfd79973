import { createRequire } from 'node:module'
import { SoundingsError } from '#domain/errors'
import { idFromWords } from '#domain/id-from-words'
import { CslItem, type Source } from '#domain/source'

interface CiteClass {
  new (
    data: unknown,
    options?: object,
  ): {
    readonly data: readonly Record<string, unknown>[]
    format(as: string, options: object): [string, string][]
  }
}

/** The library is CommonJS and slow to load: it is read when the first citation is. */
function library(): CiteClass {
  const load = createRequire(import.meta.url)
  const { Cite } = load('@citation-js/core') as { Cite: CiteClass } // it ships no types
  for (const plugin of ['csl', 'bibtex', 'ris']) load(`@citation-js/plugin-${plugin}`)
  return Cite
}

/** Endings of files that hold citations. */
export const citationEndings = ['.bib', '.ris', '.csl.json']

/**
 * Sources from a file of citations: BibTeX, RIS or CSL-JSON.
 *
 * @throws SoundingsError `file-unreadable` if no citation can be read
 */
export function readCitations(text: string, name: string): readonly Source[] {
  const Cite = library()
  try {
    const { data } = new Cite(text)
    if (data.length === 0) throw new Error('it holds no citation')
    return data.map((item, at) => source(item, at))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new SoundingsError('file-unreadable', `no citations can be read from it: ${reason}`, {
      place: { file: name },
      cause,
    })
  }
}

function source(item: Readonly<Record<string, unknown>>, at: number): Source {
  const { id: given, _graph, ...rest } = item
  const csl = CslItem.parse(rest)
  const family = csl.author?.[0]?.family ?? csl.author?.[0]?.literal ?? 'anonymous'
  const year = csl.issued?.['date-parts']?.[0]?.[0]
  const key =
    typeof given === 'string' && !given.startsWith('temp_id') ? given : `${family}-${year ?? at + 1}`
  return { id: idFromWords(key, `source-${at + 1}`), csl, type: typeOf(csl.type), reliability: 'F' }
}

function typeOf(csl: string): Source['type'] {
  if (csl === 'interview') return 'interview'
  if (csl === 'speech') return 'public-statement'
  if (csl.startsWith('article-news')) return 'press'
  return csl === 'thesis' || csl.startsWith('article') || csl.startsWith('book') || csl === 'chapter'
    ? 'study'
    : 'other'
}

/**
 * Sources as a bibliography in APA style, in its own order.
 *
 * @returns plain text by source id
 */
export function bibliography(sources: readonly Source[]): ReadonlyMap<string, string> {
  if (sources.length === 0) return new Map()
  const Cite = library()
  const cite = new Cite(sources.map((one) => ({ ...one.csl, id: one.id })))
  const entries = cite.format('bibliography', {
    template: 'apa',
    format: 'text',
    lang: 'en-US',
    asEntryArray: true,
  })
  return new Map(entries.map(([id, text]) => [id, text.trim()]))
}
