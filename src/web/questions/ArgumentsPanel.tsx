import { Button, Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionPage } from '#api/contract/questions'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { RecordLink } from '../components/links.tsx'
import { useQuestionWords } from './words.ts'

/** Arguments for and against, each with how many forecasts rest on it, and a form for one's own. */
export function ArgumentsPanel({ page }: { page: QuestionPage }) {
  const { t } = useQuestionWords()
  const used = (id: string) => page.given.filter((one) => one.arguments?.includes(id)).length
  return (
    <Stack gap="sm">
      {(['for', 'against'] as const).map((side) => (
        <div key={side}>
          <Title order={3} fz="md">
            {t(`questions.${side}`)}
          </Title>
          {page.arguments.every(({ bears }) => bears !== side) && (
            <Text size="sm" className="quiet">
              {t('questions.noArgument')}
            </Text>
          )}
          <ul className="plain">
            {page.arguments
              .filter(({ bears }) => bears === side)
              .map(({ id, text, by, answer }) => (
                <li key={id}>
                  <RecordLink kind="argument" id={id}>
                    {text}
                  </RecordLink>{' '}
                  <span className="quiet">
                    {[answer, by, used(id) === 0 ? undefined : t('questions.usedBy', { count: used(id) })]
                      .filter((words) => words !== undefined)
                      .join(' · ')}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {page.me !== null && <ArgumentForm id={page.question.id} />}
    </Stack>
  )
}

function ArgumentForm({ id }: { id: string }) {
  const { t } = useQuestionWords()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [bears, setBears] = useState<'for' | 'against'>('for')
  const argue = useMutation({
    mutationFn: () => call('argue', { params: { id }, body: { text: text.trim(), bears } }),
    onSuccess: async () => {
      setText('')
      await queries.invalidateQueries()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        argue.mutate()
      }}
    >
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('questions.bears')}
          value={bears}
          onChange={(event) => setBears(event.currentTarget.value === 'for' ? 'for' : 'against')}
          data={(['for', 'against'] as const).map((value) => ({ value, label: t(`questions.${value}`) }))}
        />
        <Textarea
          label={t('questions.newArgument')}
          autosize
          style={{ flex: '1 1 260px' }}
          maw={560}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''} loading={argue.isPending}>
          {t('questions.addArgument')}
        </Button>
      </Group>
      <Text size="xs" className="quiet" mt={4}>
        {t('questions.argumentNote')}
      </Text>
      {argue.isError && <ProblemNote cause={argue.error} />}
    </form>
  )
}
