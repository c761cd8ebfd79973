import { Group, SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { NetworkAnswer } from '#api/contract/network'
import { statePlaces } from '#domain/state-places.data'
import { Chart } from '../components/Chart.tsx'
import { Loaded } from '../components/Loaded.tsx'
import { useStateName } from '../components/StatePicker.tsx'
import { useWords } from '../language.ts'
import { hatching, type MapPart, mapChart, mapParts, type Outlines } from './map-chart.ts'
import { TiesOf } from './TieTable.tsx'
import { tiesOfNode, useNodeName } from './words.ts'

/** The ties of a state on a map of the world, and the same as a table. The outlines are loaded when a map is first shown. */
export function TieMap({ network, state }: { network: NetworkAnswer; state: string }) {
  const { t } = useWords()
  const name = useNodeName(network)
  const stateName = useStateName()
  const [part, setPart] = useState<MapPart>('world')
  const outlines = useQuery({
    queryKey: ['outlines'],
    queryFn: async () => (await import('world-atlas/countries-110m.json')).default as unknown as Outlines, // Natural Earth's file
    staleTime: Number.POSITIVE_INFINITY,
  })
  const unplaced = tiesOfNode(network, state).filter(({ other }) => statePlaces[other] === undefined)
  return (
    <>
      <Text size="sm" className="quiet" maw={820}>
        {t('network.mapNote', { name: stateName(state) })} {t('network.outlines')}
      </Text>
      <Group gap="md" my="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('network.mapPart')}
          value={part}
          onChange={(value) => setPart(mapParts.find((one) => one === value) ?? 'world')}
          data={mapParts.map((value) => ({ value, label: t(`network.mapPartOf.${value}`) }))}
        />
        {(['tied', 'none', 'hatched'] as const).map((one) => (
          <Text key={one} size="sm" component="span">
            <span className={`swatch ${one}`} aria-hidden="true" /> {t(`network.swatch.${one}`)}
          </Text>
        ))}
        {network.places.length > 0 && (
          <Text size="sm" component="span">
            <span style={{ color: '#3c7a4b' }} aria-hidden="true">
              ◆
            </span>{' '}
            {t('network.places', { count: network.places.length })}
          </Text>
        )}
      </Group>
      <Loaded query={outlines}>{(found) => <Drawn outlines={found} {...{ network, state, part }} />}</Loaded>
      {unplaced.length > 0 && (
        <Text size="sm">
          {t('network.unplaced')} {unplaced.map(({ other }) => name(other)).join(', ')}
        </Text>
      )}
      <TiesOf network={network} id={state} key={state} />
    </>
  )
}

function Drawn(props: { outlines: Outlines; network: NetworkAnswer; state: string; part: MapPart }) {
  const { outlines, network, state, part } = props
  const { t, language } = useWords()
  const stateName = useStateName()
  const { ref, width } = useElementSize()
  const wide = Math.floor(width) - 16 // its own margins
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of states change with the language only
  const spec = useMemo(
    () =>
      mapChart(
        outlines,
        network,
        state,
        wide,
        {
          weight: t('network.weightHead'),
          title: stateName,
        },
        part,
      ),
    [outlines, network, state, wide, part, language],
  )
  return (
    <div ref={ref} className="network-place">
      <svg className="hatching" aria-hidden="true">
        <defs>
          <pattern
            id={hatching}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="#fff" />
            <line x1="0" y1="0" x2="0" y2="5" stroke="#aab5c0" strokeWidth="1.2" />
          </pattern>
        </defs>
      </svg>
      {wide > 200 && <Chart spec={spec} label={t('network.mapLabel', { name: stateName(state) })} />}
    </div>
  )
}
