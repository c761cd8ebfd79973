import { Table, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Dataset } from '#api/contract/datasets'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

/** The Data room: the catalogue of public datasets, and what was imported of each. */
export function DataPage() {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: () => call('listDatasets') })
  return (
    <>
      <Title order={1} fz={28}>
        {t('data.title')}
      </Title>
      <Text className="quiet" mb="xs" maw={760}>
        {t('data.about')}
      </Text>
      <Text mb="md">
        <PageLink to="/measures">{t('measures.toMeasures')}</PageLink>
      </Text>
      <TextInput
        maw={420}
        mb="md"
        label={t('data.filter')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Loaded query={datasets}>
        {(data) => <Catalogue datasets={data.datasets.filter((one) => mentions(one, words))} />}
      </Loaded>
    </>
  )
}

function mentions({ id, title, producer, tables }: Dataset, words: string): boolean {
  const text = [id, title, producer, ...tables.flatMap(({ name, unit }) => [name, unit])]
    .join(' ')
    .toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function Catalogue({ datasets }: { datasets: readonly Dataset[] }) {
  const { t, language } = useWords()
  if (datasets.length === 0) return <Text>{t('data.noneFound')}</Text>
  return (
    <div className="scroll">
      <Table verticalSpacing="sm" maw={1200}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('data.dataset')}</Table.Th>
            <Table.Th>{t('data.row')}</Table.Th>
            <Table.Th>{t('data.years')}</Table.Th>
            <Table.Th>{t('data.here')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {datasets.map((one) => {
            const current = one.versions.find((version) => version.current)
            const rows = current?.tables.reduce((sum, table) => sum + table.rows, 0) ?? 0
            const from = Math.min(...one.tables.map(({ coverage }) => coverage.from))
            const to = Math.max(...one.tables.map(({ coverage }) => coverage.to))
            return (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <PageLink to="/data/$id" params={{ id: one.id }} fw={600}>
                    {one.title}
                  </PageLink>
                  <Text size="sm" className="quiet">
                    {one.id} · {one.producer}
                  </Text>
                </Table.Td>
                <Table.Td>{one.tables.map(({ unit }) => unit).join('; ')}</Table.Td>
                <Table.Td className="number">{`${from}–${to}`}</Table.Td>
                <Table.Td>
                  {current === undefined ? (
                    <Text size="sm" className="quiet">
                      {t('data.notHere')}
                    </Text>
                  ) : (
                    <Text size="sm" fw={600} className="number">
                      {t('data.rows', { count: rows, shown: rows.toLocaleString(language) })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
