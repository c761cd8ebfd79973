import { Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { isKind, kinds } from '#domain/record'
import { referencesOf } from '#domain/reference'
import { useWords } from '../language.ts'
import { RecordLink } from './links.tsx'

/** The fields of a record, with every pointer a link. */
export function FieldsView({ kind, body }: { kind: string; body: Readonly<Record<string, unknown>> }) {
  const { t } = useWords()
  const links = new Map(
    isKind(kind) ? referencesOf(kinds[kind].schema, body).map((ref) => [ref.path.join('.'), ref.kind]) : [],
  )
  return (
    <div className="scroll">
      <Table layout="auto" aria-label={t('record.fields')}>
        <Table.Tbody>
          {Object.entries(body)
            .filter(([key]) => key !== 'id')
            .map(([key, value]) => (
              <Table.Tr key={key}>
                <Table.Th w={150} style={{ verticalAlign: 'top' }}>
                  {t(`field.${key}`, { defaultValue: key })}
                </Table.Th>
                <Table.Td>{show(value, key, links)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function show(value: unknown, path: string, links: ReadonlyMap<string, string>): ReactNode {
  const kind = links.get(path)
  if (kind !== undefined)
    return (
      <RecordLink kind={kind} id={String(value)}>
        {String(value)}
      </RecordLink>
    )
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object')
    const items = value.map((item: unknown, at) => ({ at, shown: show(item, `${path}.${at}`, links) }))
    return plain ? (
      items.map(({ at, shown }) => (
        <span key={at}>
          {at === 0 ? '' : ', '}
          {shown}
        </span>
      ))
    ) : (
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {items.map(({ at, shown }) => (
          <li key={at}>{shown}</li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, item]) => (
      <div key={key}>
        <Text span size="sm" className="quiet">
          {key}:{' '}
        </Text>
        {show(item, `${path}.${key}`, links)}
      </div>
    ))
  return String(value)
}
