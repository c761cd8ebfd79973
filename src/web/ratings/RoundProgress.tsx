import { Badge, Text } from '@mantine/core'
import type { RoundEntry } from '#api/contract/ratings'
import { useWords } from '../language.ts'

/** Open, closed or ended. */
export function StateBadge({ state }: { state: RoundEntry['state'] }) {
  const { t } = useWords()
  const colour = { open: 'sea', closed: 'sand', ended: 'gray' } as const
  return (
    <Badge color={colour[state]} variant={state === 'open' ? 'filled' : 'outline'}>
      {t(`ratings.state.${state}`)}
    </Badge>
  )
}

/** Who has answered how many cells. */
export function RoundProgress({ progress }: { progress: RoundEntry['progress'] }) {
  const { t } = useWords()
  return (
    <ul className="plain progress">
      {progress.map(({ id, name, answered, of }) => (
        <li key={id}>
          <Text span size="sm">
            {name}
          </Text>
          <span className="bar-track" aria-hidden="true">
            <span className="bar-fill leads" style={{ width: `${(100 * answered) / Math.max(1, of)}%` }} />
          </span>
          <span className="number">{t('ratings.answered', { answered, of })}</span>
        </li>
      ))}
    </ul>
  )
}
