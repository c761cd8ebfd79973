import { SimpleGrid, Text } from '@mantine/core'
import { isMissing } from '#domain/missing'
import { relationsDepthResult } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { IntervalBar } from '../../components/IntervalBar.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageCard } from '../../components/links.tsx'
import { useWords } from '../../language.ts'
import { useAnalysis } from '../../queries.ts'

const shown = 3

/** The deepest partners of a state, each with its interval. */
export function DeepestPartners({ analysisId }: { analysisId: string }) {
  const { t, language } = useWords()
  const analysis = useAnalysis(analysisId)
  return (
    <Loaded query={analysis}>
      {({ result }) => {
        const known = relationsDepthResult(result).standings.flatMap(({ depth, ...one }) =>
          isMissing(depth) ? [] : [{ ...one, depth }],
        )
        const deepest = known.toSorted((a, b) => b.depth.value - a.depth.value).slice(0, shown)
        return (
          <SimpleGrid cols={{ base: 1, sm: shown }} mb="sm">
            {deepest.map((one) => (
              <PageCard
                key={one.relation}
                withBorder
                padding="md"
                to="/relations/$id"
                params={{ id: one.relation }}
              >
                <Text fw={600} ff="Georgia, serif" fz="lg" lh={1.25} mb="xs">
                  {language === 'vi' ? one.titleVi : one.title}
                </Text>
                <Text className="number" ta="right">
                  {cellText(one.depth, language)}
                </Text>
                <IntervalBar value={one.depth.value} interval={one.depth.interval} />
                <Text size="xs" className="quiet" mt={6}>
                  {t('relations.known', { share: Math.round(100 * one.coverage) })}
                </Text>
              </PageCard>
            ))}
          </SimpleGrid>
        )
      }}
    </Loaded>
  )
}
