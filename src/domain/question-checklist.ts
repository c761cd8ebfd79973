import { millisecondsOf } from './instant.ts'
import type { Question } from './question.ts'
import { vagueWords } from './vague-words.data.ts'

/** Points on which a question can be ambiguous, in the order in which they are asked. */
export const checkPoints = [
  'deadline',
  'decider',
  'each-case',
  'vague-words',
  'exclusive',
  'resolves-after',
  'not-known',
] as const
export type CheckPoint = (typeof checkPoints)[number]

/** How a question stands on one point: in order, wrong, to be answered in words by its author, or answered so. */
export interface Checked {
  readonly point: CheckPoint
  readonly state: 'ok' | 'problem' | 'to-answer' | 'answered'
  /** the words found vague, or what is not covered */
  readonly found: readonly string[]
  /** what the author answered */
  readonly answer?: string | undefined
}

type Asked = Omit<Question, 'id' | 'resolver' | 'appealDays'>

/**
 * The checklist of ambiguity: what would let two readers decide a question differently. What a program can settle it settles; the
 * rest its author answers in words, kept in `checked` as `point: words`.
 *
 * @param question the question as it stands
 * @param moment   now, in milliseconds since 1970 (UTC)
 * @returns one entry for each of `checkPoints`
 * @see Tetlock and Gardner (2015), Superforecasting, ch. 3, on the clairvoyance test
 * @example
 * ambiguities({ title: 'Will it rise soon?', kind: 'binary', criteria: 'Yes or no', opens: '2027-01-01T00:00:00Z', closes: '2027-02-01T00:00:00Z', resolves: '2027-03-01T00:00:00Z' }, 0)[3] // => { point: 'vague-words', state: 'problem', found: ['soon'] }
 */
export function ambiguities(question: Asked, moment: number): readonly Checked[] {
  return checkPoints.map((point) => {
    const found = finders[point](question, moment)
    if (found === null) return { point, state: 'ok', found: [] }
    const answer = answerTo(question, point)
    if (firm.includes(point)) return { point, state: 'problem', found }
    if (answer !== undefined) return { point, state: 'answered', found, answer }
    return { point, state: found.length > 0 ? 'problem' : 'to-answer', found }
  })
}

/**
 * Whether nothing is left that would make a question ambiguous.
 *
 * @example
 * isClear([{ point: 'decider', state: 'to-answer', found: [] }]) // => false
 */
export function isClear(checked: readonly Checked[]): boolean {
  return checked.every(({ state }) => state === 'ok' || state === 'answered')
}

/** Points that no words can answer: only a change of the question does. */
const firm: readonly CheckPoint[] = ['resolves-after', 'not-known']

function answerTo({ checked }: Asked, point: CheckPoint): string | undefined {
  const given = checked
    ?.find((one) => one.startsWith(`${point}:`))
    ?.slice(point.length + 1)
    .trim()
  return given === '' ? undefined : given
}

/** null: in order; a list: what is wrong; an empty list: a program cannot tell. */
const finders: Record<CheckPoint, (question: Asked, moment: number) => readonly string[] | null> = {
  deadline: ({ title, criteria }) => (/\b(1[5-9]|2[01])\d\d\b/.test(`${title} ${criteria}`) ? null : []),
  decider: ({ decidedBy }) => (decidedBy === undefined ? [] : null),
  'each-case': casesNotTold,
  'vague-words': ({ title, titleVi, criteria, criteriaVi }) => {
    const found = vagueIn([title, titleVi ?? '', criteria, criteriaVi ?? ''].join(' '))
    return found.length === 0 ? null : found
  },
  exclusive: ({ kind, options }) => {
    if (kind !== 'categorical') return null
    const rest = /\b(other|none|neither|more|at least|or more)\b|khác|không|trở lên/i
    return options?.some(({ id, title }) => rest.test(`${id} ${title}`)) ? null : []
  },
  'resolves-after': ({ closes, resolves }) =>
    millisecondsOf(resolves) >= millisecondsOf(closes) ? null : [resolves],
  'not-known': ({ closes }, moment) => (millisecondsOf(closes) > moment ? null : [closes]),
}

function casesNotTold({ kind, options, criteria, unit }: Asked): readonly string[] | null {
  const told = criteria.toLowerCase()
  if (kind === 'categorical') {
    const left = (options ?? []).filter(
      ({ id, title, titleVi }) =>
        ![id, title, titleVi ?? id].some((name) => told.includes(name.toLowerCase())),
    )
    return left.length === 0 || /\beach\b|\bmỗi\b/.test(told) ? null : left.map(({ title }) => title)
  }
  if (kind === 'numeric') return unit === undefined ? ['unit'] : null
  if (kind === 'date')
    return /never|not happen|does not|no date|by then|không xảy ra|chưa/.test(told) ? null : []
  return /otherwise|\bno\b|nếu không|ngược lại|\bkhông\b/.test(told) ? null : []
}

const edge = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
const vague = new RegExp(
  `${edge}(?:${[...vagueWords.en, ...vagueWords.vi].toSorted((a, b) => b.length - a.length).join('|')})${end}`,
  'gu',
)

/** A question for a number, and a comparison with a date: how soon, sớm hơn (earlier). */
const exact = /\bhow (?:many|few|often|soon|large|small)\b|sớm hơn/gi

/**
 * Words that two readers take differently, each once, as they stand in the text. A capital letter makes a name: May is a month.
 *
 * @example
 * vagueIn('Will tensions soon rise before May 2027?') // => ['tensions', 'soon']
 */
export function vagueIn(text: string): readonly string[] {
  const plain = text.normalize('NFC').replace(exact, '')
  return [...new Set(plain.match(vague) ?? [])]
}
