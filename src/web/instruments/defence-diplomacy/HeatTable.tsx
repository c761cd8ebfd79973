import { Button, Paper, Table, Text, Title } from '@mantine/core'
import { type CSSProperties, useState } from 'react'
import type { Cell } from '#domain/exhibit'
import type { FindingEvidence } from '#domain/finding'
import { becauseIn, isMissing } from '#domain/missing'
import { evidenceAt, type Result } from '#instruments/defence-diplomacy/instrument'
import { cellText } from '#report/compose'
import { EvidenceLinks } from '../../components/EvidenceLinks.tsx'
import { useWords } from '../../language.ts'

type Lines = ReturnType<typeof import('#instruments/defence-diplomacy/instrument').heatByKind>['lines']

const rowsAtOnce = 15

/** A heat map that is a table: the darker, the more; each number opens the records it rests on; what is not known is no zero. */
export function HeatTable(props: {
  readonly title: string
  readonly columns: readonly string[]
  readonly lines: Lines
  readonly result: Result
}) {
  const { title, columns, lines, result } = props
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const counts = lines.flatMap(({ cells }) => cells.map(Number).filter(Number.isFinite))
  const most = Math.max(1, ...counts)
  // what is multilateral stands last and is always shown
  const shown = all ? lines : lines.filter(({ partner }, at) => at < rowsAtOnce || partner === null)
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={title}>
      <Title order={3} fz="lg">
        {title}
      </Title>
      <Text size="sm" className="quiet">
        {t('defence.heatNote')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={title}>
        <Table className="heat" verticalSpacing={4} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('defence.partner')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ partner, name, cells, places }) => (
              <Table.Tr key={partner ?? ''}>
                <Table.Th scope="row">{name}</Table.Th>
                {cells.map((cell, at) => (
                  <HeatCell
                    key={columns[at]}
                    cell={cell}
                    most={most}
                    evidence={evidenceAt(result, places[at] ?? [])}
                  />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {shown.length < lines.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t('exhibit.more', { count: lines.length - shown.length })}
        </Button>
      )}
    </Paper>
  )
}

function HeatCell(props: { cell: Cell; most: number; evidence: readonly FindingEvidence[] }) {
  const { cell, most, evidence } = props
  const { t, language } = useWords()
  if (isMissing(cell))
    return (
      <Table.Td className="quiet" title={becauseIn(cell, language)} aria-label={t('defence.notKnown')}>
        ·
      </Table.Td>
    )
  return (
    <Table.Td style={shade(Number(cell), most)}>
      {evidence.length === 0 ? (
        cellText(cell, language)
      ) : (
        <EvidenceLinks evidence={evidence} label={cellText(cell, language)} />
      )}
    </Table.Td>
  )
}

/** The root of the count, so that small numbers are told apart. */
function shade(count: number, most: number): CSSProperties {
  if (!(count > 0)) return {}
  return { backgroundColor: `rgb(31 78 121 / ${0.12 + 0.78 * Math.sqrt(count / most)})` }
}
