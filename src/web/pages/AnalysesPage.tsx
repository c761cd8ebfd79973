import { Table, Text, Title } from '@mantine/core'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { useAnalyses } from '../queries.ts'

/** What was run, newest first. */
export function AnalysesPage() {
  const { t, language } = useWords()
  const analyses = useAnalyses()
  return (
    <>
      <Title order={1} fz={28} mb="md">
        {t('nav.analyses')}
      </Title>
      <Loaded query={analyses}>
        {(data) =>
          data.analyses.length === 0 ? (
            <Text>{t('analyses.none')}</Text>
          ) : (
            <div className="scroll">
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('analyses.id')}</Table.Th>
                    <Table.Th>{t('analyses.case')}</Table.Th>
                    <Table.Th>{t('analyses.at')}</Table.Th>
                    <Table.Th>{t('analyses.by')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.analyses.map((entry) => (
                    <Table.Tr key={entry.id}>
                      <Table.Td>
                        <PageLink to="/analyses/$id" params={{ id: entry.id }}>
                          {entry.id}
                        </PageLink>
                      </Table.Td>
                      <Table.Td>
                        {entry.case !== null && (
                          <PageLink to="/cases/$id" params={{ id: entry.case }}>
                            {entry.case}
                          </PageLink>
                        )}
                      </Table.Td>
                      <Table.Td className="number">{new Date(entry.at).toLocaleString(language)}</Table.Td>
                      <Table.Td>{entry.by}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Loaded>
    </>
  )
}
