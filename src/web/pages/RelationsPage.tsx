import { Alert, Button, Group, Select, Stack, Switch, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Relation } from '#domain/relation'
import { call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { DepthView } from '../instruments/relations-depth/DepthView.tsx'
import { useWords } from '../language.ts'
import { latestOf, useAnalyses, useAnalysis } from '../queries.ts'

/** How deep is this relation? Choose one, and read what is known of it beside the other partners. */
export function RelationsPage() {
  const { t } = useWords()
  const records = useQuery({
    queryKey: ['records', 'relation'],
    queryFn: () => call('listRecords', { params: { kind: 'relation' }, query: { limit: 500 } }),
  })
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('relations.title')}
        </Title>
        <Text className="quiet">{t('relations.about')}</Text>
        <PageLink to="/measures">{t('measures.toMeasures')}</PageLink>
      </div>
      <Loaded query={records}>
        {({ records: list }) => {
          const relations = list.map(({ body }) => Relation.parse(body))
          if (relations.length === 0) return <Alert>{t('relations.none')}</Alert>
          return <Judge relations={relations} />
        }}
      </Loaded>
    </Stack>
  )
}

function Judge({ relations }: { relations: readonly Relation[] }) {
  const { t, language } = useWords()
  const client = useQueryClient()
  const latest = latestOf(useAnalyses().data, 'relations-depth')
  const [relation, setRelation] = useState<string | null>(null)
  const [illustrative, setIllustrative] = useState(false)
  const run = useMutation({
    mutationFn: (dyad: readonly [string, string]) =>
      call('runInstrument', {
        body: {
          instrument: 'relations-depth',
          request: { dyad, ratings: illustrative ? 'all' : 'real' },
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['analyses'] }),
  })
  const id = run.data?.id ?? latest?.id
  return (
    <>
      <Group align="flex-end" gap="md">
        <Select
          label={t('relations.choose')}
          searchable
          w={300}
          data={relations.map(({ id: value, title, titleVi }) => ({
            value,
            label: (language === 'vi' ? titleVi : undefined) ?? title,
          }))}
          value={relation}
          onChange={setRelation}
        />
        <Switch
          label={t('relations.illustrative')}
          checked={illustrative}
          onChange={(event) => setIllustrative(event.currentTarget.checked)}
          mb={6}
        />
        <Button
          loading={run.isPending}
          disabled={relation === null}
          onClick={() => {
            const chosen = relations.find((one) => one.id === relation)
            if (chosen !== undefined) run.mutate(chosen.parties)
          }}
        >
          {t('relations.judge')}
        </Button>
      </Group>
      {run.isError && <ProblemNote cause={run.error} />}
      {id !== undefined && <Shown id={id} key={id} />}
    </>
  )
}

function Shown({ id }: { id: string }) {
  const { t } = useWords()
  const analysis = useAnalysis(id)
  return (
    <Loaded query={analysis}>
      {(data) => (
        <>
          <DepthView analysis={data} />
          <PageLink to="/analyses/$id" params={{ id }}>
            {t('relations.whole')}
          </PageLink>
        </>
      )}
    </Loaded>
  )
}
