import type { Actor } from '#domain/actor'
import { type Chair, chairsOf, type DoubleDuty, doubleDuties } from '#domain/chair'
import { bounds } from '#domain/date'
import { SoundingsError } from '#domain/errors'
import { type Estimate, type FindingEvidence, pointers } from '#domain/finding'
import type { Institution } from '#domain/institution'
import { type Overlap, overlapsOf, sameMembers } from '#domain/overlap'
import { type Seat, seatsAt } from '#domain/seat'
import { listRecords } from '#storage/read-records'
import { type Frequency, frequencyOf } from './meeting-frequency.ts'
import type { Workbench } from './workbench.ts'

/** How somebody who sits somewhere is called. */
export type Named = Pick<Actor, 'id' | 'name' | 'nameVi' | 'type'> & {
  /** ISO alpha-3 code of a state */
  readonly code: string | undefined
}

/** What nobody has recorded of a mechanism. */
export const mechanismGaps = [
  'no-ministry',
  'no-lead',
  'no-meeting',
  'no-rhythm',
  'no-member',
  'one-member',
] as const
export type MechanismGap = (typeof mechanismGaps)[number]

/** A mechanism with what is known of it at a date. */
export interface MechanismView {
  readonly id: string
  readonly name: string
  readonly nameVi: string | undefined
  readonly within: string | undefined
  readonly level: Institution['level']
  readonly founded: string | undefined
  readonly aims: readonly string[]
  readonly everyMonths: number | undefined
  readonly frequency: Frequency
  readonly ministries: readonly {
    readonly actor: string
    readonly role: 'leads' | 'contributes'
    readonly evidence: readonly FindingEvidence[]
  }[]
  /** elected seats, with the dates that are recorded */
  readonly elected: readonly {
    readonly mechanism: string
    readonly actor: string
    readonly from: string
    readonly to: string
    readonly illustrative: boolean
  }[]
  readonly gaps: readonly MechanismGap[]
  readonly evidence: readonly FindingEvidence[]
}

/** Who sits where at a date, how far mechanisms overlap, who chairs when, who holds two chairs or seats in one year. */
export interface Mechanisms {
  readonly at: string
  readonly mechanisms: readonly MechanismView[]
  readonly actors: readonly Named[]
  readonly seats: readonly Seat[]
  readonly overlaps: readonly (Omit<Overlap, 'jaccard' | 'bounds'> & { readonly jaccard: Estimate })[]
  readonly same: readonly (readonly string[])[]
  readonly chairs: readonly Chair[]
  readonly double: readonly DoubleDuty[]
}

const yearsProjected = 10
const yearsBack = 30

/**
 * The mechanisms of the workspace at a date.
 *
 * @param at EDTF; today if left out
 * @throws SoundingsError `call-invalid` if it is no date
 */
export async function seeMechanisms(
  { database: { db }, config }: Workbench,
  at: string = config.now().slice(0, 10),
): Promise<Mechanisms> {
  const year = yearOf(at)
  const institutions = (await listRecords(db, 'institution')).map(({ body }) => body)
  const actors = new Map((await listRecords(db, 'actor')).map(({ id, body }) => [id, body]))
  const seats = seatsAt(institutions, at)
  const overlaps = overlapsOf(seats)
  const nameOf = (id: string) => actors.get(id)?.name ?? id
  const chairs = institutions.flatMap((one) => chairsOf(one, nameOf, year + yearsProjected))
  const named = new Set([
    ...seats.map(({ actor }) => actor),
    ...chairs.map(({ actor }) => actor),
    ...institutions.flatMap(({ ministries = [] }) => ministries.map(({ actor }) => actor)),
  ])
  return {
    at,
    mechanisms: institutions.map((one) => viewOf(one, at, seats)),
    actors: [...named]
      .map((id): Named => {
        const { name = id, nameVi, type = 'other', codes = [] } = actors.get(id) ?? {}
        return { id, name, nameVi, type, code: codes.find(({ scheme }) => scheme === 'iso3')?.code }
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    seats,
    overlaps: overlaps.map(({ jaccard, bounds: interval, ...rest }) => ({
      ...rest,
      jaccard: {
        value: jaccard,
        interval: [interval[0], interval[1]],
        unit: 'share',
        uncertainty: 'bounds from dates whose precision does not tell who sat there',
      },
    })),
    same: sameMembers(overlaps),
    chairs,
    double: doubleDuties(institutions, chairs, [year - yearsBack, year + yearsProjected]),
  }
}

function yearOf(at: string): number {
  try {
    return new Date(bounds(at).earliest).getUTCFullYear()
  } catch (cause) {
    throw new SoundingsError(
      'call-invalid',
      'a date is written in EDTF, such as 2020, 2020-06 or 2020-06-25',
      {
        place: { field: 'at', value: at },
        cause,
      },
    )
  }
}

function viewOf(institution: Institution, at: string, seats: readonly Seat[]): MechanismView {
  const {
    id,
    name,
    nameVi,
    within,
    level,
    founded,
    everyMonths,
    meetings = [],
    ministries = [],
  } = institution
  const members = seats.filter(({ mechanism }) => mechanism === id).length
  const gaps: readonly (MechanismGap | false)[] = [
    ministries.length === 0 && 'no-ministry',
    ministries.length > 0 && !ministries.some(({ role }) => role === 'leads') && 'no-lead',
    meetings.length === 0 && 'no-meeting',
    everyMonths === undefined && 'no-rhythm',
    members === 0 && 'no-member',
    members === 1 && 'one-member',
  ]
  const restsOn = [institution, ...(institution.memberships ?? []), ...meetings].flatMap(
    (one) => one.restsOn ?? [],
  )
  return {
    id,
    name,
    nameVi,
    within,
    level,
    founded,
    aims: institution.aims ?? [],
    everyMonths,
    frequency: frequencyOf(institution, at),
    ministries: ministries.map((one) => ({
      actor: one.actor,
      role: one.role,
      evidence: pointers('institution', { id, restsOn: one.restsOn }),
    })),
    elected: (institution.memberships ?? [])
      .filter(({ role }) => role === 'elected-member')
      .map(({ actor, from = '..', to = '..', illustrative = false }) => ({
        mechanism: id,
        actor,
        from,
        to,
        illustrative,
      })),
    gaps: gaps.filter((gap) => gap !== false),
    evidence: distinct(pointers('institution', { id, restsOn })),
  }
}

function distinct(evidence: readonly FindingEvidence[]): readonly FindingEvidence[] {
  return [...new Map(evidence.map((one) => [`${one.source} ${one.locator}`, one])).values()]
}
