import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Case } from '#domain/case'
import { addressOf, call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { viewOf } from '../instruments/registry.ts'
import { useWords } from '../language.ts'
import { latestOf, useAnalyses, useAnalysis } from '../queries.ts'

/** A case: its frame, and its latest analysis told and weighed. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' })
  const { t, language } = useWords()
  const record = useQuery({
    queryKey: ['record', 'case', id],
    queryFn: () => call('readRecord', { params: { kind: 'case', id } }),
  })
  const analyses = useAnalyses(`case/${id}`)
  const latest = latestOf(analyses.data, 'socialization')
  return (
    <Loaded query={record}>
      {({ body }) => {
        const frame = body as unknown as Case // the API gives a case
        return (
          <Stack gap="md" maw={1100}>
            <div>
              <Title order={1} fz={28}>
                {(language === 'vi' ? frame.titleVi : undefined) ?? frame.title}
              </Title>
              <Text fz="lg" className="quiet">
                {(language === 'vi' ? frame.questionVi : undefined) ?? frame.question}
              </Text>
              <Group gap="md" mt={6}>
                <Text size="sm" className="quiet">
                  {t('case.window')}{' '}
                  <span className="number">{`${frame.window.from} – ${frame.window.to}`}</span>
                </Text>
                <Text size="sm" className="quiet">
                  {t('case.unit')} {t(`unitOf.${frame.unit}`)}
                </Text>
                <RecordLink kind="case" id={id}>
                  {t('case.frame')}
                </RecordLink>
                {latest !== undefined && (
                  <>
                    <PageLink size="sm" to="/analyses/$id" params={{ id: latest.id }}>
                      {t('case.analysis')}
                    </PageLink>
                    <Anchor
                      size="sm"
                      href={addressOf('report', {
                        params: { id: latest.id },
                        query: { format: 'html', language },
                      })}
                    >
                      {t('case.report')}
                    </Anchor>
                  </>
                )}
                <RunAgain caseId={id} first={latest === undefined} />
              </Group>
            </div>
            {latest !== undefined && <Latest id={latest.id} />}
          </Stack>
        )
      }}
    </Loaded>
  )
}

function Latest({ id }: { id: string }) {
  const analysis = useAnalysis(id)
  return (
    <Loaded query={analysis}>
      {(data) => {
        const View = viewOf(data)?.View
        return View === undefined ? null : <View analysis={data} />
      }}
    </Loaded>
  )
}

function RunAgain({ caseId, first }: { caseId: string; first: boolean }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const run = useMutation({
    mutationFn: () =>
      call('runInstrument', { body: { instrument: 'socialization', request: { case: caseId } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['analyses'] }),
  })
  return (
    <>
      <Button size="compact-sm" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
        {t(first ? 'case.run' : 'case.runAgain')}
      </Button>
      {run.isError && <ProblemNote cause={run.error} />}
    </>
  )
}
