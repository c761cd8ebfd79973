import { type StateMention, statesNamed } from './state-mentions.ts'

/** A word of a text, as compared, and where it stands. `sentence` counts the sentences from 0. */
export interface Token {
  readonly word: string
  /** without diacritics */
  readonly bare: string
  readonly from: number
  readonly to: number
  readonly sentence: number
}

/** A text cut into words, with the states that it names. */
export interface ReadText {
  readonly text: string
  readonly tokens: readonly Token[]
  /** whether it has diacritics anywhere: then a word without them is another word */
  readonly marked: boolean
  /** its words as they are compared, to see at once what cannot be found */
  readonly bag: ReadonlySet<string>
  readonly states: readonly StateMention[]
}

/** Words that a pattern found: the first and the last token. */
export interface Hit {
  readonly first: number
  readonly last: number
}

interface Choice {
  readonly word: string
  /** without diacritics */
  readonly bare: string
  /** true for any word that begins so */
  readonly open: boolean
}

type Part =
  | { readonly form: 'word'; readonly choices: readonly Choice[] }
  | { readonly form: 'gap'; readonly most: number }
  | { readonly form: 'state'; readonly third: boolean }

/**
 * Cuts a text into words. A sentence ends at a full stop, a mark or a semicolon before a space, and at
 * the end of a line; not at the stop behind an initial.
 *
 * @example
 * readText('No bases. Ships may call').tokens.map(({ sentence }) => sentence) // => [0, 0, 1, 1, 1]
 */
export function readText(text: string): ReadText {
  const ends = [...text.matchAll(/(?<!(?<!\p{L})\p{Lu})[.!?;](?=\s|$)|\n/gu)].map(({ index }) => index)
  let sentence = 0
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: found, index }) => {
    while (sentence < ends.length && (ends[sentence] ?? 0) < index) sentence++
    const word = found.normalize('NFC').toLowerCase()
    return { word, bare: withoutMarks(word), from: index, to: index + found.length, sentence }
  })
  const marked = tokens.some(({ word, bare }) => word !== bare)
  const bag = new Set(tokens.map(({ word }) => word))
  return { text, tokens, marked, bag, states: statesNamed(text, tokens) }
}

/**
 * Where a pattern of words is found, each place once, from left to right. A pattern is words with a space between: `defen*`
 * is any word that begins so, `aimed|directed` either word, `~3` up to three words of any kind, `{state}` the name of a state,
 * `{third}` the name of a state that takes no part. It never crosses the end of a sentence. Case is free, and a text that is written
 * without diacritics is taken to have those of the pattern.
 *
 * @param parties ISO alpha-3 codes of those who take part
 * @throws RangeError if the pattern is not written so
 * @example
 * findPattern('mutual ~1 defen*', readText('on mutual national defence'), []) // => [{ first: 1, last: 3 }]
 */
export function findPattern(pattern: string, read: ReadText, parties: readonly string[]): readonly Hit[] {
  const parts = partsOf(pattern)
  if (!parts.every((part) => mayStand(part, read))) return []
  const hits: Hit[] = []
  let after = 0
  for (let first = 0; first < read.tokens.length; first++) {
    if (first < after) continue
    const last = reach(parts, 0, read, first, first, parties)
    if (last === null) continue
    hits.push({ first, last })
    after = last + 1
  }
  return hits
}

/** Whether a text has a word for a part of a pattern at all. */
function mayStand(part: Part, { bag, marked, states }: ReadText): boolean {
  if (part.form === 'gap') return true
  if (part.form === 'state') return states.length > 0
  return part.choices.some(({ word, bare, open }) => open || bag.has(word) || (!marked && bag.has(bare)))
}

/**
 * What is wrong with a pattern, in words; null if nothing is.
 *
 * @example
 * faultOfPattern('~2 base') // => 'a pattern begins and ends with a word'
 */
export function faultOfPattern(pattern: string): string | null {
  const parts = pattern.trim().split(/\s+/)
  const odd = parts.find(
    (part) =>
      !/^(?:~\d{1,2}|\{(?:state|third)\}|[\p{L}\p{M}\p{N}]+\*?(?:\|[\p{L}\p{M}\p{N}]+\*?)*)$/u.test(part),
  )
  if (odd !== undefined) return `“${odd}” is no word, word*, word|word, ~3, {state} or {third}`
  if (parts[0]?.startsWith('~') || parts.at(-1)?.startsWith('~'))
    return 'a pattern begins and ends with a word'
  return null
}

const known = new Map<string, readonly Part[]>()

function partsOf(pattern: string): readonly Part[] {
  const seen = known.get(pattern)
  if (seen !== undefined) return seen
  const fault = faultOfPattern(pattern)
  if (fault !== null) throw new RangeError(`findPattern: ${fault}, got ${pattern}`)
  const parts = pattern
    .trim()
    .split(/\s+/)
    .map((part): Part => {
      if (part.startsWith('~')) return { form: 'gap', most: Number(part.slice(1)) }
      if (part.startsWith('{')) return { form: 'state', third: part === '{third}' }
      const choices = part.split('|').map((choice): Choice => {
        const word = choice.replace(/\*$/, '').normalize('NFC').toLowerCase()
        return { word, bare: withoutMarks(word), open: choice.endsWith('*') }
      })
      return { form: 'word', choices }
    })
  known.set(pattern, parts)
  return parts
}

/** The last token that the parts from `at` on reach when they begin at token `from`; null if they do not fit. */
function reach(
  parts: readonly Part[],
  at: number,
  read: ReadText,
  from: number,
  first: number,
  parties: readonly string[],
): number | null {
  const part = parts[at]
  if (part === undefined) return from - 1
  if (part.form === 'gap') {
    for (let step = 0; step <= part.most; step++) {
      const last = reach(parts, at + 1, read, from + step, first, parties)
      if (last !== null) return last
    }
    return null
  }
  const token = read.tokens[from]
  if (token === undefined || token.sentence !== read.tokens[first]?.sentence) return null
  if (part.form === 'state') {
    const named = read.states.find((one) => one.first === from)
    if (named === undefined || (part.third && parties.includes(named.state))) return null
    return reach(parts, at + 1, read, named.last + 1, first, parties)
  }
  return part.choices.some((choice) => isWord(token, choice, read.marked))
    ? reach(parts, at + 1, read, from + 1, first, parties)
    : null
}

function isWord(token: Token, { word, bare, open }: Choice, marked: boolean): boolean {
  if (open) return token.word.startsWith(word) || (!marked && token.bare.startsWith(bare))
  return token.word === word || (!marked && token.bare === bare)
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
