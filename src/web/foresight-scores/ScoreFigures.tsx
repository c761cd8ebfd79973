import { Group, Paper, Text } from '@mantine/core'
import type { Estimate } from '#domain/finding'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import type { Result } from '#instruments/foresight/instrument'
import { cellText } from '#report/compose'
import { useWords } from '../language.ts'

/** The score of all, its skill, and how the pool did, each with its interval. */
export function ScoreFigures({ result }: { result: Result }) {
  const { t } = useWords()
  const all = result.scores.find(({ by }) => by === 'all')
  const pool = result.backTest.find(({ chosen }) => chosen)
  if (all === undefined) return null
  return (
    <Group gap="md" align="stretch">
      <Figure label={t('foresightScores.score')} value={all.score} note={t('foresightScores.scoreNote')} />
      {pool !== undefined && (
        <Figure label={t('foresightScores.pool')} value={pool.score} note={t('foresightScores.poolNote')} />
      )}
      <Figure label={t('foresightScores.skill')} value={all.skill} note={t('foresightScores.skillNote')} />
      <Figure
        label={t('foresightScores.questions')}
        value={{ value: all.questions, interval: null, unit: '', uncertainty: '' }}
        note={t('foresightScores.questionsNote')}
        whole
      />
    </Group>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: Estimate | Missing
  readonly note: string
  /** a count, not a measure */
  readonly whole?: boolean
}

function Figure({ label, value, note, whole = false }: FigureProps) {
  const { language } = useWords()
  const missing = isMissing(value)
  return (
    <Paper withBorder p="md" miw={200} maw={320} style={{ flex: 1 }}>
      <Text size="sm" className="quiet">
        {label}
      </Text>
      <Text fz={missing ? 'md' : 'xl'} fw={missing ? 400 : 600}>
        {missing
          ? becauseIn(value, language)
          : whole
            ? String(value.value)
            : cellText({ value: value.value, interval: value.interval }, language)}
      </Text>
      <Text size="xs" className="quiet">
        {note}
      </Text>
    </Paper>
  )
}
