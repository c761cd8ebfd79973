import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordInContext } from '#api/contract/records'
import { call } from '../client.ts'
import { FieldsView } from '../components/FieldsView.tsx'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { RecordEditor } from '../components/RecordEditor.tsx'
import { useWords } from '../language.ts'

/** One record: its fields, what points at it, and every version of it with who wrote it, when and why. */
export function RecordPage() {
  const { kind, _splat: id = '' } = useParams({ from: '/records/$kind/$' })
  const { t } = useWords()
  const hash = useRouterState({ select: (state) => decodeURIComponent(state.location.hash) })
  const [editing, setEditing] = useState(false)
  const record = useQuery({
    queryKey: ['record', kind, id],
    queryFn: () => call('readRecord', { params: { kind, id } }),
  })
  return (
    <Loaded query={record}>
      {(found) => (
        <Stack maw={900}>
          <div>
            <Group gap="xs">
              <Badge variant="light" tt="none">
                {t(`kind.${kind}`)}
              </Badge>
              {found.handling !== 'public' && (
                <Badge color="sand" variant="light" tt="none">
                  {t(`handling.${found.handling}`)}
                </Badge>
              )}
              <Text size="sm" className="quiet">
                {found.id}
              </Text>
            </Group>
            <Title order={1} fz={24} mt={4}>
              {found.label}
            </Title>
            {hash !== '' && (
              <Text mt="xs">
                <mark>{t('record.lookAt', { place: hash })}</mark>
              </Text>
            )}
          </div>
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => setEditing(!editing)}>
              {t(editing ? 'record.stopEditing' : 'record.edit')}
            </Button>
            {kind === 'framework' && (
              <PageLink to="/frameworks/$" params={{ _splat: id }}>
                {t('frameworks.openEditor')}
              </PageLink>
            )}
            {kind === 'plan' && (
              <PageLink to="/plans/$" params={{ _splat: id }}>
                {t('plans.open')}
              </PageLink>
            )}
            {kind === 'document' && (
              <PageLink to="/documents/$" params={{ _splat: id }}>
                {t('document.read')}
              </PageLink>
            )}
          </Group>
          {editing ? (
            <RecordEditor record={found} done={() => setEditing(false)} />
          ) : (
            <FieldsView kind={kind} body={found.body} />
          )}
          <PointedAtBy record={found} />
          <History record={found} />
        </Stack>
      )}
    </Loaded>
  )
}

function PointedAtBy({ record }: { record: RecordInContext }) {
  const { t } = useWords()
  if (record.pointedAtBy.length === 0) return null
  return (
    <section aria-label={t('record.pointedAtBy')}>
      <Title order={2} fz="lg">
        {t('record.pointedAtBy')} <span className="quiet number">{record.pointedAtBy.length}</span>
      </Title>
      <ul>
        {record.pointedAtBy.map((one) => (
          <li key={`${one.kind} ${one.id} ${one.field}`}>
            <RecordLink kind={one.kind} id={one.id}>
              {one.label}
            </RecordLink>{' '}
            <Text span size="xs" className="quiet">
              {t(`kind.${one.kind}`)} {one.id}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ record }: { record: RecordInContext }) {
  const { t, language } = useWords()
  const queries = useQueryClient()
  const { kind, id } = record
  const undo = useMutation({
    mutationFn: () => call('undoRecord', { params: { kind, id }, body: { why: '' } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <section aria-label={t('record.history')}>
      <Group justify="space-between">
        <Title order={2} fz="lg">
          {t('record.history')}
        </Title>
        {record.history.length > 1 && (
          <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('record.undo')}
          </Button>
        )}
      </Group>
      {undo.isError && <ProblemNote cause={undo.error} />}
      <div className="scroll">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('record.version')}</Table.Th>
              <Table.Th>{t('record.at')}</Table.Th>
              <Table.Th>{t('record.by')}</Table.Th>
              <Table.Th>{t('record.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {record.history.map((version) => (
              <Table.Tr key={version.version}>
                <Table.Td className="number">
                  {version.version}
                  {version.current ? ` (${t('record.current')})` : ''}
                </Table.Td>
                <Table.Td className="number">{new Date(version.at).toLocaleString(language)}</Table.Td>
                <Table.Td>{version.by}</Table.Td>
                <Table.Td>
                  {version.why}
                  {!version.current && version.body !== null && (
                    <details>
                      <summary>{t('record.asItWas')}</summary>
                      <FieldsView kind={kind} body={version.body} />
                    </details>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}
