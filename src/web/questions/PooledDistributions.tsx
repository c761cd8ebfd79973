import { NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { QuestionPage, QuestionPool } from '#api/contract/questions'
import {
  type DistributionRow,
  distributionChart,
  distributionRuleName,
  outcomeAsNumber,
  toldShares,
} from '#instruments/foresight/instrument'
import { Chart } from '../components/Chart.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useQuestionWords } from './words.ts'

type Line = QuestionPool['lines'][number]

/** What forecasters hold of a number or a date: the pool of all by a rule one chooses, agencies, forecasters, with their values. */
export function PooledDistributions({ page }: { page: QuestionPage }) {
  const { t, language } = useQuestionWords()
  const { question, pools, resolution } = page
  const narrow = useMediaQuery('(max-width: 48rem)', undefined, { getInitialValueInEffect: false })
  const [rule, setRule] = useState<string>('median')
  const pool = pools.find((one) => one.rule === rule) ?? pools[0]
  const spec = useMemo(() => {
    const rows = (pool?.lines ?? []).map(
      (line): DistributionRow => ({
        of: line.of,
        label: line.of === 'pool' ? t('questions.pool.all') : line.id,
        values: line.values,
      }),
    )
    const resolved = resolution?.state === 'resolved' ? outcomeAsNumber(resolution.outcome) : null
    const about = {
      date: question.kind === 'date',
      unit: question.unit ?? null,
      outcome: resolved,
      labelLimit: narrow ? 100 : 190,
    }
    return { ...distributionChart(rows, about, language), autosize: { type: 'fit-x', contains: 'padding' } }
  }, [pool, resolution, question.kind, question.unit, narrow, language, t])
  if (pool === undefined) return <Text>{t('questions.pool.nothing')}</Text>
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('questions.pool.rule')}
        maw={380}
        value={pool.rule}
        onChange={(event) => setRule(event.currentTarget.value)}
        data={pools.map((one) => ({ value: one.rule, label: distributionRuleName(one.rule)[language] }))}
      />
      <Chart spec={spec} label={t('questions.pool.chart')} />
      <Text size="sm" className="quiet" maw={820}>
        {t('questions.pool.note')}
      </Text>
      <PageLink to="/calibration">{t('questions.pool.record')}</PageLink>
      <Values page={page} lines={pool.lines} />
    </Stack>
  )
}

function Values({ page: { question }, lines }: { page: QuestionPage; lines: readonly Line[] }) {
  const { t, percent, date, number } = useQuestionWords()
  const unit = question.unit === undefined ? '' : ` (${question.unit})`
  const label = `${t('questions.pool.values')}${unit}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={label}>
      <Table verticalSpacing={4} miw={760}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th miw={170}>{t('questions.pool.who')}</Table.Th>
            <Table.Th>{t('questions.pool.forecasters')}</Table.Th>
            {toldShares.map((share) => (
              <Table.Th key={share}>{t('questions.belowWith', { share: percent(share) })}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ of, id, agency, forecasters, values, forecasts: [only] }) => (
            <Table.Tr key={`${of} ${id} ${agency}`} fw={of === 'pool' ? 600 : undefined}>
              <Table.Td pl={of === 'forecaster' && agency !== null ? 'lg' : 'xs'}>
                {forecasters === 1 && only !== undefined ? (
                  <RecordLink kind="forecast" id={only}>
                    {of === 'pool' ? t('questions.pool.all') : id}
                  </RecordLink>
                ) : of === 'pool' ? (
                  t('questions.pool.all')
                ) : (
                  id
                )}
              </Table.Td>
              <Table.Td className="number">{forecasters}</Table.Td>
              {values.map((value, at) => (
                <Table.Td key={toldShares[at]} className="number" style={{ whiteSpace: 'nowrap' }}>
                  {question.kind === 'date' ? date(Math.round(value)) : number(value)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
