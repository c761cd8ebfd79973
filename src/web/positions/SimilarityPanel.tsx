import { Group, Paper, SegmentedControl, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Measure, Similarity } from '#api/contract/positions'
import { call } from '../client.ts'
import { Chart } from '../components/Chart.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { StatePicker, StatesPicker, useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { similarities } from './charts.ts'

const measures: readonly Measure[] = ['kappa', 'pi', 's', 'agreement']

/** How alike one state and others voted, session by session. Kappa is the default, and the page says why. */
export function SimilarityPanel() {
  const { t } = useWords()
  const [state, setState] = useState<string | null>('VNM')
  const [others, setOthers] = useState(['IDN', 'THA', 'CHN', 'USA'])
  const [measure, setMeasure] = useState<Measure>('kappa')
  const query = { state: state ?? '', others: others.join(','), measure }
  const found = useQuery({
    queryKey: ['similarity', query],
    queryFn: () => call('votingSimilarity', { query }),
    enabled: state !== null && others.length > 0,
    placeholderData: (before) => before,
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={t('positions.similarity')}>
      <Title order={2} fz="lg">
        {t('positions.similarity')}
      </Title>
      <Text size="sm" className="quiet" maw={820} mb="sm">
        {t('positions.whyKappa')}
      </Text>
      <Group align="end">
        <StatePicker label={t('data.state')} value={state} onChange={setState} />
        <StatesPicker label={t('positions.with')} value={others} onChange={setOthers} />
        <SegmentedControl
          aria-label={t('positions.measure')}
          data={measures.map((value) => ({ value, label: t(`positions.measures.${value}`) }))}
          value={measure}
          onChange={(value) => setMeasure(measures.find((one) => one === value) ?? 'kappa')}
        />
      </Group>
      {state !== null && others.length > 0 && (
        <Loaded query={found}>{(data) => <Drawn found={data} />}</Loaded>
      )}
    </Paper>
  )
}

function Drawn({ found }: { found: Similarity }) {
  const { t } = useWords()
  const nameOf = useStateName()
  const chart = useMemo(
    () => similarities(found.pairs, nameOf, t(`positions.measures.${found.measure}`)),
    [found, nameOf, t],
  )
  return (
    <>
      <Chart spec={chart} label={t('positions.similarity')} />
      <Text size="sm" className="quiet">
        {t('positions.from', { dataset: found.dataset, version: found.version })} {found.citation}
      </Text>
      <details>
        <summary>{t('exhibit.show')}</summary>
        <div className="scroll" style={{ maxHeight: 420 }}>
          <Table verticalSpacing={2} maw={760}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('positions.with')}</Table.Th>
                <Table.Th>{t('data.column.year')}</Table.Th>
                <Table.Th>{t('positions.value')}</Table.Th>
                <Table.Th>{t('positions.interval')}</Table.Th>
                <Table.Th>{t('positions.n')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.pairs.map(({ other, session, year, value, se, n, because }) => (
                <Table.Tr key={`${other} ${session}`}>
                  <Table.Td>{nameOf(other)}</Table.Td>
                  <Table.Td className="number">{year}</Table.Td>
                  <Table.Td className="number">{value === null ? '–' : value.toFixed(2)}</Table.Td>
                  <Table.Td className={value === null ? 'quiet' : 'number'}>
                    {value === null
                      ? because
                      : `${(value - 1.96 * (se ?? 0)).toFixed(2)} … ${(value + 1.96 * (se ?? 0)).toFixed(2)}`}
                  </Table.Td>
                  <Table.Td className="number">{n}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
    </>
  )
}
