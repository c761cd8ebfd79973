import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Criterion } from '#domain/framework'
import { Weighting } from '#domain/weighting'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { type Known, useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import { BudgetForm } from './BudgetForm.tsx'
import { PairwiseForm } from './PairwiseForm.tsx'

/** Pairs that one person can hold apart: Saaty's matrix goes to ten criteria. */
const mostCompared = 10

interface WeightingFormProps {
  readonly framework: string
  readonly parent: string | undefined
  readonly parts: readonly Criterion[]
  readonly method: Weighting['method']
  /** the weightings of these parts that are recorded */
  readonly there: readonly Known<'weighting'>[]
}

/** Asks one person, and records what was said: who, when, the points or comparisons, and the reason. */
export function WeightingForm({ framework, parent, parts, method, there }: WeightingFormProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const assessors = useEvery('assessor')
  const [assessor, setAssessor] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const [said, setSaid] = useState<Pick<Weighting, 'points' | 'comparisons'> | null>(null)
  const before = there.find(({ body }) => body.method === method && body.assessor === assessor)
  const id = before?.id ?? `${framework}/${parent ?? 'top'}/${method}/${assessor ?? ''}`
  const record = {
    id,
    framework,
    ...(parent === undefined ? {} : { parent }),
    method,
    assessor,
    ...said,
    date: new Date().toISOString().slice(0, 10),
    ...(because === '' ? {} : { because }),
  }
  const checked = Weighting.safeParse(record)
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'weighting', id },
        body: {
          record,
          why: because || t('frameworks.askedOn', { date: record.date }),
          ...(before === undefined ? {} : { seen: before.version }),
        },
      }),
    onSuccess: () => client.invalidateQueries(),
  })
  if (method === 'pairwise' && parts.length > mostCompared)
    return <Alert>{t('frameworks.tooMany', { count: parts.length, most: mostCompared })}</Alert>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('frameworks.assessor')}
          required
          searchable
          maw={360}
          data={(assessors.data ?? []).map((one) => ({ value: one.id, label: one.label }))}
          value={assessor}
          onChange={setAssessor}
        />
        {before !== undefined && (
          <Text size="sm" className="quiet">
            {t('frameworks.saidBefore', { date: before.body.date ?? '–', version: before.version })}
          </Text>
        )}
        {method === 'budget' ? (
          <BudgetForm key={before?.id ?? ''} parts={parts} before={before?.body.points} said={setSaid} />
        ) : (
          <PairwiseForm
            key={before?.id ?? ''}
            parts={parts}
            before={before?.body.comparisons}
            said={setSaid}
          />
        )}
        <TextInput
          label={t('frameworks.because')}
          maw={560}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={said === null || !checked.success}>
            {t('frameworks.record')}
          </Button>
          <Text size="sm" className="quiet">
            {t('frameworks.recordNote')}
          </Text>
        </Group>
        {save.isSuccess && (
          <Text size="sm" role="status">
            {t('frameworks.recorded')}
          </Text>
        )}
        {save.isError && <ProblemNote cause={save.error} />}
      </Stack>
    </form>
  )
}
