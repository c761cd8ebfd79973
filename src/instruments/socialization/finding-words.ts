import type { Estimate } from '#domain/finding'
import { mechanismWords } from './wording.data.ts'

/** The mechanisms of a hypothesis in words. */
export function mechanismsIn(id: string, language: 'en' | 'vi'): string {
  const parts = id.split('+').map((part) => mechanismWords[part]?.[language] ?? part)
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} ${language === 'en' ? 'and' : 'và'} ${last}`
}

/** An interval in words. */
export function interval(estimate: Estimate | undefined, language: 'en' | 'vi' = 'en'): string {
  if (estimate?.interval == null) return language === 'en' ? 'no interval' : 'không có khoảng'
  const [low, high] = estimate.interval
  return language === 'en'
    ? `90 % interval ${number(low)}–${number(high)}`
    : `khoảng 90 % ${number(low, 'vi')}–${number(high, 'vi')}`
}

/** A number as it is read in a language: two decimals, one from 10 on. */
export function number(value: number, language: 'en' | 'vi' = 'en'): string {
  const text = Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)
  return language === 'vi' ? text.replace('.', ',') : text
}

/** A share as a percentage, for the page. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** A number with its sign, one decimal. */
export function signed(value: number): string {
  return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`
}
