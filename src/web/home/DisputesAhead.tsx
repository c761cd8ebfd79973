import { SimpleGrid, Text, Title } from '@mantine/core'
import { PageCard, PageLink } from '../components/links.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'
import { NewestRole } from '../mediation/NewestRole.tsx'
import { latestOf, useAnalyses } from '../queries.ts'

const shown = 3

/** The disputes of which it was asked of late whether to step between. */
export function DisputesAhead() {
  const { t, language } = useWords()
  const disputes = useEvery('dispute').data ?? []
  const analyses = useAnalyses().data
  const asked = disputes
    .flatMap(({ body }) => {
      const latest = latestOf(analyses, 'mediation', `dispute/${body.id}`)
      return latest === undefined ? [] : [{ dispute: body, latest }]
    })
    .slice(0, shown)
  if (asked.length === 0) return null
  return (
    <section aria-label={t('home.mediate')}>
      <Title order={2} fz="xl" mb="sm">
        {t('home.mediate')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: shown }} mb="sm">
        {asked.map(({ dispute, latest }) => (
          <PageCard
            key={dispute.id}
            withBorder
            padding="md"
            to="/mediation/disputes/$"
            params={{ _splat: dispute.id }}
          >
            <Text fw={600} ff="Georgia, serif" fz="lg" lh={1.25} mb="xs">
              {(language === 'vi' ? dispute.titleVi : undefined) ?? dispute.title}
            </Text>
            <Text size="sm">
              <NewestRole id={latest.id} />
            </Text>
          </PageCard>
        ))}
      </SimpleGrid>
      <PageLink to="/mediation">{t('home.allDisputes')}</PageLink>
    </section>
  )
}
