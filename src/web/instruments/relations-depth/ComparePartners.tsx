import { MultiSelect, Paper, Table, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Analysis } from '#domain/analysis'
import type { Cell } from '#domain/exhibit'
import { becauseIn, isMissing } from '#domain/missing'
import { relationsDepthResult } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { useWords } from '../../language.ts'

const most = 5

/** Up to five partners side by side, criterion by criterion. */
export function ComparePartners({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const { standings } = useMemo(() => relationsDepthResult(analysis.result), [analysis])
  const [chosen, choose] = useState(() => standings.slice(0, 3).map(({ relation }) => relation))
  const name = (one: { readonly title: string; readonly titleVi: string }) =>
    language === 'vi' ? one.titleVi : one.title
  const columns = chosen.flatMap((id) => standings.filter(({ relation }) => relation === id))
  const [first] = columns
  const share = (value: Cell) => (isMissing(value) ? '–' : cellText(value, language))
  return (
    <Paper withBorder p="md" my="md" component="section" aria-label={t('relations.compare')}>
      <Title order={3} fz="lg">
        {t('relations.compare')}
      </Title>
      <MultiSelect
        my="sm"
        label={t('relations.chooseFive')}
        data={standings.map((one) => ({ value: one.relation, label: name(one) }))}
        value={chosen}
        onChange={choose}
        maxValues={most}
        searchable
      />
      {first !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
        <section className="scroll" tabIndex={0} aria-label={t('relations.compare')}>
          <Table verticalSpacing={6} striped="even">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('relations.criterion')}</Table.Th>
                {columns.map((one) => (
                  <Table.Th key={one.relation}>{name(one)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Table.Tr fw={600}>
                <Table.Td>{t('relations.depth')}</Table.Td>
                {columns.map(({ relation, depth }) => (
                  <Table.Td key={relation} className="number">
                    {share(isMissing(depth) ? depth : { value: depth.value, interval: depth.interval })}
                  </Table.Td>
                ))}
              </Table.Tr>
              {first.leaves.map(({ code, title, titleVi }) => (
                <Table.Tr key={code}>
                  <Table.Td>{name({ title, titleVi })}</Table.Td>
                  {columns.map(({ relation, leaves }) => {
                    const leaf = leaves.find((one) => one.code === code)
                    return (
                      <Table.Td
                        key={relation}
                        className="number"
                        title={
                          leaf !== undefined && isMissing(leaf.share)
                            ? becauseIn(leaf.share, language)
                            : undefined
                        }
                      >
                        {share(leaf?.share ?? '')}
                      </Table.Td>
                    )
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </Paper>
  )
}
