import { Table, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import type { Warnings, WatchedDyad } from '#api/contract/baselines'
import { Chart } from '../components/Chart.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { AlarmItem } from './AlarmItem.tsx'
import { alarmChart, sumChart } from './charts.ts'

const shown = 8

type Events = NonNullable<Warnings['events']>

/** One dyad of a watch: its months with the alarms on them, each sum with its threshold, and how often it cries wolf. */
export function DyadView({ events, dyad }: { events: Events; dyad: WatchedDyad }) {
  const { t } = useWords()
  const nameOf = useStateName()
  const title = t('baselines.towards', { source: nameOf(dyad.source), target: nameOf(dyad.target) })
  const counted = useMemo(
    () =>
      alarmChart(dyad, events.months, {
        events: t('baselines.events'),
        rise: t('warnings.rise'),
        fall: t('warnings.fall'),
      }),
    [dyad, events, t],
  )
  const sums = useMemo(
    () =>
      dyad.sides.map((side) => ({
        side: side.side,
        spec: sumChart(side, events.months, { sum: t('warnings.sum') }),
      })),
    [dyad, events, t],
  )
  const latest = dyad.alarms.toReversed()
  return (
    <section aria-label={title}>
      <Title order={3} fz="md" mt="md">
        {title}
      </Title>
      {dyad.sides.length === 0 && <Text>{t('warnings.tooShort')}</Text>}
      <Chart spec={counted} label={t('warnings.chart', { title, alarms: dyad.alarms.length })} />
      {sums.map(({ side, spec }) => (
        <Chart
          key={side}
          spec={spec}
          label={t('warnings.sumChart', { side: t(`warnings.${side}`), title })}
        />
      ))}
      <BackTest dyad={dyad} />
      <Text fw={600} mt="sm">
        {t('warnings.alarms', { count: dyad.alarms.length })}
      </Text>
      <AlarmList events={events} dyad={dyad} alarms={latest.slice(0, shown)} />
      {latest.length > shown && (
        <details>
          <summary>{t('warnings.older', { count: latest.length - shown })}</summary>
          <AlarmList events={events} dyad={dyad} alarms={latest.slice(shown)} />
        </details>
      )}
    </section>
  )
}

function AlarmList({
  events,
  dyad,
  alarms,
}: {
  events: Events
  dyad: WatchedDyad
  alarms: WatchedDyad['alarms']
}) {
  return (
    <ul className="findings">
      {alarms.map((alarm) => (
        <AlarmItem key={`${alarm.month} ${alarm.side}`} events={events} dyad={dyad} alarm={alarm} />
      ))}
    </ul>
  )
}

/** False alarms a year: asked for, in quiet series, in shuffled months; and alarms in history, which need not be false. */
function BackTest({ dyad }: { dyad: WatchedDyad }) {
  const { t } = useWords()
  const range = ({ perYear, low, high }: { perYear: number; low: number; high: number }) =>
    `${perYear.toFixed(2)} (${low.toFixed(2)} … ${high.toFixed(2)})`
  return (
    <Table className="stacked" verticalSpacing={3} maw={820}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('warnings.side')}</Table.Th>
          <Table.Th>{t('warnings.threshold')}</Table.Th>
          <Table.Th>{t('warnings.asked')}</Table.Th>
          <Table.Th>{t('warnings.quiet')}</Table.Th>
          <Table.Th>{t('warnings.shuffled')}</Table.Th>
          <Table.Th>{t('warnings.history')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {dyad.sides.map(({ side, threshold, asked, observed, history }) => (
          <Table.Tr key={side}>
            <Table.Td>{t(`warnings.${side}`)}</Table.Td>
            <Table.Td className="number" data-label={t('warnings.threshold')}>
              {threshold.toFixed(2)}
            </Table.Td>
            <Table.Td className="number" data-label={t('warnings.asked')}>
              {asked}
            </Table.Td>
            <Table.Td className="number" data-label={t('warnings.quiet')}>
              {range(observed)}
            </Table.Td>
            <Table.Td className="number" data-label={t('warnings.shuffled')}>
              {history.shuffled === null ? '–' : range(history.shuffled)}
            </Table.Td>
            <Table.Td className="number" data-label={t('warnings.history')}>
              {t('warnings.inYears', { alarms: history.alarms, years: history.years.toFixed(1) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
