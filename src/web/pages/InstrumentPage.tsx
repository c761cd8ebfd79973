import {
  Button,
  Code,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'

interface Field {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly refTo?: string
}

/** Any instrument: what it asks, a form made from its request, and a button to run it. */
export function InstrumentPage() {
  const { id } = useParams({ from: '/instruments/$id' })
  const { t, language } = useWords()
  const list = useQuery({ queryKey: ['instruments'], queryFn: () => call('instruments') })
  return (
    <Loaded query={list}>
      {({ instruments }) => {
        const instrument = instruments.find((one) => one.id === id)
        if (instrument === undefined) return <Text>{t('notFound.title')}</Text>
        const { properties = {}, required = [] } = instrument.request as {
          properties?: Record<string, Field>
          required?: string[]
        } // a JSON Schema of an object
        return (
          <Stack maw={640}>
            <div>
              <Title order={1} fz={28}>
                {instrument.title[language]}
              </Title>
              <Text fz="lg" className="quiet">
                {instrument.question[language]}
              </Text>
              <Text size="sm" className="quiet">
                {t('instrument.version')} {instrument.version}
              </Text>
            </div>
            <RequestForm instrument={id} fields={properties} required={required} />
          </Stack>
        )
      }}
    </Loaded>
  )
}

function RequestForm({
  instrument,
  fields,
  required,
}: {
  instrument: string
  fields: Readonly<Record<string, Field>>
  required: readonly string[]
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  const run = useJob(
    () => call('startAnalysis', { body: { instrument, request: filled(values) } }),
    ({ result }) => {
      const { id } = result as { id: string } // what this endpoint says its job gives
      void navigate({ to: '/analyses/$id', params: { id } })
    },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        run.start()
      }}
    >
      <Stack gap="sm">
        {Object.entries(fields).map(([name, field]) => (
          <RequestField
            key={name}
            name={name}
            field={field}
            required={required.includes(name)}
            value={values[name]}
            change={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
        <Group>
          <Button type="submit" loading={run.running}>
            {t('instrument.run')}
          </Button>
        </Group>
        <JobProgress work={run} />
      </Stack>
    </form>
  )
}

function filled(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, parsed(value)]),
  )
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value // the API says what is wrong with it
  }
}

interface RequestFieldProps {
  readonly name: string
  readonly field: Field
  readonly required: boolean
  readonly value: unknown
  readonly change: (value: unknown) => void
}

function RequestField({ name, field, required, value, change }: RequestFieldProps) {
  const shared = { label: name, description: field.description, required, id: `field-${name}` }
  const text = typeof value === 'string' ? value : ''
  if (field.refTo !== undefined)
    return <RecordSelect kind={field.refTo} value={text} change={change} shared={shared} />
  if (field.enum !== undefined)
    return <Select {...shared} clearable data={[...field.enum]} value={text || null} onChange={change} />
  if (field.type === 'number' || field.type === 'integer')
    return (
      <NumberInput
        {...shared}
        value={typeof value === 'number' ? value : ''}
        placeholder={String(field.default ?? '')}
        onChange={(next) => change(next === '' ? undefined : Number(next))}
        {...(field.minimum === undefined ? {} : { min: field.minimum })}
        {...(field.maximum === undefined ? {} : { max: field.maximum })}
        step={field.type === 'integer' ? 1 : 0.05}
      />
    )
  if (field.type === 'object')
    return (
      <Textarea
        {...shared}
        autosize
        minRows={1}
        value={text}
        placeholder={JSON.stringify(field.default ?? {})}
        onChange={(event) => change(event.currentTarget.value)}
      />
    )
  return <TextInput {...shared} value={text} onChange={(event) => change(event.currentTarget.value)} />
}

function RecordSelect({
  kind,
  value,
  change,
  shared,
}: {
  kind: string
  value: string
  change: (value: unknown) => void
  shared: { label: string; description: string | undefined; required: boolean; id: string }
}) {
  const records = useQuery({
    queryKey: ['list', kind],
    queryFn: () => call('listRecords', { params: { kind } }),
  })
  return (
    <Loaded query={records}>
      {(data) => (
        <Select
          {...shared}
          searchable
          data={data.records.map((record) => ({ value: record.id, label: record.label }))}
          value={value || null}
          onChange={change}
          description={
            <>
              {shared.description} <Code>{kind}</Code>
            </>
          }
        />
      )}
    </Loaded>
  )
}
