import { Button, Collapse, Group, Paper, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Cell, Exhibit } from '#domain/exhibit'
import { cellText, headed } from '#report/compose'
import { useWords } from '../language.ts'
import { Chart } from './Chart.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { ExhibitDownload } from './ExhibitDownload.tsx'

const rowsAtOnce = 15

/** A table of an instrument, with its chart where it has one: the data are one click away. */
export function ExhibitView({
  exhibit,
  order = 3,
  download = false,
  atOnce = rowsAtOnce,
}: {
  exhibit: Exhibit
  order?: 2 | 3
  /** true where no report holds the table: it can be taken along from here */
  download?: boolean
  /** rows shown before anybody asks for more: fewer where cells are long and the page has more to show */
  atOnce?: number
}) {
  const { t } = useWords()
  const charted = exhibit.chart !== undefined
  const [open, setOpen] = useState(!charted)
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={exhibit.title}>
      <Group justify="space-between" align="baseline">
        <Title order={order} fz="lg">
          {exhibit.title}
        </Title>
        <Group gap={4}>
          {download && <ExhibitDownload exhibit={exhibit} />}
          {charted && (
            <Button size="compact-xs" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
              {open ? t('exhibit.hide') : t('exhibit.show')}
            </Button>
          )}
        </Group>
      </Group>
      {exhibit.note !== undefined && (
        <Text size="sm" className="quiet" maw={820}>
          {exhibit.note}
        </Text>
      )}
      {exhibit.chart !== undefined && <Chart spec={exhibit.chart} label={exhibit.title} />}
      <Collapse expanded={open}>
        <ExhibitTable exhibit={exhibit} atOnce={atOnce} />
      </Collapse>
    </Paper>
  )
}

function ExhibitTable({ exhibit, atOnce }: { exhibit: Exhibit; atOnce: number }) {
  const { t, language } = useWords()
  const [shown, setShown] = useState(atOnce)
  const sourced = exhibit.rows.some((row) => row.evidence.length > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={exhibit.title}>
      <Table verticalSpacing={6} striped="even">
        <Table.Thead>
          <Table.Tr>
            {exhibit.columns.map((column) => (
              <Table.Th key={`${column.title} ${column.unit}`}>{headed(column, language)}</Table.Th>
            ))}
            {sourced && <Table.Th>{t('evidence.rests')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exhibit.rows.slice(0, shown).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other name and never move
            <Table.Tr key={at}>
              {row.cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Table.Td key={column} className={isText(cell) ? undefined : 'number'}>
                  {cellText(cell, language)}
                </Table.Td>
              ))}
              {sourced && (
                <Table.Td>
                  <EvidenceLinks evidence={row.evidence} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown < exhibit.rows.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setShown(shown + 200)}>
          {t('exhibit.more', { count: exhibit.rows.length - shown })}
        </Button>
      )}
    </section>
  )
}

function isText(cell: Cell): boolean {
  return typeof cell === 'string' || (typeof cell === 'object' && 'missing' in cell)
}
