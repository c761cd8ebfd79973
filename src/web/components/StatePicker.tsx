import { MultiSelect, Select } from '@mantine/core'
import { useMemo } from 'react'
import { stateOf, states } from '#domain/state'
import { useWords } from '../language.ts'

/** The states one can choose, named in the language of the page. */
function useStates() {
  const { language } = useWords()
  return useMemo(
    () =>
      states
        .map(({ id, name, nameVi }) => ({ value: id, label: language === 'vi' ? nameVi : name }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
    [language],
  )
}

/** The name of a state in the language of the page. */
export function useStateName(): (id: string) => string {
  const { language } = useWords()
  return (id) => {
    const state = stateOf(id)
    return (language === 'vi' ? state?.nameVi : state?.name) ?? id
  }
}

export function StatePicker(props: {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  clearable?: boolean
}) {
  const { t } = useWords()
  return <Select searchable limit={60} data={useStates()} nothingFoundMessage={t('state.none')} {...props} />
}

export function StatesPicker(props: {
  label: string
  description?: string
  value: string[]
  onChange: (ids: string[]) => void
}) {
  const { t } = useWords()
  return (
    <MultiSelect searchable limit={60} data={useStates()} nothingFoundMessage={t('state.none')} {...props} />
  )
}
