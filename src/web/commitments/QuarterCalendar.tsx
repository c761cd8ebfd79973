import { Text, Title } from '@mantine/core'
import type { CommitmentEntry, CommitmentList } from '#api/contract/commitments'
import { FirstFew } from '../components/FirstFew.tsx'
import { useWords } from '../language.ts'
import { useNames, useText } from './names.ts'
import { StandingBadge } from './StandingBadge.tsx'

/** What is due at the latest in each quarter, as a calendar that is read from left to right. */
export function QuarterCalendar({ list }: { list: CommitmentList }) {
  const { t } = useWords()
  const quarters = [...Map.groupBy(list.commitments, ({ quarter }) => quarter ?? '')].filter(
    ([quarter]) => quarter !== '',
  )
  const now = list.thisQuarter
  const named = quarters.some(([quarter]) => quarter === now) ? quarters : [...quarters, [now, []] as const]
  return (
    <section aria-labelledby="calendar-title">
      <Title order={2} fz="lg" id="calendar-title">
        {t('commitments.calendar')}
      </Title>
      <Text size="sm" className="quiet" maw={760}>
        {t('commitments.calendarNote', { today: list.today, zone: list.timeZone })}
      </Text>
      <ul className="quarters">
        {named
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([quarter, entries]) => (
            <li
              key={quarter}
              className={`quarter ${quarter === now ? 'now' : ''} ${entries.some(({ standing }) => standing === 'late') ? 'behind' : ''}`}
            >
              <Title order={3} fz="sm">
                {quarterText(quarter)} {quarter === now && `· ${t('commitments.thisQuarter')}`}
              </Title>
              {entries.length === 0 && (
                <Text size="sm" className="quiet">
                  {t('commitments.nothingDue')}
                </Text>
              )}
              <FirstFew items={entries} few={6} step={50}>
                {(few) => few.map((entry) => <Entry key={entry.commitment.id} entry={entry} list={list} />)}
              </FirstFew>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Entry({ entry, list }: { entry: CommitmentEntry; list: CommitmentList }) {
  const names = useNames(list)
  const text = useText()
  return (
    <Text size="sm" component="div" my={4}>
      <b>{names.actor(entry.commitment.owner)}</b>: {text(entry)} ({entry.commitment.due}){' '}
      <StandingBadge standing={entry.standing} />
    </Text>
  )
}

function quarterText(quarter: string): string {
  return quarter.replace('-', ' ')
}
