/** Where states lie on a map: the table is what the outlines of Natural Earth give, and every point lies within its state. */
import { readFileSync } from 'node:fs'
import { type GeoPermissibleObjects, geoArea, geoCentroid, geoContains } from 'd3-geo'
import { feature } from 'topojson-client'
import { expect, test } from 'vitest'
import { states } from '#domain/state'
import { statePlaces } from '#domain/state-places.data'
import { stateRows } from '#domain/states.data'

type Ring = readonly (readonly [number, number])[]
interface Outline {
  readonly id?: string
  readonly properties: { readonly name: string }
  readonly geometry: {
    readonly type: 'Polygon' | 'MultiPolygon'
    readonly coordinates: readonly Ring[] | readonly (readonly Ring[])[]
  }
}

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-10m.json', 'utf8')) as Parameters<
  typeof feature
>[0]
const { features } = feature(atlas, atlas.objects['countries'] as never) as unknown as {
  readonly features: readonly Outline[]
}
const polygon = (coordinates: readonly Ring[]) =>
  ({ type: 'Polygon', coordinates }) as unknown as GeoPermissibleObjects & {
    readonly coordinates: readonly Ring[]
  }
const round = (value: number) => Math.round(value * 100) / 100

/** The largest part of each state that the outlines know, by id. */
function largestParts() {
  const byNumber = new Map(stateRows.flatMap(({ id, isoNumeric }) => (isoNumeric ? [[isoNumeric, id]] : [])))
  const largest = new Map<string, { readonly part: ReturnType<typeof polygon>; readonly area: number }>()
  for (const { id: number, properties, geometry } of features) {
    const id = properties.name === 'Kosovo' ? 'XKX' : byNumber.get(number ?? '')
    if (id === undefined) continue
    const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][]
    for (const part of parts.map(polygon)) {
      const area = geoArea(part)
      if (area > (largest.get(id)?.area ?? 0)) largest.set(id, { part, area })
    }
  }
  return largest
}

/** Its centroid; where that lies outside, the middle of the widest stretch at the centroid's latitude. */
function placeOf(part: ReturnType<typeof polygon>): readonly [number, number] {
  const [lon, lat] = geoCentroid(part)
  if (geoContains(part, [lon, lat])) return [round(lon), round(lat)]
  const crossed = part.coordinates
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x2, y2], at) => {
        const [x1, y1] = ring[at] ?? [x2, y2]
        return y1 > lat === y2 > lat ? [] : [x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)]
      }),
    )
    .toSorted((a, b) => a - b)
  const stretches = crossed
    .slice(1)
    .map((to, at) => ({ from: crossed[at] ?? to, to }))
    .filter((_, at) => at % 2 === 0)
  const widest = stretches.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  return [round(((widest?.from ?? lon) + (widest?.to ?? lon)) / 2), round(lat)]
}

test('the table of places is what the outlines give', () => {
  const found = Object.fromEntries(
    [...largestParts()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, { part }]) => [id, placeOf(part)]),
  )
  expect(statePlaces).toEqual(found)
})

test('every state of today has a place; those without one no longer exist', () => {
  const today = new Set(
    stateRows.filter(({ un, isoNumeric }) => isoNumeric && un?.endsWith('-')).map(({ id }) => id),
  )
  expect(states.filter(({ id }) => today.has(id) && !(id in statePlaces))).toEqual([])
  expect(Object.keys(statePlaces)).toContain('SGP')
  expect(Object.keys(statePlaces)).toContain('MDV')
  expect(Object.keys(statePlaces)).toContain('TUV')
})
