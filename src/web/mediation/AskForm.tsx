import { Button, Group, NumberInput, Paper, Pill, Select, Switch, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settings } from '#domain/principle'
import { roleIds, roleOf } from '#domain/third-party-role'
import type { Result } from '#instruments/mediation/instrument'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { StatePicker } from '../components/StatePicker.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { shortTitle } from './level-words.ts'

interface AskProps {
  readonly dispute: string
  /** the analysis on the page, whose quantities can be assumed otherwise; undefined before the first */
  readonly result: Result | undefined
  readonly onDone: (id: string) => void
}

/** Asks anew: for another mediator, day, setting or aim, or with other levels in place of what is recorded. */
export function AskForm({ dispute, result, onDone }: AskProps) {
  const { t, language } = useWords()
  const client = useQueryClient()
  const [mediator, setMediator] = useState<string | null>(result?.mediator ?? null)
  const [asOf, setAsOf] = useState(result?.asOf ?? '')
  const [setting, setSetting] = useState<(typeof settings)[number]>(result?.setting ?? 'bilateral')
  const [aim, setAim] = useState<string | null>(null)
  const [recorded, setRecorded] = useState(false)
  const [assumed, setAssumed] = useState<Readonly<Record<string, number>>>({})
  const run = useJob(
    () =>
      call('startAnalysis', {
        body: {
          instrument: 'mediation',
          request: {
            dispute,
            mediator,
            asOf,
            setting,
            judgements: assumed,
            illustrative: recorded ? 'leave-out' : 'include',
            ...(aim === null ? {} : { aim }),
          },
        },
      }),
    (job) => {
      void client.invalidateQueries({ queryKey: ['analyses'] })
      onDone((job.result as { id: string }).id) // what this endpoint says its job gives
    },
  )
  return (
    <form
      aria-label={t('mediation.ask')}
      onSubmit={(event) => {
        event.preventDefault()
        run.start()
      }}
    >
      <Group align="flex-end" gap="sm">
        <StatePicker label={t('mediation.mediator')} value={mediator} onChange={setMediator} />
        <TextInput
          label={t('mediation.day')}
          placeholder="2021-01"
          value={asOf}
          onChange={(event) => setAsOf(event.currentTarget.value)}
          w={170}
          required
        />
        <Select
          label={t('mediation.settingLabel')}
          data={settings.map((value) => ({ value, label: t(`mediation.setting.${value}`) }))}
          value={setting}
          onChange={(value) => setSetting(settings.find((one) => one === value) ?? 'bilateral')}
          allowDeselect={false}
        />
        <Select
          label={t('mediation.aim')}
          placeholder={t('mediation.aimByRule')}
          data={roleIds.map((value) => ({ value, label: roleOf(value).title[language] }))}
          value={aim}
          onChange={setAim}
          w={290}
          clearable
        />
        <Switch
          label={t('mediation.recordedOnly')}
          checked={recorded}
          onChange={(event) => setRecorded(event.currentTarget.checked)}
          mb={8}
        />
      </Group>
      {result !== undefined && <Assumptions result={result} assumed={assumed} onChange={setAssumed} />}
      <Group mt="sm">
        <Button type="submit" loading={run.running} disabled={mediator === null || asOf === ''}>
          {t('mediation.run')}
        </Button>
      </Group>
      <JobProgress work={run} />
    </form>
  )
}

interface AssumptionsProps {
  readonly result: Result
  readonly assumed: Readonly<Record<string, number>>
  readonly onChange: (assumed: Readonly<Record<string, number>>) => void
}

function Assumptions({ result, assumed, onChange }: AssumptionsProps) {
  const { t, language } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const [level, setLevel] = useState<number | string>(2)
  const groups = ['standing', 'stake', 'ripeness', 'capability'] as const
  const named = result.swings.filter(({ quantity }) => quantity !== 'demands')
  const nameOf = (id: string) =>
    shortTitle(named.find(({ quantity }) => quantity === id)?.title[language] ?? id)
  return (
    <Paper withBorder p="sm" mt="sm">
      <Title order={3} fz="sm">
        {t('mediation.assume')}
      </Title>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('mediation.quantity')}
          searchable
          w={300}
          data={groups.map((group) => ({
            group: t(`mediation.quantityKind.${group}`),
            items: named
              .filter(({ quantity }) => quantity.startsWith(`${group}/`))
              .map(({ quantity }) => ({ value: quantity, label: nameOf(quantity) })),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <NumberInput
          label={t('mediation.level')}
          value={level}
          onChange={setLevel}
          min={0}
          max={4}
          step={0.5}
          w={110}
        />
        <Button
          variant="default"
          disabled={chosen === null || typeof level !== 'number'}
          onClick={() => {
            if (chosen !== null && typeof level === 'number') onChange({ ...assumed, [chosen]: level })
          }}
        >
          {t('mediation.addAssumption')}
        </Button>
      </Group>
      <Pill.Group mt="xs">
        {Object.entries(assumed).map(([id, value]) => (
          <Pill
            key={id}
            withRemoveButton
            removeButtonProps={{
              'aria-label': t('mediation.dropAssumption', { name: nameOf(id) }),
              'aria-hidden': false,
            }}
            onRemove={() =>
              onChange(Object.fromEntries(Object.entries(assumed).filter(([one]) => one !== id)))
            }
          >
            {nameOf(id)}: {value}
          </Pill>
        ))}
      </Pill.Group>
    </Paper>
  )
}
