import { Button, Group, List, Modal, Text } from '@mantine/core'
import type { Criterion, Framework } from '#domain/framework'
import { branchOf } from '#domain/framework-tree'
import { PageLink, RecordLink } from '../components/links.tsx'
import { useEvery } from '../every-record.ts'
import { useWords } from '../language.ts'

interface RemoveProps {
  readonly framework: Framework
  readonly criterion: Criterion
  readonly close: () => void
  readonly remove: () => void
}

/** Asks before a criterion leaves the draft, and says what in the workspace speaks of it. */
export function RemoveCriterion({ framework, criterion, close, remove }: RemoveProps) {
  const { t, language } = useWords()
  const gone = branchOf(framework.criteria, criterion.code)
  const name = (language === 'vi' ? criterion.titleVi : undefined) ?? criterion.title
  const rounds = useEvery('rating-round')
  const ratings = useEvery('rating')
  const plans = useEvery('plan')
  const weightings = useEvery('weighting')
  const loading = [rounds, ratings, plans, weightings].some(({ isPending }) => isPending)
  const ours = (rounds.data ?? []).filter(({ body }) => body.framework === framework.id)
  const ids = new Set(ours.map(({ id }) => id))
  const rated = (ratings.data ?? []).filter(({ body }) => ids.has(body.round) && gone.includes(body.leaf))
  const open = ours.filter(
    ({ body }) => body.closed === undefined && body.leaves.some((leaf) => gone.includes(leaf)),
  )
  const planned = (plans.data ?? []).filter(
    ({ body }) => body.framework === framework.id && body.targets.some(({ leaf }) => gone.includes(leaf)),
  )
  const parents = [criterion.parent, ...gone]
  const weighed = (weightings.data ?? []).filter(
    ({ body }) => body.framework === framework.id && parents.includes(body.parent),
  )
  return (
    <Modal
      opened
      onClose={close}
      title={t('frameworks.removeTitle', { name })}
      closeButtonProps={{ 'aria-label': t('frameworks.keep') }}
    >
      {gone.length > 1 && <Text size="sm">{t('frameworks.removesParts', { count: gone.length - 1 })}</Text>}
      {!loading && (
        <List size="sm" my="xs">
          <List.Item>{t('frameworks.usedRatings', { count: rated.length })}</List.Item>
          <List.Item>
            {t('frameworks.usedRounds', { count: open.length })}
            {open.map(({ id, label }) => (
              <div key={id}>
                <RecordLink kind="rating-round" id={id}>
                  {label}
                </RecordLink>
              </div>
            ))}
          </List.Item>
          <List.Item>
            {t('frameworks.usedPlans', { count: planned.length })}
            {planned.map(({ id, label }) => (
              <div key={id}>
                <PageLink to="/plans/$" params={{ _splat: id }}>
                  {label}
                </PageLink>
              </div>
            ))}
          </List.Item>
          <List.Item>{t('frameworks.usedWeightings', { count: weighed.length })}</List.Item>
        </List>
      )}
      <Text size="sm">{t('frameworks.removeNote')}</Text>
      <Group mt="md">
        <Button color="red.8" disabled={loading} onClick={remove}>
          {t('frameworks.remove')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('frameworks.keep')}
        </Button>
      </Group>
    </Modal>
  )
}
