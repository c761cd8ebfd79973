import type { CasesAnswer } from '#api/contract/mediation-cases'
import { roleIds, roleOf } from '#domain/third-party-role'
import { useWords } from '../language.ts'

type Value = CasesAnswer['features'][number]['target']

/** Names of features, of their values, and of roles, in the language of the page. */
export function useCaseWords() {
  const { t, language } = useWords()
  const value = (feature: string, given: Value): string => {
    if (given === null) return t('mediationCases.notKnown')
    if (typeof given === 'number') return feature === 'year' ? String(given) : given.toLocaleString(language)
    if (typeof given === 'boolean') return t(`mediationCases.truth.${given}`)
    return feature === 'role'
      ? role(given)
      : t(`mediationCases.value.${given}`, { defaultValue: t(`mediationCases.truth.${given}`, given) })
  }
  const role = (id: string) => {
    const rung = roleIds.find((one) => one === id)
    return rung === undefined
      ? t(`mediationCases.role.${id}`, { defaultValue: id })
      : roleOf(rung).title[language]
  }
  return {
    role,
    value,
    feature: (id: string) =>
      id.startsWith('role-') ? role(id.slice('role-'.length)) : t(`mediationCases.feature.${id}`),
    /** a share as a percentage */
    share: (given: number) => `${Math.round(given * 100)} %`,
    interval: ([low, high]: readonly [number, number]) =>
      `[${[low, high].map((end) => Math.round(end * 100)).join(', ')}]`,
  }
}
