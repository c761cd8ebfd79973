/** The map: who is tied, who is covered without a tie, who is not covered, and that small states are there. */
import { expect, test } from 'vitest'
import file from 'world-atlas/countries-110m.json' with { type: 'json' }
import type { NetworkAnswer } from '#api/contract/network'
import { mapChart, type Outlines } from './map-chart.ts'

const outlines = file as unknown as Outlines // Natural Earth's file
const node = (id: string, covered: boolean): NetworkAnswer['nodes'][number] => ({
  ...{ id, title: id, titleVi: id, isState: true, covered, yearsCovered: covered ? 1 : null },
  ...{ community: 1, x: 0, y: 0, place: null, measures: {} },
})
const tie = (a: string, b: string) => ({
  ...{ a, b, weight: 1, activities: 1, firstYear: 2000, lastYear: 2000, kinds: [], records: [] },
})
function network(nodes: NetworkAnswer['nodes']): NetworkAnswer {
  return {
    ...{ source: 'ledger', version: null, citation: null, state: 'VNM', directed: false, kinds: [] },
    ...{ multilateral: 'shared', paths: 'steps', weight: 'activities', known: null, years: null },
    ...{ activities: 2, nodes, ties: [tie('SGP', 'VNM'), tie('USA', 'VNM')], notCovered: [], places: [] },
    ...{ communities: 1, modularity: 0, draws: 0, seed: 1, notices: [] },
  }
}
function statuses(of: NetworkAnswer, part: 'world' | 'surroundings' = 'world'): Map<string, string> {
  const chart = JSON.stringify(
    mapChart(outlines, of, 'VNM', 1000, { weight: 'weight', title: (id) => id }, part),
  )
  return new Map(
    [...chart.matchAll(/\{[^{}]*"status":"([a-z-]+)"[^{}]*\}/g)].map(([text, status]) => {
      const one = JSON.parse(text) as { name?: string; title?: string }
      return [one.name ?? one.title ?? '', status ?? '']
    }),
  )
}

test('in a ledger everyone without a tie is not covered; in a dataset who is covered is told to have none', () => {
  const ledger = statuses(network([node('VNM', true), node('USA', false), node('SGP', false)]))
  expect(ledger.get('Vietnam')).toBe('own')
  expect(ledger.get('United States of America')).toBe('tied')
  expect(ledger.get('Brazil')).toBe('not-covered')
  const dataset = statuses(network(['VNM', 'USA', 'SGP', 'BRA'].map((id) => node(id, true))))
  expect(dataset.get('Brazil')).toBe('none')
  expect(dataset.get('Peru')).toBe('not-covered')
})

test('states too small for an outline are points; of the surroundings only those near', () => {
  const of = network([node('VNM', true), node('SGP', false)])
  expect(statuses(of).get('SGP')).toBe('tied')
  expect(statuses(of).get('MDV')).toBe('not-covered')
  expect(statuses(of, 'surroundings').has('SGP')).toBe(true)
  expect(statuses(of, 'surroundings').has('BRB')).toBe(false)
})
