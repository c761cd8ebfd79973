import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Question } from '#domain/question'
import { call, ProblemError } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { BaseRateText } from './BaseRateText.tsx'

/** What a question counts, and how often it came to that before: counted from the imported dataset as the page opens. */
export function EventRate({ counts }: { counts: NonNullable<Question['counts']> }) {
  const { t } = useWords()
  const nameOf = useStateName()
  const { source, target, watched, atLeast, months } = counts
  const rate = useQuery({
    queryKey: ['event-rate', counts],
    queryFn: () => call('eventBaseRate', { query: counts }),
    retry: false,
  })
  const absent = rate.error instanceof ProblemError && rate.error.problem.code === 'dataset-absent'
  return (
    <>
      <Text size="sm" className="quiet" mb={6}>
        {t('baselines.counted', {
          dyad: t('baselines.towards', { source: nameOf(source), target: nameOf(target) }),
          watched: t(`baselines.classes.${watched}`),
          atLeast,
          months,
        })}
      </Text>
      {absent ? (
        <Text>
          {t('baselines.noEvents')} {t('baselines.bring')}{' '}
          <PageLink to="/data" underline="always">
            {t('nav.data')}
          </PageLink>
        </Text>
      ) : (
        <Loaded query={rate}>{(found) => <BaseRateText rate={found} />}</Loaded>
      )}
    </>
  )
}
