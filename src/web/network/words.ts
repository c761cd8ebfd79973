import type { NetworkAnswer, NetworkNode } from '#api/contract/network'
import { useWords } from '../language.ts'

/** Colours of communities from the largest; further ones share the last. Numbers tell them apart as well. */
export const groupColours = [
  '#1f4e79',
  '#b5541c',
  '#3c7a4b',
  '#7a4e8a',
  '#9a7b1f',
  '#3a8a93',
  '#8a3d4d',
  '#66717c',
]

export function groupColour(community: number): string {
  return groupColours[Math.min(community, groupColours.length) - 1] ?? '#66717c'
}

/** The name of a node in the language of the page. */
export function useNodeName(network: NetworkAnswer): (id: string) => string {
  const { language } = useWords()
  const names = new Map(network.nodes.map((one) => [one.id, language === 'vi' ? one.titleVi : one.title]))
  return (id) => names.get(id) ?? id
}

/** A node in a sentence, for those who hear it. */
export function useNodeSentence(network: NetworkAnswer): (node: NetworkNode) => string {
  const { t, language } = useWords()
  const name = useNodeName(network)
  const number = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 2 })
  return (node) =>
    [
      t('network.sentence', {
        name: name(node.id),
        degree: number(node.measures.degree?.value ?? 0),
        strength: number(node.measures.strength?.value ?? 0),
        group: node.community,
      }),
      node.covered ? '' : t(network.source === 'ledger' ? 'network.throughOthers' : 'network.outside'),
    ]
      .filter((part) => part !== '')
      .join(' ')
}

/** The ties of a node, the heaviest first, with who stands at the other end. */
export function tiesOfNode({ ties, directed }: NetworkAnswer, id: string) {
  return ties.flatMap((tie) => {
    if (tie.a !== id && tie.b !== id) return []
    const role = !directed ? null : tie.a === id ? ('supplies' as const) : ('receives' as const)
    return [{ ...tie, other: tie.a === id ? tie.b : tie.a, role }]
  })
}

/** What it means that a node is not covered: in a ledger and in a dataset it has another reason. */
export function hollowWords({ source }: NetworkAnswer): 'network.hollow' | 'network.hollowInDataset' {
  return source === 'ledger' ? 'network.hollow' : 'network.hollowInDataset'
}
