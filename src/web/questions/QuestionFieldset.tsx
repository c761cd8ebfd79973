import { Checkbox, Group, NativeSelect, Select, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { questionKinds } from '#domain/question'
import type { Checked } from '#domain/question-checklist'
import { handlings } from '#domain/support'
import { CountedEventsFields } from '../baselines/CountedEventsFields.tsx'
import { useAssessors } from '../ratings/AssessorPicker.tsx'
import { ChecklistView } from './ChecklistView.tsx'
import { type Bind, LinkFields } from './LinkFields.tsx'
import type { QuestionFields } from './question-fields.ts'
import { useQuestionWords } from './words.ts'

interface QuestionFieldsetProps {
  readonly fields: QuestionFields
  readonly change: (fields: QuestionFields) => void
  readonly checklist: readonly Checked[]
  /** fields of the question that may no longer be changed */
  readonly locked?: ReadonlySet<string>
}

/** Every field of a question; what most questions leave empty is folded. The checklist stands below and follows what one types. */
export function QuestionFieldset({ fields, change, checklist, locked = new Set() }: QuestionFieldsetProps) {
  const { t } = useQuestionWords()
  const assessors = useAssessors()
  const { kind, answers } = fields
  const set = (part: Partial<QuestionFields>) => change({ ...fields, ...part })
  const bind: Bind = (field, of = field) => ({
    label: t(`questions.form.${field}`),
    value: fields[field],
    disabled: locked.has(of),
    onChange: (event) => set({ [field]: event.currentTarget.value }),
  })
  const ends = kind === 'date' ? 'dates' : 'range'
  return (
    <Stack gap="sm">
      <TextInput required {...bind('title')} />
      <TextInput lang="vi" {...bind('titleVi')} />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('questions.form.kind')}
          value={kind}
          disabled={locked.has('kind')}
          onChange={(event) =>
            set({ kind: questionKinds.find((one) => one === event.currentTarget.value) ?? kind })
          }
          data={questionKinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
        />
        {kind === 'numeric' && <TextInput w={140} {...bind('unit')} />}
        {(kind === 'numeric' || kind === 'date') &&
          (['from', 'to'] as const).map((end) => (
            <TextInput key={end} w={150} type={kind === 'date' ? 'date' : 'text'} {...bind(end, ends)} />
          ))}
      </Group>
      {kind === 'categorical' && (
        <>
          <Textarea autosize minRows={2} description={t('questions.form.optionsNote')} {...bind('options')} />
          <Checkbox
            label={t('questions.form.ordered')}
            checked={fields.ordered}
            disabled={locked.has('ordered')}
            onChange={(event) => set({ ordered: event.currentTarget.checked })}
          />
        </>
      )}
      <Textarea required autosize minRows={2} {...bind('criteria')} />
      <Textarea lang="vi" autosize minRows={2} {...bind('criteriaVi')} />
      <TextInput {...bind('decidedBy')} />
      <Group gap="sm" align="flex-end">
        <Select
          label={t('questions.form.resolver')}
          required
          searchable
          w={280}
          maw="100%"
          disabled={locked.has('resolver')}
          data={(assessors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.resolver === '' ? null : fields.resolver}
          onChange={(resolver) => set({ resolver: resolver ?? '' })}
        />
        <TextInput required type="datetime-local" {...bind('closes')} />
        <TextInput required type="datetime-local" {...bind('resolves')} />
      </Group>
      <TextInput {...bind('topics')} />
      {kind === 'binary' && (
        <CountedEventsFields value={fields.counts} onChange={(counts) => set({ counts })} />
      )}
      <details>
        <summary>{t('questions.form.more')}</summary>
        <Stack gap="sm" mt="xs">
          <Group gap="sm" align="flex-end">
            <TextInput type="datetime-local" {...bind('opens')} />
            <TextInput w={150} inputMode="numeric" {...bind('appealDays')} />
            <TextInput w={200} {...bind('group')} />
            <NativeSelect
              label={t('questions.form.handling')}
              value={fields.handling}
              onChange={(event) =>
                set({
                  handling: handlings.find((one) => one === event.currentTarget.value) ?? fields.handling,
                })
              }
              data={handlings.map((value) => ({ value, label: t(`questions.handling.${value}`) }))}
            />
          </Group>
          <Textarea autosize {...bind('background')} />
          <Textarea lang="vi" autosize {...bind('backgroundVi')} />
          <LinkFields fields={fields} change={set} locked={locked} bind={bind} />
          <TextInput {...bind('baseRate')} />
          <TextInput {...bind('baseRateBecause')} />
          <TextInput lang="vi" {...bind('baseRateBecauseVi')} />
          <Textarea autosize {...bind('restsOn')} />
          <TextInput {...bind('comment')} />
        </Stack>
      </details>
      {checklist.length > 0 && (
        <section aria-label={t('questions.checklist')}>
          <Title order={3} fz="md" mb={6}>
            {t('questions.checklist')}
          </Title>
          <ChecklistView checklist={checklist} />
          {checklist
            .filter(
              ({ state, point }) => state !== 'ok' && point !== 'not-known' && point !== 'resolves-after',
            )
            .map(({ point }) => (
              <TextInput
                key={point}
                mt={6}
                size="xs"
                label={t('questions.answerTo', { point: t(`questions.point.${point}`) })}
                value={answers[point] ?? ''}
                onChange={(event) => set({ answers: { ...answers, [point]: event.currentTarget.value } })}
              />
            ))}
        </section>
      )}
    </Stack>
  )
}
