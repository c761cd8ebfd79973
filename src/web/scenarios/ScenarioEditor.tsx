import { Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { CrossImpact } from '#domain/cross-impact'
import { useActing } from '../acting.ts'
import { call } from '../client.ts'
import { SaveForm } from '../components/SaveForm.tsx'
import type { Known } from '../every-record.ts'
import { useWords } from '../language.ts'
import { ConditionalsTable } from './ConditionalsTable.tsx'
import { EventsForm } from './EventsForm.tsx'
import { JointView } from './JointView.tsx'
import { jointOf } from './joint.ts'

interface Props {
  readonly opened: CrossImpact
  readonly saved: readonly Known<'cross-impact'>[]
}

/** Edits a scenario; the joint distribution follows while one types, computed in the page. */
export function ScenarioEditor({ opened, saved }: Props) {
  const { t } = useWords()
  const [scenario, change] = useState(opened)
  const settled = useDeferredValue(scenario)
  const joint = useMemo(() => jointOf(settled), [settled])
  return (
    <Stack gap="lg">
      <section aria-label={t('scenarios.events')}>
        <Title order={2} fz="lg">
          {t('scenarios.events')}
        </Title>
        <EventsForm scenario={scenario} change={change} />
      </section>
      <div>
        <Title order={2} fz="lg">
          {t('scenarios.conditionals')}
        </Title>
        <Text size="sm" className="quiet">
          {t('scenarios.conditionalsNote')}
        </Text>
        <ConditionalsTable scenario={scenario} change={change} />
      </div>
      {joint !== undefined && <JointView scenario={settled} joint={joint} />}
      <SaveScenario scenario={scenario} change={change} saved={saved} />
    </Stack>
  )
}

interface SaveProps {
  readonly scenario: CrossImpact
  readonly change: (scenario: CrossImpact) => void
  readonly saved: readonly Known<'cross-impact'>[]
}

function SaveScenario({ scenario, change, saved }: SaveProps) {
  const { t } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const acting = useActing()
  const [why, setWhy] = useState('')
  const checked = CrossImpact.safeParse(scenario)
  const there = saved.find(({ id }) => id === scenario.id)
  const faultOf = (field: string) =>
    checked.error?.issues.find(({ path }) => path[0] === field && path.length === 1)?.message
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'cross-impact', id: scenario.id },
        body: {
          record: { ...checked.data, ...(acting === null ? {} : { by: acting }) },
          why,
          seen: there?.version ?? 0,
        },
      }),
    onSuccess: async () => {
      setWhy('')
      await queries.invalidateQueries()
      await navigate({ to: '/scenarios', search: { id: scenario.id } })
    },
  })
  const field = (name: 'title' | 'id' | 'horizon') => (
    <TextInput
      label={t(name === 'title' ? 'scenarios.fieldTitle' : `scenarios.${name}`)}
      required
      value={scenario[name]}
      error={scenario[name] === '' ? undefined : faultOf(name)}
      onChange={({ currentTarget: { value } }) => change({ ...scenario, [name]: value })}
    />
  )
  return (
    <Paper withBorder p="md" component="section" aria-label={t('scenarios.save')}>
      <SaveForm
        saving={save}
        save={save.mutate}
        label={t('scenarios.save')}
        ready={checked.success}
        why={[why, setWhy]}
        note={t(there === undefined ? 'scenarios.newNote' : 'scenarios.versionNote')}
        saved={t('scenarios.saved')}
      >
        <Title order={2} fz="lg">
          {t('scenarios.save')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {field('title')}
          <TextInput
            label={t('scenarios.fieldTitleVi')}
            value={scenario.titleVi ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ ...scenario, titleVi: value === '' ? undefined : value })
            }
          />
          {field('id')}
          {field('horizon')}
        </SimpleGrid>
      </SaveForm>
    </Paper>
  )
}
