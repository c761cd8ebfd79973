import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { StoredRecord } from '#api/contract/records'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageBadge, PageCard, PageLink } from '../components/links.tsx'
import { ArmedForces } from '../home/ArmedForces.tsx'
import { DisputesAhead } from '../home/DisputesAhead.tsx'
import { NextQuestions } from '../home/NextQuestions.tsx'
import { DeepestPartners } from '../instruments/relations-depth/DeepestPartners.tsx'
import { VerdictLine } from '../instruments/socialization/VerdictLine.tsx'
import { useWords } from '../language.ts'
import { latestOf, useAnalyses } from '../queries.ts'

/** What each instrument found of late, and what is in the workspace. */
export function HomePage() {
  const { t } = useWords()
  const cases = useQuery({
    queryKey: ['cases'],
    queryFn: () => call('listRecords', { params: { kind: 'case' } }),
  })
  const workspace = useQuery({ queryKey: ['workspace'], queryFn: () => call('workspace') })
  return (
    <Stack gap="lg" maw={1100}>
      <div>
        <Title order={1}>{t('home.title')}</Title>
        <Text className="quiet" fz="lg">
          {t('home.subtitle')}
        </Text>
      </div>
      <section aria-label={t('home.cases')}>
        <Title order={2} fz="xl" mb="sm">
          {t('home.cases')}
        </Title>
        <Loaded query={cases}>
          {({ records }) =>
            records.length === 0 ? (
              <Text>{t('home.noCases')}</Text>
            ) : (
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
                {records.map((record) => (
                  <CaseCard key={record.id} record={record} />
                ))}
              </SimpleGrid>
            )
          }
        </Loaded>
      </section>
      <Relations />
      <NextQuestions />
      <DisputesAhead />
      <ArmedForces />
      <section aria-label={t('home.workspace')}>
        <Title order={2} fz="xl" mb="sm">
          {t('home.workspace')}
        </Title>
        <Loaded query={workspace}>
          {({ counts }) => (
            <Group gap="xs">
              {Object.entries(counts)
                .filter(([, count]) => count > 0)
                .map(([kind, count]) => (
                  <PageBadge
                    key={kind}
                    variant="light"
                    size="lg"
                    tt="none"
                    fw={500}
                    to="/search"
                    search={{ kind }}
                    style={{ cursor: 'pointer' }}
                  >
                    {t(`kind.${kind}`)} {count}
                  </PageBadge>
                ))}
            </Group>
          )}
        </Loaded>
      </section>
    </Stack>
  )
}

/** The deepest relations, from the newest analysis. */
function Relations() {
  const { t } = useWords()
  const latest = latestOf(useAnalyses().data, 'relations-depth')
  if (latest === undefined) return null
  return (
    <section aria-label={t('relations.title')}>
      <Title order={2} fz="xl" mb="sm">
        {t('relations.title')}
      </Title>
      <DeepestPartners analysisId={latest.id} />
      <PageLink to="/relations">{t('relations.all')}</PageLink>
    </section>
  )
}

function CaseCard({ record }: { record: StoredRecord }) {
  const { language } = useWords()
  const analyses = useAnalyses(`case/${record.id}`)
  const latest = latestOf(analyses.data, 'socialization')
  const text = (key: string) => (typeof record.body[key] === 'string' ? record.body[key] : undefined)
  return (
    <PageCard withBorder padding="md" to="/cases/$id" params={{ id: record.id }}>
      <Text fw={600} ff="Georgia, serif" fz="lg" lh={1.25} mb="xs">
        {(language === 'vi' ? text('titleVi') : undefined) ?? record.label}
      </Text>
      <Text size="sm" className="quiet" mb="sm">
        {(language === 'vi' ? text('questionVi') : undefined) ?? text('question')}
      </Text>
      {latest !== undefined && <VerdictLine analysisId={latest.id} />}
    </PageCard>
  )
}
