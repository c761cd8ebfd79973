import { Anchor, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Dataset, DatasetVersion } from '#api/contract/datasets'
import { call } from '../client.ts'
import { Chart } from '../components/Chart.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { coverageChart } from '../data/coverage-chart.ts'
import { ImportPanel } from '../data/ImportPanel.tsx'
import { ImportReport } from '../data/ImportReport.tsx'
import { QueryPanel } from '../data/QueryPanel.tsx'
import { useWords } from '../language.ts'

/** One dataset: what it is, what of it is here, how to bring more, and what it answers. */
export function DatasetPage() {
  const { id } = useParams({ from: '/data/$id' })
  const dataset = useQuery({
    queryKey: ['datasets', id],
    queryFn: () => call('readDataset', { params: { id } }),
  })
  return <Loaded query={dataset}>{(data) => <Told dataset={data} />}</Loaded>
}

function Told({ dataset }: { dataset: Dataset }) {
  const { t } = useWords()
  const current = dataset.versions.find((version) => version.current)
  const facts = [
    ['producer', dataset.producer],
    ['citation', dataset.citation],
    ['licence', dataset.licence],
    ['version', dataset.version],
  ] as const
  return (
    <Stack gap="xs" maw={1100}>
      <PageLink to="/data" size="sm">
        {t('data.title')}
      </PageLink>
      <Title order={1} fz={28}>
        {dataset.title}
      </Title>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`data.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('data.getIt')}</dt>
          <dd>
            <Anchor href={dataset.url} rel="noreferrer" target="_blank">
              {dataset.url}
            </Anchor>
          </dd>
        </div>
      </dl>
      {current !== undefined && <Held version={current} dataset={dataset} />}
      {current !== undefined && <QueryPanel dataset={dataset} key={current.version} />}
      <ImportPanel dataset={dataset} />
      <Title order={2} fz="lg">
        {t('data.quirks')}
      </Title>
      <ul className="plain">
        {dataset.quirks.map((quirk) => (
          <li key={quirk}>{quirk}</li>
        ))}
      </ul>
      {dataset.tables.map((table) => (
        <Described key={table.name} table={table} />
      ))}
      {dataset.versions.length > 1 && <Earlier versions={dataset.versions} />}
    </Stack>
  )
}

function Held({ version, dataset }: { version: DatasetVersion; dataset: Dataset }) {
  const { t, language } = useWords()
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={t('data.held')}>
      <Title order={2} fz="lg">
        {t('data.held')}
      </Title>
      <Text size="sm" className="quiet">
        {t('data.heldVersion', {
          version: version.version,
          at: new Date(version.at).toLocaleString(language),
          by: version.by,
        })}
      </Text>
      {version.tables.map((table) => (
        <Coverage
          key={table.name}
          table={table}
          described={dataset.tables.find(({ name }) => name === table.name)}
        />
      ))}
      <details>
        <summary>{t('data.reports')}</summary>
        <ImportReport reports={version.tables.flatMap(({ reports }) => reports)} />
      </details>
    </Paper>
  )
}

function Coverage({
  table,
  described,
}: {
  table: DatasetVersion['tables'][number]
  described: Dataset['tables'][number] | undefined
}) {
  const { t, language } = useWords()
  const chart = useMemo(
    () => coverageChart(table.years, { rows: t('data.rowsOf'), states: t('data.statesSeen') }),
    [table, t],
  )
  return (
    <div>
      <Group justify="space-between" mt="sm">
        <Text fw={600}>
          {table.name}: {t('data.rows', { count: table.rows, shown: table.rows.toLocaleString(language) })}
        </Text>
        {described !== undefined && (
          <Text size="sm" className="quiet">
            {t('data.absence', { means: t(`data.status.${described.absence.means}`) })}:{' '}
            {described.absence.because}
          </Text>
        )}
      </Group>
      {table.years.length > 1 && <Chart spec={chart} label={t('data.coverage', { table: table.name })} />}
      {table.years.length > 0 && (
        <details>
          <summary>{t('exhibit.show')}</summary>
          <div className="scroll">
            <Table verticalSpacing={2} maw={420}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('data.column.year')}</Table.Th>
                  <Table.Th>{t('data.rowsOf')}</Table.Th>
                  <Table.Th>{t('data.statesSeen')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {table.years.map(({ year, rows, states }) => (
                  <Table.Tr key={year}>
                    <Table.Td className="number">{year}</Table.Td>
                    <Table.Td className="number">{rows.toLocaleString(language)}</Table.Td>
                    <Table.Td className="number">{states}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </details>
      )}
    </div>
  )
}

function Described({ table }: { table: Dataset['tables'][number] }) {
  const { t } = useWords()
  return (
    <section aria-label={table.name}>
      <Title order={2} fz="lg" mt="md">
        {t('data.table')} {table.name}
      </Title>
      <Text size="sm">
        {t('data.rowIs')} {table.unit}. {t('data.covers')} {table.coverage.from}–{table.coverage.to},{' '}
        {table.coverage.states}. {t('data.absence', { means: t(`data.status.${table.absence.means}`) })}:{' '}
        {table.absence.because}.
      </Text>
      <div className="scroll">
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('data.columnName')}</Table.Th>
              <Table.Th>{t('data.about_')}</Table.Th>
              <Table.Th>{t('data.unitOf')}</Table.Th>
              <Table.Th>{t('data.missingIf')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.columns.map((column) => (
              <Table.Tr key={column.name}>
                <Table.Td>{column.name}</Table.Td>
                <Table.Td>{column.about}</Table.Td>
                <Table.Td>{column.unit ?? ''}</Table.Td>
                <Table.Td>{column.missing ?? ''}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" className="quiet" mt={4}>
        {t('data.layouts')}: {table.layouts.map(({ about }) => about).join('; ')}
      </Text>
    </section>
  )
}

function Earlier({ versions }: { versions: readonly DatasetVersion[] }) {
  const { t, language } = useWords()
  return (
    <section aria-label={t('data.versions')}>
      <Title order={2} fz="lg" mt="md">
        {t('data.versions')}
      </Title>
      <ul className="plain">
        {versions.map((version) => (
          <li key={version.version}>
            <span className="number">{version.version}</span>
            {version.current ? ` (${t('data.holds')})` : ''}, {new Date(version.at).toLocaleString(language)},{' '}
            {version.by}
          </li>
        ))}
      </ul>
    </section>
  )
}
