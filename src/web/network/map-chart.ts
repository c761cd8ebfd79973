import type { NetworkAnswer } from '#api/contract/network'
import { statePlaces } from '#domain/state-places.data'
import { stateRows } from '#domain/states.data'
import { tiesOfNode } from './words.ts'

type Spec = Readonly<Record<string, unknown>>

/** Where the pattern of what is not covered is defined in the page. */
export const hatching = 'not-covered-hatching'

/** The outlines, as the package has them. */
export interface Outlines {
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly { readonly id?: string; readonly properties: { readonly name: string } }[]
    }
  }
}

const ids = new Map(
  stateRows.flatMap(({ id, isoNumeric }) => (isoNumeric ? [[isoNumeric, id] as const] : [])),
)
const fills = { own: '#1f4e79', tied: '#c9dcec', none: '#f1efe8', 'not-covered': `url(#${hatching})` }

/** The whole world, or what lies within 35 degrees of the state. */
export const mapParts = ['world', 'surroundings'] as const
export type MapPart = (typeof mapParts)[number]
const widestDegrees = 35

/** Which state an outline is of, if the list of states knows it. */
function stateOfOutline({ id, properties }: Outlines['objects']['countries']['geometries'][number]) {
  return properties.name === 'Kosovo' ? 'XKX' : ids.get(id ?? '')
}

/**
 * A map of the ties of a state: arcs of great circles whose width is the weight; who is tied, who is covered and has no tie, who is not
 * covered. A state too small for an outline is a point. The map turns so that the state lies in its middle.
 */
export function mapChart(
  outlines: Outlines,
  network: NetworkAnswer,
  state: string,
  width: number,
  words: { readonly weight: string; readonly title: (id: string) => string },
  part: MapPart = 'world',
): Spec {
  const small = width < 500
  const home = statePlaces[state] ?? [0, 0]
  const ties = tiesOfNode(network, state)
  const tied = new Set(ties.map(({ other }) => other))
  const covered = new Set(network.nodes.filter((one) => one.covered).map(({ id }) => id))
  const statusOf = (id: string) =>
    id === state
      ? 'own'
      : tied.has(id)
        ? 'tied'
        : covered.has(id) && covered.has(state) && isWhole(network)
          ? 'none'
          : 'not-covered'
  const drawn = new Set<string>()
  const countries = outlines.objects.countries.geometries.map((one) => {
    const id = stateOfOutline(one)
    if (id !== undefined) drawn.add(id)
    return { name: one.properties.name, status: id === undefined ? 'not-covered' : statusOf(id) }
  })
  const height = Math.round(
    part === 'world' ? width * 0.5 : Math.min(width * 0.95, Math.max(width * 0.5, 320)),
  )
  const inside = (there: readonly [number, number]) =>
    part === 'world' || degreesBetween(home, there) < widestDegrees
  const perDegree = part === 'world' ? width / 360 : height / (2 * widestDegrees)
  const tiny = Object.entries(statePlaces).flatMap(([id, [lon, lat]]) =>
    drawn.has(id) || !inside([lon, lat]) || stateRows.every((row) => row.id !== id || row.gw === undefined)
      ? []
      : [{ lon, lat, status: statusOf(id), title: words.title(id) }],
  )
  const arcs = ties.flatMap(({ other, weight }) => {
    const there = statePlaces[other]
    if (there === undefined) return []
    const geometry = { type: 'LineString', coordinates: [home, there] }
    return [{ type: 'Feature', geometry, weight, title: words.title(other) }]
  })
  const points = named(
    ties.flatMap(({ other, weight }) => {
      const there = statePlaces[other]
      if (there === undefined || !inside(there)) return []
      const name = small ? other : words.title(other)
      return [{ lon: there[0], lat: there[1], weight, title: words.title(other), name }]
    }),
    perDegree,
  )
  const colour = {
    field: 'status',
    type: 'nominal',
    legend: null,
    scale: { domain: Object.keys(fills), range: Object.values(fills) },
  }
  const place = {
    longitude: { field: 'lon', type: 'quantitative' },
    latitude: { field: 'lat', type: 'quantitative' },
  }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    projection:
      part === 'world'
        ? { type: 'equalEarth', rotate: [-home[0], 0, 0] }
        : {
            type: 'azimuthalEqualArea',
            rotate: [-home[0], -home[1], 0],
            clipAngle: widestDegrees,
            scale: height / 2 / (2 * Math.sin((widestDegrees * Math.PI) / 360)),
            translate: [width / 2, height / 2],
          },
    config: { view: { stroke: null } },
    layer: [
      {
        data: { sphere: true },
        mark: { type: 'geoshape', fill: '#eaf1f6', stroke: '#c3ccd5', strokeWidth: 0.5 },
      },
      {
        data: { values: outlines, format: { type: 'topojson', feature: 'countries' } },
        transform: [
          { calculate: 'datum.properties.name', as: 'name' },
          {
            lookup: 'name',
            from: { data: { values: countries }, key: 'name', fields: ['status'] },
          },
        ],
        mark: { type: 'geoshape', stroke: '#a9b4bf', strokeWidth: 0.4 },
        encoding: { color: colour },
      },
      {
        data: { values: tiny },
        mark: { type: 'circle', size: small ? 12 : 26, opacity: 1, stroke: '#8a94a0', strokeWidth: 0.7 },
        encoding: { ...place, color: colour, tooltip: { field: 'title' } },
      },
      {
        data: { values: arcs },
        mark: { type: 'geoshape', filled: false, stroke: '#b5541c', strokeOpacity: 0.75, strokeCap: 'round' },
        encoding: {
          strokeWidth: {
            field: 'weight',
            type: 'quantitative',
            title: words.weight,
            scale: { type: 'sqrt', domainMin: 0, range: small ? [0.4, 5] : [0.6, 8] },
            legend: { orient: 'bottom', symbolType: 'stroke', symbolStrokeColor: '#b5541c', tickCount: 3 },
          },
        },
      },
      {
        data: { values: network.places.filter(({ lon, lat }) => inside([lon, lat])) },
        mark: {
          type: 'point',
          shape: 'diamond',
          filled: true,
          size: small ? 24 : 70,
          color: '#3c7a4b',
          stroke: '#fff',
          opacity: 1,
        },
        encoding: place,
      },
      {
        data: { values: points },
        layer: [
          {
            mark: { type: 'circle', size: small ? 10 : 24, color: '#7a3408', opacity: 1 },
            encoding: { ...place, tooltip: [{ field: 'title' }, { field: 'weight', title: words.weight }] },
          },
          {
            mark: {
              type: 'text',
              dy: -7,
              fontSize: small ? 9 : 11,
              fill: '#1b1f24',
            },
            encoding: { ...place, text: { field: 'name' } },
          },
        ],
      },
    ],
  }
}

/** Whether the source covers states beside the one whose ledger it is. */
function isWhole({ nodes }: NetworkAnswer): boolean {
  return nodes.filter(({ covered }) => covered).length > 1
}

interface Point {
  readonly lon: number
  readonly lat: number
  readonly name: string
}

/** Names from the heaviest on, each only where it lies upon no other. */
function named<P extends Point>(points: readonly P[], pixelsPerDegree: number): readonly P[] {
  const kept: Point[] = []
  return points.map((point) => {
    const free = kept.every((other) => {
      const wide = ((point.name.length + other.name.length) / 2) * 6.5
      const apart = Math.abs(point.lon - other.lon)
      const dx = Math.min(apart, 360 - apart) * Math.cos((point.lat * Math.PI) / 180) * pixelsPerDegree
      return dx > wide || Math.abs(point.lat - other.lat) * pixelsPerDegree > 14
    })
    if (free) kept.push(point)
    return free ? point : { ...point, name: '' }
  })
}

/** The angle between two places seen from the middle of the earth. */
function degreesBetween([x, y]: readonly [number, number], [u, v]: readonly [number, number]): number {
  const turn = Math.PI / 180
  const cosine =
    Math.sin(y * turn) * Math.sin(v * turn) +
    Math.cos(y * turn) * Math.cos(v * turn) * Math.cos((x - u) * turn)
  return Math.acos(Math.max(-1, Math.min(1, cosine))) / turn
}
