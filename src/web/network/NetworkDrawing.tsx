import { Group, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { NetworkAnswer, NetworkNode } from '#api/contract/network'
import { useWords } from '../language.ts'
import { groupColour, hollowWords, tiesOfNode, useNodeName, useNodeSentence } from './words.ts'

const mostDrawn = 1200
const margin = 34

interface Props {
  readonly network: NetworkAnswer
  readonly chosen: string | null
  readonly choose: (id: string) => void
}

/** Nodes and ties as they were laid out. One node takes the focus at a time; the arrow keys go from the strongest to the weakest. */
export function NetworkDrawing({ network, chosen, choose }: Props) {
  const { t } = useWords()
  const { ref, width } = useElementSize()
  const nodes = network.nodes.filter(({ community }) => community > 0)
  const sentence = useNodeSentence(network)
  const parts = useRef(new Map<string, SVGGElement>())
  const [hovered, setHovered] = useState<string | null>(null)
  const shown = hovered ?? (nodes.some(({ id }) => id === chosen) ? chosen : null)
  const height = Math.max(320, Math.min(640, width * (width < 500 ? 1.1 : 0.62)))
  const at = ({ x, y }: NetworkNode) =>
    [margin + x * (width - 2 * margin), margin + y * (height - 2 * margin)] as const
  const places = new Map(nodes.map((node) => [node.id, at(node)]))
  const near = new Set(shown === null ? [] : [shown, ...tiesOfNode(network, shown).map(({ other }) => other)])
  const size = sizer(network, width)
  const go = (event: KeyboardEvent, from: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const to = event.key === 'Home' ? 0 : step === undefined ? undefined : from + step
    const node = to === undefined ? undefined : nodes[(to + nodes.length) % nodes.length]
    if (node === undefined) return
    event.preventDefault()
    choose(node.id)
    parts.current.get(node.id)?.focus()
  }
  const first = shown !== null && hovered === null ? shown : (chosen ?? nodes[0]?.id)
  const reached = nodes.some(({ id }) => id === first) ? first : nodes[0]?.id
  return (
    <div>
      <Text size="sm" className="quiet" maw={820}>
        {t('network.drawingNote')}
        {network.ties.length > mostDrawn ? ` ${t('network.drawnOnly', { count: mostDrawn })}` : ''}
      </Text>
      <div ref={ref} className="network-place">
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in SVG
          <svg width={width} height={height} role="group" aria-label={t('network.drawing')}>
            <g>
              {network.ties.slice(0, mostDrawn).map(({ a, b, weight }) => {
                const [[x1, y1], [x2, y2]] = [places.get(a) ?? [0, 0], places.get(b) ?? [0, 0]]
                const lit = shown !== null && (a === shown || b === shown)
                return (
                  <line
                    key={`${a} ${b}`}
                    {...{ x1, y1, x2, y2 }}
                    className={shown === null ? 'tie' : lit ? 'tie lit' : 'tie dim'}
                    strokeWidth={size.tie(weight)}
                  />
                )
              })}
            </g>
            {nodes.toReversed().map((node) => {
              const [x, y] = places.get(node.id) ?? [0, 0]
              const r = size.node(node)
              const colour = groupColour(node.community)
              return (
                // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn in SVG
                <g
                  key={node.id}
                  ref={(part) => {
                    if (part !== null) parts.current.set(node.id, part)
                  }}
                  role="button"
                  tabIndex={node.id === reached ? 0 : -1}
                  aria-label={sentence(node)}
                  aria-pressed={node.id === chosen}
                  className={shown === null || near.has(node.id) ? 'node' : 'node dim'}
                  onClick={() => choose(node.id)}
                  onFocus={() => choose(node.id)}
                  onMouseEnter={() => setHovered(node.id)}
                  onMouseLeave={() => setHovered(null)}
                  onKeyDown={(event) => go(event, nodes.indexOf(node))}
                >
                  <circle
                    cx={x}
                    cy={y}
                    r={r}
                    fill={node.covered ? colour : '#fff'}
                    stroke={colour}
                    strokeWidth={2}
                  />
                  <text {...{ x, y: y - r - 3 }} className={size.named(node, near) ? '' : 'unnamed'}>
                    {node.isState ? node.id : node.title}
                  </text>
                </g>
              )
            })}
          </svg>
        )}
      </div>
      <Legend network={network} />
      <Chosen network={network} id={shown} />
    </div>
  )
}

/** Sizes of nodes and ties, and which nodes are named: all where there is room. */
function sizer({ nodes, ties }: NetworkAnswer, width: number) {
  const strength = (node: NetworkNode) => node.measures.strength?.value ?? 0
  const most = Math.max(...nodes.map(strength), 1e-9)
  const heaviest = Math.max(...ties.map(({ weight }) => weight), 1e-9)
  const small = width < 500
  const room = small ? 12 : 70
  const named = new Set(nodes.slice(0, room).map(({ id }) => id))
  return {
    node: (node: NetworkNode) => 3.5 + Math.sqrt(strength(node) / most) * (small ? 9 : 15),
    tie: (weight: number) => 0.4 + Math.sqrt(weight / heaviest) * (small ? 4 : 6),
    named: ({ id }: NetworkNode, near: ReadonlySet<string>) =>
      named.has(id) || (near.has(id) && (!small || near.size <= room)),
  }
}

function Legend({ network }: { network: NetworkAnswer }) {
  const { t } = useWords()
  const groups = Array.from({ length: Math.min(network.communities, 8) }, (_, at) => at + 1)
  const throughOthers = network.nodes.some(({ covered }) => !covered)
  return (
    <Group gap="md" my="xs">
      {groups.map((group) => (
        <Text key={group} size="sm" component="span">
          <span className="dot" style={{ background: groupColour(group) }} aria-hidden="true" />{' '}
          {t('network.group', { group })}
        </Text>
      ))}
      {network.communities > 8 && (
        <Text size="sm" className="quiet">
          {t('network.moreGroups', { count: network.communities - 8 })}
        </Text>
      )}
      {throughOthers && (
        <Text size="sm" component="span">
          <span className="dot hollow" aria-hidden="true" /> {t(hollowWords(network))}
        </Text>
      )}
    </Group>
  )
}

function Chosen({ network, id }: { network: NetworkAnswer; id: string | null }) {
  const { t, language } = useWords()
  const name = useNodeName(network)
  const sentence = useNodeSentence(network)
  const node = network.nodes.find((one) => one.id === id)
  if (node === undefined) return <Text size="sm">{t('network.chooseNode')}</Text>
  const ties = tiesOfNode(network, node.id)
  const number = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 2 })
  return (
    <Text size="sm" mih="3.2em">
      {sentence(node)}{' '}
      {ties
        .slice(0, 6)
        .map(({ other, weight }) => `${name(other)} ${number(weight)}`)
        .join(' · ')}
      {ties.length > 6 ? ' …' : ''}
    </Text>
  )
}
