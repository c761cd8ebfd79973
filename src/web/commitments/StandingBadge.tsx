import { Badge } from '@mantine/core'
import type { CommitmentEntry } from '#api/contract/commitments'
import { useWords } from '../language.ts'

/** Where a commitment stands, in a word. */
export function StandingBadge({ standing }: Pick<CommitmentEntry, 'standing'>) {
  const { t } = useWords()
  return (
    <Badge
      color={standing === 'late' ? 'sand' : standing === 'due' ? 'sea' : 'dark'}
      variant={standing === 'late' ? 'filled' : 'outline'}
      tt="none"
      fw={500}
    >
      {t(`commitments.standing.${standing}`)}
    </Badge>
  )
}
