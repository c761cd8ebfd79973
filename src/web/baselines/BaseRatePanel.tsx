import { Box, Button, Group, NumberInput, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { BaseRateText } from './BaseRateText.tsx'
import type { Question } from './question.ts'

/** How often so many months had at least so many events: the base rate of a question. */
export function BaseRatePanel({ question: { dataset, source, target, watched } }: { question: Question }) {
  const { t } = useWords()
  const [atLeast, setAtLeast] = useState<string | number>(10)
  const [months, setMonths] = useState<string | number>(6)
  const asked = useMutation({
    mutationFn: () =>
      call('eventBaseRate', {
        query: {
          dataset,
          source: source ?? '',
          target: target ?? '',
          watched,
          atLeast: Number(atLeast),
          months: Number(months),
        },
      }),
  })
  const rate = asked.data
  return (
    <section aria-label={t('baselines.rate')}>
      <Title order={2} fz="lg" mt="lg">
        {t('baselines.rate')}
      </Title>
      <Text size="sm" className="quiet" maw={820} mb="xs">
        {t('baselines.rateAbout')}
      </Text>
      <Group align="end">
        <NumberInput label={t('baselines.atLeast')} value={atLeast} onChange={setAtLeast} min={1} w={170} />
        <NumberInput
          label={t('baselines.within')}
          value={months}
          onChange={setMonths}
          min={1}
          max={24}
          w={170}
        />
        <Button variant="default" onClick={() => asked.mutate()} disabled={asked.isPending}>
          {t('baselines.rateAsk')}
        </Button>
      </Group>
      {asked.isError && <ProblemNote cause={asked.error} />}
      {rate !== undefined && (
        <Box mt="sm">
          <BaseRateText rate={rate} />
        </Box>
      )}
    </section>
  )
}
