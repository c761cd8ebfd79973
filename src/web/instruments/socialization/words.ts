import type { Language, Measured } from '#domain/exhibit'
import { cellText } from '#report/compose'
import en from '../../locales/en.json' with { type: 'json' }
import vi from '../../locales/vi.json' with { type: 'json' }

const words = { en, vi }

/** A hypothesis in words: its mechanisms, in their order. */
export function hypothesisWords(id: string, language: Language): string {
  const names: Readonly<Record<string, string>> = words[language].mechanism
  return id
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' + ')
}

/** A number with its interval, as it is read in a language. */
export function intervalWords(
  estimate: Measured | { value: number; interval: readonly [number, number] | null },
  language: Language,
): string {
  return cellText({ value: estimate.value, interval: estimate.interval }, language)
}
