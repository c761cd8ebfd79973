import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Warnings } from '#api/contract/baselines'
import type { Watch } from '#domain/watch'
import { call } from '../client.ts'
import { JobProgress } from '../components/JobProgress.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useEvery } from '../every-record.ts'
import { useJob } from '../jobs.ts'
import { useWords } from '../language.ts'
import { DyadView } from '../warnings/DyadView.tsx'
import { PositionsView } from '../warnings/PositionsView.tsx'

/** Watch lists, and what they find. */
export function WarningsPage() {
  const { t } = useWords()
  const watches = useEvery('watch')
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('warnings.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('warnings.about')}{' '}
          <PageLink to="/baselines" underline="always">
            {t('baselines.title')}
          </PageLink>
        </Text>
      </div>
      <Loaded query={watches}>
        {(known) =>
          known[0] === undefined ? (
            <Alert>{t('warnings.none')}</Alert>
          ) : (
            <Lists watches={known.map(({ body }) => body)} first={known[0].body} />
          )
        }
      </Loaded>
    </Stack>
  )
}

function Lists({ watches, first }: { watches: readonly Watch[]; first: Watch }) {
  const { t, language } = useWords()
  const [id, setId] = useState(first.id)
  const chosen = watches.find((watch) => watch.id === id) ?? first
  return (
    <div>
      <Group align="end">
        <Select
          label={t('warnings.list')}
          w={340}
          allowDeselect={false}
          value={chosen.id}
          onChange={(value) => setId(value ?? id)}
          data={watches.map((watch) => ({
            value: watch.id,
            label: (language === 'vi' ? watch.titleVi : undefined) ?? watch.title,
          }))}
        />
        <Text mb={8}>
          <RecordLink kind="watch" id={chosen.id}>
            {t('warnings.record')}
          </RecordLink>
        </Text>
      </Group>
      <Ran key={chosen.id} watch={chosen} />
    </div>
  )
}

function Ran({ watch }: { watch: Watch }) {
  const { t } = useWords()
  const nameOf = useStateName()
  const work = useJob(() => call('runWatch', { params: { id: watch.id }, body: { seed: 1, events: 0 } }))
  const found = work.job?.state === 'done' ? (work.job.result as Warnings) : undefined // what this job gives
  const { dyads = [], positions = [] } = watch
  return (
    <>
      <Text size="sm" className="quiet" my="xs" maw={820}>
        {dyads.length > 0 &&
          t('warnings.watches', {
            class: t(`baselines.classes.${watch.watched}`),
            dyads: dyads.map(([a, b]) => `${nameOf(a)} → ${nameOf(b)}`).join('; '),
            rate: watch.falseAlarmsPerYear,
          })}{' '}
        {positions.length > 0 && t('warnings.watchesPositions', { number: positions.length })}
      </Text>
      <Button onClick={work.start} disabled={work.running}>
        {t('warnings.run')}
      </Button>
      <JobProgress work={work} />
      {found?.lacking != null && (
        <Alert my="sm" title={t('warnings.lacking', { dataset: found.lacking })}>
          <PageLink to="/data/$id" params={{ id: found.lacking }}>
            {t('warnings.bring')}
          </PageLink>
        </Alert>
      )}
      {found?.events != null && <EventsFound events={found.events} />}
      {found !== undefined && found.positions.length > 0 && <PositionsView positions={found.positions} />}
    </>
  )
}

function EventsFound({ events }: { events: NonNullable<Warnings['events']> }) {
  const { t } = useWords()
  const nameOf = useStateName()
  return (
    <section aria-label={t('warnings.events')}>
      <Title order={2} fz="lg" mt="md">
        {t('warnings.events')}
      </Title>
      <Text size="sm" className="quiet" maw={820}>
        {t('warnings.howFalse')}
      </Text>
      {events.dyads.map((dyad) => (
        <DyadView key={`${dyad.source} ${dyad.target}`} events={events} dyad={dyad} />
      ))}
      {events.untold.map(({ dyad: [a, b], reason }) => (
        <Text key={`${a} ${b}`}>
          {nameOf(a)} → {nameOf(b)}: {t(`warnings.untold.${reason}`)}
        </Text>
      ))}
      <Text size="sm" className="quiet" mt="sm">
        {t('warnings.from', {
          dataset: events.dataset,
          version: events.version,
          first: events.months[0],
          last: events.months.at(-1),
          missing: events.missing.length,
        })}{' '}
        {events.citation}
      </Text>
    </section>
  )
}
