import { Group, Text } from '@mantine/core'
import { isMissing } from '#domain/missing'
import { socializationResult } from '#instruments/socialization/instrument'
import { useWords } from '../../language.ts'
import { useAnalysis } from '../../queries.ts'
import { hypothesisWords, intervalWords } from './words.ts'

/** The verdict of an analysis in one line: which hypothesis, how probable, with its interval. */
export function VerdictLine({ analysisId }: { analysisId: string }) {
  const { t, language } = useWords()
  const analysis = useAnalysis(analysisId)
  if (analysis.data === undefined) return null
  const { weighing, verdict } = socializationResult(analysis.data.result)
  const top = weighing.hypotheses.find((h) => h.id === weighing.leads)
  if (top === undefined) return null
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={600} c="sea.7">
          {hypothesisWords(top.id, language)}
        </Text>
        <Text className="number" size="sm">
          {intervalWords(top.posterior, language)}
        </Text>
      </Group>
      <div className="bar-track" aria-hidden="true">
        <div className="bar-fill leads" style={{ width: `${top.posterior.value * 100}%` }} />
      </div>
      {!isMissing(verdict.author) && (
        <Text size="xs" className="quiet" mt={4}>
          {t(verdict.author.agrees ? 'case.agrees' : 'case.differs')}
        </Text>
      )}
    </div>
  )
}
