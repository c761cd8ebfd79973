import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { MechanismTable } from '#api/contract/mechanisms'
import { call } from '../client.ts'
import { ExhibitView } from '../components/ExhibitView.tsx'
import { FirstFew } from '../components/FirstFew.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { DoubleDuties } from '../mechanisms/DoubleDuties.tsx'
import { type Drawn, useExhibits } from '../mechanisms/exhibits.ts'
import { MembershipMatrix } from '../mechanisms/MembershipMatrix.tsx'
import { Ministries } from '../mechanisms/Ministries.tsx'
import { useNames } from '../mechanisms/names.ts'
import { mostDrawn } from '../mechanisms/overlap-chart.ts'

const route = getRouteApi('/mechanisms')

/** The mechanisms at a date: who sits where, overlaps, chairs, rhythm, ministries. */
export function MechanismsPage() {
  const { t } = useWords()
  const { at } = route.useSearch()
  const table = useQuery({
    queryKey: ['mechanisms', at ?? ''],
    queryFn: () => call('mechanisms', { query: { at } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Stack gap="lg" maw={1200}>
      <div>
        <Title order={1} fz={28}>
          {t('mechanisms.title')}
        </Title>
        <Text className="quiet" maw={760}>
          {t('mechanisms.about')}
        </Text>
      </div>
      <DateForm key={at} at={at} />
      <Loaded query={table}>{(found) => <Everything table={found} />}</Loaded>
    </Stack>
  )
}

function DateForm({ at }: { at: string | undefined }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [date, setDate] = useState(at ?? '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/mechanisms', search: date.trim() === '' ? {} : { at: date.trim() } })
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('mechanisms.at')}
          description={t('mechanisms.atNote')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('mechanisms.show')}
        </Button>
      </Group>
    </form>
  )
}

function Everything({ table }: { table: MechanismTable }) {
  const { t } = useWords()
  const names = useNames(table)
  const { overlaps, chairs, frequency } = useExhibits(table)
  if (table.mechanisms.length === 0) return <Text>{t('mechanisms.none')}</Text>
  return (
    <>
      <Text role="status" size="sm">
        {t('mechanisms.asAt', { at: table.at, count: table.mechanisms.length })}
      </Text>
      <MembershipMatrix table={table} />
      <DoubleDuties table={table} />
      <div>
        <FirstDrawn drawn={chairs} />
      </div>
      <div>
        <ExhibitView exhibit={overlaps} order={2} />
        <Text size="sm" className="quiet" maw={760}>
          {t('mechanisms.overlapsNote')}
          {table.mechanisms.length > mostDrawn && ` ${t('mechanisms.mostDrawn', { count: mostDrawn })}`}
        </Text>
        {table.same.map((set) => (
          <Text key={set.join(' ')} size="sm">
            {t('mechanisms.same')} {set.map(names.mechanism).join(', ')}
          </Text>
        ))}
      </div>
      <div>
        <FirstDrawn drawn={frequency} />
        <Text size="sm" className="quiet" maw={760}>
          {t('mechanisms.frequencyNote')}
        </Text>
      </div>
      <Ministries table={table} />
    </>
  )
}

/** The first of what is drawn, more on request: charts of a hundred mechanisms are taller than anybody reads. */
function FirstDrawn({ drawn }: { drawn: Drawn }) {
  return (
    <FirstFew items={drawn.mechanisms} few={20} step={50}>
      {(some) => <ExhibitView exhibit={drawn.with(some)} order={2} atOnce={8} />}
    </FirstFew>
  )
}
