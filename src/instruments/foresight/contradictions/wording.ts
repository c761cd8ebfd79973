import type { Told } from './contradiction.ts'

/**
 * A probability as a reader sees it, in whole percent; one decimal below 1 and above 99.
 *
 * @example
 * percent(0.256).en // => '26 %'
 * @example
 * percent(0.004).vi // => '0,4 %'
 */
export function percent(p: number): Told {
  const value = 100 * p
  const digits = (value > 0 && value < 1) || (value > 99 && value < 100) ? 1 : 0
  return number(value, digits, ' %')
}

/**
 * A number with as many decimals, in both languages.
 *
 * @example
 * number(1234.5, 1).vi // => '1234,5'
 */
export function number(value: number, digits: number, unit = ''): Told {
  const en = `${value.toFixed(digits)}${unit}`
  return { en, vi: en.replace('.', ',') }
}

/**
 * A value of any size, to three significant digits.
 *
 * @example
 * figure(1234.56).en // => '1235'
 */
export function figure(value: number): Told {
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  return number(value, Math.min(6, Math.max(0, 2 - size)))
}

/**
 * A p-value, no smaller than it is worth.
 *
 * @example
 * chance(0.00001).en // => 'below 0.001'
 */
export function chance(p: number): Told {
  return p < 0.001 ? { en: 'below 0.001', vi: 'dưới 0,001' } : number(p, 3)
}

/**
 * A text in both languages made from a template each; `{name}` stands where a value is filled in.
 *
 * @example
 * tell('{a} of {b}', '{a} trên {b}', { a: '1', b: { en: 'two', vi: 'hai' } }).vi // => '1 trên hai'
 */
export function tell(en: string, vi: string, values: Readonly<Record<string, string | Told>>): Told {
  const filled = (text: string, language: 'en' | 'vi') =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'string' ? value : value[language]
    })
  return { en: filled(en, 'en'), vi: filled(vi, 'vi') }
}

/** Texts put one after another. */
export function joined(parts: readonly Told[], between: string): Told {
  return { en: parts.map(({ en }) => en).join(between), vi: parts.map(({ vi }) => vi).join(between) }
}

/** What is called the same in both languages, or has a Vietnamese name of its own. */
export function named(one: { readonly title: string; readonly titleVi?: string | undefined }): Told {
  return { en: one.title, vi: one.titleVi ?? one.title }
}

const longest = 120

/**
 * The stable id of a contradiction: its kind and what contradicts; what would be too long for an id is cut and numbered.
 *
 * @example
 * contradictionId('agencies', ['third-register']) // => 'agencies/third-register'
 */
export function contradictionId(kind: string, parts: readonly string[]): string {
  const whole = [kind, ...parts].join('/')
  if (whole.length <= longest) return whole
  let sum = 2_166_136_261 // FNV-1a, to tell apart what begins alike
  for (const letter of whole) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return `${whole.slice(0, longest - 10).replace(/[^a-z0-9]+$/, '')}-${sum.toString(36)}`
}
