import { Button, Group, type MantineSize, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { ProblemNote } from './Loaded.tsx'

interface SaveFormProps {
  /** what saves: how it stands, as React Query tells it */
  readonly saving: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown }
  readonly save: () => void
  /** words on the button that saves */
  readonly label: string
  /** false while something is wrong or wanting; an empty reason is noticed here */
  readonly ready: boolean
  /** the reason, if one is asked for, and what is to be done with what one types */
  readonly why?: readonly [why: string, setWhy: (why: string) => void]
  readonly whyExample?: string
  /** other buttons of the row */
  readonly others?: ReactNode
  readonly note?: string
  /** said once it is saved */
  readonly saved?: string
  /** said instead of the problem as the server tells it */
  readonly problem?: ReactNode
  readonly size?: MantineSize
  readonly children: ReactNode
}

/** A form that writes: its fields, the reason, one row of buttons with a note, and what went wrong. */
export function SaveForm(props: SaveFormProps) {
  const {
    saving,
    save,
    label,
    ready,
    why,
    whyExample,
    others,
    note,
    saved,
    problem,
    size = 'sm',
    children,
  } = props
  const { t } = useWords()
  const mayBeSaved = ready && (why === undefined || why[0].trim() !== '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (mayBeSaved) save()
      }}
    >
      <Stack gap="xs">
        {children}
        {why !== undefined && (
          <TextInput
            label={t('record.why')}
            required
            placeholder={whyExample}
            value={why[0]}
            onChange={(event) => why[1](event.currentTarget.value)}
          />
        )}
        <Group>
          <Button type="submit" size={size} loading={saving.isPending} disabled={!mayBeSaved}>
            {label}
          </Button>
          {others}
          {note !== undefined && (
            <Text size="sm" className="quiet">
              {note}
            </Text>
          )}
        </Group>
        {saved !== undefined && saving.isSuccess && (
          <Text size="sm" role="status">
            {saved}
          </Text>
        )}
        {problem ?? (saving.error !== null && <ProblemNote cause={saving.error} />)}
      </Stack>
    </form>
  )
}
