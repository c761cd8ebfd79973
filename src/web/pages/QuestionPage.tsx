import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { QuestionPage as Page } from '#api/contract/questions'
import { call } from '../client.ts'
import { EvidenceLinks } from '../components/EvidenceLinks.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { ArgumentsPanel } from '../questions/ArgumentsPanel.tsx'
import { ChecklistView } from '../questions/ChecklistView.tsx'
import { DistributionChart, HistoryChart } from '../questions/charts.tsx'
import { EditQuestion } from '../questions/EditQuestion.tsx'
import { EventRateSection } from '../questions/EventRateSection.tsx'
import { ForecastForm } from '../questions/ForecastForm.tsx'
import { PooledDistributions } from '../questions/PooledDistributions.tsx'
import { ResolutionPanel } from '../questions/ResolutionPanel.tsx'
import { IllustrativeBadge, StatusBadge } from '../questions/StatusBadge.tsx'
import { Worded } from '../questions/Worded.tsx'
import { useQuestionWords } from '../questions/words.ts'
import { AssessorPicker } from '../ratings/AssessorPicker.tsx'

/** One question: what is asked, one's own forecast, and what others hold once one may see it. */
export function QuestionPage() {
  const { t } = useQuestionWords()
  const { id } = useParams({ from: '/questions/$id' })
  const page = useQuery({
    queryKey: ['question', id],
    queryFn: () => call('readQuestion', { params: { id } }),
  })
  const who = useQuery({ queryKey: ['rounds'], queryFn: () => call('listRounds') })
  return (
    <Stack gap="md" maw={1100}>
      <PageLink to="/questions">{t('questions.title')}</PageLink>
      <Loaded query={who}>{({ me, bound }) => <AssessorPicker me={me} bound={bound} />}</Loaded>
      <Loaded query={page}>{(data) => <Question page={data} />}</Loaded>
    </Stack>
  )
}

function Question({ page }: { page: Page }) {
  const { t } = useQuestionWords()
  const [editing, setEditing] = useState(false)
  const { question, status, me, seen, given } = page
  return (
    <>
      <Asked page={page} edit={editing ? undefined : () => setEditing(true)} />
      {editing && (
        <Section title={t('questions.editTitle')}>
          <EditQuestion page={page} done={() => setEditing(false)} />
        </Section>
      )}
      {question.counts !== undefined && (
        <Section title={t('questions.eventRate')}>
          <EventRateSection page={page} />
        </Section>
      )}
      {status === 'open' && (
        <Section title={t('questions.yourForecast')}>
          {me === null ? (
            <Text>{t('questions.chooseWho')}</Text>
          ) : (
            <ForecastForm key={`${me} ${page.mine?.id ?? ''}`} page={page} />
          )}
        </Section>
      )}
      <Section title={t('questions.community')}>
        {!seen && <Text>{t('questions.blindNote')}</Text>}
        {seen && given.length === 0 && <Text>{t('questions.none')}</Text>}
        {seen && given.length > 0 && <Community page={page} />}
      </Section>
      <Section title={t('questions.arguments')}>
        <ArgumentsPanel page={page} />
      </Section>
      <Section title={t('questions.resolution')}>
        <ResolutionPanel key={`${question.id} ${me ?? ''}`} page={page} />
      </Section>
      {!editing && (
        <Section title={t('questions.checklist')}>
          <ChecklistView checklist={page.checklist} />
        </Section>
      )}
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} fz="lg" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  )
}

function Asked({ page, edit }: { page: Page; edit: (() => void) | undefined }) {
  const { t, titled, instant, stated, percent } = useQuestionWords()
  const { question, status, forecasts, forecasters } = page
  const { baseRate, options } = question
  return (
    <Paper withBorder p="md" component="section" aria-label={t('questions.asked')}>
      <Group gap="sm" align="center">
        <StatusBadge status={status} />
        {question.illustrative === true && <IllustrativeBadge />}
        <Text size="sm" className="quiet">
          {t(`questions.kind.${question.kind}`)} · {t('questions.howMany', { forecasts, count: forecasters })}
        </Text>
      </Group>
      <Title order={1} fz={24} mt={6}>
        <Worded en={question.title} vi={question.titleVi} />
      </Title>
      {question.background !== undefined && (
        <Text mt="xs">
          <Worded en={question.background} vi={question.backgroundVi} />
        </Text>
      )}
      <Text mt="xs">
        <b>{t('questions.criteria')}</b> <Worded en={question.criteria} vi={question.criteriaVi} />
      </Text>
      <Text size="sm" mt="xs">
        {t(status === 'open' || status === 'draft' ? 'questions.closesAt' : 'questions.closedAt', {
          when: instant(question.closes),
        })}{' '}
        <span className="quiet">({stated(question.closes)})</span>
        {' · '}
        {t('questions.resolvesAt', { when: instant(question.resolves) })}
      </Text>
      <Text size="sm">
        {question.decidedBy !== undefined && `${t('questions.decidedBy')} ${question.decidedBy} · `}
        {t('questions.resolver')} {question.resolver} ·{' '}
        {t('questions.appealDays', { count: question.appealDays })}
      </Text>
      {baseRate !== undefined && (
        <Text size="sm" mt="xs">
          <b>{t('questions.baseRate')}</b>{' '}
          {options === undefined
            ? percent(baseRate.probabilities[0] ?? 0)
            : options
                .map((one, at) => `${titled(one)} ${percent(baseRate.probabilities[at] ?? 0)}`)
                .join(', ')}
          {': '}
          <Worded en={baseRate.because} vi={baseRate.becauseVi} />
        </Text>
      )}
      <Links page={page} />
      {question.restsOn !== undefined && (
        <EvidenceLinks
          evidence={question.restsOn.map(({ source, locator = '' }) => ({
            id: source,
            kind: 'source',
            source,
            locator,
          }))}
        />
      )}
      {edit !== undefined && (
        <div>
          <Button mt="sm" size="xs" variant="default" onClick={edit}>
            {t(status === 'draft' ? 'questions.editDraft' : 'questions.edit')}
          </Button>
        </div>
      )}
    </Paper>
  )
}

/** What the question hangs together with: a relation, a mechanism, a commitment, a case, other questions. */
function Links({ page: { question, conditional } }: { page: Page }) {
  const { t } = useQuestionWords()
  const { relation, institution, commitment, condition } = question
  return (
    <Group gap="md" mt="xs">
      {relation !== undefined && (
        <PageLink to="/relations/$id" params={{ id: relation }}>
          {t('kind.relation')}: {relation}
        </PageLink>
      )}
      {institution !== undefined && (
        <RecordLink kind="institution" id={institution}>
          {t('kind.institution')}: {institution}
        </RecordLink>
      )}
      {commitment !== undefined && (
        <RecordLink kind="commitment" id={commitment}>
          {t('kind.commitment')}: {commitment}
        </RecordLink>
      )}
      {question.case !== undefined && (
        <PageLink to="/cases/$id" params={{ id: question.case }}>
          {t('kind.case')}: {question.case}
        </PageLink>
      )}
      {condition !== undefined && (
        <PageLink to="/questions/$id" params={{ id: condition.question }}>
          {t('questions.onlyIf', { question: condition.question, outcome: condition.outcome })}
        </PageLink>
      )}
      {conditional.map(({ id, title }) => (
        <PageLink key={id} to="/questions/$id" params={{ id }}>
          {t('questions.hangsOnThis')}: {title}
        </PageLink>
      ))}
    </Group>
  )
}

function Community({ page }: { page: Page }) {
  const { t, belief, instant } = useQuestionWords()
  const { question, given } = page
  const label = t('questions.allForecasts', { count: given.length })
  return (
    <Stack gap="md">
      <div>
        <Title order={3} fz="md">
          {t('questions.history')}
        </Title>
        <HistoryChart page={page} />
      </div>
      <div>
        <Title order={3} fz="md">
          {t('questions.distribution')}
        </Title>
        {question.kind === 'numeric' || question.kind === 'date' ? (
          <PooledDistributions page={page} />
        ) : (
          <DistributionChart page={page} />
        )}
      </div>
      <details>
        <summary>{label}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard */}
        <section className="scroll" tabIndex={0} aria-label={label}>
          <Table mt="xs">
            <Table.Thead>
              <Table.Tr>
                {(['when', 'forecaster', 'agency', 'forecast', 'rationale'] as const).map((column) => (
                  <Table.Th key={column}>{t(`questions.column.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {given.toReversed().map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{instant(one.at)}</Table.Td>
                  <Table.Td>
                    <RecordLink kind="forecast" id={one.id}>
                      {one.assessor}
                    </RecordLink>
                  </Table.Td>
                  <Table.Td>{one.agency ?? t('questions.noAgency')}</Table.Td>
                  <Table.Td>{belief(question, one)}</Table.Td>
                  <Table.Td>
                    <Worded
                      en={one.rationale ?? one.rationaleVi ?? ''}
                      vi={one.rationaleVi ?? (one.rationale === undefined ? '' : undefined)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </details>
    </Stack>
  )
}
