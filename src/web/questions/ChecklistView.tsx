import { Badge, List } from '@mantine/core'
import type { Checked } from '#domain/question-checklist'
import { useWords } from '../language.ts'

const colours = { ok: 'sea', answered: 'sea', 'to-answer': 'sand', problem: 'red' } as const

/** The checklist of ambiguity, point by point: in order, answered by the author, to be answered, or wrong. */
export function ChecklistView({ checklist }: { checklist: readonly Checked[] }) {
  const { t } = useWords()
  return (
    <List listStyleType="none" spacing={6}>
      {checklist.map(({ point, state, found, answer }) => (
        <List.Item key={point}>
          <Badge size="sm" variant="light" color={colours[state]} tt="none" mr={8}>
            {t(`questions.check.${state}`)}
          </Badge>
          {t(`questions.point.${point}`)}
          {found.length > 0 && <span className="quiet"> ({found.join(', ')})</span>}
          {answer !== undefined && <span className="quiet">: {answer}</span>}
        </List.Item>
      ))}
    </List>
  )
}
