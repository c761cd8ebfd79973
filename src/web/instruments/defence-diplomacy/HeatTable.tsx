import { Paper, Table, Text, Title } from '@mantine/core'
import type { CSSProperties } from 'react'
import { becauseIn, isMissing } from '#domain/missing'
import { evidenceAt, type Result } from '#instruments/defence-diplomacy/instrument'
import { cellText } from '#report/compose'
import { EvidenceLinks } from '../../components/EvidenceLinks.tsx'
import { useWords } from '../../language.ts'

type Lines = ReturnType<typeof import('#instruments/defence-diplomacy/instrument').heatByKind>['lines']

/** A heat map that is a table: the darker, the more; each number opens the records it rests on; what is not known is no zero. */
export function HeatTable(props: {
  readonly title: string
  readonly columns: readonly string[]
  readonly lines: Lines
  readonly result: Result
}) {
  const { title, columns, lines, result } = props
  const { t, language } = useWords()
  const counts = lines.flatMap(({ cells }) => cells.map(Number).filter(Number.isFinite))
  const most = Math.max(1, ...counts)
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
                  <span>{column}</span>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ partner, name, cells, places }) => (
              <Table.Tr key={partner ?? ''}>
                <Table.Th scope="row">{name}</Table.Th>
                {cells.map((cell, at) => {
                  const told = places[at] ?? []
                  return (
                    <Table.Td key={columns[at]} style={shade(Number(cell), most)}>
                      {isMissing(cell) ? (
                        <Text span className="quiet" title={becauseIn(cell, language)}>
                          <span aria-hidden="true">·</span>
                          <span className="unseen">{t('defence.notKnown')}</span>
                        </Text>
                      ) : told.length === 0 ? (
                        cellText(cell, language)
                      ) : (
                        <EvidenceLinks evidence={evidenceAt(result, told)} label={cellText(cell, language)} />
                      )}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Paper>
  )
}

/** The root of the count, so that small numbers are told apart. */
function shade(count: number, most: number): CSSProperties {
  if (!(count > 0)) return {}
  return { backgroundColor: `rgb(31 78 121 / ${0.12 + 0.78 * Math.sqrt(count / most)})` }
}
