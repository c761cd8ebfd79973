import { Button, Group, NumberInput, Select, Stack, Switch, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Relation } from '#domain/relation'
import { addressOf, call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { DepthView } from '../instruments/relations-depth/DepthView.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { latestOf, useAnalyses, useAnalysis } from '../queries.ts'

/** One relation: its latest analysis, and the choices under which it is judged anew. */
export function RelationPage() {
  const { id } = useParams({ from: '/relations/$id' })
  const record = useQuery({
    queryKey: ['record', 'relation', id],
    queryFn: () => call('readRecord', { params: { kind: 'relation', id } }),
  })
  return <Loaded query={record}>{({ body }) => <Dyad relation={Relation.parse(body)} key={id} />}</Loaded>
}

function Dyad({ relation }: { relation: Relation }) {
  const { t, language } = useWords()
  const analyses = useAnalyses(`dyad/${relation.parties.join('-')}`)
  const latest = latestOf(analyses.data, 'relations-depth')
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <PageLink to="/relations" size="sm">
          ← {t('relations.all')}
        </PageLink>
        <Title order={1} fz={28}>
          {(language === 'vi' ? relation.titleVi : undefined) ?? relation.title}
        </Title>
        <Group gap="md" mt={4}>
          <RecordLink kind="relation" id={relation.id}>
            {t('relations.record')}
          </RecordLink>
          {latest !== undefined && (
            <>
              <PageLink to="/analyses/$id" params={{ id: latest.id }}>
                {t('relations.whole')}
              </PageLink>
              <a
                href={addressOf('report', { params: { id: latest.id }, query: { format: 'html', language } })}
              >
                {t('case.report')}
              </a>
            </>
          )}
        </Group>
      </div>
      <Judge relation={relation} />
      {latest === undefined ? (
        analyses.isSuccess && <Text className="quiet">{t('relations.notJudged')}</Text>
      ) : (
        <Shown id={latest.id} key={latest.id} />
      )}
    </Stack>
  )
}

const ratings = ['real', 'all', 'none'] as const
const weightings = ['given', 'equal', 'budget', 'pairwise'] as const

function Judge({ relation }: { relation: Relation }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [year, setYear] = useState<number | string>('')
  const [counted, setCounted] = useState<(typeof ratings)[number]>('real')
  const [means, setMeans] = useState(false)
  const [weighting, setWeighting] = useState<(typeof weightings)[number]>('given')
  const run = useJob(
    () =>
      call('startAnalysis', {
        body: {
          instrument: 'relations-depth',
          request: {
            dyad: relation.parties,
            ratings: counted,
            weighting,
            raterModel: means ? 'mean' : 'latent',
            ...(typeof year === 'number' ? { year } : {}),
          },
        },
      }),
    () => void client.invalidateQueries({ queryKey: ['analyses'] }),
  )
  return (
    <details>
      <summary>{t('relations.judgeAnew')}</summary>
      <Group align="flex-end" gap="md" mt="xs">
        <NumberInput
          label={t('relations.year')}
          placeholder={t('relations.lastYear')}
          value={year}
          onChange={setYear}
          min={1816}
          max={2200}
          w={140}
        />
        <Select
          label={t('relations.ratings')}
          w={280}
          data={ratings.map((value) => ({ value, label: t(`relations.ratingsOf.${value}`) }))}
          value={counted}
          onChange={(value) => setCounted(ratings.find((one) => one === value) ?? 'real')}
          allowDeselect={false}
        />
        <Select
          label={t('relations.weighting')}
          w={280}
          data={weightings.map((value) => ({ value, label: t(`relations.weightsOf.${value}`) }))}
          value={weighting}
          onChange={(value) => setWeighting(weightings.find((one) => one === value) ?? 'given')}
          allowDeselect={false}
        />
        <Switch
          label={t('relations.means')}
          checked={means}
          onChange={(event) => setMeans(event.currentTarget.checked)}
          mb={6}
        />
        <Button loading={run.running} onClick={run.start}>
          {t('relations.judge')}
        </Button>
      </Group>
      <JobProgress work={run} />
    </details>
  )
}

function Shown({ id }: { id: string }) {
  const analysis = useAnalysis(id)
  return <Loaded query={analysis}>{(data) => <DepthView analysis={data} />}</Loaded>
}
