import type { Language } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { number } from '#domain/number'
import { stateOf } from '#domain/state'
import { type RoleId, roleOf } from '#domain/third-party-role'
import { words } from './words.data.ts'

/**
 * A state by its names; a code that the list of states does not hold stands for itself.
 *
 * @example
 * stateName('USA').vi // => 'Hoa Kỳ'
 */
export function stateName(code: string): Bilingual {
  const state = stateOf(code)
  return { en: state?.name ?? code, vi: state?.nameVi ?? code }
}

/** A number with its interval, or why there is none. */
export function told(value: Estimate | Missing, language: Language, digits = 1): string {
  if (isMissing(value)) return becauseIn(value, language)
  const range = value.interval?.map((end) => number(end, language, digits)).join('–')
  return `${number(value.value, language, digits)}${range === undefined ? '' : ` (${range})`}`
}

/** A level with its interval, or that it is not known: the tables tell why. */
export function levelIn(level: Estimate | Missing): Bilingual {
  return isMissing(level) ? words.notKnown : { en: told(level, 'en'), vi: told(level, 'vi') }
}

/** A share as a percentage, with its interval. */
export function percent(share: Estimate | Missing, language: Language, digits = 0): string {
  if (isMissing(share)) return becauseIn(share, language)
  const range = share.interval?.map((end) => number(100 * end, language, digits)).join('–')
  return `${number(100 * share.value, language, digits)} %${range === undefined ? '' : ` (${range} %)`}`
}

/** A role by its title, or “no role” where none remains. */
export function roleName(role: RoleId | null): Bilingual {
  return role === null ? words.noRole : roleOf(role).title
}

/** Texts joined in both languages. */
export function joined(texts: readonly Bilingual[], by: string | Bilingual): Bilingual {
  const between = typeof by === 'string' ? { en: by, vi: by } : by
  return {
    en: texts.map(({ en }) => en).join(between.en),
    vi: texts.map(({ vi }) => vi).join(between.vi),
  }
}

/** Marked as illustrative where what is told was made up. */
export function marked(illustrative: boolean, text: Bilingual): Bilingual {
  return illustrative
    ? { en: `${text.en} (${words.illustrative.en})`, vi: `${text.vi} (${words.illustrative.vi})` }
    : text
}

/** A title within a sentence. */
export function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
