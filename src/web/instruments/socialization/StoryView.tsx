import { Badge, Chip, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredRecord } from '#api/contract/records'
import { compareDates, orderOf } from '#domain/date'
import type { Event } from '#domain/event'
import type { Exhibit } from '#domain/exhibit'
import type { socializationResult } from '#instruments/socialization/instrument'
import { call } from '../../client.ts'
import { EvidenceLinks } from '../../components/EvidenceLinks.tsx'
import { ExhibitView } from '../../components/ExhibitView.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../language.ts'

type Result = ReturnType<typeof socializationResult>

/** The story: positions as steps over time, then events phase by phase. */
export function StoryView({ result, positions }: { result: Result; positions: Exhibit | undefined }) {
  const { t } = useWords()
  const events = useQuery({
    queryKey: ['events', result.case.id],
    queryFn: () =>
      call('listRecords', { params: { kind: 'event' }, query: { case: result.case.id, limit: 1000 } }),
  })
  return (
    <>
      {positions !== undefined && <ExhibitView exhibit={positions} />}
      <Title order={3} fz="lg" mt="md">
        {t('case.events')}
      </Title>
      <Loaded query={events}>{({ records }) => <Phases result={result} records={records} />}</Loaded>
    </>
  )
}

function Phases({ result, records }: { result: Result; records: readonly StoredRecord[] }) {
  const { t } = useWords()
  const [only, setOnly] = useState<string[]>([])
  const events = records
    .map((record) => record.body as unknown as Event)
    .toSorted((a, b) => compareDates(a.date, b.date)) // the API gives events
  const kinds = [...new Set(events.map((event) => event.kind))].toSorted()
  const shown = only.length === 0 ? events : events.filter((event) => only.includes(event.kind))
  const phases = [...result.case.phases.map((phase) => phase.id), undefined]
  return (
    <>
      <Chip.Group multiple value={only} onChange={setOnly}>
        <Group gap={6} my="sm">
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {t(`eventKind.${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {phases.map((id) => {
        const phase = result.case.phases.find((one) => one.id === id)
        const inside = shown.filter((event) => event.phase === id)
        if (inside.length === 0) return null
        return (
          <section key={id ?? 'none'} aria-label={phase?.label ?? t('case.noPhase')}>
            <Group gap="xs" mt="lg" align="baseline">
              <Title order={4}>{phase?.label ?? t('case.noPhase')}</Title>
              {phase !== undefined && (
                <Text size="sm" className="quiet number">
                  {phase.from} – {phase.to}
                </Text>
              )}
            </Group>
            {phase?.description !== undefined && <Text className="quiet">{phase.description}</Text>}
            {inside.map((event, at) => (
              <EventRow key={event.id} event={event} before={inside[at - 1]} />
            ))}
          </section>
        )
      })}
    </>
  )
}

function EventRow({ event, before }: { event: Event; before: Event | undefined }) {
  const { t } = useWords()
  const unsure = before !== undefined && orderOf(before.date, event.date) === 'overlaps'
  const evidence = event.restsOn.map(({ source, locator }) => ({
    id: event.id,
    kind: 'event',
    source,
    locator: locator ?? null,
  }))
  return (
    <article className="event">
      <div>
        <span className="number">{event.date.replace('/', ' / ')}</span>
        {unsure && (
          <Text size="xs" className="quiet">
            {t('case.orderUnknown')}
          </Text>
        )}
        {event.dateBasis !== undefined && event.dateBasis !== 'stated' && (
          <Text size="xs" className="quiet">
            {t(`dateBasis.${event.dateBasis}`)}
          </Text>
        )}
      </div>
      <div>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{event.title}</Text>
          <Group gap={6} wrap="nowrap">
            <Badge size="sm" variant="light" tt="none" visibleFrom="sm">
              {t(`eventKind.${event.kind}`)}
            </Badge>
            <EvidenceLinks evidence={evidence} />
          </Group>
        </Group>
        <Text size="sm">{event.description}</Text>
      </div>
    </article>
  )
}
