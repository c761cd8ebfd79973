import { Alert, Button, Group, Progress, Text } from '@mantine/core'
import type { WatchedJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { ProblemNote } from './Loaded.tsx'

/** Steps that the pages can say in both languages; any other step is shown as the job tells it. */
const steps = {
  chains: 'longWork.chains',
  draws: 'longWork.draws',
  partners: 'longWork.partners',
  analyses: 'longWork.analyses',
} as const

/**
 * How far a job is, with a way to stop it; what went wrong, if something did.
 *
 * @param cancelled what is said once it was stopped; by default that nothing was written
 */
export function JobProgress({ work, cancelled }: { work: WatchedJob; cancelled?: string }) {
  const { t } = useWords()
  const { job } = work
  if (work.running) {
    const share = job === undefined || job.of === 0 ? 0 : (100 * job.done) / job.of
    return (
      <Group my="sm" gap="md" role="status" aria-live="polite">
        <Progress value={share} w={260} aria-label={t('job.progress')} />
        <Text size="sm" className="quiet">
          {job?.step === '' || job === undefined
            ? t('job.starting')
            : job.step in steps
              ? t(steps[job.step as keyof typeof steps], { done: job.done, of: job.of }) // one of the keys
              : job.step}
        </Text>
        <Button size="compact-sm" variant="default" onClick={work.cancel}>
          {t('job.cancel')}
        </Button>
      </Group>
    )
  }
  if (job?.state === 'cancelled') return <Alert my="sm">{cancelled ?? t('job.cancelled')}</Alert>
  return work.cause === undefined ? null : <ProblemNote cause={work.cause} />
}
