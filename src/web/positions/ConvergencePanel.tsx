import { Button, Group, NumberInput, Paper, Table, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Convergence } from '#api/contract/positions'
import { call } from '../client.ts'
import { Chart } from '../components/Chart.tsx'
import { ProblemNote } from '../components/Loaded.tsx'
import { StatePicker, StatesPicker, useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { convergenceLines } from './charts.ts'

const founders = ['BRN', 'IDN', 'MYS', 'PHL', 'SGP', 'THA']
const comparable = [
  'MNG',
  'NPL',
  'LKA',
  'BGD',
  'IND',
  'PAK',
  'CUB',
  'DZA',
  'MDG',
  'MOZ',
  'TZA',
  'ZMB',
  'NIC',
  'GUY',
  'JAM',
]

/** Did a state come closer to a group after joining, against comparable states that did not? */
export function ConvergencePanel() {
  const { t } = useWords()
  const [state, setState] = useState<string | null>('VNM')
  const [group, setGroup] = useState(founders)
  const [donors, setDonors] = useState(comparable)
  const [joined, setJoined] = useState<string | number>(1995)
  const found = useMutation({
    mutationFn: () =>
      call('convergence', {
        body: { state: state ?? '', group, donors, joined: Number(joined), measure: 'kappa' },
      }),
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={t('positions.convergence')}>
      <Title order={2} fz="lg">
        {t('positions.convergence')}
      </Title>
      <Text size="sm" className="quiet" maw={820} mb="sm">
        {t('positions.convergenceAbout')}
      </Text>
      <Group align="end">
        <StatePicker label={t('data.state')} value={state} onChange={setState} />
        <NumberInput label={t('positions.joined')} value={joined} onChange={setJoined} w={110} hideControls />
        <StatesPicker label={t('positions.group')} value={group} onChange={setGroup} />
        <StatesPicker label={t('positions.donors')} value={donors} onChange={setDonors} />
        <Button
          onClick={() => found.mutate()}
          disabled={
            found.isPending || state === null || joined === '' || group.length === 0 || donors.length < 2
          }
        >
          {t('positions.compare')}
        </Button>
      </Group>
      {found.isError && <ProblemNote cause={found.error} />}
      {found.data !== undefined && <Compared found={found.data} />}
    </Paper>
  )
}

function Compared({ found }: { found: Convergence }) {
  const { t } = useWords()
  const nameOf = useStateName()
  const chart = useMemo(
    () =>
      convergenceLines(found, {
        treated: t('positions.treated', { state: nameOf(found.state) }),
        synthetic: t('positions.synthetic'),
        donors: t('positions.donorsMean'),
        title: t('positions.measures.kappa'),
      }),
    [found, nameOf, t],
  )
  const { syntheticControl: control, interruptedSeries: series } = found
  const range = (low: number, high: number) => `${low.toFixed(2)} … ${high.toFixed(2)}`
  const [low, high] = control.interval ?? []
  const facts = [
    [
      t('positions.effect'),
      control.effect.toFixed(2),
      low === undefined || high === undefined
        ? t('positions.noInterval')
        : `${range(low, high)} (${Math.round(100 * control.level)} %)`,
    ],
    [t('positions.p', { placebos: control.placebos }), control.p.toFixed(2), ''],
    [t('positions.preFit'), control.preFit.toFixed(3), ''],
    [
      t('positions.jump'),
      series.level.value.toFixed(2),
      `${range(series.level.low, series.level.high)} (95 %)`,
    ],
    [
      t('positions.bend'),
      series.slope.value.toFixed(3),
      `${series.slope.low.toFixed(3)} … ${series.slope.high.toFixed(3)} (95 %)`,
    ],
  ] as const
  const weights = found.weights
    .filter(({ weight }) => weight >= 0.005)
    .toSorted((a, b) => b.weight - a.weight)
  return (
    <>
      <Chart spec={chart} label={t('positions.convergence')} />
      <div className="scroll">
        <Table verticalSpacing={4} maw={760}>
          <Table.Tbody>
            {facts.map(([what, value, interval]) => (
              <Table.Tr key={what}>
                <Table.Td>{what}</Table.Td>
                <Table.Td className="number">{value}</Table.Td>
                <Table.Td className="number">{interval}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Td>{t('positions.mixture')}</Table.Td>
              <Table.Td colSpan={2}>
                {weights.map(({ state, weight }) => `${nameOf(state)} ${weight.toFixed(2)}`).join(', ')}
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </div>
      {found.notices.map((notice) => (
        <Text key={notice} size="sm" className="quiet">
          {notice}
        </Text>
      ))}
      <Text size="sm" className="quiet">
        {t('positions.from', { dataset: found.dataset, version: found.version })} {found.citation}
      </Text>
      <details>
        <summary>{t('exhibit.show')}</summary>
        <div className="scroll">
          <Table verticalSpacing={2} maw={620}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('data.column.year')}</Table.Th>
                <Table.Th>{nameOf(found.state)}</Table.Th>
                <Table.Th>{t('positions.interval')}</Table.Th>
                <Table.Th>{t('positions.synthetic')}</Table.Th>
                <Table.Th>{t('positions.donorsMean')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.years.map(({ year, treated, se, synthetic, donors }) => (
                <Table.Tr key={year}>
                  <Table.Td className="number">{year}</Table.Td>
                  <Table.Td className="number">{treated.toFixed(2)}</Table.Td>
                  <Table.Td className="number">{range(treated - 1.96 * se, treated + 1.96 * se)}</Table.Td>
                  <Table.Td className="number">{synthetic.toFixed(2)}</Table.Td>
                  <Table.Td className="number">{donors.toFixed(2)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
    </>
  )
}
