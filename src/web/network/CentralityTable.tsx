import { Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { NetworkAnswer, NetworkMeasureValue } from '#api/contract/network'
import { useWords } from '../language.ts'
import { hollowWords, useNodeName } from './words.ts'

const plain = ['degree', 'strength', 'betweenness', 'closeness', 'eigenvector'] as const
const withDirection = [
  'outStrength',
  'inStrength',
  'outDegree',
  'inDegree',
  'betweenness',
  'closeness',
] as const
type Shown = (typeof plain)[number] | (typeof withDirection)[number]
const atOnce = 25

/** Every centrality of every node with its interval and place; a heading sorts. */
export function CentralityTable({ network }: { network: NetworkAnswer }) {
  const { t, language } = useWords()
  const name = useNodeName(network)
  const measures: readonly Shown[] = network.directed ? withDirection : plain
  const [by, setBy] = useState<Shown | null>(null)
  const sorted = by !== null && measures.includes(by) ? by : (measures[network.directed ? 0 : 1] ?? 'degree')
  const [all, setAll] = useState(false)
  const nodes = network.nodes
    .filter(({ community }) => community > 0)
    .toSorted((a, b) => (b.measures[sorted]?.value ?? 0) - (a.measures[sorted]?.value ?? 0))
  const shown = all ? nodes : nodes.slice(0, atOnce)
  return (
    <>
      <Text size="sm" className="quiet" maw={820}>
        {t('network.tableNote')}
        {network.draws > 0 ? ` ${t('network.intervalNote', { count: network.draws })}` : ''}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('network.tab.centralities')}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('network.node')}</Table.Th>
              <Table.Th>{t('network.groupHead')}</Table.Th>
              {measures.map((measure) => (
                <Table.Th key={measure} aria-sort={measure === sorted ? 'descending' : 'none'}>
                  <button type="button" className="sort" onClick={() => setBy(measure)}>
                    {t(`network.measure.${measure}`)}
                    {measure === sorted ? ' ↓' : ''}
                  </button>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((node) => (
              <Table.Tr key={node.id}>
                <Table.Th scope="row" fw={500}>
                  {name(node.id)}
                  {node.covered ? '' : ' ○'}
                </Table.Th>
                <Table.Td>{node.community}</Table.Td>
                {measures.map((measure) => (
                  <Table.Td key={measure} className="number">
                    <Value one={node.measures[measure]} language={language} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {nodes.length > atOnce && !all && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('network.showAll', { count: nodes.length })}
        </Button>
      )}
      {nodes.some(({ covered }) => !covered) && <Text size="sm">○ {t(hollowWords(network))}</Text>}
    </>
  )
}

function Value({ one, language }: { one: NetworkMeasureValue | undefined; language: 'en' | 'vi' }) {
  const { t } = useWords()
  if (one === undefined) return <span title={t('network.unsettled')}>–</span>
  const { value, interval, rank, rankInterval } = one
  const short = (of: number) =>
    of.toLocaleString(
      language,
      Math.abs(of) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
    )
  const ranks =
    rankInterval === null || rankInterval[0] === rankInterval[1]
      ? String(rank)
      : `${rank} [${rankInterval[0]}–${rankInterval[1]}]`
  return (
    <>
      {short(value)}
      {interval === null ? '' : ` [${short(interval[0])}–${short(interval[1])}]`}
      <br />
      <span className="quiet">{t('network.rank', { ranks })}</span>
    </>
  )
}
