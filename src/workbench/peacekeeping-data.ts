import { SoundingsError } from '#domain/errors'
import { isMissing, type Missing } from '#domain/missing'
import type { PersonnelType } from '#domain/parity-targets.data'
import type { Series } from '#domain/series'
import { currentVersion, listVersions } from '#storage/dataset-versions'
import { listRecords } from '#storage/read-records'
import { askDataset } from './datasets.ts'
import type { Workbench } from './workbench.ts'

/** Where figures come from: monthly reports, means of years, or series that were recorded from either. */
export type PeacekeepingBasis = 'months' | 'years' | 'recorded'

/** A contribution: so many persons on average of the months reported, in a year or in one month. */
export interface Contribution {
  readonly state: string
  readonly year: number
  /** YYYY-MM, where reports are monthly */
  readonly month: string | null
  readonly mission: string
  readonly type: PersonnelType | null
  readonly women: number
  readonly total: number
}

/** A year of the data, and whether its figures can be compared with those of others. */
export interface CoveredYear {
  readonly year: number
  /** months reported; null where the data do not say */
  readonly months: number | null
  /** of all contributors together; null where it is not known */
  readonly world: number | null
  /** what all contributors sent in a usual year, where this year holds so little that months must lack */
  readonly partOf: number | null
}

/** Contributions of some states, the years covered, and what every contributor sent in a year. */
export interface PeacekeepingData {
  readonly basis: PeacekeepingBasis
  readonly dataset: string
  readonly version: string
  readonly citation: string
  readonly years: readonly CoveredYear[]
  readonly contributions: readonly Contribution[]
  /** year → what each contributor sent, 0 left out; null where it is not known */
  readonly world: ReadonlyMap<number, readonly number[]> | null
  /** by state, the years that were recorded, with the reason where one is missing; null where the data are not recorded series */
  readonly recorded: ReadonlyMap<string, ReadonlyMap<number, Missing | null>> | null
}

/** A year whose means add up to less than this share of those of a usual one lacks months. */
const partBelow = 0.8

/** Measures of the series that stand for peacekeeping; missions follow a slash, as in `peacekeepers/unmiss`. */
export const peacekeepingMeasures = { all: 'peacekeepers', women: 'peacekeepers-women' } as const

/**
 * What is known here of the peacekeepers of some states: from monthly reports if they were imported, else from means of years, else from
 * recorded series.
 *
 * @throws SoundingsError `dataset-absent` if nothing is known
 */
export async function readPeacekeeping(
  workbench: Workbench,
  states: readonly string[],
  version?: string,
): Promise<PeacekeepingData> {
  const { db } = workbench.database
  const found =
    version === undefined
      ? await currentVersion(db, 'un-peacekeeping')
      : (await listVersions(db, 'un-peacekeeping')).find((one) => one.version === version)
  const tables = (found?.tables ?? []).map(({ name }) => name)
  if (tables.includes('reports')) return readMonths(workbench, states, found?.version)
  if (tables.includes('contributions')) return readYears(workbench, states, found?.version)
  if (version === undefined) {
    const series = (await listRecords(db, 'series')).map(({ body }) => body)
    const recorded = fromSeries(
      series.filter(
        ({ measure }) =>
          measure.split('/')[0] === peacekeepingMeasures.all ||
          measure.split('/')[0] === peacekeepingMeasures.women,
      ),
    )
    if (recorded !== undefined) return recorded
  }
  throw new SoundingsError('dataset-absent', 'no contributions to peacekeeping are known here', {
    advice:
      'Bring the file of yearly contributions or the monthly reports: soundings dataset add un-peacekeeping FILE.',
  })
}

type Row = Readonly<Record<string, unknown>>
const number = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : 0

async function readYears(
  workbench: Workbench,
  states: readonly string[],
  version: string | undefined,
): Promise<PeacekeepingData> {
  const asked = { dataset: 'un-peacekeeping', table: 'contributions', version }
  const rows = await askDataset(workbench, { ...asked, by: 'row', states })
  const all = await askDataset(workbench, { ...asked, by: 'state-year', columns: ['total'] })
  const world = worldOf(all.rows, () => 1)
  const sums = new Map([...world].map(([year, list]) => [year, list.reduce((sum, one) => sum + one, 0)]))
  const usual = median([...sums.values()])
  return {
    basis: 'years',
    dataset: rows.dataset,
    version: rows.version,
    citation: rows.citation,
    years: [...sums]
      .toSorted(([a], [b]) => a - b)
      .map(([year, sum]) => ({
        year,
        months: null,
        world: sum,
        partOf: sum < partBelow * usual ? usual : null,
      })),
    contributions: rows.rows.map((row) => contribution(row, null, number(row['year']))),
    world,
    recorded: null,
  }
}

async function readMonths(
  workbench: Workbench,
  states: readonly string[],
  version: string | undefined,
): Promise<PeacekeepingData> {
  const asked = { dataset: 'un-peacekeeping', table: 'reports', version }
  const rows = await askDataset(workbench, { ...asked, by: 'row', states })
  const all = await askDataset(workbench, { ...asked, by: 'state-year', columns: ['total'] })
  const reported = await askDataset(workbench, { ...asked, by: 'month', columns: ['total'] })
  const months = Map.groupBy(reported.rows, (row) => Number(String(row['month']).slice(0, 4)))
  const monthsIn = (year: number) => months.get(year)?.length ?? 0
  const world = worldOf(all.rows, monthsIn)
  return {
    basis: 'months',
    dataset: rows.dataset,
    version: rows.version,
    citation: rows.citation,
    years: [...months.keys()]
      .toSorted((a, b) => a - b)
      .map((year) => ({
        year,
        months: monthsIn(year),
        world: (world.get(year) ?? []).reduce((sum, one) => sum + one, 0),
        partOf: null,
      })),
    contributions: rows.rows.map((row) => {
      const month = String(row['date']).slice(0, 7)
      return contribution(row, month, Number(month.slice(0, 4)))
    }),
    world,
    recorded: null,
  }
}

function contribution(row: Row, month: string | null, year: number): Contribution {
  return {
    state: String(row['state']),
    year,
    month,
    mission: String(row['mission']),
    type: (row['type'] as PersonnelType | undefined) ?? null, // the import lets no other word pass
    women: number(row['women']),
    total: number(row['total']),
  }
}

function worldOf(
  rows: readonly Row[],
  monthsIn: (year: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const byYear = Map.groupBy(rows, (row) => number(row['year']))
  return new Map(
    [...byYear].map(([year, list]) => [
      year,
      list.map((row) => number(row['total']) / Math.max(1, monthsIn(year))).filter((one) => one > 0),
    ]),
  )
}

/** Series back into contributions: by mission where they were recorded so, else all missions as one. */
function fromSeries(series: readonly Series[]): PeacekeepingData | undefined {
  const [first] = series
  if (first?.computed === undefined) return undefined
  const values = new Map<string, number>()
  const recorded = new Map<string, Map<number, Missing | null>>()
  const years = new Set<number>()
  const missions = new Map<string, Set<string>>()
  for (const { measure, of, observations } of series) {
    const [kind = '', mission = ''] = measure.split('/')
    if (mission !== '') missions.set(of, (missions.get(of) ?? new Set()).add(mission))
    for (const { year, value } of observations) {
      if (kind === peacekeepingMeasures.all && mission === '') {
        years.add(year)
        recorded.set(of, (recorded.get(of) ?? new Map()).set(year, isMissing(value) ? value : null))
      }
      if (!isMissing(value)) values.set(`${kind} ${of} ${year} ${mission}`, value)
    }
  }
  const contributions = [...recorded].flatMap(([state, known]) =>
    [...known.keys()].flatMap((year) =>
      [...(missions.get(state) ?? [''])].flatMap((mission): readonly Contribution[] => {
        const total = values.get(`${peacekeepingMeasures.all} ${state} ${year} ${mission}`) ?? 0
        const women = values.get(`${peacekeepingMeasures.women} ${state} ${year} ${mission}`) ?? 0
        return total === 0
          ? []
          : [{ state, year, month: null, mission: mission.toUpperCase(), type: null, women, total }]
      }),
    ),
  )
  return {
    basis: 'recorded',
    dataset: first.computed.dataset,
    version: first.computed.version,
    citation: first.computed.query,
    years: [...years]
      .toSorted((a, b) => a - b)
      .map((year) => ({ year, months: null, world: null, partOf: null })),
    contributions,
    world: null,
    recorded,
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
