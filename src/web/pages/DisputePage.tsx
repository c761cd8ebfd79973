import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Dispute } from '#domain/dispute'
import { mediationResult } from '#instruments/mediation/instrument'
import { addressOf, call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { AskForm } from '../mediation/AskForm.tsx'
import { DisputeStory } from '../mediation/DisputeStory.tsx'
import { MediationView } from '../mediation/MediationView.tsx'
import { useAnalyses, useAnalysis } from '../queries.ts'

/** One dispute: what it is, who may step between, in which role, and what would change that. */
export function DisputePage() {
  const { _splat: id = '' } = useParams({ from: '/mediation/disputes/$' })
  const record = useQuery({
    queryKey: ['record', 'dispute', id],
    queryFn: () => call('readRecord', { params: { kind: 'dispute', id } }),
  })
  return <Loaded query={record}>{({ body }) => <One dispute={Dispute.parse(body)} key={id} />}</Loaded>
}

function One({ dispute }: { dispute: Dispute }) {
  const { t, language } = useWords()
  const analyses = useAnalyses(`dispute/${dispute.id}`)
  const all = (analyses.data?.analyses ?? []).filter(({ instrument }) => instrument === 'mediation')
  const [chosen, setChosen] = useState<string>()
  const shown = chosen ?? all[0]?.id
  const own = (en: string | undefined, vi: string | undefined) => (language === 'vi' ? vi : undefined) ?? en
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <PageLink to="/mediation" size="sm">
          ← {t('mediation.all')}
        </PageLink>
        <Title order={1} fz={28}>
          {own(dispute.title, dispute.titleVi)}
        </Title>
        <Text>{own(dispute.summary, dispute.summaryVi)}</Text>
        <Group gap="md" mt={4}>
          <RecordLink kind="dispute" id={dispute.id}>
            {t('mediation.record')}
          </RecordLink>
          <PageLink to="/mediation/cases">{t('mediationCases.nav')}</PageLink>
          {shown !== undefined && (
            <>
              <PageLink to="/analyses/$id" params={{ id: shown }}>
                {t('mediation.whole')}
              </PageLink>
              <a href={addressOf('report', { params: { id: shown }, query: { format: 'html', language } })}>
                {t('case.report')}
              </a>
            </>
          )}
        </Group>
      </div>
      <DisputeStory dispute={dispute} />
      {shown === undefined ? (
        analyses.isSuccess && (
          <>
            <Text className="quiet">{t('mediation.notAsked')}</Text>
            <AskForm dispute={dispute.id} result={undefined} onDone={setChosen} />
          </>
        )
      ) : (
        <Shown id={shown} dispute={dispute.id} onDone={setChosen} key={shown} />
      )}
      {all.length > 1 && (
        <details>
          <summary>{t('mediation.earlier', { count: all.length })}</summary>
          <ul className="plain">
            {all.map(({ id, at, by }) => (
              <li key={id}>
                <PageLink to="/analyses/$id" params={{ id }}>
                  {id}
                </PageLink>{' '}
                <span className="quiet">
                  {at.slice(0, 16).replace('T', ' ')} · {by}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}

function Shown({ id, dispute, onDone }: { id: string; dispute: string; onDone: (id: string) => void }) {
  const { t } = useWords()
  const analysis = useAnalysis(id)
  return (
    <Loaded query={analysis}>
      {(data) => (
        <>
          <details>
            <summary>{t('mediation.ask')}</summary>
            <AskForm dispute={dispute} result={mediationResult(data.result)} onDone={onDone} />
          </details>
          <MediationView analysis={data} />
        </>
      )}
    </Loaded>
  )
}
