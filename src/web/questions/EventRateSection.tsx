import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QuestionPage } from '#api/contract/questions'
import { EventRate } from '../baselines/EventRate.tsx'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useQuestionWords } from './words.ts'

/** How often events came to the number of a question: before it opened, kept as its baseline, and as counted now. */
export function EventRateSection({ page: { question, status } }: { page: QuestionPage }) {
  const { t, language, number } = useQuestionWords()
  const queries = useQueryClient()
  const { id, counts, eventRate } = question
  const keep = useMutation({
    mutationFn: () => call('keepEventRate', { params: { id }, body: {} }),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (counts === undefined) return null
  const [low, high] = (eventRate?.interval ?? []).map(number)
  return (
    <Stack gap="sm" align="flex-start">
      {eventRate !== undefined && (
        <Text>
          {t('questions.keptRate')} <b className="number">{number(eventRate.probability)}</b>{' '}
          {t('baselines.interval', { low, high })}
          {': '}
          {language === 'vi' ? eventRate.becauseVi : eventRate.because}.
        </Text>
      )}
      <EventRate counts={counts} />
      {eventRate === undefined && status !== 'draft' && (
        <>
          <Button variant="default" size="xs" loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('questions.keepRate')}
          </Button>
          <Text size="sm" className="quiet">
            {t('questions.keepRateNote')}
          </Text>
        </>
      )}
      {keep.isError && <ProblemNote cause={keep.error} />}
    </Stack>
  )
}
