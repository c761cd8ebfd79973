import { Badge } from '@mantine/core'
import type { QuestionStatus } from '#domain/question-status'
import { useWords } from '../language.ts'

const colours = {
  draft: 'gray',
  open: 'sea',
  closed: 'gray',
  resolved: 'sea',
  annulled: 'gray',
  appeal: 'red',
} as const

/** Where a question stands in its life. */
export function StatusBadge({ status }: { status: QuestionStatus }) {
  const { t } = useWords()
  return (
    <Badge
      variant={status === 'resolved' ? 'outline' : 'light'}
      color={colours[status]}
      tt="none"
      style={{ flexShrink: 0 }}
    >
      {t(`questions.status.${status}`)}
    </Badge>
  )
}

/** Made up to show how it looks. */
export function IllustrativeBadge() {
  const { t } = useWords()
  return (
    <Badge variant="light" color="sand" tt="none">
      {t('questions.illustrative')}
    </Badge>
  )
}
