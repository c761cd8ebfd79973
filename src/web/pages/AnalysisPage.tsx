import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { instruments } from '#instruments/registry'
import { subjectOf } from '#report/compose'
import { addressOf, call } from '../client.ts'
import { ExhibitView } from '../components/ExhibitView.tsx'
import { Findings } from '../components/Findings.tsx'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { useAnalysis } from '../queries.ts'

/** Any analysis of any instrument: findings, tables and charts, what it pins, and whether it comes out the same. */
export function AnalysisPage() {
  const { id } = useParams({ from: '/analyses/$id' })
  const { t, language } = useWords()
  const analysis = useAnalysis(id)
  return (
    <Loaded query={analysis}>
      {(data) => {
        const instrument = instruments.find(
          (one) => one.id === data.instrument && one.reads.includes(data.version),
        )
        const about = subjectOf(data.result, language)
        return (
          <Stack gap="sm" maw={1100}>
            <div>
              <Text className="quiet">{instrument?.question[language]}</Text>
              <Title order={1} fz={26}>
                {instrument?.title[language] ?? data.instrument}
                {about === '' ? '' : `: ${about}`}
              </Title>
            </div>
            <Group gap="md">
              <Anchor href={addressOf('report', { params: { id }, query: { format: 'html', language } })}>
                {t('analysis.html')}
              </Anchor>
              <Anchor href={addressOf('report', { params: { id }, query: { format: 'pdf', language } })}>
                {t('analysis.pdf')}
              </Anchor>
              <Anchor href={addressOf('report', { params: { id }, query: { format: 'docx', language } })}>
                {t('analysis.docx')}
              </Anchor>
              <Anchor href={addressOf('report', { params: { id }, query: { format: 'md', language } })}>
                {t('analysis.markdown')}
              </Anchor>
              <Rerun id={id} />
            </Group>
            <Findings findings={data.findings} />
            {instrument?.exhibits(data.result, language).map((exhibit) => (
              <ExhibitView key={exhibit.id} exhibit={exhibit} order={2} />
            ))}
            <Title order={2} fz="lg">
              {t('analysis.pinned')}
            </Title>
            <Text size="sm">
              {data.id} · {data.instrument} {data.version} ·{' '}
              {t('analysis.records', { count: data.pins.length })}
            </Text>
            <details>
              <summary>{t('analysis.inputs')}</summary>
              <ul>
                {data.pins.map((pin) => (
                  <li key={`${pin.kind} ${pin.id}`}>
                    <RecordLink kind={pin.kind} id={pin.id}>
                      {t(`kind.${pin.kind}`)} {pin.id}
                    </RecordLink>{' '}
                    <span className="quiet">{t('record.versionShort', { version: pin.version })}</span>
                  </li>
                ))}
              </ul>
            </details>
            <details>
              <summary>{t('analysis.request')}</summary>
              <pre style={{ whiteSpace: 'pre-wrap' }}>{JSON.stringify(data.request, null, 2)}</pre>
            </details>
          </Stack>
        )
      }}
    </Loaded>
  )
}

function Rerun({ id }: { id: string }) {
  const { t } = useWords()
  const rerun = useMutation({ mutationFn: () => call('rerunAnalysis', { params: { id } }) })
  return (
    <>
      <Button size="compact-sm" variant="default" loading={rerun.isPending} onClick={() => rerun.mutate()}>
        {t('analysis.rerun')}
      </Button>
      <Text size="sm" role="status">
        {rerun.isSuccess ? t('analysis.same') : ''}
      </Text>
      {rerun.isError && <ProblemNote cause={rerun.error} />}
    </>
  )
}
