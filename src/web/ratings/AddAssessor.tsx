import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { idFromWords } from '#domain/id-from-words'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'

/** Records an assessor who is not there yet. */
export function AddAssessor({ added }: { added: (id: string) => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [agency, setAgency] = useState('')
  const id = idFromWords(name, '').slice(0, 40).replace(/-+$/, '')
  const save = useMutation({
    mutationFn: () =>
      call('saveRecord', {
        params: { kind: 'assessor', id },
        body: {
          record: { id, name: name.trim(), ...(agency.trim() === '' ? {} : { agency: agency.trim() }) },
          why: 'assessor added in the rating room',
          seen: 0,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['records', 'assessor'] })
      added(id)
      setName('')
      setAgency('')
    },
  })
  return (
    <details>
      <summary>{t('ratings.addAssessor')}</summary>
      <Group gap="sm" align="flex-end" mt={4}>
        <TextInput
          label={t('ratings.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('ratings.agency')}
          value={agency}
          onChange={(event) => setAgency(event.currentTarget.value)}
        />
        <Button variant="default" disabled={id === ''} loading={save.isPending} onClick={() => save.mutate()}>
          {t('ratings.add')}
        </Button>
      </Group>
      {save.isError && <ProblemNote cause={save.error} />}
    </details>
  )
}
