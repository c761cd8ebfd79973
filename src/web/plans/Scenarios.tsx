import { Paper, Table, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import type { Cell } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import type { Plan } from '#domain/plan'
import { planGains } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { Chart } from '../components/Chart.tsx'
import { PageLink } from '../components/links.tsx'
import type { Known } from '../every-record.ts'
import { useWords } from '../language.ts'
import type { Baseline } from './baseline.ts'
import { gainText } from './gain-text.ts'

interface ScenariosProps {
  readonly baseline: Baseline
  readonly plans: readonly Known<'plan'>[]
  /** the plan on the page, if there is one */
  readonly current?: Plan
}

interface Scenario {
  readonly key: string
  readonly title: string
  readonly plan: Plan | null
  readonly saved: boolean
  readonly depth: Cell
}

/** Saved plans beside the baseline: depth with interval, gain, effort, as one table and one chart. */
export function Scenarios({ baseline, plans, current }: ScenariosProps) {
  const { t, language } = useWords()
  const { framework, request, leaves } = baseline
  const rows = useMemo((): readonly Scenario[] => {
    const depthOf = (plan: Plan): Cell => {
      const { planned } = planGains(framework, request, leaves, plan)
      return isMissing(planned) ? planned : { value: planned.value, interval: planned.interval }
    }
    const blank: Plan = {
      id: 'none',
      title: '',
      relation: 'none',
      framework: framework.id,
      year: 2000,
      targets: [],
    }
    return [
      { key: '', title: t('plans.baseline'), plan: null, saved: false, depth: depthOf(blank) },
      ...plans.map(({ id, body }) => ({
        key: id,
        title: body.title,
        plan: body,
        saved: true,
        depth: depthOf(body),
      })),
      ...(current === undefined || current.targets.length === 0
        ? []
        : [
            {
              key: '(page)',
              title: t('plans.thisPlan'),
              plan: current,
              saved: false,
              depth: depthOf(current),
            },
          ]),
    ]
  }, [framework, request, leaves, plans, current, t])
  const now = depthIn(rows[0]?.depth)
  const spec = useMemo(() => chartOf(rows, t('plans.depth')), [rows, t])
  return (
    <Paper withBorder p="md" component="section" aria-label={t('plans.scenarios')}>
      <Title order={2} fz="lg">
        {t('plans.scenarios')}
      </Title>
      {plans.length === 0 && <Text size="sm">{t('plans.noScenario')}</Text>}
      {rows.length > 1 && <Chart spec={spec} label={t('plans.scenarios')} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('plans.scenario')}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('plans.scenario')}</Table.Th>
              <Table.Th>{t('plans.due')}</Table.Th>
              <Table.Th>{t('plans.targets')}</Table.Th>
              <Table.Th>{t('plans.effortSum')}</Table.Th>
              <Table.Th>{t('plans.depth')}</Table.Th>
              <Table.Th>{t('plans.gain')}</Table.Th>
              <Table.Th>{t('plans.perEffort')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, title, plan, saved, depth }) => {
              const effort = plan?.targets.reduce((sum, one) => sum + one.effort, 0) ?? 0
              const then = depthIn(depth)
              const gain = plan === null || now === null || then === null ? null : then - now
              return (
                <Table.Tr key={key}>
                  <Table.Td>
                    {saved ? (
                      <PageLink to="/plans/$" params={{ _splat: key }}>
                        {title}
                      </PageLink>
                    ) : (
                      title
                    )}
                    {plan?.illustrative === true && (
                      <Text span size="xs" className="quiet">
                        {' '}
                        ({t('plans.illustrative')})
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td className="number">{plan?.year ?? '–'}</Table.Td>
                  <Table.Td className="number">{plan?.targets.length ?? '–'}</Table.Td>
                  <Table.Td className="number">{plan === null ? '–' : cellText(effort, language)}</Table.Td>
                  <Table.Td className="number">{cellText(depth, language)}</Table.Td>
                  <Table.Td className="number">{gain === null ? '–' : gainText(gain, language)}</Table.Td>
                  <Table.Td className="number">
                    {gain === null || effort === 0 ? '–' : gainText(gain / effort, language)}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </section>
    </Paper>
  )
}

function depthIn(cell: Cell | undefined): number | null {
  return typeof cell === 'object' && !isMissing(cell) ? cell.value : null
}

/** Depth of each scenario with its interval; the baseline as a line to hold the others against. */
function chartOf(rows: readonly Scenario[], axis: string): Readonly<Record<string, unknown>> {
  const values = rows.flatMap(({ title, depth, plan }) =>
    typeof depth !== 'object' || isMissing(depth)
      ? []
      : [
          {
            scenario: title,
            depth: depth.value,
            low: depth.interval?.[0] ?? depth.value,
            high: depth.interval?.[1] ?? depth.value,
            planned: plan !== null,
          },
        ],
  )
  const y = { field: 'scenario', type: 'nominal', sort: null, title: null, axis: { labelLimit: 200 } }
  const scale = { domain: [0, 1] }
  const color = {
    field: 'planned',
    type: 'nominal',
    scale: { domain: [false, true], range: ['#b5541c', '#1f4e79'] },
    legend: null,
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container',
    height: { step: 28 },
    data: { values },
    layer: [
      {
        transform: [{ filter: '!datum.planned' }],
        mark: { type: 'rule', strokeDash: [4, 4], color: '#b5541c' },
        encoding: { x: { field: 'depth', type: 'quantitative', scale, title: axis } },
      },
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.5 },
        encoding: { y, x: { field: 'low', type: 'quantitative', scale }, x2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: { y, x: { field: 'depth', type: 'quantitative', scale }, color },
      },
    ],
  }
}
