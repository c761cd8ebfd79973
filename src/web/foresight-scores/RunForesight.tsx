import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { distributionRuleName } from '#instruments/foresight/instrument'
import { distributionRules } from '#numeric/pool-distributions'
import { poolingRules } from '#numeric/pool-probabilities'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'

const rules = ['back-test', ...poolingRules] as const

/** Scores and pools again what is recorded now, as a job. */
export function RunForesight() {
  const { t, language } = useWords()
  const cache = useQueryClient()
  const [pooling, setPooling] = useState<string>('back-test')
  const [distributionPooling, setDistributionPooling] = useState<string>('back-test')
  const work = useJob(
    () =>
      call('startAnalysis', { body: { instrument: 'foresight', request: { pooling, distributionPooling } } }),
    () => void cache.invalidateQueries({ queryKey: ['analyses'] }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        work.start()
      }}
    >
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('foresightScores.pooling')}
            value={pooling}
            onChange={(event) => setPooling(event.currentTarget.value)}
            data={rules.map((rule) => ({ value: rule, label: t(`foresightScores.rule.${rule}`) }))}
          />
          <NativeSelect
            label={t('foresightScores.distributionPooling')}
            value={distributionPooling}
            onChange={(event) => setDistributionPooling(event.currentTarget.value)}
            data={[
              { value: 'back-test', label: t('foresightScores.rule.back-test') },
              ...distributionRules.map((rule) => ({
                value: rule,
                label: distributionRuleName(rule)[language],
              })),
            ]}
          />
          <Button type="submit" loading={work.running}>
            {t('foresightScores.run')}
          </Button>
        </Group>
        <JobProgress work={work} />
      </Stack>
    </form>
  )
}
