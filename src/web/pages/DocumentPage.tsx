import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { pageAt } from '#domain/document'
import type { Passage } from '#domain/passage'
import { call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { RecordLink } from '../components/links.tsx'
import { useWords } from '../language.ts'

/** The text of a document with its passages marked. Select words to mark a passage. */
export function DocumentPage() {
  const { _splat: id = '' } = useParams({ from: '/documents/$' })
  const { t } = useWords()
  const text = useQuery({ queryKey: ['text', id], queryFn: () => call('documentText', { params: { id } }) })
  const record = useQuery({
    queryKey: ['record', 'document', id],
    queryFn: () => call('readRecord', { params: { kind: 'document', id } }),
  })
  const passages = useQuery({
    queryKey: ['passages', id],
    queryFn: async () => {
      const { records } = await call('listRecords', { params: { kind: 'passage' }, query: { limit: 1000 } })
      return records.map((one) => one.body as unknown as Passage).filter((one) => one.document === id) // the API gives passages
    },
  })
  return (
    <Stack maw={900}>
      <Title order={1} fz={24}>
        {id}
      </Title>
      <Group>
        <RecordLink kind="document" id={id}>
          {t('document.record')}
        </RecordLink>
        {record.data !== undefined && (
          <RecordLink kind="source" id={String(record.data.body['source'])}>
            {t('document.source')}
          </RecordLink>
        )}
      </Group>
      <Loaded query={text}>
        {(data) => (
          <Reader id={id} text={data.text} pageStarts={data.pageStarts} passages={passages.data ?? []} />
        )}
      </Loaded>
    </Stack>
  )
}

interface ReaderProps {
  readonly id: string
  readonly text: string
  readonly pageStarts: readonly number[]
  readonly passages: readonly Passage[]
}

function Reader({ id, text, pageStarts, passages }: ReaderProps) {
  const { t } = useWords()
  const hash = useRouterState({ select: (state) => decodeURIComponent(state.location.hash) })
  const lines = useMemo(() => linesIn(text, hash), [text, hash])
  useEffect(() => {
    if (lines !== undefined) document.getElementById('place')?.scrollIntoView({ block: 'center' })
  }, [lines])
  const queries = useQueryClient()
  const place = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState<{ start: number; end: number }>()
  const mark = useMutation({
    mutationFn: (body: { start: number; end: number }) => call('markPassage', { params: { id }, body }),
    onSuccess: () => {
      setRange(undefined)
      return queries.invalidateQueries({ queryKey: ['passages', id] })
    },
  })
  useEffect(() => {
    const look = () => setRange(selectionIn(place.current))
    document.addEventListener('selectionchange', look) // also when the words are selected by keyboard
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const lost = passages.filter((one) => one.anchoring.how === 'lost')
  return (
    <>
      {lost.map((one) => (
        <Text key={one.id} c="red.8" size="sm">
          {t('document.lost')}: “{one.quote.exact}”
        </Text>
      ))}
      <Group pos="sticky" top={56} bg="white" py={6} style={{ zIndex: 2 }}>
        <Button
          size="compact-sm"
          disabled={range === undefined}
          onClick={() => range !== undefined && mark.mutate(range)}
        >
          {t('document.mark')}
        </Button>
        <Text size="sm" className="quiet">
          {range === undefined
            ? t('document.select')
            : `${range.start}–${range.end}${pageStarts.length === 0 ? '' : `, ${t('document.page')} ${pageAt(pageStarts, range.start)}`}`}
        </Text>
      </Group>
      {mark.isError && <ProblemNote cause={mark.error} />}
      <div ref={place} className="paper">
        {marked(text, passages, lines).map((part) => (
          <Part key={part.start} {...part} />
        ))}
      </div>
    </>
  )
}

interface TextPart {
  readonly start: number
  readonly text: string
  readonly passage?: Passage
  /** true for the lines that the address names */
  readonly place?: boolean
}

function Part({ text, passage, place }: TextPart) {
  if (place === true) return <mark id="place">{text}</mark>
  if (passage === undefined) return text
  return (
    <RecordLink kind="passage" id={passage.id}>
      <mark className={passage.anchoring.how === 'similar' ? 'similar' : undefined}>{text}</mark>
    </RecordLink>
  )
}

/** The offsets of the first lines that a locator such as `line 1945` or `lines 3191, 3708` names. */
function linesIn(text: string, locator: string): { start: number; end: number } | undefined {
  const [, first, last] = /^lines? (\d+)(?:-(\d+))?/.exec(locator) ?? []
  if (first === undefined) return undefined
  const start = offsetOfLine(text, Number(first))
  const end = offsetOfLine(text, Number(last ?? first) + (last === undefined ? 4 : 1))
  return start < end ? { start, end } : undefined
}

function offsetOfLine(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed++) {
    const next = text.indexOf('\n', at)
    if (next === -1) return text.length
    at = next + 1
  }
  return at
}

function marked(
  text: string,
  passages: readonly Passage[],
  lines: { start: number; end: number } | undefined,
): readonly TextPart[] {
  const standing = passages
    .filter((one) => one.anchoring.how !== 'lost')
    .map((passage) => ({ ...passage.position, passage }))
  const stretches = [...standing, ...(lines === undefined ? [] : [{ ...lines, place: true }])]
  const parts: TextPart[] = []
  let at = 0
  for (const { start, end, ...what } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue // it overlaps one that is marked already
    if (start > at) parts.push({ start: at, text: text.slice(at, start) })
    parts.push({ start, text: text.slice(start, end), ...what })
    at = end
  }
  return [...parts, { start: at, text: text.slice(at) }]
}

function selectionIn(place: HTMLElement | null): { start: number; end: number } | undefined {
  const selection = window.getSelection()
  if (place === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return undefined
  const chosen = selection.getRangeAt(0)
  if (!place.contains(chosen.commonAncestorContainer)) return undefined
  const before = document.createRange()
  before.setStart(place, 0)
  before.setEnd(chosen.startContainer, chosen.startOffset)
  const start = before.toString().length
  return { start, end: start + chosen.toString().length }
}
