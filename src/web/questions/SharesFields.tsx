import { Group, Slider, Stack, Text } from '@mantine/core'
import type { Question } from '#domain/question'
import { movedTo } from './history.ts'
import { useQuestionWords } from './words.ts'

interface Props {
  readonly question: Question
  readonly shares: readonly number[]
  readonly change: (shares: readonly number[]) => void
}

/** A slider for the probability of yes, or one for each option: moving one draws the others along, so that all sum to 1. */
export function SharesFields({ question, shares, change }: Props) {
  const { t, titled, percent } = useQuestionWords()
  const labels =
    question.kind === 'binary' ? [t('questions.probabilityOfYes')] : (question.options ?? []).map(titled)
  return (
    <Stack gap="lg" maw={560}>
      {labels.map((label, at) => (
        <div key={label}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{label}</Text>
            <Text size="sm" fw={700} className="number">
              {percent(shares[at] ?? 0)}
            </Text>
          </Group>
          <Slider
            mt={4}
            min={0}
            max={100}
            step={1}
            label={null}
            thumbLabel={label}
            value={Math.round((shares[at] ?? 0) * 100)}
            onChange={(value) =>
              change(question.kind === 'binary' ? [value / 100] : movedTo(shares, at, value / 100))
            }
          />
        </div>
      ))}
    </Stack>
  )
}
