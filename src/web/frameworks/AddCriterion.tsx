import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Criterion, Framework } from '#domain/framework'
import { idFromWords } from '#domain/id-from-words'
import { Id } from '#domain/reference'
import { useWords } from '../language.ts'

interface AddProps {
  readonly framework: Framework
  readonly parent: string | undefined
  readonly close: () => void
  readonly add: (criterion: Criterion) => void
}

/** Asks for the title and the code of a new criterion. The code is its name for good: ratings and plans point at it. */
export function AddCriterion({ framework, parent, close, add }: AddProps) {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const [code, setCode] = useState('')
  const [kind, setKind] = useState('leaf')
  const made = idFromWords(title, '').slice(0, 60)
  const named = code === '' ? made : code
  const taken = framework.criteria.some((one) => one.code === named)
  const fit = Id.safeParse(named)
  const wrong = taken ? t('frameworks.codeTaken') : fit.success ? undefined : t('frameworks.codeUnfit')
  const above = framework.criteria.find((one) => one.code === parent)
  return (
    <Modal
      opened
      onClose={close}
      title={t('frameworks.addTitle', { above: above?.title ?? t('frameworks.top') })}
      closeButtonProps={{ 'aria-label': t('frameworks.keep') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const own = { code: named, title, weight: 1, ...(parent === undefined ? {} : { parent }) }
          add(kind === 'leaf' ? { ...own, scale: [1, 2, 3].map((level) => ({ level, en: '' })) } : own)
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('frameworks.title_')}
            required
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('frameworks.code')}
            description={t('frameworks.codeNote')}
            placeholder={made}
            value={code}
            error={title === '' ? undefined : wrong}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={t('frameworks.kind')}
            value={kind}
            onChange={setKind}
            data={[
              { value: 'leaf', label: t('frameworks.leaf') },
              { value: 'branch', label: t('frameworks.branch') },
            ]}
          />
          <Group>
            <Button type="submit" disabled={title.trim() === '' || wrong !== undefined}>
              {t('frameworks.add')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('frameworks.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
