import { Button, Group, NativeSelect, Select, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Question, questionKinds } from '#domain/question'
import { ambiguities, type CheckPoint, isClear } from '#domain/question-checklist'
import { CountedEventsFields, countedEventsOf, noCountedEvents } from '../baselines/CountedEventsFields.tsx'
import { call } from '../client.ts'
import { ProblemNote } from '../components/Loaded.tsx'
import { useAssessors } from '../ratings/AssessorPicker.tsx'
import { ChecklistView } from './ChecklistView.tsx'
import { useQuestionWords } from './words.ts'

const blank = {
  title: '',
  criteria: '',
  decidedBy: '',
  resolver: '',
  closes: '',
  resolves: '',
  options: '',
  unit: '',
  from: '',
  to: '',
  topics: '',
}

/** Asks a question. Its checklist is computed as one types; it opens once nothing is left that two readers take differently. */
export function OpenQuestionForm() {
  const { t } = useQuestionWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const assessors = useAssessors()
  const [kind, setKind] = useState<Question['kind']>('binary')
  const [fields, setFields] = useState(blank)
  const [answers, setAnswers] = useState<Partial<Record<CheckPoint, string>>>({})
  const [events, setEvents] = useState(noCountedEvents)
  const counts = kind === 'binary' ? countedEventsOf(events) : undefined
  const body = { ...questionFrom(kind, fields, answers), ...(counts === undefined ? {} : { counts }) }
  const checklist =
    fields.title.trim() === '' || fields.closes === '' || fields.resolves === ''
      ? []
      : ambiguities(body, Date.now())
  const open = useMutation({
    mutationFn: (draft: boolean) => call('openQuestion', { body: { ...body, ...(draft ? { draft } : {}) } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries()
      await navigate({ to: '/questions/$id', params: { id } })
    },
  })
  const bind = (field: keyof typeof blank) => ({
    label: t(`questions.form.${field}`),
    value: fields[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate(false)
      }}
    >
      <Stack gap="sm" maw={760}>
        <TextInput required {...bind('title')} />
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('questions.form.kind')}
            value={kind}
            onChange={(event) =>
              setKind(questionKinds.find((one) => one === event.currentTarget.value) ?? kind)
            }
            data={questionKinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
          />
          {kind === 'numeric' && <TextInput w={140} {...bind('unit')} />}
          {(kind === 'numeric' || kind === 'date') &&
            (['from', 'to'] as const).map((end) => (
              <TextInput key={end} w={150} type={kind === 'date' ? 'date' : 'text'} {...bind(end)} />
            ))}
        </Group>
        {kind === 'categorical' && <Textarea autosize minRows={2} {...bind('options')} />}
        <Textarea required autosize minRows={2} {...bind('criteria')} />
        <TextInput {...bind('decidedBy')} />
        <Group gap="sm" align="flex-end">
          <Select
            label={t('questions.form.resolver')}
            required
            searchable
            w={280}
            maw="100%"
            data={(assessors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.resolver === '' ? null : fields.resolver}
            onChange={(resolver) => setFields({ ...fields, resolver: resolver ?? '' })}
          />
          <TextInput required type="datetime-local" {...bind('closes')} />
          <TextInput required type="datetime-local" {...bind('resolves')} />
        </Group>
        <TextInput {...bind('topics')} />
        {kind === 'binary' && <CountedEventsFields value={events} onChange={setEvents} />}
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
                  onChange={(event) => setAnswers({ ...answers, [point]: event.currentTarget.value })}
                />
              ))}
          </section>
        )}
        <Group>
          <Button
            type="submit"
            loading={open.isPending}
            disabled={checklist.length === 0 || !isClear(checklist)}
          >
            {t('questions.openIt')}
          </Button>
          <Button variant="default" disabled={checklist.length === 0} onClick={() => open.mutate(true)}>
            {t('questions.keepDraft')}
          </Button>
        </Group>
        {open.isError && <ProblemNote cause={open.error} />}
      </Stack>
    </form>
  )
}

function questionFrom(
  kind: Question['kind'],
  fields: typeof blank,
  answers: Partial<Record<CheckPoint, string>>,
): Omit<Question, 'id' | 'appealDays'> {
  const { title, criteria, decidedBy, resolver, closes, resolves, options, unit, from, to, topics } = fields
  const checked = Object.entries(answers).flatMap(([point, words]) =>
    words.trim() === '' ? [] : [`${point}: ${words.trim()}`],
  )
  const listed = topics.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
  return {
    title: title.trim(),
    kind,
    criteria: criteria.trim(),
    resolver,
    opens: new Date().toISOString(),
    closes: zoned(closes),
    resolves: zoned(resolves),
    ...(decidedBy.trim() === '' ? {} : { decidedBy: decidedBy.trim() }),
    ...(kind === 'categorical' ? { options: optionsFrom(options) } : {}),
    ...(kind === 'numeric' ? { range: [Number(from), Number(to)] as [number, number] } : {}),
    ...(kind === 'numeric' && unit.trim() !== '' ? { unit: unit.trim() } : {}),
    ...(kind === 'date' ? { dates: [from, to] as [string, string] } : {}),
    ...(checked.length === 0 ? {} : { checked }),
    ...(listed.length === 0 ? {} : { topics: listed }),
  }
}

function optionsFrom(lines: string) {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((title, at) => ({ id: `option-${at + 1}`, title }))
}

/** A time of the reader's clock, with its zone. */
function zoned(local: string): string {
  if (local === '') return ''
  const minutes = -new Date(local).getTimezoneOffset()
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${local}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
