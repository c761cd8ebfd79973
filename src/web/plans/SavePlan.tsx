import { Button, NumberInput, Paper, SimpleGrid, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Plan } from '#domain/plan'
import type { Relation } from '#domain/relation'
import { relationsDepth } from '#instruments/relations-depth/instrument'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { SaveForm } from '../components/SaveForm.tsx'
import type { Known } from '../every-record.ts'
import { useWords } from '../language.ts'
import type { Baseline } from './baseline.ts'

interface SavePlanProps {
  readonly relation: Relation
  readonly baseline: Baseline
  /** as it stands on the page */
  readonly plan: Plan
  /** as it is saved, if it is */
  readonly saved: Plan | undefined
  readonly plans: readonly Known<'plan'>[]
}

/** Saves the plan as a scenario, and runs the analysis with what is saved. */
export function SavePlan({ relation, baseline, plan, saved, plans }: SavePlanProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [own, setOwn] = useState({ id: plan.id, title: plan.title, year: plan.year })
  const [why, setWhy] = useState('')
  const record = { ...plan, ...own }
  const checked = Plan.safeParse(record)
  const faultOf = (field: string) =>
    checked.error?.issues.find(({ path }) => path.join('.') === field)?.message
  const there = plans.find(({ id }) => id === own.id)
  const same = saved !== undefined && JSON.stringify(saved) === JSON.stringify(checked.data)
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'plan', id: record.id },
        body: { record, why, ...(there === undefined ? {} : { seen: there.version }) },
      }),
    onSuccess: async () => {
      setWhy('')
      await client.invalidateQueries()
      await navigate({ to: '/plans/$', params: { _splat: record.id } })
    },
  })
  const run = useMutation({
    mutationFn: () =>
      call('runInstrument', {
        body: {
          instrument: relationsDepth.id,
          request: { ...baseline.request, dyad: [...relation.parties], plan: record.id },
        },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['analyses'] })
      await navigate({ to: '/analyses/$id', params: { id } })
    },
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={t('plans.save')}>
      <SaveForm
        saving={save}
        save={save.mutate}
        label={t('plans.save')}
        ready={checked.success}
        why={[why, setWhy]}
        others={
          <Button variant="default" loading={run.isPending} disabled={!same} onClick={() => run.mutate()}>
            {t('plans.runWith')}
          </Button>
        }
        note={t(same ? 'plans.runNote' : plan.targets.length === 0 ? 'plans.setTarget' : 'plans.unsaved')}
        saved={t('plans.saved')}
      >
        <Title order={2} fz="lg">
          {t('plans.save')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput
            label={t('plans.planTitle')}
            required
            value={own.title}
            error={faultOf('title')}
            onChange={(event) => setOwn({ ...own, title: event.currentTarget.value })}
          />
          <TextInput
            label={t('plans.id')}
            required
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={there !== undefined && saved?.id !== own.id ? t('plans.idTaken') : t('plans.idNote')}
            value={own.id}
            error={faultOf('id')}
            onChange={(event) => setOwn({ ...own, id: event.currentTarget.value })}
          />
          <NumberInput
            label={t('plans.year')}
            required
            hideControls
            value={own.year}
            error={faultOf('year')}
            onChange={(value) => setOwn({ ...own, year: Number(value) })}
          />
        </SimpleGrid>
      </SaveForm>
      {run.isError && <ProblemNote cause={run.error} />}
    </Paper>
  )
}
