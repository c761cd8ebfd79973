import { Box, Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language.ts'
import { SaveForm } from './SaveForm.tsx'

interface DecideFormProps<Choice extends string> {
  /** what may be decided, and in words; the first is chosen until another is */
  readonly choices: readonly [Choice, ...Choice[]]
  readonly inWords: (choice: Choice) => string
  /** what is asked */
  readonly question: string
  /** words on the button that saves */
  readonly label: string
  /** what becomes of the decision */
  readonly note: string
  readonly decide: (choice: Choice, because: string) => Promise<unknown>
  /** called once it is decided, or given up */
  readonly done: () => void
}

/** Decides one of a few things, with the reason: how a contradiction, a flag or a pair of twins is settled. */
export function DecideForm<Choice extends string>(props: DecideFormProps<Choice>) {
  const { choices, inWords, question, label, note, decide, done } = props
  const { t } = useWords()
  const queries = useQueryClient()
  const [choice, setChoice] = useState(choices[0])
  const [because, setBecause] = useState('')
  const saving = useMutation({
    mutationFn: () => decide(choice, because),
    onSuccess: async () => {
      await queries.invalidateQueries()
      done()
    },
  })
  return (
    <Box mt="xs">
      <SaveForm
        saving={saving}
        save={saving.mutate}
        label={label}
        ready={because.trim() !== ''}
        size="xs"
        others={
          <Button size="xs" variant="default" onClick={done}>
            {t('decide.cancel')}
          </Button>
        }
        note={note}
      >
        <Radio.Group
          label={question}
          value={choice}
          onChange={(value) => setChoice(choices.find((one) => one === value) ?? choices[0])}
        >
          <div className="choices">
            {choices.map((one) => (
              <Radio key={one} value={one} label={inWords(one)} my={4} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('decide.because')}
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
