import { Button, Select, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { NetworkAnswer } from '#api/contract/network'
import { activityKinds } from '#domain/activity-kinds.data'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { tiesOfNode, useNodeName } from './words.ts'

const atOnce = 12

/** The ties of one node with what they rest on; and every node with those it is tied to. */
export function TieTable({
  network,
  chosen,
  choose,
}: {
  network: NetworkAnswer
  chosen: string | null
  choose: (id: string) => void
}) {
  const { t, language } = useWords()
  const name = useNodeName(network)
  const tied = network.nodes.filter(({ community }) => community > 0)
  const node = tied.some(({ id }) => id === chosen) ? chosen : (tied[0]?.id ?? null)
  return (
    <>
      <Select
        label={t('network.tiesOf')}
        data={tied
          .map(({ id }) => ({ value: id, label: name(id) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, language))}
        value={node}
        searchable
        allowDeselect={false}
        onChange={(id) => id !== null && choose(id)}
        maw={320}
        mb="sm"
      />
      {node !== null && <TiesOf network={network} id={node} key={node} />}
      <details>
        <summary>{t('network.adjacency')}</summary>
        <dl className="facts">
          {tied.map(({ id }) => (
            <div key={id}>
              <dt>{name(id)}</dt>
              <dd>
                {tiesOfNode(network, id)
                  .map(
                    ({ other, weight }) =>
                      `${name(other)} ${weight.toLocaleString(language, { maximumFractionDigits: 2 })}`,
                  )
                  .join(', ')}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

/** Partners of a node, how much, when, and the records. */
export function TiesOf({ network, id }: { network: NetworkAnswer; id: string }) {
  const { t, language } = useWords()
  const name = useNodeName(network)
  const [all, setAll] = useState(false)
  const ties = tiesOfNode(network, id)
  if (ties.length === 0) return <Text>{t('network.noTies', { name: name(id) })}</Text>
  const number = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 2 })
  return (
    <>
      <Table className="stacked" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('network.with')}</Table.Th>
            <Table.Th>{t('network.weightHead')}</Table.Th>
            <Table.Th>{t('network.activities')}</Table.Th>
            <Table.Th>{t('network.years')}</Table.Th>
            <Table.Th>{t('network.kinds')}</Table.Th>
            <Table.Th>{t('network.restsOn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(all ? ties : ties.slice(0, atOnce)).map((tie) => (
            <Table.Tr key={`${tie.a} ${tie.b}`}>
              <Table.Td data-label={t('network.with')}>
                {name(tie.other)}
                {tie.role === null ? '' : ` (${t(`network.${tie.role}`)})`}
              </Table.Td>
              <Table.Td data-label={t('network.weightHead')} className="number">
                {number(tie.weight)}
              </Table.Td>
              <Table.Td data-label={t('network.activities')} className="number">
                {tie.activities}
              </Table.Td>
              <Table.Td data-label={t('network.years')} className="number">
                {yearsIn(tie.firstYear, tie.lastYear)}
              </Table.Td>
              <Table.Td data-label={t('network.kinds')}>
                {tie.kinds.map(({ kind, n }) => `${activityKinds[kind].title[language]} ${n}`).join(', ')}
              </Table.Td>
              <Table.Td data-label={t('network.restsOn')}>
                <Records network={network} ids={tie.records} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {ties.length > atOnce && !all && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('network.showAll', { count: ties.length })}
        </Button>
      )}
    </>
  )
}

function Records({ network, ids }: { network: NetworkAnswer; ids: readonly string[] }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const shown = open ? ids : ids.slice(0, 2)
  return (
    <span style={{ overflowWrap: 'anywhere', fontSize: '0.85rem' }}>
      {shown.map((id, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          {network.source === 'ledger' ? (
            <RecordLink kind="activity" id={id}>
              {id}
            </RecordLink>
          ) : (
            id
          )}
        </span>
      ))}{' '}
      {ids.length > 2 && (
        <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('network.fewer') : t('network.more', { count: ids.length - 2 })}
        </Button>
      )}
    </span>
  )
}

function yearsIn(first: number | null, last: number | null): string {
  if (first === null || last === null) return '–'
  return first === last ? String(first) : `${first}–${last}`
}
