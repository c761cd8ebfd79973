import '../contradictions/contradictions.css'
import { Group, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import type { Asked } from '../contradictions/asked.ts'
import { BoardView } from '../contradictions/BoardView.tsx'
import { useWords } from '../language.ts'

const rates = [0.01, 0.05, 0.1, 0.2]
const roundings = ['as-given', '0.01', '0.05'] as const

/** The contradiction board: what would reach the minister contradicting itself, and how each was settled. */
export function ContradictionsPage() {
  const { t, language } = useWords()
  const [asked, setAsked] = useState<Asked>({ rate: 0.1, rounding: 'as-given' })
  const board = useQuery({
    queryKey: ['contradictions', asked],
    queryFn: () => call('contradictions', { query: asked }),
    placeholderData: (before) => before,
  })
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('contradictions.title')}
        </Title>
        <Text className="quiet">{t('contradictions.about')}</Text>
        <Group gap="md">
          <PageLink to="/scenarios">{t('scenarios.title')}</PageLink>
          <PageLink to="/drivers">{t('drivers.title')}</PageLink>
        </Group>
      </div>
      <div className="choices">
        <Select
          label={t('contradictions.rate')}
          description={t('contradictions.rateNote')}
          allowDeselect={false}
          data={rates.map((rate) => ({
            value: String(rate),
            label: rate.toLocaleString(language, { style: 'percent' }),
          }))}
          value={String(asked.rate)}
          onChange={(value) => setAsked({ ...asked, rate: Number(value ?? '0.1') })}
        />
        <Select
          label={t('contradictions.rounding')}
          description={t('contradictions.roundingNote')}
          allowDeselect={false}
          data={roundings.map((value) => ({
            value,
            label: t(`contradictions.roundTo.${value.replace('.', '')}`),
          }))}
          value={asked.rounding}
          onChange={(value) =>
            setAsked({ ...asked, rounding: roundings.find((one) => one === value) ?? 'as-given' })
          }
        />
      </div>
      <Loaded query={board}>{(data) => <BoardView board={data} asked={asked} />}</Loaded>
    </Stack>
  )
}
