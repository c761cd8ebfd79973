import { SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { PageCard, PageLink } from '../components/links.tsx'
import { IllustrativeBadge } from '../questions/StatusBadge.tsx'
import { useQuestionWords } from '../questions/words.ts'

const shown = 3

/** The open questions that close first. */
export function NextQuestions() {
  const { t, titled, instant, percent } = useQuestionWords()
  const query = { status: 'open', offset: 0, limit: shown } as const
  const { data } = useQuery({
    queryKey: ['questions', query],
    queryFn: () => call('listQuestions', { query }),
  })
  if (data === undefined || data.questions.length === 0) return null
  return (
    <section aria-label={t('home.next')}>
      <Title order={2} fz="xl" mb="sm">
        {t('home.next')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: shown }} mb="sm">
        {data.questions.map(({ question, forecasters, median }) => (
          <PageCard
            key={question.id}
            withBorder
            padding="md"
            to="/questions/$id"
            params={{ id: question.id }}
          >
            <Text fw={600} ff="Georgia, serif" fz="lg" lh={1.25} mb="xs">
              {titled(question)}
            </Text>
            <Text size="sm">
              {median === undefined
                ? t('home.forecasters', { count: forecasters })
                : t('home.median', { share: percent(median), count: forecasters })}
            </Text>
            <Text size="xs" className="quiet" mt={6}>
              {t('questions.closesAt', { when: instant(question.closes) })}
            </Text>
            {question.illustrative === true && <IllustrativeBadge />}
          </PageCard>
        ))}
      </SimpleGrid>
      <PageLink to="/questions">{t('home.allQuestions')}</PageLink>
    </section>
  )
}
