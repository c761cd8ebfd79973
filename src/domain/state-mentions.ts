import { demonyms, namesOfNone } from './demonyms.data.ts'
import { type StateId, states } from './state.ts'
import { otherNames } from './state-names.data.ts'

/** The name of a state in a text: which, and the first and last word of it. */
export interface StateMention {
  readonly state: StateId
  readonly first: number
  readonly last: number
}

/** A word as it is compared, without diacritics, and where it stands. */
interface Word {
  readonly word: string
  readonly bare: string
  readonly from: number
  readonly to: number
}

interface Name {
  /** null for a name that means no state, such as that of a sea */
  readonly state: StateId | null
  readonly words: readonly string[]
  /** an abbreviation such as US counts in capitals only */
  readonly capitals: boolean
}

/**
 * The states that a text names, by name, by abbreviation in capitals, or by the word for what is theirs; the longest name first.
 *
 * @param words the words of the text, in order
 */
export function statesNamed(text: string, words: readonly Word[]): readonly StateMention[] {
  const mentions: StateMention[] = []
  for (let first = 0; first < words.length; first++) {
    const found = (names().get(words[first]?.bare ?? '') ?? []).find(
      (name) =>
        name.words.every((word, step) => isWord(words[first + step], word, name.words.length > 1)) &&
        (!name.capitals || isCapitals(text, words[first], words[first + name.words.length - 1])),
    )
    if (found === undefined) continue
    const last = first + found.words.length - 1
    if (found.state !== null) mentions.push({ state: found.state, first, last })
    first = last
  }
  return mentions
}

/** A name of one word is read with its diacritics, so that “my” is not Mỹ; a longer one without them too. */
function isWord(found: Word | undefined, wanted: string, bareToo: boolean): boolean {
  if (found === undefined) return false
  return found.word === wanted || (bareToo && found.word === found.bare && found.bare === bare(wanted))
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
}

function isCapitals(text: string, first: Word | undefined, last: Word | undefined): boolean {
  return first !== undefined && last !== undefined && !/\p{Ll}/u.test(text.slice(first.from, last.to))
}

let table: ReadonlyMap<string, readonly Name[]> | undefined

function names(): ReadonlyMap<string, readonly Name[]> {
  if (table !== undefined) return table
  const named = states.flatMap(({ id, name, nameVi }) =>
    [name, nameVi, ...(otherNames[id] ?? []), ...(demonyms[id] ?? [])].map((one) => nameOf(id, one)),
  )
  const all = [...named, ...namesOfNone.map((one) => nameOf(null, one))]
  const byFirst = Map.groupBy(
    all.filter(({ words }) => words.length > 0),
    ({ words }) => bare(words[0] ?? ''),
  )
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  table = byFirst
  return byFirst
}

function nameOf(state: StateId | null, name: string): Name {
  return {
    state,
    words:
      name
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
    capitals: /^[A-Z. ]{2,5}$/.test(name),
  }
}
