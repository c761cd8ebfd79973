import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Warnings, WatchedDyad } from '#api/contract/baselines'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'

const most = 40

/** One alarm; opened, it shows the events behind it as the dataset has them. */
export function AlarmItem({
  events,
  dyad,
  alarm,
}: {
  events: NonNullable<Warnings['events']>
  dyad: WatchedDyad
  alarm: WatchedDyad['alarms'][number]
}) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { month, since, side, count, usual, statistic, threshold } = alarm
  const query = {
    dataset: events.dataset,
    version: events.version,
    watched: events.watched,
    source: dyad.source,
    target: dyad.target,
    from: since,
    to: month,
    most,
  }
  const behind = useQuery({
    queryKey: ['watched-events', query],
    queryFn: () => call('watchedEvents', { query }),
    enabled: open,
  })
  return (
    <li style={{ display: 'block', padding: '0.15rem 0' }}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {month}: {t(`warnings.${side}`)}, {t('warnings.against', { count, usual: usual.toFixed(1), since })}{' '}
          <span className="quiet number">
            {statistic.toFixed(2)} ≥ {threshold.toFixed(2)}
          </span>
        </summary>
        {open && (
          <Loaded query={behind}>
            {({ of, rows }) => (
              <>
                <Text size="sm" className="quiet">
                  {t('warnings.behind', { of, shown: rows.length })}
                </Text>
                <Table verticalSpacing={2} horizontalSpacing={6} maw={760}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('warnings.day')}</Table.Th>
                      <Table.Th>{t('warnings.code')}</Table.Th>
                      <Table.Th>{t('baselines.source')}</Table.Th>
                      <Table.Th>{t('baselines.target')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((row, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: rows of a dataset have no name of their own
                      <Table.Tr key={at}>
                        <Table.Td className="number">{String(row['date'])}</Table.Td>
                        <Table.Td>{String(row['code'])}</Table.Td>
                        <Table.Td>{String(row['source_actor'] ?? row['source'])}</Table.Td>
                        <Table.Td>{String(row['target_actor'] ?? row['target'])}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </>
            )}
          </Loaded>
        )}
      </details>
    </li>
  )
}
