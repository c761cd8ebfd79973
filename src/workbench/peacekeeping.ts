import { SoundingsError } from '#domain/errors'
import { type Missing, missing, type Reason } from '#domain/missing'
import { type ParityTarget, type PersonnelType, parityTargets } from '#domain/parity-targets.data'
import { states as allStates, inSystem } from '#domain/state'
import { type CompetitionRank, competitionRank } from '#numeric/competition-rank'
import { wilsonInterval } from '#numeric/wilson-interval'
import { stateId } from './datasets.ts'
import {
  type Contribution,
  type CoveredYear,
  type PeacekeepingBasis,
  type PeacekeepingData,
  readPeacekeeping,
} from './peacekeeping-data.ts'
import type { Workbench } from './workbench.ts'

/** Whose peacekeepers, against whom, when. */
export interface PeacekeepingRequest {
  readonly state: string
  /** members of ASEAN in the last year covered, if left out */
  readonly peers?: readonly string[] | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly version?: string | undefined
}

/** A share of women with its interval. */
export interface WomenShare {
  /** in [0, 1] */
  readonly value: number
  readonly interval: readonly [number, number]
}

/** What a state sent in a year, and where it stands. */
export interface StateYear {
  readonly year: number
  readonly total: number | Missing
  readonly women: number | Missing
  readonly share: WomenShare | Missing
  /** among all contributors */
  readonly rank: CompetitionRank | Missing
  /** among the state and its peers that sent anybody */
  readonly rankAmongPeers: CompetitionRank | Missing
}

/** A share of women against a target of the United Nations. */
export interface TargetCheck extends ParityTarget {
  /** year of the share compared: that of the target if covered, else the last one known */
  readonly compared: number | null
  readonly reached: WomenShare | Missing
  /** whether the interval lies above, below or across the target; `not-told` where types are not told apart */
  readonly verdict: 'above' | 'below' | 'across' | 'not-told'
}

/** Persons sent, gathered by what was asked. */
export interface Gathered {
  readonly key: string
  readonly women: number
  readonly total: number
}

/** Contributions of a state to peacekeeping, by mission, type and month, against peers and targets. */
export interface PeacekeepingAnswer {
  readonly state: string
  readonly peers: readonly string[]
  readonly basis: PeacekeepingBasis
  readonly dataset: string
  readonly version: string
  readonly citation: string
  readonly years: readonly CoveredYear[]
  readonly states: readonly { readonly state: string; readonly years: readonly StateYear[] }[]
  readonly missions: readonly (Gathered & { readonly year: number })[]
  readonly types: readonly (Gathered & { readonly year: number })[]
  readonly months: readonly (Gathered & { readonly mission: string })[]
  readonly targets: readonly TargetCheck[]
}

const reasons = {
  part: {
    en: 'the file holds a part of {year} only: all contributors together have {world} there, against {usual} in a usual year',
    vi: 'tệp chỉ có một phần của năm {year}: mọi nước cử quân cộng lại là {world}, so với {usual} trong một năm bình thường',
  },
  outside: { en: 'the data do not cover {year}', vi: 'dữ liệu không bao gồm năm {year}' },
  notMember: {
    en: 'it was no member of the United Nations in {year}',
    vi: 'không phải là thành viên Liên hợp quốc trong năm {year}',
  },
  nobody: { en: 'nobody was sent', vi: 'không cử ai' },
  notRecorded: { en: 'no series of it was recorded', vi: 'chưa có chuỗi số liệu nào được ghi' },
  worldNotKnown: {
    en: 'the figures of all contributors were not recorded',
    vi: 'số liệu của mọi nước cử quân chưa được ghi',
  },
  typesTogether: {
    en: 'types of personnel are not told apart in these data',
    vi: 'dữ liệu này không phân biệt loại nhân sự',
  },
  noneOfType: { en: 'nobody of this type was sent', vi: 'không cử ai thuộc loại này' },
} satisfies Record<string, Reason>

/**
 * What a state contributes to peacekeeping, with the share of women, against peers and targets. A year that is not covered, or only in
 * part, is missing; a covered year without a row is zero.
 *
 * @throws SoundingsError `dataset-absent`; `call-invalid` if a state is not known or the years are turned round
 */
export async function peacekeeping(
  workbench: Workbench,
  request: PeacekeepingRequest,
): Promise<PeacekeepingAnswer> {
  const state = stateId(request.state)
  const { from, to } = request
  if (from !== undefined && to !== undefined && from > to)
    throw new SoundingsError('call-invalid', `from ${from} lies after to ${to}`)
  const named = request.peers?.map(stateId)
  const members = named ?? allStates.filter(({ id }) => inSystem('asean', id, 2020)).map(({ id }) => id)
  const peers = [...new Set(members)].filter((peer) => peer !== state)
  const data = await readPeacekeeping(workbench, [state, ...peers], request.version)
  const first = data.years.at(0)?.year ?? 0
  const last = data.years.at(-1)?.year ?? 0
  const years = yearsFrom(from ?? first, to ?? last)
  const inYears = data.contributions.filter(({ year }) => years.includes(year))
  const means = yearlyMeans(data, inYears)
  const own = means.filter((one) => one.state === state)
  const sums = new Map(
    [...Map.groupBy(means, (one) => `${one.state} ${one.year}`)].map(([key, list]) => [key, sumOf(list)]),
  )
  const group = [state, ...peers]
  const states = group.map((id) => ({
    state: id,
    years: years.map((year) => stateYear(data, sums, group, id, year)),
  }))
  return {
    state,
    peers,
    basis: data.basis,
    dataset: data.dataset,
    version: data.version,
    citation: data.citation,
    years: data.years.filter(({ year }) => years.includes(year)),
    states,
    missions: gathered(own, ({ mission }) => mission, data),
    types: data.basis === 'months' ? gathered(own, ({ type }) => type ?? '', data) : [],
    months: [
      ...Map.groupBy(
        inYears.filter((one) => one.state === state && one.month !== null),
        ({ month, mission }) => `${month} ${mission}`,
      ),
    ]
      .map(([key, list]) => ({ key: key.slice(0, 7), mission: key.slice(8), ...sumOf(list) }))
      .toSorted((a, b) => (`${a.key} ${a.mission}` < `${b.key} ${b.mission}` ? -1 : 1)),
    targets: parityTargets.map((target) => checked(target, own, data)),
  }
}

function stateYear(
  data: PeacekeepingData,
  sums: ReadonlyMap<string, { readonly women: number; readonly total: number }>,
  group: readonly string[],
  state: string,
  year: number,
): StateYear {
  const absent = whyAbsent(data, state, year, sums.has(`${state} ${year}`))
  if (absent !== null)
    return { year, total: absent, women: absent, share: absent, rank: absent, rankAmongPeers: absent }
  const { women, total } = sums.get(`${state} ${year}`) ?? { women: 0, total: 0 }
  const nobody = missing('not-applicable', reasons.nobody)
  const world = data.world?.get(year)
  const peers = group.flatMap((one) => sums.get(`${one} ${year}`)?.total ?? []).filter((one) => one > 0)
  return {
    year,
    total: rounded(total),
    women: rounded(women),
    share: shareOf(women, total) ?? nobody,
    rank:
      total === 0
        ? nobody
        : world === undefined
          ? missing('not-collected', reasons.worldNotKnown)
          : competitionRank(nearest(total, world), world),
    rankAmongPeers: total === 0 ? nobody : competitionRank(total, peers),
  }
}

/** Sums of the same numbers in another order may differ in the last digit. */
function nearest(value: number, values: readonly number[]): number {
  return values.reduce(
    (best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best),
    Number.POSITIVE_INFINITY,
  )
}

function whyAbsent(data: PeacekeepingData, state: string, year: number, sent: boolean): Missing | null {
  const covered = data.years.find((one) => one.year === year)
  if (covered === undefined) return missing('outside-coverage', reasons.outside, { year })
  if (covered.partOf !== null)
    return missing('not-collected', reasons.part, {
      year,
      world: Math.round(covered.world ?? 0),
      usual: Math.round(covered.partOf),
    })
  if (data.recorded !== null) {
    const known = data.recorded.get(state)?.get(year)
    return known === undefined ? missing('not-collected', reasons.notRecorded) : known
  }
  if (!sent && !inSystem('un', state, year)) return missing('not-applicable', reasons.notMember, { year })
  return null
}

/** Means of the months reported, by year, mission and type; yearly figures as they are. */
function yearlyMeans(data: PeacekeepingData, rows: readonly Contribution[]): readonly Contribution[] {
  if (data.basis !== 'months') return rows
  const monthsIn = new Map(data.years.map(({ year, months }) => [year, months ?? 1]))
  return [
    ...Map.groupBy(rows, (one) => `${one.state} ${one.year} ${one.mission} ${one.type}`).values(),
  ].flatMap((list): readonly Contribution[] => {
    const [first] = list
    if (first === undefined) return []
    const months = monthsIn.get(first.year) ?? 1
    const { women, total } = sumOf(list)
    return [{ ...first, month: null, women: women / months, total: total / months }]
  })
}

function gathered(
  rows: readonly Contribution[],
  keyOf: (row: Contribution) => string,
  data: PeacekeepingData,
): readonly (Gathered & { readonly year: number })[] {
  const whole = rows.filter(({ year }) => data.years.find((one) => one.year === year)?.partOf === null)
  return [...Map.groupBy(whole, (row) => `${row.year} ${keyOf(row)}`)]
    .map(([key, list]) => {
      const { women, total } = sumOf(list)
      return {
        year: Number(key.slice(0, 4)),
        key: key.slice(5),
        women: rounded(women),
        total: rounded(total),
      }
    })
    .toSorted((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1))
}

function checked(target: ParityTarget, own: readonly Contribution[], data: PeacekeepingData): TargetCheck {
  const told = (verdict: TargetCheck['verdict'], compared: number | null, reached: WomenShare | Missing) => ({
    ...target,
    compared,
    reached,
    verdict,
  })
  if (data.basis !== 'months') return told('not-told', null, missing('not-collected', reasons.typesTogether))
  const types: readonly (PersonnelType | null)[] = target.types
  const rows = own.filter(({ type }) => types.includes(type))
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b)
  const compared = years.includes(target.year)
    ? target.year
    : years.filter((year) => year < target.year).at(-1)
  const { women, total } = sumOf(rows.filter(({ year }) => year === compared))
  const share = shareOf(women, total)
  if (compared === undefined || share === null)
    return told('not-told', null, missing('not-applicable', reasons.noneOfType))
  const [low, high] = share.interval
  return told(low > target.share ? 'above' : high < target.share ? 'below' : 'across', compared, share)
}

/** Share of women with Wilson's interval, as if every person were drawn by chance: how little few persons can tell. */
function shareOf(women: number, total: number): WomenShare | null {
  if (!(total > 0)) return null
  const few = Math.min(women, total) // yearly means are rounded one by one
  return { value: few / total, interval: wilsonInterval(few, total) }
}

function sumOf(rows: readonly { readonly women: number; readonly total: number }[]) {
  return {
    women: rows.reduce((sum, one) => sum + one.women, 0),
    total: rows.reduce((sum, one) => sum + one.total, 0),
  }
}

/** To a tenth of a person: means of months need no more. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function yearsFrom(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(200, to - from + 1)) }, (_, at) => from + at)
}
