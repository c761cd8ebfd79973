import { Alert, Anchor, Button, Paper, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Framework } from '#domain/framework'
import { frameworkChanges } from '#domain/framework-changes'
import { call, ProblemError } from '../client.ts'
import { SaveForm } from '../components/SaveForm.tsx'
import { useWords } from '../language.ts'
import { ChangeList } from './ChangeList.tsx'
import type { Draft } from './draft.ts'

interface SaveDraftProps {
  readonly draft: Draft
  readonly choose: (code: string) => void
  readonly saved: () => void
}

/** The draft as it stands: what it changes, what is wrong with it, and the way to save it as a new version with a reason. */
export function SaveDraft({ draft, choose, saved }: SaveDraftProps) {
  const { t } = useWords()
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const { now, base, version, changes, faults } = draft
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'framework', id: now.id },
        body: { record: { ...now }, why, seen: version },
      }),
    onSuccess: async () => {
      draft.restart(now, version + 1)
      setWhy('')
      await client.invalidateQueries()
      saved()
    },
  })
  const place = (field: string) => {
    const [first = '', at] = field.split('.')
    return first === 'scale' && at !== undefined
      ? t('frameworks.levelNamed', { level: Number(at) + 1 })
      : t(`frameworks.fields.${first}`, { defaultValue: first })
  }
  const refused = save.error instanceof ProblemError && save.error.problem.code === 'record-changed'
  return (
    <Paper withBorder p="md" component="section" aria-label={t('frameworks.draft')}>
      <SaveForm
        saving={save}
        save={save.mutate}
        label={t('record.save')}
        ready={changes.length > 0 && faults.length === 0}
        why={[why, setWhy]}
        whyExample={t('frameworks.whyExample')}
        others={
          <Button
            variant="default"
            disabled={changes.length === 0}
            onClick={() => draft.restart(base, version)}
          >
            {t('frameworks.dropDraft')}
          </Button>
        }
        note={t('frameworks.pinned')}
        problem={refused ? <Overtaken draft={draft} /> : undefined}
      >
        <Title order={2} fz="lg">
          {t('frameworks.draft')}{' '}
          <Text span size="sm" className="quiet">
            {t('frameworks.basedOn', { version })}
          </Text>
        </Title>
        <ChangeList changes={changes} before={base} after={now} />
        {faults.length > 0 && (
          <Alert color="red" title={t('frameworks.faults', { count: faults.length })}>
            <ul className="plain">
              {faults.map(({ code, field, message }) => (
                <li key={`${code} ${field} ${message}`}>
                  {code !== null && (
                    <Anchor component="button" type="button" inherit onClick={() => choose(code)}>
                      {code}
                    </Anchor>
                  )}
                  {code === null ? '' : ', '}
                  {field === '' ? '' : `${place(field)}: `}
                  {message}
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </SaveForm>
    </Paper>
  )
}

/** Somebody saved a version meanwhile: who, why, and what they changed. The draft is kept until the reader decides. */
function Overtaken({ draft }: { draft: Draft }) {
  const { t, language } = useWords()
  const newest = useQuery({
    queryKey: ['record', 'framework', draft.now.id, 'newest', draft.version],
    queryFn: () => call('readRecord', { params: { kind: 'framework', id: draft.now.id } }),
    staleTime: 0,
  })
  const theirs = Framework.safeParse(newest.data?.body)
  const [last] = newest.data?.history ?? []
  return (
    <Alert color="red" role="alert" title={t('frameworks.overtaken')}>
      {last !== undefined && (
        <Text size="sm">
          {t('frameworks.overtakenBy', {
            version: last.version,
            by: last.by,
            at: new Date(last.at).toLocaleString(language),
            why: last.why,
          })}
        </Text>
      )}
      {theirs.success && (
        <ChangeList
          changes={frameworkChanges(draft.base, theirs.data)}
          before={draft.base}
          after={theirs.data}
        />
      )}
      <Text size="sm" mt="xs">
        {t('frameworks.overtakenAdvice')}
      </Text>
      {theirs.success && last !== undefined && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="default"
          onClick={() => draft.restart(theirs.data, last.version)}
        >
          {t('frameworks.takeTheirs', { version: last.version })}
        </Button>
      )}
    </Alert>
  )
}
