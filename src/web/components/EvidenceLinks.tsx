import { Button, Popover, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FindingEvidence } from '#domain/finding'
import { call } from '../client.ts'
import { useWords } from '../language.ts'
import { PageLink, RecordLink } from './links.tsx'

/** What a number rests on: one click opens the list, the next the place in its source, or the record. */
export function EvidenceLinks({ evidence, label }: { evidence: readonly FindingEvidence[]; label?: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (evidence.length === 0) return null
  return (
    <Popover
      width={360}
      position="bottom-end"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      opened={open}
      onChange={setOpen}
    >
      <Popover.Target>
        <Button size="compact-xs" variant="default" aria-haspopup="dialog" onClick={() => setOpen(!open)}>
          {label ?? t('evidence.count', { count: evidence.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{open && <Places evidence={evidence} />}</Popover.Dropdown>
    </Popover>
  )
}

function Places({ evidence }: { evidence: readonly FindingEvidence[] }) {
  const documents = useQuery({
    queryKey: ['records', 'document'],
    queryFn: () => call('listRecords', { params: { kind: 'document' }, query: { limit: 1000 } }),
  })
  const sources = useQuery({
    queryKey: ['records', 'source'],
    queryFn: () => call('listRecords', { params: { kind: 'source' }, query: { limit: 1000 } }),
  })
  const known = new Set(sources.data?.records.map(({ id }) => id))
  const textOf = (source: string) => documents.data?.records.find((one) => one.body['source'] === source)?.id
  return (
    <Stack gap={6} mah={320} style={{ overflowY: 'auto' }}>
      {evidence.map((one) => (
        <Text key={`${one.kind} ${one.id} ${one.source} ${one.locator}`} size="sm">
          {known.has(one.source) && (
            <>
              <Place document={textOf(one.source)} source={one.source} locator={one.locator} />
              {' · '}
            </>
          )}
          <RecordLink kind={one.kind} id={one.id}>
            {one.id}
          </RecordLink>
        </Text>
      ))}
    </Stack>
  )
}

interface PlaceProps {
  readonly document: string | undefined
  readonly source: string
  readonly locator: string | null
}

function Place({ document, source, locator }: PlaceProps) {
  const label = locator === null ? source : `${source}, ${locator}`
  if (document === undefined)
    return (
      <RecordLink kind="source" id={source} place={locator ?? ''}>
        {label}
      </RecordLink>
    )
  return (
    <PageLink to="/documents/$" params={{ _splat: document }} hash={locator ?? ''}>
      {label}
    </PageLink>
  )
}
