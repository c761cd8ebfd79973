import {
  Anchor,
  Button,
  Code,
  Group,
  NumberInput,
  Paper,
  Select,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Query } from '#api/contract'
import type { Dataset, DatasetAnswer } from '#api/contract/datasets'
import { addressOf, call } from '../client.ts'
import { Chart } from '../components/Chart.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { StatePicker } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { answerChart } from './answer-chart.ts'

type Question = NonNullable<Query<'queryDataset'>>
const units = ['state', 'state-year', 'dyad', 'dyad-year', 'dyad-month', 'year', 'month', 'row'] as const

/** Asks an imported table: who, with whom, when, which events; zero and missing are told apart. */
export function QueryPanel({ dataset }: { dataset: Dataset }) {
  const { t } = useWords()
  const current = dataset.versions.find((version) => version.current)
  const tables = dataset.tables.filter(({ name }) => current?.tables.some((table) => table.name === name))
  const [table, setTable] = useState(tables[0]?.name ?? '')
  const described = tables.find(({ name }) => name === table) ?? tables[0]
  const possible = units.filter(
    (unit) =>
      !(unit.startsWith('dyad') && described?.who.length !== 2) &&
      !(unit.startsWith('state') && described?.who.length === 0) &&
      !(unit.endsWith('month') && described?.when?.['date'] === undefined) &&
      !(unit.endsWith('year') && (described?.when ?? null) === null),
  )
  const [by, setBy] = useState<string>()
  const [state, setState] = useState<string | null>(described?.who.length === 0 ? null : 'VNM')
  const [partner, setPartner] = useState<string | null>(null)
  const [from, setFrom] = useState<string | number>(yearsBack(current, described?.name))
  const [to, setTo] = useState<string | number>('')
  const [codes, setCodes] = useState('')
  const [asked, setAsked] = useState<Question>()
  const unit =
    possible.find((one) => one === by) ??
    possible.findLast((one) => one.endsWith('-year')) ??
    possible.find((one) => one === 'year') ??
    'row'
  const question: Question = {
    table,
    by: unit,
    ...(state === null || described?.who.length === 0 ? {} : { states: state }),
    ...(partner === null || described?.who.length !== 2 ? {} : { partners: partner }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(codes === '' ? {} : { codes }),
  }
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={t('data.query')}>
      <Title order={2} fz="lg" mb="xs">
        {t('data.query')}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(question)
        }}
      >
        <Group align="end" gap="sm">
          <Select
            label={t('data.table')}
            w={170}
            data={tables.map(({ name }) => name)}
            value={table}
            onChange={(value) => setTable(value ?? '')}
            allowDeselect={false}
          />
          <Select
            label={t('data.by')}
            w={150}
            data={possible.map((value) => ({ value, label: t(`data.unit.${value}`) }))}
            value={unit}
            onChange={(value) => setBy(value ?? undefined)}
            allowDeselect={false}
          />
          {(described?.who.length ?? 0) > 0 && (
            <StatePicker label={t('data.state')} value={state} onChange={setState} clearable />
          )}
          {described?.who.length === 2 && (
            <StatePicker label={t('data.partner')} value={partner} onChange={setPartner} clearable />
          )}
          <NumberInput label={t('data.from')} w={90} value={from} onChange={setFrom} hideControls />
          <NumberInput label={t('data.to')} w={90} value={to} onChange={setTo} hideControls />
          {described?.code !== undefined && (
            <TextInput
              label={t('data.codes')}
              w={130}
              value={codes}
              onChange={(event) => setCodes(event.currentTarget.value)}
            />
          )}
          <Button type="submit">{t('data.ask')}</Button>
        </Group>
      </form>
      {asked !== undefined && <Answer dataset={dataset.id} question={asked} />}
    </Paper>
  )
}

/** A first year that leaves the last quarter of a century. */
function yearsBack(version: Dataset['versions'][number] | undefined, table: string | undefined): number | '' {
  const last = version?.tables.find(({ name }) => name === table)?.years.at(-1)
  return last === undefined ? '' : last.year - 24
}

function Answer({ dataset, question }: { dataset: string; question: Question }) {
  const { t } = useWords()
  const answer = useQuery({
    queryKey: ['rows', dataset, question],
    queryFn: () => call('queryDataset', { params: { id: dataset }, query: { ...question, limit: 2000 } }),
  })
  return (
    <Loaded query={answer}>
      {(data) => {
        const chart = answerChart(data, { n: t('data.rowsOf'), missing: t('data.missing') })
        return (
          <>
            {chart !== undefined && <Chart spec={chart} label={t('data.chart')} />}
            <AnswerTable answer={data} />
            <Text size="sm" className="quiet" mt="xs">
              {t('data.from_', { dataset: data.dataset, version: data.version, table: data.table })}{' '}
              {data.citation}{' '}
              <Anchor
                size="sm"
                href={addressOf('queryDatasetCsv', { params: { id: dataset }, query: question })}
              >
                CSV
              </Anchor>
            </Text>
            <Code block mt={4}>
              {commandOf(dataset, question)}
            </Code>
          </>
        )
      }}
    </Loaded>
  )
}

const shownAtOnce = 30

function AnswerTable({ answer }: { answer: DatasetAnswer }) {
  const { t, language } = useWords()
  const [shown, setShown] = useState(shownAtOnce)
  const columns = answer.columns.filter(({ name }) => !name.endsWith('_known') && name !== 'because')
  const told = (value: unknown) =>
    typeof value === 'number'
      ? value.toLocaleString(language, {
          maximumFractionDigits: 3,
          useGrouping: !Number.isInteger(value) || value > 9999,
        })
      : value === null || value === undefined
        ? '–'
        : String(value)
  return (
    <div className="scroll">
      <Table verticalSpacing={4} striped="even">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, about, unit }) => (
              <Table.Th key={name} title={about}>
                {t(`data.column.${name}`, { defaultValue: name })}
                {unit === undefined || name === 'year' ? '' : ` (${unit})`}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.rows.slice(0, shown).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no other name and never move
            <Table.Tr key={at} className={row['status'] === 'missing' ? 'quiet' : undefined}>
              {columns.map(({ name }) => (
                <Table.Td key={name} className={typeof row[name] === 'number' ? 'number' : undefined}>
                  {name === 'status'
                    ? `${t(`data.status.${String(row[name])}`)}${row['because'] ? `: ${String(row['because'])}` : ''}`
                    : name === 'year'
                      ? String(row[name])
                      : told(row[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" className="quiet">
        {t('data.shown', {
          shown: Math.min(shown, answer.rows.length),
          of: answer.of.toLocaleString(language),
        })}
      </Text>
      {shown < answer.rows.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 300)}>
          {t('exhibit.more', { count: answer.rows.length - shown })}
        </Button>
      )}
    </div>
  )
}

function commandOf(dataset: string, { table, by, states, partners, from, to, codes }: Question): string {
  const parts = [
    ['--table', table],
    ['--by', by],
    ['--state', states],
    ['--partner', partners],
    ['--from', from],
    ['--to', to],
    ['--code', codes],
  ].flatMap(([flag, value]) => (value === undefined ? [] : [`${flag} ${String(value)}`]))
  return `soundings dataset query ${dataset} ${parts.join(' ')}`
}
