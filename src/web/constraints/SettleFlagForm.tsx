import { Box, Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FlagEntry } from '#api/contract/constraints'
import { call } from '../client.ts'
import { SaveForm } from '../components/SaveForm.tsx'
import { useWords } from '../language.ts'

const decisions = ['within', 'exception', 'breach', 'misread'] as const

/** Settles a flag with a decision and its reason. */
export function SettleFlagForm({ flag, done }: { flag: FlagEntry; done: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [decision, setDecision] = useState<(typeof decisions)[number]>('within')
  const [because, setBecause] = useState('')
  const settle = useMutation({
    mutationFn: () => call('settleFlag', { body: { id: flag.id, decision, because, seen: flag.seen } }),
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
        label={t('constraints.settle')}
        ready={because.trim() !== ''}
        size="xs"
        others={
          <Button size="xs" variant="default" onClick={done}>
            {t('constraints.cancel')}
          </Button>
        }
        note={t('constraints.settleNote')}
      >
        <Radio.Group
          label={t('constraints.decision')}
          value={decision}
          onChange={(value) => setDecision(decisions.find((one) => one === value) ?? 'within')}
        >
          <div className="choices">
            {decisions.map((one) => (
              <Radio key={one} value={one} label={t(`constraints.decided.${one}`)} my={4} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('constraints.because')}
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
