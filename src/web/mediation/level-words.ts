import { capabilityKinds } from '#domain/capability-kinds.data'
import type { Language } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { number } from '#domain/number'
import { demandsAt, type RoleId } from '#domain/third-party-role'

/** A level with its interval in words, or why there is none. */
export function levelWords(level: Estimate | Missing, language: Language, digits = 1): string {
  if (isMissing(level)) return becauseIn(level, language)
  const range = level.interval?.map((end) => number(end, language, digits)).join(' – ')
  return `${number(level.value, language, digits)}${range === undefined ? '' : ` (${range})`}`
}

/** A share with its interval as a percentage. */
export function shareWords({ value, interval }: Estimate, language: Language): string {
  const percent = (share: number) => number(100 * share, language, 0)
  return `${percent(value)} %${interval === null ? '' : ` (${interval.map(percent).join(' – ')})`}`
}

/** What a role needs of capability while a dispute lasts, in words. */
export function demandsOf(role: RoleId, language: Language): string {
  return Object.entries(demandsAt(role, 'during'))
    .map(([kind, level]) => {
      const title = Object.entries(capabilityKinds).find(([one]) => one === kind)?.[1][language] ?? kind
      return `${shortTitle(title)} ${number(level, language, 0)}`
    })
    .join(', ')
}

/** What stands before the colon of a title that explains itself. */
export function shortTitle(title: string): string {
  return title.split(':')[0] ?? title
}
