import { Alert, Group, Select, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { RecordInContext } from '#api/contract/records'
import { Framework } from '#domain/framework'
import { frameworkChanges } from '#domain/framework-changes'
import { useWords } from '../language.ts'
import { ChangeList } from './ChangeList.tsx'

/** Every version of a framework with who saved it, when and why, and what changed between any two. */
export function VersionsView({ record }: { record: RecordInContext }) {
  const { t, language } = useWords()
  const { history } = record
  const [older, setOlder] = useState<string | null>(null)
  const [newer, setNewer] = useState<string | null>(null)
  const from = history.find(({ version }) => String(version) === older) ?? history[1]
  const to = history.find(({ version }) => String(version) === newer) ?? history[0]
  const data = history.map(({ version, why }) => ({ value: String(version), label: `${version}: ${why}` }))
  const [before, after] = [Framework.safeParse(from?.body), Framework.safeParse(to?.body)]
  return (
    <Stack gap="md">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('frameworks.versions')}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('record.version')}</Table.Th>
              <Table.Th>{t('frameworks.edition')}</Table.Th>
              <Table.Th>{t('record.at')}</Table.Th>
              <Table.Th>{t('record.by')}</Table.Th>
              <Table.Th>{t('record.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {history.map(({ version, current, at, by, why, body }) => (
              <Table.Tr key={version}>
                <Table.Td className="number">
                  {version}
                  {current ? ` (${t('record.current')})` : ''}
                </Table.Td>
                <Table.Td>{String(body?.['edition'] ?? '–')}</Table.Td>
                <Table.Td className="number">{new Date(at).toLocaleString(language)}</Table.Td>
                <Table.Td>{by}</Table.Td>
                <Table.Td>{why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <section aria-label={t('frameworks.between')}>
        <Title order={2} fz="lg">
          {t('frameworks.between')}
        </Title>
        {from === undefined || to === undefined ? (
          <Text size="sm">{t('frameworks.oneVersion')}</Text>
        ) : (
          <>
            <Group my="xs">
              <Select
                label={t('frameworks.older')}
                allowDeselect={false}
                data={data}
                value={String(from.version)}
                onChange={setOlder}
              />
              <Select
                label={t('frameworks.newer')}
                allowDeselect={false}
                data={data}
                value={String(to.version)}
                onChange={setNewer}
              />
            </Group>
            {before.success && after.success ? (
              <ChangeList
                changes={frameworkChanges(before.data, after.data)}
                before={before.data}
                after={after.data}
              />
            ) : (
              <Alert>{t('frameworks.unreadableVersion')}</Alert>
            )}
          </>
        )}
      </section>
      <Text size="sm" className="quiet">
        {t('frameworks.pinned')}
      </Text>
    </Stack>
  )
}
