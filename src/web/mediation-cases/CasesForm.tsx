import { Button, Group, MultiSelect, NumberInput, Select } from '@mantine/core'
import type { FormEvent } from 'react'
import type { Query } from '#api/contract'
import type { CasesAnswer } from '#api/contract/mediation-cases'
import { useWords } from '../language.ts'
import { useCaseWords } from './words.ts'

/** What attempts are to be compared with, as the form holds it. */
export interface Asked {
  readonly roles: readonly string[]
  readonly target: Readonly<Record<string, string>>
  readonly outcome: CasesAnswer['outcome'] | undefined
  readonly k: number | undefined
  readonly cluster: CasesAnswer['cluster'] | undefined
  readonly record: CasesAnswer['record'] | undefined
}

/** The same as the API takes it. */
export function queryOf({ roles, target, outcome, k, cluster, record }: Asked): Query<'mediationCases'> {
  const pairs = Object.entries(target).filter(([, value]) => value !== '')
  return {
    ...(roles.length > 0 ? { roles: roles.join(',') } : {}),
    ...(pairs.length > 0 ? { target: pairs.map(([name, value]) => `${name}=${value}`).join(',') } : {}),
    outcome,
    k,
    cluster,
    record,
  }
}

const clusterings = ['process', 'lead', 'attempt'] as const

/** Chooses the features of the target and how cases are compared. */
export function CasesForm(props: {
  answer: CasesAnswer
  asked: Asked
  onChange: (asked: Asked) => void
  onAsk: () => void
  /** another record: it has features of its own */
  onSwitch: (record: CasesAnswer['record'] | undefined) => void
  busy: boolean
}) {
  const { answer, asked, onChange, onAsk, onSwitch, busy } = props
  const { t } = useWords()
  const words = useCaseWords()
  const set = (more: Partial<Asked>) => onChange({ ...asked, ...more })
  const say = (id: string, value: string) => set({ target: { ...asked.target, [id]: value } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk()
  }
  const features = answer.features.filter(({ id }) => id !== 'role' && !id.startsWith('role-'))
  const roles = answer.byRole.filter(({ circular, role }) => !circular && role !== 'other')
  return (
    <form onSubmit={submit}>
      <div className="choices">
        {answer.records.length > 1 && (
          <Select
            label={t('mediationCases.record')}
            allowDeselect={false}
            data={answer.records.map((value) => ({ value, label: t(`mediationCases.recordOf.${value}`) }))}
            value={asked.record ?? answer.record}
            onChange={(value) => onSwitch(answer.records.find((one) => one === value))}
          />
        )}
        <MultiSelect
          label={t('mediationCases.roles')}
          data={roles.map(({ role }) => ({ value: role, label: words.role(role) }))}
          value={[...asked.roles]}
          maxValues={answer.record === 'cases' ? 1 : 8}
          onChange={(chosen) => set({ roles: chosen })}
          clearable
        />
        {features.map(({ id, kind, choices, range }) =>
          kind === 'quantity' ? (
            <NumberInput
              key={id}
              label={words.feature(id)}
              placeholder={range === null ? t('mediationCases.any') : `${range[0]}–${range[1]}`}
              value={asked.target[id] ?? ''}
              onChange={(value) => say(id, String(value))}
            />
          ) : (
            <Select
              key={id}
              label={words.feature(id)}
              placeholder={t('mediationCases.any')}
              clearable
              data={choices.map((value) => ({ value, label: words.value(id, value) }))}
              value={asked.target[id] === '' ? null : (asked.target[id] ?? null)}
              onChange={(value) => say(id, value ?? '')}
            />
          ),
        )}
        <Select
          label={t('mediationCases.outcome')}
          allowDeselect={false}
          data={answer.outcomes.map((value) => ({ value, label: t(`mediationCases.outcomeOf.${value}`) }))}
          value={asked.outcome ?? answer.outcome}
          onChange={(value) => set({ outcome: answer.outcomes.find((one) => one === value) })}
        />
        <NumberInput
          label={t('mediationCases.k')}
          placeholder={t('mediationCases.allWeighted')}
          min={1}
          allowDecimal={false}
          value={asked.k ?? ''}
          onChange={(value) => set({ k: typeof value === 'number' && value > 0 ? value : undefined })}
        />
        <Select
          label={t('mediationCases.cluster')}
          allowDeselect={false}
          data={clusterings.map((value) => ({ value, label: t(`mediationCases.clusterBy.${value}`) }))}
          value={asked.cluster ?? answer.cluster}
          onChange={(value) => set({ cluster: clusterings.find((one) => one === value) })}
        />
      </div>
      <Group mt="sm">
        <Button type="submit" loading={busy}>
          {t('mediationCases.compare')}
        </Button>
      </Group>
    </form>
  )
}
