import type { Language } from './exhibit.ts'

/**
 * A number as it is read in a language.
 *
 * @example
 * number(-1.234, 'vi') // => '−1,23'
 */
export function number(value: number, language: Language, digits = 2): string {
  const text = value.toFixed(digits).replace('-', '−')
  return language === 'vi' ? text.replace('.', ',') : text
}
