import type { Language } from '#domain/exhibit'

/** A gain in two significant digits, with its interval: gains are small, and two decimals would make them look alike. */
export function gainText(
  value: number,
  language: Language,
  interval: readonly [number, number] | null = null,
): string {
  const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 })
  const text = (one: number) => format.format(Math.abs(one) < 1e-9 ? 0 : one).replace('-', '−')
  if (interval === null) return text(value)
  return `${text(value)} [${text(interval[0])}${language === 'vi' ? '; ' : ', '}${text(interval[1])}]`
}
