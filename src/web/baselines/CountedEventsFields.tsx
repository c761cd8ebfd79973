import { Group, NumberInput, Select } from '@mantine/core'
import type { Question } from '#domain/question'
import { StatePicker } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { type EventClass, eventClasses } from './question.ts'

/** Events that a question counts, as a form holds them. */
export interface CountedEvents {
  readonly source: string | null
  readonly target: string | null
  readonly watched: EventClass
  readonly atLeast: number
  readonly months: number
}

export const noCountedEvents: CountedEvents = {
  source: null,
  target: null,
  watched: 'material-conflict',
  atLeast: 10,
  months: 6,
}

/** What the form holds, once both states are chosen. */
export function countedEventsOf({ source, target, ...rest }: CountedEvents): Question['counts'] {
  return source === null || target === null ? undefined : { source, target, ...rest }
}

/** Which events between whom a question counts, so that its page shows how often they came to that before. */
export function CountedEventsFields({
  value,
  onChange,
}: {
  value: CountedEvents
  onChange: (value: CountedEvents) => void
}) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('baselines.countsEvents')}</summary>
      <Group align="end" gap="sm" mt="xs">
        {(['source', 'target'] as const).map((end) => (
          <StatePicker
            key={end}
            label={t(`baselines.${end}`)}
            value={value[end]}
            clearable
            onChange={(state) => onChange({ ...value, [end]: state })}
          />
        ))}
        <Select
          label={t('baselines.class')}
          data={eventClasses.map((one) => ({ value: one, label: t(`baselines.classes.${one}`) }))}
          value={value.watched}
          allowDeselect={false}
          onChange={(watched) => onChange({ ...value, watched: (watched ?? value.watched) as EventClass })} // one of the data
        />
        {(['atLeast', 'months'] as const).map((field) => (
          <NumberInput
            key={field}
            label={t(`baselines.${field === 'months' ? 'within' : field}`)}
            value={value[field]}
            min={1}
            {...(field === 'months' ? { max: 24 } : {})}
            w={150}
            onChange={(number) => onChange({ ...value, [field]: Number(number) })}
          />
        ))}
      </Group>
    </details>
  )
}
