import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { RoundEntry } from '#api/contract/ratings'
import { call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { AssessorPicker } from '../ratings/AssessorPicker.tsx'
import { OpenRoundForm } from '../ratings/OpenRoundForm.tsx'
import { RoundProgress, StateBadge } from '../ratings/RoundProgress.tsx'

/** The rating rounds, and a form to open one. */
export function RatingsPage() {
  const { t } = useWords()
  const rounds = useQuery({ queryKey: ['rounds'], queryFn: () => call('listRounds') })
  return (
    <Stack gap="md" maw={1100}>
      <div>
        <Title order={1} fz={28}>
          {t('ratings.title')}
        </Title>
        <Text className="quiet" maw={760}>
          {t('ratings.about')}
        </Text>
      </div>
      <Loaded query={rounds}>
        {(data) => (
          <>
            <AssessorPicker me={data.me} bound={data.bound} />
            {data.rounds.length === 0 && <Text>{t('ratings.noRounds')}</Text>}
            {data.rounds.map((round) => (
              <RoundCard key={round.id} round={round} />
            ))}
          </>
        )}
      </Loaded>
      <Paper withBorder p="md" component="section" aria-label={t('ratings.openOne')}>
        <Title order={2} fz="lg" mb="xs">
          {t('ratings.openOne')}
        </Title>
        <OpenRoundForm />
      </Paper>
    </Stack>
  )
}

function RoundCard({ round }: { round: RoundEntry }) {
  const { t } = useWords()
  const { id, title, state, year, relations, leaves, opened, closed, ended, progress } = round
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group gap="sm" align="center">
        <Title order={2} fz="lg">
          <PageLink to="/ratings/$id" params={{ id }}>
            {title}
          </PageLink>
        </Title>
        <StateBadge state={state} />
      </Group>
      <Text size="sm" className="quiet">
        {t('ratings.asks', { year, relations: relations.length, leaves: leaves.length })} ·{' '}
        {[
          t('ratings.openedOn', { date: opened }),
          closed === undefined ? '' : t('ratings.closedOn', { date: closed }),
          ended === undefined ? '' : t('ratings.endedOn', { date: ended }),
        ]
          .filter((words) => words !== '')
          .join(', ')}
      </Text>
      <RoundProgress progress={progress} />
    </Paper>
  )
}
