import { Badge, Button, FileButton, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState } from 'react'
import type { DocumentReport } from '#api/contract/documents'
import { kindNames } from '#domain/record'
import { call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

const byDefault = 'source,passage,evidence'

/** Sources with search: over sources, passages and evidence unless another kind is chosen. */
export function SearchPage() {
  const { t } = useWords()
  const { q = '', kind = '' } = useSearch({ from: '/search' })
  const navigate = useNavigate()
  const [words, setWords] = useState(q)
  useEffect(() => setWords(q), [q])
  const asked = useDeferredValue(words.trim())
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={1} fz={28}>
          {t('nav.sources')}
        </Title>
        <Upload />
      </Group>
      <Group align="flex-end">
        <TextInput
          label={t('search.words')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onBlur={() =>
            void navigate({
              to: '/search',
              search: { q: words, ...(kind === '' ? {} : { kind }) },
              replace: true,
            })
          }
          style={{ flex: 1, minWidth: 200 }}
        />
        <Select
          label={t('search.kind')}
          clearable
          placeholder={t('search.default')}
          value={kind === '' ? null : kind}
          onChange={(value) =>
            void navigate({ to: '/search', search: { q: words, ...(value === null ? {} : { kind: value }) } })
          }
          data={kindNames.map((name) => ({ value: name, label: t(`kind.${name}`) }))}
        />
      </Group>
      {asked === '' ? <All kind={kind === '' ? 'source' : kind} /> : <Found words={asked} kind={kind} />}
    </Stack>
  )
}

function Found({ words, kind }: { words: string; kind: string }) {
  const { t } = useWords()
  const found = useQuery({
    queryKey: ['search', words, kind],
    queryFn: () => call('search', { query: { q: words, kinds: kind === '' ? byDefault : kind, limit: 60 } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={found}>
      {(data) => (
        <>
          <Text size="sm" className="quiet" role="status">
            {t('search.found', { count: data.found.length })}
          </Text>
          {data.found.map((one) => (
            <Row key={`${one.kind} ${one.id}`} {...one} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function All({ kind }: { kind: string }) {
  const { t } = useWords()
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const after = pages.at(-1)
  const list = useQuery({
    queryKey: ['records', kind, after ?? ''],
    queryFn: () => call('listRecords', { params: { kind }, query: { limit: 100, after } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={list}>
      {({ records, more }) => (
        <>
          {records.map((record) => (
            <Row key={record.id} {...record} />
          ))}
          <Group>
            {pages.length > 1 && (
              <Button variant="default" onClick={() => setPages(pages.slice(0, -1))}>
                {t('search.previous')}
              </Button>
            )}
            {more && (
              <Button variant="default" onClick={() => setPages([...pages, records.at(-1)?.id])}>
                {t('search.next')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Loaded>
  )
}

function Row({ kind, id, label, handling }: { kind: string; id: string; label: string; handling: string }) {
  const { t } = useWords()
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" py={4} style={{ borderBottom: '1px solid var(--line)' }}>
      <Badge variant="light" tt="none" fw={500} style={{ flex: 'none' }} w={110}>
        {t(`kind.${kind}`)}
      </Badge>
      <div style={{ minWidth: 0 }}>
        <RecordLink kind={kind} id={id}>
          {label}
        </RecordLink>
        <Text size="xs" className="quiet">
          {id}
          {handling === 'public' ? '' : ` · ${t(`handling.${handling}`)}`}
        </Text>
      </div>
    </Group>
  )
}

function Upload() {
  const { t } = useWords()
  const queries = useQueryClient()
  const upload = useMutation({
    mutationFn: async (file: File): Promise<DocumentReport> =>
      call('importDocument', { body: { name: file.name, base64: await base64Of(file) } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <div>
      <FileButton
        accept=".pdf,.docx,.html,.htm,.txt,.md"
        onChange={(file) => file !== null && upload.mutate(file)}
      >
        {(props) => (
          <Button {...props} variant="default" loading={upload.isPending}>
            {t('document.import')}
          </Button>
        )}
      </FileButton>
      {upload.isError && <ProblemNote cause={upload.error} />}
      {upload.data !== undefined && (
        <Text size="sm" role="status">
          <PageLink to="/documents/$" params={{ _splat: upload.data.document }}>
            {upload.data.document}
          </PageLink>
          {': '}
          {t('document.report', {
            exact: upload.data.passages.exact.length,
            similar: upload.data.passages.similar.length,
            lost: upload.data.passages.lost.length,
          })}
        </Text>
      )}
    </div>
  )
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
