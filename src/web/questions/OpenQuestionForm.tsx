import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isClear } from '#domain/question-checklist'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { QuestionFieldset } from './QuestionFieldset.tsx'
import { checklistOf, fieldsOf, questionFrom } from './question-fields.ts'
import { useQuestionWords } from './words.ts'

/** Asks a question. Its checklist is computed as one types; it opens once nothing is left that two readers take differently. */
export function OpenQuestionForm() {
  const { t } = useQuestionWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [fields, setFields] = useState(() => fieldsOf())
  const now = new Date()
  const body = questionFrom(fields, undefined, now.toISOString())
  const checklist = checklistOf(body, now.getTime())
  const open = useMutation({
    mutationFn: (draft: boolean) => {
      const { opens, ...asked } = body
      const when = fields.opens === '' ? {} : { opens } // else the server says when it opens
      return call('openQuestion', { body: { ...asked, ...when, ...(draft ? { draft } : {}) } })
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries()
      await navigate({ to: '/questions/$id', params: { id } })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate(false)
      }}
    >
      <Stack gap="sm" maw={760}>
        <QuestionFieldset fields={fields} change={setFields} checklist={checklist} />
        <Group>
          <Button
            type="submit"
            loading={open.isPending}
            disabled={checklist.length === 0 || !isClear(checklist)}
          >
            {t('questions.openIt')}
          </Button>
          <Button variant="default" disabled={checklist.length === 0} onClick={() => open.mutate(true)}>
            {t('questions.keepDraft')}
          </Button>
        </Group>
        {open.isError && <ProblemNote cause={open.error} />}
      </Stack>
    </form>
  )
}
