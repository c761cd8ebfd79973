import { Alert, Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { PeacekeepingAnswer } from '#api/contract/peacekeeping'
import { becauseIn } from '#domain/missing'
import { call, ProblemError } from '../client.ts'
import { ExhibitView } from '../components/ExhibitView.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink, RecordLink } from '../components/links.tsx'
import { StatePicker, StatesPicker, useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { lastKnownYear, usePeacekeepingExhibits } from '../peacekeeping/exhibits.ts'

/** What is asked, as it stands in the address. */
export interface PeacekeepingSearch {
  readonly state?: string
  readonly peers?: string
  readonly from?: number
  readonly to?: number
}

/** What a state sends to peacekeeping missions, how many are women, and how it compares. */
export function PeacekeepingPage() {
  const { t } = useWords()
  const asked: PeacekeepingSearch = useSearch({ from: '/peacekeeping' })
  const state = asked.state ?? 'VNM'
  const query = useQuery({
    queryKey: ['peacekeeping', asked],
    queryFn: () =>
      call('peacekeeping', { query: { state, peers: asked.peers, from: asked.from, to: asked.to } }),
    retry: false,
    placeholderData: (before) => before,
  })
  const absent = query.error instanceof ProblemError && query.error.problem.code === 'dataset-absent'
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('peacekeeping.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('peacekeeping.about')}
        </Text>
      </div>
      {absent ? (
        <Alert title={t('peacekeeping.none')}>
          {t('peacekeeping.bring')}{' '}
          <PageLink to="/data/$id" params={{ id: 'un-peacekeeping' }} underline="always">
            {t('nav.data')}
          </PageLink>
        </Alert>
      ) : (
        <Loaded query={query}>
          {(answer) => (
            <>
              <Asked key={JSON.stringify(asked)} answer={answer} asked={asked} />
              <Told answer={answer} />
            </>
          )}
        </Loaded>
      )}
    </Stack>
  )
}

/** Whom, against whom, when. */
function Asked({ answer, asked }: { answer: PeacekeepingAnswer; asked: PeacekeepingSearch }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [state, setState] = useState<string | null>(answer.state)
  const [peers, setPeers] = useState<string[]>([...answer.peers])
  const [from, setFrom] = useState(asked.from)
  const [to, setTo] = useState(asked.to)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state === null) return
    void navigate({
      to: '/peacekeeping',
      search: {
        state,
        peers: peers.join(','),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    })
  }
  const year = (label: string, value: number | undefined, set: (year: number | undefined) => void) => (
    <NumberInput
      label={label}
      w={110}
      min={1948}
      max={2200}
      allowDecimal={false}
      placeholder={String(answer.years.at(label === t('data.from') ? 0 : -1)?.year ?? '')}
      value={value ?? ''}
      onChange={(given) => set(typeof given === 'number' ? given : undefined)}
    />
  )
  return (
    <Paper withBorder p="md" component="section" aria-label={t('peacekeeping.asked')}>
      <form onSubmit={submit}>
        <Group align="end">
          <StatePicker label={t('data.state')} value={state} onChange={setState} />
          {year(t('data.from'), from, setFrom)}
          {year(t('data.to'), to, setTo)}
        </Group>
        <StatesPicker label={t('peacekeeping.peers')} value={peers} onChange={setPeers} />
        <Button type="submit" mt="sm" disabled={state === null}>
          {t('peacekeeping.show')}
        </Button>
      </form>
    </Paper>
  )
}

/** The answer: in a sentence, in tables with charts, and what is missing. */
function Told({ answer }: { answer: PeacekeepingAnswer }) {
  const { t, language } = useWords()
  const nameOf = useStateName()
  const exhibits = usePeacekeepingExhibits(answer)
  const last = lastKnownYear(answer)
  const own = answer.states[0]?.years ?? []
  const then = own.find(({ year }) => year === last)
  const absent = own.flatMap(({ year, total }) => (typeof total === 'number' ? [] : [{ year, total }]))
  return (
    <div>
      {then !== undefined && typeof then.total === 'number' && (
        <Text>
          {t('peacekeeping.sentence', { state: nameOf(answer.state), year: last, persons: then.total })}{' '}
          {!('missing' in then.share) &&
            t('peacekeeping.sentenceWomen', {
              share: percent(then.share.value, language),
              low: percent(then.share.interval[0], language),
              high: percent(then.share.interval[1], language),
            })}{' '}
          {!('missing' in then.rank) &&
            t('peacekeeping.sentenceRank', { rank: then.rank.rank, of: then.rank.of })}
        </Text>
      )}
      {absent.length > 0 && (
        <section aria-label={t('peacekeeping.missing')}>
          <Text size="sm" className="quiet" mt="xs">
            {t('peacekeeping.missing')}:
          </Text>
          <ul className="plain quiet">
            {absent.map(({ year, total }) => (
              <li key={year}>
                {year}: {becauseIn(total, language)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {exhibits.map((exhibit) => (
        <ExhibitView key={exhibit.id} exhibit={exhibit} order={2} download />
      ))}
      <Text size="sm" className="quiet" maw={820}>
        {answer.basis !== 'months' && `${t('peacekeeping.typesTogether')} `}
        {t('peacekeeping.intervalNote')}
      </Text>
      <Text size="sm" className="quiet" mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {t(`peacekeeping.basis.${answer.basis}`)}{' '}
        {t('positions.from', { dataset: answer.dataset, version: answer.version })}{' '}
        {answer.basis === 'recorded' ? <code>{answer.citation}</code> : answer.citation}{' '}
        <PageLink to="/data/$id" params={{ id: 'un-peacekeeping' }} underline="always">
          {t('nav.data')}
        </PageLink>
      </Text>
      {answer.basis === 'recorded' && (
        <Text size="sm" mt="xs">
          <RecordLink kind="series" id={`peacekeepers/${answer.state.toLowerCase()}`}>
            {t('peacekeeping.series')}
          </RecordLink>
        </Text>
      )}
    </div>
  )
}

function percent(share: number, language: string): string {
  return (share * 100).toLocaleString(language, { maximumFractionDigits: 1 })
}
