import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework } from '#domain/framework'
import { Id } from '#domain/reference'
import { call } from '../client.ts'
import { SaveForm } from '../components/SaveForm.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

/** Saves a copy of a framework under another id, from which one may depart without touching the first. */
export function DuplicateFramework({ framework, close }: { framework: Framework; close: () => void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const there = useEvery('framework')
  const [id, setId] = useState(`${framework.id}-2`)
  const [title, setTitle] = useState(framework.title)
  const [why, setWhy] = useState('')
  const taken = there.data?.some((one) => one.id === id) ?? true
  const wrong = taken
    ? t('frameworks.idTaken')
    : Id.safeParse(id).success
      ? undefined
      : t('frameworks.codeUnfit')
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'framework', id },
        body: { record: { ...framework, id, title, edition: '1' }, why },
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      close()
      await navigate({ to: '/frameworks/$', params: { _splat: id } })
    },
  })
  return (
    <Modal
      opened
      onClose={close}
      title={t('frameworks.duplicateTitle', { title: framework.title })}
      closeButtonProps={{ 'aria-label': t('frameworks.cancel') }}
    >
      <SaveForm
        saving={save}
        save={save.mutate}
        label={t('frameworks.duplicate')}
        ready={wrong === undefined && title.trim() !== ''}
        why={[why, setWhy]}
        others={
          <Button variant="default" onClick={close}>
            {t('frameworks.cancel')}
          </Button>
        }
      >
        <TextInput
          label={t('frameworks.newId')}
          required
          value={id}
          error={there.isPending ? undefined : wrong}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <TextInput
          label={t('frameworks.title_')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  )
}
