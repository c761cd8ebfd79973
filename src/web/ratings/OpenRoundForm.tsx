import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Criterion, Framework } from '#domain/framework'
import { Relation } from '#domain/relation'
import { call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { AddAssessor } from './AddAssessor.tsx'
import { useAssessors } from './AssessorPicker.tsx'

/** Opens a round: framework, year, relations, criteria with a scale, and who is asked. */
export function OpenRoundForm() {
  const frameworks = useQuery({
    queryKey: ['records', 'framework'],
    queryFn: () => call('listRecords', { params: { kind: 'framework' }, query: { limit: 100 } }),
  })
  return (
    <Loaded query={frameworks}>
      {({ records }) => <Form frameworks={records.map(({ body }) => Framework.parse(body))} />}
    </Loaded>
  )
}

function Form({ frameworks }: { frameworks: readonly Framework[] }) {
  const { t, language } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const assessors = useAssessors()
  const relations = useQuery({
    queryKey: ['records', 'relation'],
    queryFn: () => call('listRecords', { params: { kind: 'relation' }, query: { limit: 1000 } }),
  })
  const [title, setTitle] = useState('')
  const [framework, setFramework] = useState(frameworks[0]?.id ?? null)
  const [year, setYear] = useState<number | string>('')
  const [chosenRelations, setRelations] = useState<string[]>([])
  const [leaves, setLeaves] = useState<string[]>([])
  const [asked, setAsked] = useState<string[]>([])
  const inLanguage = (one: { title: string; titleVi?: string | undefined }) =>
    (language === 'vi' ? one.titleVi : undefined) ?? one.title
  const criteria = frameworks
    .find(({ id }) => id === framework)
    ?.criteria.filter(({ scale }) => scale !== undefined)
  const open = useMutation({
    mutationFn: () =>
      call('openRound', {
        body: {
          title: title.trim(),
          framework: framework ?? '',
          year: Number(year),
          relations: chosenRelations,
          leaves,
          assessors: asked,
        },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries()
      await navigate({ to: '/ratings/$id', params: { id } })
    },
  })
  const ready =
    title.trim() !== '' &&
    framework !== null &&
    year !== '' &&
    [chosenRelations, leaves, asked].every((list) => list.length > 0)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate()
      }}
    >
      <Stack gap="sm" maw={760}>
        <TextInput
          label={t('ratings.roundTitle')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group gap="sm" align="flex-end">
          <Select
            label={t('ratings.framework')}
            required
            w={320}
            maw="100%"
            allowDeselect={false}
            data={frameworks.map((one) => ({ value: one.id, label: inLanguage(one) }))}
            value={framework}
            onChange={(id) => {
              setFramework(id)
              setLeaves([])
            }}
          />
          <NumberInput
            label={t('ratings.year')}
            required
            w={120}
            min={1500}
            max={2200}
            allowDecimal={false}
            thousandSeparator=""
            value={year}
            onChange={setYear}
          />
        </Group>
        <MultiSelect
          label={t('ratings.relations')}
          required
          searchable
          data={(relations.data?.records ?? []).map(({ body }) => {
            const relation = Relation.parse(body)
            return { value: relation.id, label: inLanguage(relation) }
          })}
          value={chosenRelations}
          onChange={setRelations}
        />
        <Criteria criteria={criteria ?? []} nameOf={inLanguage} leaves={leaves} setLeaves={setLeaves} />
        <MultiSelect
          label={t('ratings.assessors')}
          required
          searchable
          data={(assessors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={asked}
          onChange={setAsked}
        />
        <AddAssessor added={(id) => setAsked((before) => [...before, id])} />
        <Group>
          <Button type="submit" disabled={!ready} loading={open.isPending}>
            {t('ratings.open')}
          </Button>
          <Text size="sm" className="quiet">
            {t('ratings.openNote')}
          </Text>
        </Group>
        {open.isError && <ProblemNote cause={open.error} />}
      </Stack>
    </form>
  )
}

interface CriteriaProps {
  readonly criteria: readonly Criterion[]
  readonly nameOf: (criterion: Criterion) => string
  readonly leaves: readonly string[]
  readonly setLeaves: (leaves: string[]) => void
}

function Criteria({ criteria, nameOf, leaves, setLeaves }: CriteriaProps) {
  const { t } = useWords()
  const all = leaves.length === criteria.length && criteria.length > 0
  return (
    <Checkbox.Group label={t('ratings.criteria')} required value={[...leaves]} onChange={setLeaves}>
      <Button
        size="compact-xs"
        variant="default"
        my={4}
        onClick={() => setLeaves(all ? [] : criteria.map(({ code }) => code))}
      >
        {all ? t('ratings.none') : t('ratings.all')}
      </Button>
      <div className="choices">
        {criteria.map((one) => (
          <Checkbox key={one.code} value={one.code} label={nameOf(one)} size="xs" />
        ))}
      </div>
    </Checkbox.Group>
  )
}
