import { Badge, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import type { Analysis } from '#domain/analysis'
import { becauseIn, isMissing } from '#domain/missing'
import { relationsDepth, relationsDepthResult } from '#instruments/relations-depth/instrument'
import { cellText } from '#report/compose'
import { ExhibitView } from '../../components/ExhibitView.tsx'
import { Findings } from '../../components/Findings.tsx'
import { PageLink } from '../../components/links.tsx'
import { useWords } from '../../language.ts'
import { ComparePartners } from './ComparePartners.tsx'
import { WeightsView } from './WeightsView.tsx'

const tabs = {
  depth: ['branches', 'leaves'],
  path: ['trajectory', 'quadrant', 'spill'],
  entwined: ['entwinement', 'width', 'upkeep'],
  trust: ['pairs', 'trust', 'binding'],
  durability: ['spells', 'survival', 'capacity', 'checks'],
  plan: ['levers'],
  partners: ['league', 'titled', 'ways'],
  steps: ['coverage', 'imputation', 'outliers', 'weighting', 'sensitivity'],
  raters: ['raters', 'panel'],
} as const
type Tab = keyof typeof tabs

/** A relation: depth first, then its partners, criteria, path, entwinement, trust, durability and plan. */
export function DepthView({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const exhibits = useMemo(() => relationsDepth.exhibits(analysis.result, language), [analysis, language])
  const shown = (tab: Tab) =>
    tabs[tab].flatMap((id) => {
      const found = exhibits.find((one) => one.id === id)
      return found === undefined ? [] : [<ExhibitView key={id} exhibit={found} />]
    })
  return (
    <Stack gap="md">
      <Banner analysis={analysis} />
      <Tabs defaultValue="depth" keepMounted={false}>
        <Tabs.List>
          {(Object.keys(tabs) as Tab[]).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`relations.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {(Object.keys(tabs) as Tab[]).map((tab) => (
          <Tabs.Panel key={tab} value={tab} pt="md">
            {tab === 'depth' && <Findings findings={analysis.findings.filter(ofThisRelation)} />}
            {tab === 'plan' && <PlanLinks analysis={analysis} />}
            {shown(tab)}
            {tab === 'partners' && <ComparePartners analysis={analysis} />}
            {tab === 'steps' && <WeightsView analysis={analysis} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  )
}

/** The other partners stand in a tab of their own. */
function ofThisRelation({ id }: { readonly id: string }): boolean {
  return !id.startsWith('depth-')
}

/** The way from what would deepen a relation to a plan for it. */
function PlanLinks({ analysis }: { analysis: Analysis }) {
  const { t } = useWords()
  const relation = relationsDepthResult(analysis.result).standings[0]?.relation ?? ''
  return (
    <Group gap="md">
      <PageLink to="/plans/new" search={{ relation }}>
        {t('plans.new')}
      </PageLink>
      <PageLink to="/plans" search={{ relation }}>
        {t('plans.whose')}
      </PageLink>
    </Group>
  )
}

function Banner({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const result = relationsDepthResult(analysis.result)
  const [own] = result.standings
  if (own === undefined) return null
  const { depth, rank, tier } = own
  return (
    <Paper p="lg" bg="sea.7" c="white">
      <Text size="sm" opacity={0.85}>
        {language === 'vi' ? result.framework.titleVi : result.framework.title} ·{' '}
        {t('relations.edition', { edition: result.framework.edition })} ·{' '}
        {t('relations.inYear', { year: result.year })}
      </Text>
      <Group justify="space-between" align="baseline">
        <Title order={2} fz={26}>
          {language === 'vi' ? result.titleVi : result.title}
        </Title>
        <Text
          className="number"
          fz="lg"
          title={isMissing(depth) ? becauseIn(depth, language) : depth.uncertainty}
        >
          {isMissing(depth)
            ? t('relations.unknown')
            : cellText({ value: depth.value, interval: depth.interval }, language)}
        </Text>
      </Group>
      <Group gap="xs" mt="xs">
        {!isMissing(rank) && (
          <Badge color="gray.0" c="dark" tt="none">
            {t('relations.rank', { rank: rank.value, of: result.standings.length })}
          </Badge>
        )}
        <Badge color={own.coverage < 0.5 ? 'orange.2' : 'gray.0'} c="dark" tt="none">
          {t('relations.known', { share: Math.round(own.coverage * 100) })}
        </Badge>
        <Badge color="gray.0" c="dark" tt="none">
          {isMissing(tier) ? t('relations.noTier') : t(`tier.${tier}`)}
        </Badge>
      </Group>
    </Paper>
  )
}
