import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Driver } from '#domain/driver'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import type { Known } from '../every-record.ts'
import { useWords } from '../language.ts'

interface Props {
  readonly question: string | undefined
  readonly sources: readonly Known<'source'>[]
  readonly taken: ReadonlySet<string>
}

const directions = ['favourable', 'unfavourable'] as const
const trends = ['rising', 'steady', 'falling', 'unknown'] as const

/** Adds a condition with the source that it rests on. */
export function AddDriver({ question, sources, taken }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [draft, setDraft] = useState({ id: '', text: '', textVi: '', source: '', locator: '' })
  const [direction, setDirection] = useState<(typeof directions)[number]>('favourable')
  const [trend, setTrend] = useState<(typeof trends)[number]>('unknown')
  const [strength, setStrength] = useState(3)
  const record = {
    id: draft.id,
    text: draft.text,
    ...(draft.textVi === '' ? {} : { textVi: draft.textVi }),
    direction,
    strength,
    trend,
    ...(question === undefined ? {} : { question }),
    restsOn: [{ source: draft.source, ...(draft.locator === '' ? {} : { locator: draft.locator }) }],
  }
  const checked = Driver.safeParse(record)
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'driver', id: record.id },
        body: { record, why: draft.text, seen: 0 },
      }),
    onSuccess: async () => {
      setDraft({ id: '', text: '', textVi: '', source: draft.source, locator: '' })
      await queries.invalidateQueries()
    },
  })
  const field = (name: keyof typeof draft, required: boolean) => (
    <TextInput
      label={t(`drivers.field.${name}`)}
      required={required}
      value={draft[name]}
      error={name === 'id' && taken.has(draft.id) ? t('drivers.taken') : undefined}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="xs" mt="xs">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {field('text', true)}
          {field('textVi', false)}
          {field('id', true)}
          <Select
            label={t('drivers.field.direction')}
            allowDeselect={false}
            data={directions.map((value) => ({ value, label: t(`drivers.direction.${value}`) }))}
            value={direction}
            onChange={(value) => setDirection(directions.find((one) => one === value) ?? 'favourable')}
          />
          <NumberInput
            label={t('drivers.field.strength')}
            min={1}
            max={5}
            allowDecimal={false}
            hideControls
            value={strength}
            onChange={(value) => setStrength(Number(value))}
          />
          <Select
            label={t('drivers.field.trend')}
            allowDeselect={false}
            data={trends.map((value) => ({ value, label: t(`drivers.trend.${value}`) }))}
            value={trend}
            onChange={(value) => setTrend(trends.find((one) => one === value) ?? 'unknown')}
          />
          <Select
            label={t('drivers.field.source')}
            required
            searchable
            limit={50}
            data={sources.map(({ id, label }) => ({ value: id, label: `${label} (${id})` }))}
            value={draft.source === '' ? null : draft.source}
            onChange={(value) => setDraft({ ...draft, source: value ?? '' })}
          />
          {field('locator', false)}
        </SimpleGrid>
        <Group>
          <Button
            type="submit"
            size="xs"
            loading={save.isPending}
            disabled={!checked.success || taken.has(draft.id)}
          >
            {t('drivers.add')}
          </Button>
        </Group>
        {save.isError && <ProblemNote cause={save.error} />}
      </Stack>
    </form>
  )
}
