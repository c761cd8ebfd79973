import { Button, Group, Paper, Table, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Points } from '#api/contract/positions'
import { call } from '../client.ts'
import { Chart } from '../components/Chart.tsx'
import { JobProgress } from '../components/JobProgress.tsx'
import { StatePicker, StatesPicker, useStateName } from '../components/StatePicker.tsx'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { trajectories } from './charts.ts'

/** Ideal points of chosen states over the sessions, with their intervals. */
export function PointsPanel() {
  const { t } = useWords()
  const nameOf = useStateName()
  const [chosen, setChosen] = useState(['VNM', 'CHN', 'USA', 'RUS', 'IND', 'IDN'])
  const [anchor, setAnchor] = useState<string | null>('USA')
  const work = useJob(() => call('idealPoints', { body: { model: 'dynamic', anchor: anchor ?? 'USA' } }))
  const points = work.job?.state === 'done' ? (work.job.result as Points) : undefined // what this job gives
  const shown = useMemo(
    () => points?.points.filter(({ state }) => chosen.includes(state)) ?? [],
    [points, chosen],
  )
  const chart = useMemo(() => trajectories(shown, nameOf, t('positions.point')), [shown, nameOf, t])
  return (
    <Paper withBorder p="md" component="section" aria-label={t('positions.points')}>
      <Title order={2} fz="lg">
        {t('positions.points')}
      </Title>
      <Text size="sm" className="quiet" maw={820} mb="sm">
        {t('positions.pointsAbout')}
      </Text>
      <Group align="end">
        <StatesPicker label={t('positions.states')} value={chosen} onChange={setChosen} />
        <StatePicker label={t('positions.anchor')} value={anchor} onChange={setAnchor} />
        <Button onClick={work.start} disabled={work.running || anchor === null}>
          {t('positions.estimate')}
        </Button>
      </Group>
      <JobProgress work={work} />
      {points !== undefined && (
        <>
          <Chart spec={chart} label={t('positions.points')} />
          <Text size="sm" className="quiet">
            {t('positions.fit', {
              iterations: points.iterations,
              converged: t(points.converged ? 'positions.converged' : 'positions.notConverged'),
              dataset: points.dataset,
              version: points.version,
            })}{' '}
            {points.citation}
          </Text>
          <details>
            <summary>{t('exhibit.show')}</summary>
            <PointsTable points={shown} />
          </details>
        </>
      )}
    </Paper>
  )
}

function PointsTable({ points }: { points: readonly Points['points'][number][] }) {
  const { t } = useWords()
  const nameOf = useStateName()
  return (
    <div className="scroll" style={{ maxHeight: 420 }}>
      <Table verticalSpacing={2} maw={620}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('data.state')}</Table.Th>
            <Table.Th>{t('data.column.year')}</Table.Th>
            <Table.Th>{t('positions.point')}</Table.Th>
            <Table.Th>{t('positions.interval')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ state, session, year, point, se }) => (
            <Table.Tr key={`${state} ${session}`}>
              <Table.Td>{nameOf(state)}</Table.Td>
              <Table.Td className="number">{year}</Table.Td>
              <Table.Td className="number">{point.toFixed(2)}</Table.Td>
              <Table.Td className="number">{`${(point - 1.96 * se).toFixed(2)} … ${(point + 1.96 * se).toFixed(2)}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
