import { useQuery } from '@tanstack/react-query'
import type { StoredRecord } from '#api/contract/records'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import { call } from './client.ts'

const pageSize = 1000

/** Every record of a kind that one may see, with its version, fetched page by page. */
export function useEvery<K extends Kind>(kind: K) {
  return useQuery({ queryKey: ['records', kind, 'every'], queryFn: () => everyRecord(kind) })
}

/** A record as it is stored, its body checked by its schema. */
export interface Known<K extends Kind> extends Omit<StoredRecord, 'body'> {
  readonly body: RecordTypes[K]
}

async function everyRecord<K extends Kind>(kind: K): Promise<readonly Known<K>[]> {
  const all: Known<K>[] = []
  for (let after: string | undefined; ; ) {
    const { records, more } = await call('listRecords', {
      params: { kind },
      query: { limit: pageSize, after },
    })
    for (const record of records) {
      const read = kinds[kind].schema.safeParse(record.body)
      if (read.success) all.push({ ...record, body: read.data })
    }
    after = records.at(-1)?.id
    if (!more) return all
  }
}
