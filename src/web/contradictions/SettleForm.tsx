import { Box, Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardEntry } from '#api/contract/contradictions'
import { call } from '../client.ts'
import { SaveForm } from '../components/SaveForm.tsx'
import { useWords } from '../language.ts'
import type { Asked } from './asked.ts'

export const decisions = ['agreed', 'one-withdrawn', 'both-stand', 'no-contradiction'] as const

/** Settles a contradiction with a decision and its reason. */
export function SettleForm({ entry, asked, done }: { entry: BoardEntry; asked: Asked; done: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [decision, setDecision] = useState<(typeof decisions)[number]>('agreed')
  const [because, setBecause] = useState('')
  const settle = useMutation({
    mutationFn: () =>
      call('settleContradiction', {
        body: { ...asked, id: entry.id, decision, because, seen: entry.settlementVersion },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      done()
    },
  })
  return (
    <Box mt="xs">
      <SaveForm
        saving={settle}
        save={settle.mutate}
        label={t('contradictions.settle')}
        ready={because.trim() !== ''}
        size="xs"
        others={
          <Button size="xs" variant="default" onClick={done}>
            {t('contradictions.cancel')}
          </Button>
        }
        note={t('contradictions.settleNote')}
      >
        <Radio.Group
          label={t('contradictions.decision')}
          value={decision}
          onChange={(value) => setDecision(decisions.find((one) => one === value) ?? 'agreed')}
        >
          <div className="choices">
            {decisions.map((one) => (
              <Radio key={one} value={one} label={t(`contradictions.decided.${one}`)} my={4} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('contradictions.because')}
          required
          autosize
          minRows={2}
          data-autofocus
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      </SaveForm>
    </Box>
  )
}
