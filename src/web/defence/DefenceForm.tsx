import { Button, Group, NumberInput, Select, Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { StatePicker, StatesPicker } from '../components/StatePicker.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'

const sharings = ['apart', 'fractional', 'full'] as const
const undateds = ['apart', 'spread'] as const

interface Asked {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly majorPowers: readonly string[]
  readonly sharing: (typeof sharings)[number]
  readonly undated: (typeof undateds)[number]
  readonly window: number
  readonly illustrative: boolean
}

/** The five that paper 003 names; the analyst may name others. */
const first: Asked = {
  from: undefined,
  to: undefined,
  majorPowers: ['USA', 'RUS', 'IND', 'CHN', 'JPN'],
  sharing: 'apart',
  undated: 'apart',
  window: 5,
  illustrative: true,
}

/** Whose armed forces, when, who counts as a major power, and how activities count. */
export function DefenceForm(props: {
  state: string | null
  onState: (state: string | null) => void
  again: boolean
}) {
  const { state, onState, again } = props
  const { t } = useWords()
  const client = useQueryClient()
  const [asked, setAsked] = useState(first)
  const set = (more: Partial<Asked>) => setAsked({ ...asked, ...more })
  const year = (value: string | number) => (typeof value === 'number' ? value : undefined)
  const run = useJob(
    () => {
      const { from, to, illustrative, ...rest } = asked
      const request = {
        state,
        ...rest,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        illustrative: illustrative ? 'include' : 'leave-out',
      }
      return call('startAnalysis', { body: { instrument: 'defence-diplomacy', request } })
    },
    () => void client.invalidateQueries({ queryKey: ['analyses'] }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run.start()
  }
  return (
    <form onSubmit={submit} aria-label={t('defence.ask')}>
      <div className="choices">
        <StatePicker label={t('defence.state')} value={state} onChange={onState} />
        <NumberInput
          label={t('defence.from')}
          value={asked.from ?? ''}
          onChange={(value) => set({ from: year(value) })}
          min={1500}
          max={2200}
          thousandSeparator=""
          allowDecimal={false}
        />
        <NumberInput
          label={t('defence.to')}
          value={asked.to ?? ''}
          onChange={(value) => set({ to: year(value) })}
          min={1500}
          max={2200}
          thousandSeparator=""
          allowDecimal={false}
        />
        <StatesPicker
          label={t('defence.majorPowers')}
          value={[...asked.majorPowers]}
          onChange={(majorPowers) => set({ majorPowers })}
        />
        <Select
          label={t('defence.sharing')}
          allowDeselect={false}
          data={sharings.map((value) => ({ value, label: t(`defence.sharingOf.${value}`) }))}
          value={asked.sharing}
          onChange={(value) => set({ sharing: sharings.find((one) => one === value) ?? asked.sharing })}
        />
        <Select
          label={t('defence.undated')}
          allowDeselect={false}
          data={undateds.map((value) => ({ value, label: t(`defence.undatedOf.${value}`) }))}
          value={asked.undated}
          onChange={(value) => set({ undated: undateds.find((one) => one === value) ?? asked.undated })}
        />
        <NumberInput
          label={t('defence.window')}
          value={asked.window}
          onChange={(value) => set({ window: year(value) ?? asked.window })}
          min={1}
          max={30}
          allowDecimal={false}
        />
      </div>
      <Group mt="sm" gap="lg">
        <Switch
          label={t('defence.illustrative')}
          checked={asked.illustrative}
          onChange={(event) => set({ illustrative: event.currentTarget.checked })}
        />
        <Button type="submit" loading={run.running} disabled={state === null || asked.majorPowers.length < 2}>
          {t(again ? 'defence.again' : 'defence.analyse')}
        </Button>
      </Group>
      <JobProgress work={run} />
    </form>
  )
}
