import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import type { DatasetVersion } from '#api/contract/datasets'
import { StatePicker, useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'

type Report = DatasetVersion['tables'][number]['reports'][number]

interface Naming {
  readonly names: Readonly<Record<string, string>>
  readonly onNames: (names: Readonly<Record<string, string>>) => void
  readonly onAgain: () => void
}

/** What became of every row of the files imported; names that matched no state can be told here. */
export function ImportReport({ reports, ...naming }: { reports: readonly Report[] } & Partial<Naming>) {
  return (
    <Stack gap="md" mt="sm">
      {reports.map((report) => (
        <FileReport key={`${report.file} ${report.table} ${report.sha256}`} report={report} {...naming} />
      ))}
    </Stack>
  )
}

function FileReport({ report, ...naming }: { report: Report } & Partial<Naming>) {
  const { t, language } = useWords()
  const show = (count: number) => count.toLocaleString(language)
  return (
    <section aria-label={report.file}>
      <Text fw={600}>
        {report.file} → {report.table}
      </Text>
      <Group gap="xs" my={4}>
        <Badge variant="light" tt="none" color="gray">{`${t('data.read')} ${show(report.read)}`}</Badge>
        <Badge variant="light" tt="none" color="teal.9">{`${t('data.kept')} ${show(report.kept)}`}</Badge>
        <Badge
          variant="light"
          tt="none"
          color="red.9"
        >{`${t('data.refused')} ${show(report.refused)}`}</Badge>
        <Badge variant="light" tt="none" color="gray">{`${t('data.skipped')} ${show(report.skipped)}`}</Badge>
      </Group>
      {report.reasons.length > 0 && (
        <div className="scroll">
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('data.because')}</Table.Th>
                <Table.Th>{t('data.count')}</Table.Th>
                <Table.Th>{t('data.examples')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.reasons.map((reason) => (
                <Table.Tr key={reason.kind + reason.because}>
                  <Table.Td>
                    {t(`data.${reason.kind}`)}: {reason.because}
                  </Table.Td>
                  <Table.Td className="number">{show(reason.rows)}</Table.Td>
                  <Table.Td>
                    {reason.examples.map((example) => (
                      <Text key={example.row} size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                        {t('data.rowAt', { row: show(example.row) })}: {example.text}
                      </Text>
                    ))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {report.unknownStates.length > 0 && <UnknownStates report={report} {...naming} />}
    </section>
  )
}

const shownAtMost = 40

function UnknownStates({ report, names = {}, onNames, onAgain }: { report: Report } & Partial<Naming>) {
  const { t, language } = useWords()
  const nameOf = useStateName()
  return (
    <div className="scroll">
      <Text size="sm" fw={600} mt="xs">
        {t('data.unknownStates')}
      </Text>
      <Table verticalSpacing={4} maw={900}>
        <Table.Tbody>
          {report.unknownStates.slice(0, shownAtMost).map((one) => (
            <Table.Tr key={`${one.column} ${one.given} ${one.outOfYears}`}>
              <Table.Td>{one.given}</Table.Td>
              <Table.Td className="number">{one.rows.toLocaleString(language)}</Table.Td>
              <Table.Td>
                {one.kept ? t('data.keptWithout') : one.outOfYears ? t('data.notThen') : t('data.unknown')}
              </Table.Td>
              <Table.Td>
                {one.suggestions.length > 0 &&
                  `${t('data.perhaps')} ${one.suggestions.map(nameOf).join(', ')}`}
              </Table.Td>
              {onNames !== undefined && (
                <Table.Td>
                  <StatePicker
                    label={t('data.means', { given: one.given })}
                    value={names[one.given] ?? null}
                    onChange={(id) => {
                      const { [one.given]: _, ...rest } = names
                      onNames(id === null ? rest : { ...rest, [one.given]: id })
                    }}
                    clearable
                  />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {onAgain !== undefined && Object.keys(names).length > 0 && (
        <Button mt="xs" size="sm" onClick={onAgain}>
          {t('data.importAgain')}
        </Button>
      )}
    </div>
  )
}
