import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionPage } from '#api/contract/questions'
import { askedFields, Question } from '#domain/question'
import { isClear } from '#domain/question-checklist'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { QuestionFieldset } from './QuestionFieldset.tsx'
import { checklistOf, fieldsOf, questionFrom } from './question-fields.ts'
import { useQuestionWords } from './words.ts'

/** Changes a question, with the reason: a draft in everything, until it opens; an open one in what nobody has answered yet. */
export function EditQuestion({ page, done }: { page: QuestionPage; done: () => void }) {
  const { t } = useQuestionWords()
  const queries = useQueryClient()
  const { question, version } = page
  const [seen] = useState(version) // what others save meanwhile is not overwritten
  const [base] = useState(question)
  const isDraft = base.draft === true
  const [fields, setFields] = useState(() => ({
    ...fieldsOf(question),
    ...(isDraft && Date.parse(question.opens) <= Date.now() ? { opens: '' } : {}), // it opens when it is opened
  }))
  const [why, setWhy] = useState('')
  const now = new Date()
  const body = questionFrom(fields, base, now.toISOString())
  const checklist = checklistOf(body, now.getTime())
  const checked = Question.safeParse({ ...body, id: base.id })
  const fault = checked.success ? undefined : checked.error.issues[0]
  const locked = lockedIn(page)
  const save = useMutation({
    mutationFn: (draft: boolean) => {
      const { opens, ...asked } = body
      const when = fields.opens === '' ? {} : { opens } // else the server says when it opens
      return call('editQuestion', {
        params: { id: base.id },
        body: { question: { ...asked, ...when, ...(draft ? { draft } : {}) }, why, seen },
      })
    },
    onSuccess: async () => {
      await queries.invalidateQueries()
      done()
    },
  })
  const ready = fault === undefined && why.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(isDraft)
      }}
    >
      <Stack gap="sm" maw={760}>
        {locked.size > 0 && <Text size="sm">{t('questions.lockedNote')}</Text>}
        <QuestionFieldset fields={fields} change={setFields} checklist={checklist} locked={locked} />
        {fault !== undefined && (
          <Text size="sm" c="red.8" role="status">
            {t(`questions.form.${String(fault.path[0])}`, { defaultValue: fault.path.join('.') })}:{' '}
            {fault.message}
          </Text>
        )}
        <TextInput
          label={t('record.why')}
          required
          value={why}
          placeholder={t('questions.whyExample')}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!ready}>
            {t(isDraft ? 'questions.saveDraft' : 'record.save')}
          </Button>
          {isDraft && (
            <Button
              variant="default"
              disabled={!ready || checklist.length === 0 || !isClear(checklist)}
              onClick={() => save.mutate(false)}
            >
              {t('questions.saveAndOpen')}
            </Button>
          )}
          <Button variant="subtle" onClick={done}>
            {t('record.stopEditing')}
          </Button>
        </Group>
        <Text size="sm" className="quiet">
          {t('record.nothingLost')}
        </Text>
        {save.isError && <ProblemNote cause={save.error} />}
      </Stack>
    </form>
  )
}

/** What may no longer be changed: what somebody answered, when it closed, who resolves it unless that is oneself. */
function lockedIn({ question, status, forecasts, me }: QuestionPage): ReadonlySet<string> {
  const asked = [...askedFields, ...(question.criteriaVi === undefined ? [] : ['criteriaVi'])]
  return new Set([
    ...(forecasts > 0 ? asked : []),
    ...(status === 'draft' || status === 'open' ? [] : ['closes']),
    ...(question.draft === true || me === question.resolver ? [] : ['resolver']),
  ])
}
