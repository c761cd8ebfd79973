import { Alert, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { ConvergencePanel } from '../positions/ConvergencePanel.tsx'
import { PointsPanel } from '../positions/PointsPanel.tsx'
import { SimilarityPanel } from '../positions/SimilarityPanel.tsx'

/** Positions measured from real votes: ideal points, similarity, convergence. */
export function PositionsPage() {
  const { t } = useWords()
  const votes = useQuery({
    queryKey: ['datasets', 'un-votes'],
    queryFn: () => call('readDataset', { params: { id: 'un-votes' } }),
  })
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('positions.title')}
        </Title>
        <Text className="quiet">{t('positions.about')}</Text>
      </div>
      <Loaded query={votes}>
        {(data) => {
          const tables = data.versions.find((version) => version.current)?.tables ?? []
          const whole = ['votes', 'roll-calls'].every((name) => tables.some((table) => table.name === name))
          if (!whole) return <NoVotes />
          return (
            <>
              <SimilarityPanel />
              <PointsPanel />
              <ConvergencePanel />
            </>
          )
        }}
      </Loaded>
      <Recorded />
    </Stack>
  )
}

function NoVotes() {
  const { t } = useWords()
  return (
    <Alert title={t('positions.noVotes')}>
      {t('positions.bring')}{' '}
      <PageLink to="/data/$id" params={{ id: 'un-votes' }}>
        {t('positions.toData')}
      </PageLink>
    </Alert>
  )
}

/** What is recorded needs no dataset: comparisons, as in the example. */
function Recorded() {
  const { t } = useWords()
  const records = useQuery({
    queryKey: ['records', 'comparison'],
    queryFn: () => call('listRecords', { params: { kind: 'comparison' } }),
  })
  return (
    <Loaded query={records}>
      {(data) =>
        data.records.length === 0 ? null : (
          <section aria-label={t('positions.recorded')}>
            <Title order={2} fz="lg">
              {t('positions.recorded')}
            </Title>
            <ul className="plain">
              {data.records.map(({ id, label, body }) => (
                <li key={id}>
                  <RecordLink kind="comparison" id={id}>
                    {label}
                  </RecordLink>
                  {typeof body['case'] === 'string' && (
                    <>
                      {' · '}
                      <PageLink to="/cases/$id" params={{ id: body['case'] }}>
                        {t('positions.inCase')}
                      </PageLink>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  )
}
