import type { Language } from '#domain/exhibit'

/** How Vietnamese writes numbers on axes. */
const vietnamese = { number: { decimal: ',', thousands: '.', grouping: [3], currency: ['', ' ₫'] } }

/**
 * What a chart must be told so that its axes write numbers as the reader does.
 *
 * @returns part of a Vega-Lite configuration; empty for English
 */
export function chartLocale(language: Language): { readonly locale?: typeof vietnamese } {
  return language === 'vi' ? { locale: vietnamese } : {}
}
