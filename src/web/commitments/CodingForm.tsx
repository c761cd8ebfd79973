import { Box, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentEntry } from '#api/contract/commitments'
import { call } from '../client.ts'
import { SaveForm } from '../components/SaveForm.tsx'
import { useWords } from '../language.ts'

interface Props {
  readonly commitment: string
  readonly given: CommitmentEntry['codings'][number] | undefined
  readonly today: string
  readonly done: () => void
}

const scores = [1, 0, -1] as const

/** Codes one commitment in one's own name: kept, in part, not kept; up to which day; why. */
export function CodingForm({ commitment, given, today, done }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [score, setScore] = useState<(typeof scores)[number] | undefined>(given?.score)
  const [upTo, setUpTo] = useState(given?.upTo ?? today)
  const [because, setBecause] = useState(given?.because ?? '')
  const save = useMutation({
    mutationFn: (chosen: (typeof scores)[number]) =>
      call('codeCompliance', {
        params: { id: commitment },
        body: { score: chosen, upTo: upTo.trim(), because: because.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      done()
    },
  })
  return (
    <Box maw={640} mt="xs">
      <SaveForm
        saving={save}
        save={() => {
          if (score !== undefined) save.mutate(score)
        }}
        label={t('commitments.save')}
        ready={score !== undefined && because.trim() !== '' && upTo.trim() !== ''}
        note={t('commitments.blind')}
      >
        <Radio.Group
          label={t('commitments.score')}
          required
          value={score === undefined ? '' : String(score)}
          onChange={(value) => setScore(scores.find((one) => String(one) === value))}
        >
          <Stack gap={6} mt={4}>
            {scores.map((one) => (
              <Radio key={one} value={String(one)} label={t(`commitments.scores.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('commitments.upTo')}
          required
          w={200}
          value={upTo}
          onChange={(event) => setUpTo(event.currentTarget.value)}
        />
        <Textarea
          label={t('commitments.because')}
          required
          autosize
          minRows={2}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      </SaveForm>
    </Box>
  )
}
