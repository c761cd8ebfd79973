import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { QuestionPage } from '#api/contract/questions'
import { Chart } from '../components/Chart.tsx'
import { courseOf, latest, singleValue } from './history.ts'
import { useQuestionWords } from './words.ts'

const day = 86_400_000
const colours = ['#1c5a8a', '#b0560f', '#a02c4a', '#2f7d4f', '#6b4fa0', '#6f6000', '#444444', '#007a87']
const scheme = { range: colours }
const legend = { orient: 'bottom', columns: 1, title: null, labelLimit: 300 }
const dates = { format: '%Y-%m-%d', labelOverlap: 'greedy', labelSeparation: 16, tickCount: 8 }
const size = { width: 'container', height: 340, autosize: { type: 'fit', contains: 'padding' } }

/** How opinion went: a line for each agency, the median of its latest forecasts. */
export function HistoryChart({ page: { question, given } }: { page: QuestionPage }) {
  const { t, titled } = useQuestionWords()
  const [option, setOption] = useState(() => String(likeliest(given)))
  const isDate = question.kind === 'date'
  const shares = question.kind === 'binary' || question.kind === 'categorical'
  const spec = useMemo(() => {
    const values = courseOf(given, Number(option), t('questions.noAgency')).map((one) => ({
      ...one,
      shown: isDate ? one.value * day : one.value,
    }))
    return {
      ...size,
      data: { values },
      mark: { type: 'line', interpolate: 'step-after', point: true },
      encoding: {
        x: { field: 'at', type: 'temporal', title: null, axis: dates },
        y: {
          field: 'shown',
          type: isDate ? 'temporal' : 'quantitative',
          title: isDate ? null : shares ? t('questions.probability') : (question.unit ?? null),
          scale: shares ? { domain: [0, 1] } : { zero: false },
          ...(shares ? { axis: { format: '.0%' } } : isDate ? { axis: dates } : {}),
        },
        color: { field: 'agency', type: 'nominal', legend, scale: scheme },
        shape: { field: 'agency', type: 'nominal', legend },
        strokeDash: { field: 'agency', type: 'nominal', legend },
      },
    }
  }, [given, option, isDate, shares, question.unit, t])
  return (
    <>
      {question.options !== undefined && (
        <NativeSelect
          label={t('questions.follow')}
          maw={320}
          value={option}
          onChange={(event) => setOption(event.currentTarget.value)}
          data={question.options.map((one, at) => ({ value: String(at), label: titled(one) }))}
        />
      )}
      <Chart spec={spec} label={t('questions.historyLabel')} />
    </>
  )
}

interface Row {
  readonly row: string
  readonly order: number
  readonly agency: string
  readonly value: number | undefined
}

/** What forecasters hold now of yes or of each option: a mark for each forecaster. Numbers and dates have `PooledDistributions`. */
export function DistributionChart({ page: { question, given } }: { page: QuestionPage }) {
  const { t, titled } = useQuestionWords()
  const names = (question.options ?? []).map(titled).join('\n')
  const spec = useMemo(() => {
    const rows = latest(given).flatMap((one): readonly Row[] => {
      const agency = one.agency ?? t('questions.noAgency')
      if (one.probabilities !== undefined)
        return one.probabilities.map(
          (value, at): Row => ({ row: names.split('\n')[at] ?? '', order: at, agency, value }),
        )
      return [{ row: agency, order: 0, agency, value: singleValue(one) }]
    })
    return {
      ...size,
      height: { step: 34 },
      data: { values: rows },
      mark: { type: 'point', filled: true, size: 70 },
      encoding: {
        x: {
          field: 'value',
          type: 'quantitative',
          title: t('questions.probability'),
          scale: { domain: [0, 1] },
          axis: { format: '.0%' },
        },
        y: {
          field: 'row',
          type: 'nominal',
          title: null,
          sort: { field: 'order' },
          axis: { labelLimit: 150 },
        },
        ...(question.kind === 'categorical'
          ? { color: { field: 'agency', legend, scale: scheme }, shape: { field: 'agency', legend } }
          : {}),
      },
    }
  }, [given, question.kind, names, t])
  return <Chart spec={spec} label={t('questions.distributionLabel')} />
}

/** The option that forecasters hold likeliest now. */
function likeliest(given: QuestionPage['given']): number {
  const sums: number[] = []
  for (const { probabilities } of latest(given))
    for (const [at, value] of (probabilities ?? []).entries()) sums[at] = (sums[at] ?? 0) + value
  return Math.max(0, sums.indexOf(Math.max(...sums)))
}
