import { Alert, Button, Group, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useStateName } from '../../components/StatePicker.tsx'
import { useJob } from '../../jobs.ts'
import { useWords } from '../../language.ts'

/** Judges every relation of a state in one pass, with progress; what is finished when it is stopped stays. */
export function RecomputeAll({ state, ratings }: { state: string; ratings: 'real' | 'all' }) {
  const { t } = useWords()
  const nameOf = useStateName()
  const client = useQueryClient()
  const work = useJob(
    () => call('recompute', { body: { instrument: 'relations-depth', request: { state, ratings } } }),
    () => void client.invalidateQueries({ queryKey: ['analyses'] }),
  )
  const result = work.job?.state === 'done' ? (work.job.result as { analyses: readonly string[] }) : undefined // what this endpoint says its job gives
  return (
    <section aria-label={t('longWork.all', { state: nameOf(state) })}>
      <Group gap="md">
        <Button variant="default" onClick={work.start} disabled={work.running}>
          {t('longWork.all', { state: nameOf(state) })}
        </Button>
        <Text size="sm" className="quiet">
          {t('longWork.allAbout')}
        </Text>
      </Group>
      <JobProgress work={work} cancelled={t('longWork.stopped')} />
      {result !== undefined && (
        <Alert my="sm" role="status">
          {t('longWork.finished', { number: result.analyses.length })}
        </Alert>
      )}
    </section>
  )
}
