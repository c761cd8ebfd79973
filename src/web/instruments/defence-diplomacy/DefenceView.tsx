import { Stack, Tabs } from '@mantine/core'
import { useMemo } from 'react'
import type { Analysis } from '#domain/analysis'
import {
  defenceDiplomacy,
  defenceDiplomacyResult,
  heatByKind,
  heatByYear,
  kindIn,
  type Result,
} from '#instruments/defence-diplomacy/instrument'
import { ExhibitView } from '../../components/ExhibitView.tsx'
import { Findings } from '../../components/Findings.tsx'
import { PageLink } from '../../components/links.tsx'
import { useWords } from '../../language.ts'
import { DefenceBanner } from './DefenceBanner.tsx'
import { HeatTable } from './HeatTable.tsx'
import { WhatIf } from './WhatIf.tsx'

const tabs = {
  findings: [],
  partners: ['partners'],
  spread: ['trend', 'diversity', 'without'],
  balance: ['balance'],
  classes: ['classesByYear', 'classes'],
  suppliers: ['suppliers', 'supplierTrend', 'supplierWithout'],
  settings: ['settings'],
  policies: ['policies'],
  coverage: ['coverage'],
  ledger: ['ledger', 'amounts'],
} as const
type Tab = keyof typeof tabs

/** Defence diplomacy of a state: with whom, how evenly, with which major powers, from whom equipment, and what is not known. */
export function DefenceView({ analysis }: { analysis: Analysis }) {
  const { t, language } = useWords()
  const result = defenceDiplomacyResult(analysis.result)
  const exhibits = useMemo(() => defenceDiplomacy.exhibits(analysis.result, language), [analysis, language])
  const shown = (tab: Tab) => tabs[tab].flatMap((id) => exhibits.filter((one) => one.id === id))
  const own: readonly Tab[] = ['findings', 'partners', 'spread']
  const offered = (Object.keys(tabs) as Tab[]).filter((tab) => own.includes(tab) || shown(tab).length > 0)
  return (
    <Stack gap="md">
      <DefenceBanner result={result} />
      <Tabs defaultValue="findings" keepMounted={false}>
        <Tabs.List>
          {offered.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`defence.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {offered.map((tab) => (
          <Tabs.Panel key={tab} value={tab} pt="md">
            {tab === 'findings' && <Findings findings={analysis.findings} />}
            {tab === 'partners' && <Heat result={result} />}
            {tab === 'policies' && <PageLink to="/constraints">{t('defence.toPolicies')}</PageLink>}
            {tab === 'spread' && <WhatIf result={result} />}
            {tab === 'ledger' && <PageLink to="/ledger">{t('defence.toLedger')}</PageLink>}
            {shown(tab).map((exhibit) => (
              <ExhibitView key={exhibit.id} exhibit={exhibit} />
            ))}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  )
}

function Heat({ result }: { result: Result }) {
  const { t, language } = useWords()
  const kinds = heatByKind(result, language)
  const years = heatByYear(result, language)
  return (
    <>
      <HeatTable
        title={t('defence.byKind')}
        columns={kinds.kinds.map((kind) => kindIn(kind, language))}
        lines={kinds.lines}
        result={result}
      />
      <HeatTable
        title={t('defence.byYear')}
        columns={years.years.map((year) => (year === null ? t('defence.noYear') : String(year)))}
        lines={years.lines}
        result={result}
      />
    </>
  )
}
