import { Button, Group, Paper, Select, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Assessor } from '#domain/assessor'
import { actAs, useActing } from '../acting.ts'
import { call } from '../client.ts'
import { useWords } from '../language.ts'

/** The assessors recorded, by name and agency. */
export function useAssessors() {
  return useQuery({
    queryKey: ['records', 'assessor'],
    queryFn: async () => {
      const { records } = await call('listRecords', { params: { kind: 'assessor' }, query: { limit: 1000 } })
      return records.map(({ body }) => Assessor.parse(body))
    },
  })
}

/** Drops what was fetched for one person before another looks at it. */
export function useActAs(): (assessor: string | null) => Promise<void> {
  const client = useQueryClient()
  return async (assessor) => {
    actAs(assessor)
    await client.resetQueries()
  }
}

/** Who am I? What is chosen goes with every call of this tab. */
export function AssessorPicker({ me, bound }: { me: string | null; bound: boolean }) {
  const { t } = useWords()
  const assessors = useAssessors()
  const change = useActAs()
  const named = assessors.data?.find(({ id }) => id === me)?.name ?? me
  if (bound)
    return (
      <Text>
        {t('ratings.youAre')} <b>{named}</b>. <span className="quiet">{t('ratings.bound')}</span>
      </Text>
    )
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ratings.who')}>
      <Select
        label={t('ratings.who')}
        description={t('ratings.whoNote')}
        placeholder={t('ratings.nobody')}
        searchable
        clearable
        maw={420}
        data={(assessors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={me}
        onChange={(id) => void change(id)}
      />
    </Paper>
  )
}

/** On every page: as whom this tab calls, and a way out of it. */
export function ActingLine() {
  const { t } = useWords()
  const acting = useActing()
  const change = useActAs()
  if (acting === null) return null
  return (
    <Group gap="xs" mb="xs">
      <Text size="sm">
        {t('ratings.youAre')} <b>{acting}</b>
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => void change(null)}>
        {t('ratings.leave')}
      </Button>
    </Group>
  )
}
