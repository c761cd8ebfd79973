import { Button, Collapse, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionEntry } from '#api/contract/questions'
import { questionStatuses } from '#domain/question-status'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { OpenQuestionForm } from '../questions/OpenQuestionForm.tsx'
import { IllustrativeBadge, StatusBadge } from '../questions/StatusBadge.tsx'
import { Worded } from '../questions/Worded.tsx'
import { useQuestionWords } from '../questions/words.ts'
import { AssessorPicker } from '../ratings/AssessorPicker.tsx'

const pageSize = 25

/** The questions: where each stands, when it closes, what one holds, and what others hold where one may see it. */
export function QuestionsPage() {
  const { t } = useQuestionWords()
  const [filter, setFilter] = useState({ status: '', topic: '', mine: '', agency: '', text: '' })
  const [offset, setOffset] = useState(0)
  const [asking, setAsking] = useState(false)
  const query = {
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== '')),
    offset,
    limit: pageSize,
  }
  const questions = useQuery({
    queryKey: ['questions', query],
    queryFn: () => call('listQuestions', { query }),
    placeholderData: (before) => before,
  })
  const change =
    (field: keyof typeof filter) => (event: { readonly currentTarget: { readonly value: string } }) => {
      setFilter({ ...filter, [field]: event.currentTarget.value })
      setOffset(0)
    }
  const all = { value: '', label: t('questions.all') }
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('questions.title')}
        </Title>
        <Text className="quiet" maw={760}>
          {t('questions.about')}
        </Text>
      </div>
      <Loaded query={questions}>
        {({ me, bound, topics, total, questions: found }) => (
          <>
            <AssessorPicker me={me} bound={bound} />
            <Group gap="sm" align="flex-end" component="search">
              <TextInput label={t('questions.words')} value={filter.text} onChange={change('text')} w={190} />
              <NativeSelect
                label={t('questions.statusLabel')}
                value={filter.status}
                onChange={change('status')}
                data={[
                  all,
                  ...questionStatuses.map((value) => ({ value, label: t(`questions.status.${value}`) })),
                ]}
              />
              <NativeSelect
                label={t('questions.topic')}
                value={filter.topic}
                onChange={change('topic')}
                data={[all, ...topics]}
              />
              <TextInput
                label={t('questions.agency')}
                value={filter.agency}
                onChange={change('agency')}
                w={190}
              />
              {me !== null && (
                <NativeSelect
                  label={t('questions.mine')}
                  value={filter.mine}
                  onChange={change('mine')}
                  data={[
                    all,
                    { value: 'given', label: t('questions.given') },
                    { value: 'missing', label: t('questions.missing') },
                  ]}
                />
              )}
            </Group>
            <Text size="sm" role="status">
              {t('questions.found', { count: total })}
            </Text>
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {found.map((entry) => (
                <QuestionCard key={entry.question.id} entry={entry} />
              ))}
            </Stack>
            {total > pageSize && (
              <Group>
                <Button
                  variant="default"
                  disabled={offset === 0}
                  onClick={() => setOffset(offset - pageSize)}
                >
                  {t('search.previous')}
                </Button>
                <Button
                  variant="default"
                  disabled={offset + pageSize >= total}
                  onClick={() => setOffset(offset + pageSize)}
                >
                  {t('search.next')}
                </Button>
              </Group>
            )}
          </>
        )}
      </Loaded>
      <Paper withBorder p="md" component="section" aria-label={t('questions.ask')}>
        <Button variant="default" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {t('questions.ask')}
        </Button>
        <Collapse expanded={asking} mt={asking ? 'md' : 0}>
          {asking && <OpenQuestionForm />}
        </Collapse>
      </Paper>
    </Stack>
  )
}

function QuestionCard({ entry }: { entry: QuestionEntry }) {
  const { t, instant, belief, percent, outcome } = useQuestionWords()
  const { question, status, mine, seen, forecasts, forecasters, median, resolution } = entry
  return (
    <Paper withBorder p="sm" component="li">
      <Group gap="xs" align="flex-start" justify="space-between" wrap="nowrap">
        <PageLink to="/questions/$id" params={{ id: question.id }} fw={600}>
          <Worded en={question.title} vi={question.titleVi} />
        </PageLink>
        <StatusBadge status={status} />
      </Group>
      <Group gap="2px 16px" mt={4}>
        <Text size="sm" className="quiet">
          {t(status === 'open' || status === 'draft' ? 'questions.closesAt' : 'questions.closedAt', {
            when: instant(question.closes),
          })}
        </Text>
        <Text size="sm" className="quiet">
          {t('questions.howMany', { forecasts, count: forecasters })}
        </Text>
        {resolution?.outcome !== undefined && (
          <Text size="sm">
            {t('questions.cameOut')} <b>{outcome(question, resolution.outcome)}</b>
          </Text>
        )}
        {mine !== undefined && (
          <Text size="sm">
            {t('questions.yours')} <b>{belief(question, mine)}</b>
          </Text>
        )}
        {median !== undefined && (
          <Text size="sm">
            {t('questions.median')} <b>{percent(median)}</b>
          </Text>
        )}
        {!seen && (
          <Text size="sm" className="quiet">
            {t('questions.blind')}
          </Text>
        )}
        {question.illustrative === true && <IllustrativeBadge />}
      </Group>
    </Paper>
  )
}
