import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Room } from '#api/contract/ratings'
import { call } from '../client.ts'
import { Loaded, ProblemNote } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { AssessorPicker } from '../ratings/AssessorPicker.tsx'
import { BlindView } from '../ratings/BlindView.tsx'
import { RoundProgress, StateBadge } from '../ratings/RoundProgress.tsx'
import { SeenView } from '../ratings/SeenView.tsx'

/** The rating room: blind while the round is open; then seen, discussed and revised once. */
export function RatingRoomPage() {
  const { t } = useWords()
  const { id } = useParams({ from: '/ratings/$id' })
  const room = useQuery({ queryKey: ['round', id], queryFn: () => call('enterRoom', { params: { id } }) })
  const who = useQuery({ queryKey: ['rounds'], queryFn: () => call('listRounds') })
  return (
    <Stack gap="md" maw={1100}>
      <PageLink to="/ratings">{t('ratings.title')}</PageLink>
      <Loaded query={who}>{({ me, bound }) => <AssessorPicker me={me} bound={bound} />}</Loaded>
      <Loaded query={room}>
        {(data) => (
          <>
            <Head room={data} />
            {data.state === 'open' ? <BlindView key={data.me ?? ''} room={data} /> : <SeenView room={data} />}
          </>
        )}
      </Loaded>
    </Stack>
  )
}

function Head({ room }: { room: Room }) {
  const { t } = useWords()
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ratings.progress')}>
      <Group gap="sm" align="center">
        <Title order={1} fz={26}>
          {room.title}
        </Title>
        <StateBadge state={room.state} />
      </Group>
      <Text className="quiet" size="sm" maw={760}>
        {t(`ratings.stateNote.${room.state}`, { year: room.year })}
      </Text>
      <RoundProgress progress={room.progress} />
      {room.state !== 'ended' && <NextState room={room} />}
    </Paper>
  )
}

function NextState({ room }: { room: Room }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [sure, setSure] = useState(false)
  const params = { id: room.id }
  const closing = room.state === 'open'
  const missing = room.progress.some(({ answered, of }) => answered < of)
  const step = useMutation({
    mutationFn: () =>
      closing
        ? call('closeRound', { params, body: { evenSo: missing } })
        : call('endRound', { params, body: {} }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <Stack gap="xs" mt="sm">
      {closing && (
        <Checkbox
          label={missing ? t('ratings.evenSo') : t('ratings.sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
      <Group>
        <Button
          variant="default"
          loading={step.isPending}
          disabled={closing && !sure}
          onClick={() => step.mutate()}
        >
          {closing ? t('ratings.close') : t('ratings.end')}
        </Button>
        <Text size="sm" className="quiet">
          {closing ? t('ratings.closeNote') : t('ratings.endNote')}
        </Text>
      </Group>
      {step.isError && <ProblemNote cause={step.error} />}
    </Stack>
  )
}
