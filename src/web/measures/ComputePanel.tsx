import { Button, Group, MultiSelect, NumberInput, Paper, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MeasureEntry, MeasuresResult } from '#api/contract/measures'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { StatePicker, StatesPicker } from '../components/StatePicker.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { Results } from './Results.tsx'

/** Chooses whom, when and what; computes it, and keeps it as series if asked. */
export function ComputePanel({ entries }: { entries: readonly MeasureEntry[] }) {
  const { t, language } = useWords()
  const client = useQueryClient()
  const [state, setState] = useState<string | null>('VNM')
  const [partners, setPartners] = useState(['CHN', 'USA'])
  const [from, setFrom] = useState<number>(1990)
  const [to, setTo] = useState<number>(2014)
  const [step, setStep] = useState<number>(1)
  const [chosen, setChosen] = useState<string[]>([])
  const able = entries.filter(({ lacking }) => lacking.length === 0)
  const years =
    step >= 1 && to >= from
      ? Array.from({ length: Math.min(300, Math.floor((to - from) / step) + 1) }, (_, at) => from + at * step)
      : []
  const body = {
    state: state ?? '',
    partners,
    years,
    ...(chosen.length > 0 ? { measures: chosen } : {}),
  }
  const work = useJob(() => call('computeMeasures', { body }))
  const saving = useJob(
    () => call('computeMeasures', { body: { ...body, save: true } }),
    () => void client.invalidateQueries({ queryKey: ['records'] }),
  )
  const last = saving.job?.state === 'done' ? saving.job : work.job
  const result = last?.state === 'done' ? (last.result as MeasuresResult) : undefined // what this job gives
  const ready = state !== null && partners.length > 0 && years.length > 0 && able.length > 0
  const busy = work.running || saving.running
  return (
    <Paper withBorder p="md" component="section" aria-label={t('measures.compute')}>
      <Title order={2} fz="lg">
        {t('measures.compute')}
      </Title>
      <Text size="sm" className="quiet" mb="sm" maw={820}>
        {able.length === 0 ? t('measures.none') : t('measures.computeAbout')}
      </Text>
      <Group align="end">
        <StatePicker label={t('data.state')} value={state} onChange={setState} />
        <StatesPicker label={t('measures.partners')} value={partners} onChange={setPartners} />
      </Group>
      <Group align="end" mt="xs">
        <Year label={t('data.from')} value={from} onChange={setFrom} />
        <Year label={t('data.to')} value={to} onChange={setTo} />
        <NumberInput
          label={t('measures.step')}
          w={150}
          min={1}
          max={50}
          allowDecimal={false}
          value={step}
          onChange={(value) => setStep(Number(value) || 1)}
        />
      </Group>
      <MultiSelect
        mt="xs"
        maw={820}
        label={t('measures.which')}
        description={t('measures.whichAbout')}
        searchable
        clearable
        data={able.map(({ id, title }) => ({ value: id, label: title[language] }))}
        value={chosen}
        onChange={setChosen}
      />
      <Group mt="md">
        <Button onClick={work.start} disabled={!ready || busy}>
          {t('measures.computeNow')}
        </Button>
        <Button variant="default" onClick={saving.start} disabled={!ready || busy}>
          {t('measures.save')}
        </Button>
      </Group>
      <JobProgress work={saving.running || saving.cause !== undefined ? saving : work} />
      {result !== undefined && !busy && <Results result={result} />}
    </Paper>
  )
}

function Year(props: { label: string; value: number; onChange: (year: number) => void }) {
  return (
    <NumberInput
      label={props.label}
      w={120}
      min={1500}
      max={2200}
      allowDecimal={false}
      value={props.value}
      onChange={(value) => props.onChange(Number(value) || 0)}
    />
  )
}
