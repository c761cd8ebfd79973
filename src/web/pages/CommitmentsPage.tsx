import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommitmentEntry, CommitmentList } from '#api/contract/commitments'
import { useActing } from '../acting.ts'
import { addressOf, call } from '../client.ts'
import { CommitmentCard } from '../commitments/CommitmentCard.tsx'
import { timeZone, useNames } from '../commitments/names.ts'
import { QuarterCalendar } from '../commitments/QuarterCalendar.tsx'
import { ScorePanel } from '../commitments/ScorePanel.tsx'
import { FirstFew } from '../components/FirstFew.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { useWords } from '../language.ts'
import { AssessorPicker } from '../ratings/AssessorPicker.tsx'

/** What was promised: a calendar by quarter, what is due and late, how far it was kept. */
export function CommitmentsPage() {
  const { t } = useWords()
  const acting = useActing()
  const list = useQuery({
    queryKey: ['commitments', acting ?? ''],
    queryFn: () => call('commitments', { query: { zone: timeZone } }),
  })
  return (
    <Stack gap="lg" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('commitments.title')}
        </Title>
        <Text className="quiet" maw={760}>
          {t('commitments.about')}
        </Text>
      </div>
      <Loaded query={list}>{(found) => <Everything list={found} />}</Loaded>
    </Stack>
  )
}

function Everything({ list }: { list: CommitmentList }) {
  const { t } = useWords()
  return (
    <>
      <AssessorPicker me={list.me} bound={list.bound} />
      <QuarterCalendar list={list} />
      <Group gap="sm">
        <Button
          component="a"
          variant="default"
          href={addressOf('commitmentsCalendar', { query: { zone: timeZone } })}
          download="commitments.ics"
        >
          {t('commitments.ical')}
        </Button>
        <Text size="sm" className="quiet">
          {t('commitments.icalNote')}
        </Text>
      </Group>
      <Lists list={list} />
      <ScorePanel list={list} />
    </>
  )
}

const groupFields = ['owner', 'ministry', 'institution', 'relation'] as const
const choices = ['open', 'quarter', 'late', 'all'] as const
type Choice = (typeof choices)[number]

function Lists({ list }: { list: CommitmentList }) {
  const { t } = useWords()
  const [choice, setChoice] = useState<Choice>('all')
  const [of, setOf] = useState<string | null>(null)
  const names = useNames(list)
  const nameOf = {
    owner: names.actor,
    ministry: names.actor,
    institution: names.institution,
    relation: names.relation,
  }
  const groups = groupFields.map((field) => ({
    group: t(`commitments.${field}`),
    items: [...new Set(list.commitments.map(({ commitment }) => commitment[field]))]
      .filter((id) => id !== undefined)
      .map((id) => ({ value: `${field} ${id}`, label: nameOf[field](id) })),
  }))
  const shown = list.commitments.filter(
    (entry) =>
      isIn(choice, entry, list.thisQuarter) &&
      (of === null || groupFields.some((field) => of === `${field} ${entry.commitment[field]}`)),
  )
  return (
    <section aria-labelledby="list-title">
      <Title order={2} fz="lg" id="list-title">
        {t('commitments.list')}
      </Title>
      <Group gap="sm" my="xs" align="flex-end">
        <Select
          label={t('commitments.which')}
          allowDeselect={false}
          w={240}
          maw="100%"
          data={choices.map((value) => ({ value, label: t(`commitments.choice.${value}`) }))}
          value={choice}
          onChange={(value) => setChoice(choices.find((one) => one === value) ?? 'all')}
        />
        <Select
          label={t('commitments.by')}
          placeholder={t('commitments.byAll')}
          clearable
          searchable
          w={360}
          maw="100%"
          data={groups}
          value={of}
          onChange={setOf}
        />
      </Group>
      <Stack gap="sm">
        <Text role="status" size="sm">
          {t('commitments.found', { count: shown.length })}
        </Text>
        <FirstFew key={`${choice} ${of}`} items={shown} few={25} step={50}>
          {(few) =>
            few.map((entry) => <CommitmentCard key={entry.commitment.id} entry={entry} list={list} />)
          }
        </FirstFew>
      </Stack>
    </section>
  )
}

function isIn(choice: Choice, { standing, quarter }: CommitmentEntry, thisQuarter: string): boolean {
  if (choice === 'quarter') return quarter === thisQuarter
  if (choice === 'late') return standing === 'late'
  if (choice === 'open') return standing !== 'done' && standing !== 'dropped'
  return true
}
