import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Relation } from '#domain/relation'
import { relationsDepthResult } from '#instruments/relations-depth/instrument'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { ComparePartners } from '../instruments/relations-depth/ComparePartners.tsx'
import { LeagueTable } from '../instruments/relations-depth/LeagueTable.tsx'
import { RecomputeAll } from '../instruments/relations-depth/RecomputeAll.tsx'
import { WeightsView } from '../instruments/relations-depth/WeightsView.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { useAnalyses, useAnalysis } from '../queries.ts'

/** The partners of a state by depth: league table, up to five side by side, and what other weights would change. */
export function RelationsPage() {
  const { t } = useWords()
  const records = useQuery({
    queryKey: ['records', 'relation'],
    queryFn: () => call('listRecords', { params: { kind: 'relation' }, query: { limit: 1000 } }),
  })
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('relations.title')}
        </Title>
        <Text className="quiet">{t('relations.about')}</Text>
        <Group gap="md">
          <PageLink to="/ratings">{t('ratings.title')}</PageLink>
          <PageLink to="/frameworks">{t('frameworks.plural')}</PageLink>
          <PageLink to="/plans">{t('plans.title')}</PageLink>
          <PageLink to="/measures">{t('measures.toMeasures')}</PageLink>
        </Group>
      </div>
      <Loaded query={records}>
        {({ records: list }) => {
          const relations = list.map(({ body }) => Relation.parse(body))
          return relations.length === 0 ? (
            <Alert>{t('relations.none')}</Alert>
          ) : (
            <PartnersOf relations={relations} />
          )
        }}
      </Loaded>
    </Stack>
  )
}

function PartnersOf({ relations }: { relations: readonly Relation[] }) {
  const { t } = useWords()
  const states = [...new Set(relations.map(({ parties }) => parties[0]))].toSorted()
  const [state, setState] = useState(states[0] ?? '')
  const analyses = useAnalyses()
  const latest = analyses.data?.analyses.find(
    (one) => one.instrument === 'relations-depth' && one.subject?.startsWith(`dyad/${state}-`),
  )
  const first = relations.find(({ parties }) => parties[0] === state)
  return (
    <>
      <Group align="flex-end" gap="md">
        {states.length > 1 && (
          <Select
            label={t('relations.state')}
            data={states}
            value={state}
            onChange={(value) => setState(value ?? state)}
          />
        )}
        {first !== undefined && <JudgeAll dyad={first.parties} first={latest === undefined} />}
      </Group>
      {latest !== undefined && <League id={latest.id} key={latest.id} />}
      <RecomputeAll state={state} ratings="real" />
    </>
  )
}

/** One analysis places all partners of the state, so one is enough to see them together. */
function JudgeAll({ dyad, first }: { dyad: readonly [string, string]; first: boolean }) {
  const { t } = useWords()
  const client = useQueryClient()
  const run = useJob(
    () => call('startAnalysis', { body: { instrument: 'relations-depth', request: { dyad } } }),
    () => void client.invalidateQueries({ queryKey: ['analyses'] }),
  )
  return (
    <>
      <Button size="compact-md" variant="default" loading={run.running} onClick={run.start}>
        {t(first ? 'relations.judge' : 'relations.judgeAgain')}
      </Button>
      <JobProgress work={run} />
    </>
  )
}

function League({ id }: { id: string }) {
  const { t, language } = useWords()
  const analysis = useAnalysis(id)
  return (
    <Loaded query={analysis}>
      {(data) => {
        const result = relationsDepthResult(data.result)
        return (
          <>
            <section aria-label={t('relations.league')}>
              <Title order={2} fz="xl">
                {t('relations.league')}
              </Title>
              <Text size="sm" className="quiet">
                {language === 'vi' ? result.framework.titleVi : result.framework.title} ·{' '}
                {t('relations.edition', { edition: result.framework.edition })} ·{' '}
                {t('relations.inYear', { year: result.year })} · {t(`relations.ratingsOf.${result.ratings}`)}{' '}
                ·{' '}
                <PageLink to="/analyses/$id" params={{ id }} underline="always">
                  {t('relations.whole')}
                </PageLink>
              </Text>
              <LeagueTable result={result} />
            </section>
            <ComparePartners analysis={data} />
            <WeightsView analysis={data} />
          </>
        )
      }}
    </Loaded>
  )
}
