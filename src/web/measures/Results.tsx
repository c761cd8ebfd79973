import { Alert, ScrollArea, Select, Table, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { MeasuresResult } from '#api/contract/measures'
import { measureOf, measureWords } from '#domain/measure'
import { Chart } from '../components/Chart.tsx'
import { RecordLink } from '../components/links.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { measureChart } from './chart.ts'

type Series = MeasuresResult['series'][number]

/** What was computed, one measure at a time: over the years, with errors, and with the reason of what is missing. */
export function Results({ result }: { result: MeasuresResult }) {
  const { t, language } = useWords()
  const ids = [...new Set(result.series.map(({ measure }) => measure))]
  const [wanted, setWanted] = useState<string | null>(null)
  const measure = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null)
  const { written, notices } = result
  return (
    <>
      {written !== null && (
        <Alert my="sm" role="status">
          {t('measures.written', {
            added: written.added,
            superseded: written.superseded,
            unchanged: written.unchanged,
          })}
        </Alert>
      )}
      {notices.length > 0 && (
        <Text size="sm" className="quiet" mt="sm">
          {t('measures.left')}
        </Text>
      )}
      {measure !== null && (
        <>
          <Select
            mt="sm"
            maw={480}
            label={t('measures.show')}
            allowDeselect={false}
            data={ids.map((id) => ({ value: id, label: measureOf(id)?.title[language] ?? id }))}
            value={measure}
            onChange={setWanted}
          />
          <One
            measure={measure}
            series={result.series.filter((one) => one.measure === measure)}
            saved={written !== null}
          />
        </>
      )}
    </>
  )
}

function One(props: { measure: string; series: readonly Series[]; saved: boolean }) {
  const { measure, series, saved } = props
  const { t, language } = useWords()
  const nameOf = useStateName()
  const words = measureWords(measure, language)
  const title = measureOf(measure)?.title[language] ?? measure
  const chart = useMemo(() => measureChart(series, nameOf, words.unit), [series, nameOf, words.unit])
  const computed = series[0]?.computed
  return (
    <>
      {chart === undefined ? (
        <Text my="sm">{t('measures.noValue')}</Text>
      ) : (
        <Chart spec={chart} label={`${title}: ${words.unit}`} />
      )}
      <Text size="sm" className="quiet">
        {words.formula} · {words.uncertainty}
      </Text>
      {computed !== undefined && (
        <Text size="sm" className="quiet" style={{ overflowWrap: 'anywhere' }}>
          {t('positions.from', { dataset: computed.dataset, version: computed.version })}{' '}
          <code>{computed.query}</code>
        </Text>
      )}
      <ScrollArea.Autosize
        mah={420}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': title }}
      >
        <Table verticalSpacing={2} maw={860}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('measures.of')}</Table.Th>
              <Table.Th>{t('measures.towards')}</Table.Th>
              <Table.Th>{t('data.column.year')}</Table.Th>
              <Table.Th>{t('positions.value')}</Table.Th>
              <Table.Th>{t('measures.se')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {series.flatMap(({ id, of, towards, observations }) =>
              observations.map(({ year, value, se }) => (
                <Table.Tr key={`${id} ${year}`}>
                  <Table.Td>
                    {saved ? (
                      <RecordLink kind="series" id={id}>
                        {nameOf(of)}
                      </RecordLink>
                    ) : (
                      nameOf(of)
                    )}
                  </Table.Td>
                  <Table.Td>{towards === undefined ? '' : nameOf(towards)}</Table.Td>
                  <Table.Td className="number">{year}</Table.Td>
                  {typeof value === 'number' ? (
                    <Table.Td className="number">{shown(value, language)}</Table.Td>
                  ) : (
                    <Table.Td className="quiet">
                      {t('data.missing')}: {value.because}
                    </Table.Td>
                  )}
                  <Table.Td className="number">{se === undefined ? '' : shown(se, language)}</Table.Td>
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </>
  )
}

function shown(value: number, language: string): string {
  return value.toLocaleString(language, { maximumSignificantDigits: 4 })
}
