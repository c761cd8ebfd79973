import { Button, Group, NumberInput, Select } from '@mantine/core'
import { StatePicker } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import type { EventClass, Question } from './question.ts'
import { eventClasses } from './question.ts'

/** What is asked: which events, who towards whom, how far ahead. */
export function BaselineForm({
  question,
  datasets,
  running,
  onChange,
  onAsk,
}: {
  question: Question
  datasets: readonly { readonly value: string; readonly label: string }[]
  running: boolean
  onChange: (question: Question) => void
  onAsk: () => void
}) {
  const { t } = useWords()
  const { dataset, source, target, watched, months } = question
  return (
    <Group align="end">
      <Select
        label={t('baselines.dataset')}
        data={[...datasets]}
        value={dataset}
        allowDeselect={false}
        onChange={(value) => onChange({ ...question, dataset: value ?? dataset })}
      />
      <StatePicker
        label={t('baselines.source')}
        value={source}
        onChange={(value) => onChange({ ...question, source: value })}
      />
      <StatePicker
        label={t('baselines.target')}
        value={target}
        onChange={(value) => onChange({ ...question, target: value })}
      />
      <Select
        label={t('baselines.class')}
        data={eventClasses.map((value) => ({ value, label: t(`baselines.classes.${value}`) }))}
        value={watched}
        allowDeselect={false}
        w={240}
        onChange={(value) => onChange({ ...question, watched: (value ?? watched) as EventClass })} // one of the data
      />
      <NumberInput
        label={t('baselines.months')}
        value={months}
        min={1}
        max={24}
        w={140}
        onChange={(value) => onChange({ ...question, months: Number(value) })}
      />
      <Button onClick={onAsk} disabled={running || source === null || target === null || source === target}>
        {t('baselines.ask')}
      </Button>
    </Group>
  )
}
