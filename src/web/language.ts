import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '#domain/exhibit'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

const remembered = 'soundings.language'

/** Starts the languages: the one chosen before, else the browser's, else English. */
export async function startLanguages(): Promise<void> {
  const chosen = localStorage.getItem(remembered) ?? navigator.language.slice(0, 2)
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, vi: { translation: vi } },
    lng: chosen === 'vi' ? 'vi' : 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false }, // React escapes
  })
  document.documentElement.lang = i18next.language
}

/** Changes the language, and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** The words of the page, and the language they are in. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'vi' ? 'vi' : 'en'
  return { t, language }
}
