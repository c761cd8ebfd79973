import '../network/network.css'
import { Alert, Anchor, Group, Loader, Stack, Tabs, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { NetworkAnswer } from '#api/contract/network'
import { addressOf, call } from '../client.ts'
import { Loaded } from '../components/Loaded.tsx'
import { PageLink } from '../components/links.tsx'
import { useWords } from '../language.ts'
import { type Asked, queryOf } from '../network/asked.ts'
import { CentralityTable } from '../network/CentralityTable.tsx'
import { CoverageText } from '../network/CoverageText.tsx'
import { NetworkDrawing } from '../network/NetworkDrawing.tsx'
import { NetworkForm } from '../network/NetworkForm.tsx'
import { TieMap } from '../network/TieMap.tsx'
import { TieTable } from '../network/TieTable.tsx'

const route = getRouteApi('/defence/network')
const tabs = ['drawing', 'map', 'centralities', 'ties', 'coverage'] as const

/** Who is tied to whom by activities of armed forces: drawn, on a map, and in tables. */
export function DefenceNetworkPage() {
  const { t } = useWords()
  const search = route.useSearch()
  const [asked, setAsked] = useState<Asked>({
    source: search.source ?? 'ledger',
    state: search.state ?? 'VNM',
    ...{ from: null, to: null, kinds: [], among: [] },
    ...{ multilateral: 'shared', paths: 'steps', weight: 'activities' },
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const ask = (draws: number) => ({
    queryKey: ['network', asked, draws],
    queryFn: () => call('network', { query: queryOf(asked, draws) }),
  })
  const quick = useQuery({ ...ask(0), placeholderData: keepPreviousData })
  const draws = (quick.data?.activities ?? 0) > 1500 ? 60 : 200
  const drawn = useQuery({ ...ask(draws), enabled: quick.data !== undefined && !quick.isPlaceholderData })
  const { known } = quick.data ?? { known: null }
  return (
    <Stack gap="md" maw={1200}>
      <div>
        <Title order={1} fz={28}>
          {t('network.title')}
        </Title>
        <Text className="quiet" maw={820}>
          {t('network.about')}
        </Text>
        <Group gap="md">
          <PageLink to="/defence" search={{ state: asked.state }}>
            {t('defence.title')}
          </PageLink>
          <PageLink to="/ledger">{t('ledger.title')}</PageLink>
          <Anchor
            href={addressOf('networkGraphml', { query: queryOf(asked, draws) })}
            download="network.graphml"
          >
            {t('network.graphml')}
          </Anchor>
        </Group>
      </div>
      <NetworkForm asked={asked} change={(more) => setAsked({ ...asked, ...more })} known={known} />
      <Loaded query={quick}>
        {(first) => (
          <Everything
            network={drawn.data ?? first}
            {...{ asked, chosen, choose: setChosen, drawing: drawn.isFetching || quick.isFetching }}
          />
        )}
      </Loaded>
    </Stack>
  )
}

function Everything(props: {
  network: NetworkAnswer
  asked: Asked
  chosen: string | null
  choose: (id: string) => void
  drawing: boolean
}) {
  const { network, asked, choose, drawing } = props
  const { t, language } = useWords()
  const chosen = props.chosen ?? asked.state
  const tied = network.nodes.filter(({ community }) => community > 0).length
  return (
    <>
      <Group gap="sm">
        <Text role="status" size="sm">
          {t('network.summary', {
            activities: network.activities.toLocaleString(language),
            tied,
            ties: network.ties.length.toLocaleString(language),
            communities: network.communities,
            notCovered: network.notCovered.length,
          })}
        </Text>
        {drawing && <Loader size="xs" aria-label={t('network.drawingIntervals')} />}
      </Group>
      {network.notices.length > 0 && (
        <Alert variant="light" color="gray" title={t('network.before')}>
          <ul className="plain">
            {network.notices.map((notice) => (
              <li key={notice.en}>{notice[language]}</li>
            ))}
          </ul>
        </Alert>
      )}
      {tied > 0 && (
        <Tabs defaultValue="drawing" keepMounted={false}>
          <Tabs.List>
            {tabs.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`network.tab.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="drawing" pt="md">
            <NetworkDrawing {...{ network, chosen, choose }} />
          </Tabs.Panel>
          <Tabs.Panel value="map" pt="md">
            <TieMap network={network} state={asked.state} />
          </Tabs.Panel>
          <Tabs.Panel value="centralities" pt="md">
            <CentralityTable network={network} />
          </Tabs.Panel>
          <Tabs.Panel value="ties" pt="md">
            <TieTable {...{ network, chosen, choose }} />
          </Tabs.Panel>
          <Tabs.Panel value="coverage" pt="md">
            <CoverageText network={network} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  )
}
