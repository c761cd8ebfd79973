import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { RecordInContext } from '#api/contract/records'
import { isKind, kinds } from '#domain/record'
import { call } from '../client.ts'
import { useWords } from '../language.ts'
import { SaveForm } from './SaveForm.tsx'

/** Edits a record as JSON, checked while one types by the schema that the workbench uses. An edit makes a new version. */
export function RecordEditor({ record, done }: { record: RecordInContext; done: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [text, setText] = useState(() => JSON.stringify(record.body, null, 2))
  const [why, setWhy] = useState('')
  const wrong = useMemo(() => mistakeIn(record.kind, text), [record.kind, text])
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: record.kind, id: record.id },
        body: { record: JSON.parse(text) as Record<string, unknown>, why, seen: record.version }, // checked by mistakeIn
      }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      done()
    },
  })
  return (
    <SaveForm
      saving={save}
      save={save.mutate}
      label={t('record.save')}
      ready={wrong === undefined}
      why={[why, setWhy]}
      whyExample={t('record.whyExample')}
      note={t('record.nothingLost')}
    >
      <Textarea
        label={t('record.json')}
        autosize
        minRows={8}
        maxRows={30}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'ui-monospace, monospace', fontSize: 13 } }}
        error={wrong}
      />
    </SaveForm>
  )
}

function mistakeIn(kind: string, text: string): string | undefined {
  if (!isKind(kind)) return undefined
  try {
    const checked = kinds[kind].schema.safeParse(JSON.parse(text))
    if (checked.success) return undefined
    const [issue] = checked.error.issues
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}
