import type { Agreement } from '#domain/agreement'
import { bindingness } from '#domain/agreement'
import { bounds } from '#domain/date'
import { pointers } from '#domain/finding'
import type { Criterion } from '#domain/framework'
import type { Missing } from '#domain/missing'
import type { Relation, Spell } from '#domain/relation'
import { absent } from './absent.ts'
import type { Dossier, Pointer } from './model.ts'
import type { reasons } from './reasons.data.ts'

/** A count made from records, with its unit. */
export interface Counted {
  readonly value: number | Missing
  readonly unit: string
  readonly illustrative: boolean
  readonly evidence: readonly Pointer[]
}

/**
 * What is counted from agreements and mechanisms in a year. What was never recorded is missing, not zero.
 *
 * @param illustrative whether spells that were made up count
 */
export function fromRecords(
  what: NonNullable<Criterion['fromRecords']>,
  dossier: Dossier,
  year: number,
  illustrative: boolean,
): Counted {
  const counted = {
    'agreements-in-force': agreements,
    'mechanism-vitality': vitality,
    longevity,
    'crisis-mechanisms': crisis,
    'binding-rules': binding,
  }[what](illustrative ? dossier : withoutIllustrative(dossier), year)
  return { ...counted, illustrative: illustrative && what === 'longevity' && madeUp(dossier, year) }
}

/** A relation without the spells that were made up to show how they look. */
function withoutIllustrative(dossier: Dossier): Dossier {
  const { relation } = dossier
  const spells = relation.spells?.filter((spell) => spell.illustrative !== true)
  return spells === undefined ? dossier : { ...dossier, relation: { ...relation, spells } }
}

function madeUp({ relation }: Dossier, year: number): boolean {
  return (relation.spells ?? []).some((spell) => spell.illustrative === true && within(spell, year))
}

/** Whether a date lies in or before a year, by its earliest reading. */
export function by(date: string | undefined, year: number): boolean {
  return date !== undefined && bounds(date).earliest < Date.UTC(year + 1, 0, 1)
}

/** Agreements that hold in a year: in force, or signed where no entry into force is known; not lapsed. */
export function inForce(agreements: readonly Agreement[], year: number): readonly Agreement[] {
  return agreements.filter(
    ({ inForce: force, signed, lapsed }) => by(force ?? signed, year) && !by(lapsed, year - 1),
  )
}

/** The mechanisms of a relation that hold in a year. */
export function holding(relation: Relation, year: number): NonNullable<Relation['mechanisms']> {
  return (relation.mechanisms ?? []).filter(({ spells }) => spells.some((spell) => within(spell, year)))
}

function within({ from, to }: Spell, year: number): boolean {
  return by(from, year) && !by(to, year - 1)
}

function agreements(dossier: Dossier, year: number): Omit<Counted, 'illustrative'> {
  const unit = 'agreements, each weighing 1 (statement) to 5 (treaty)'
  const held = inForce(dossier.agreements, year)
  if (held.length === 0) return { value: none('noAgreement'), unit, evidence: [] }
  const value = held.reduce((sum, one) => sum + bindingness.indexOf(one.bindingness) + 1, 0)
  return { value, unit, evidence: held.flatMap((one) => pointers('agreement', one)) }
}

function vitality({ relation }: Dossier, year: number): Omit<Counted, 'illustrative'> {
  const unit = 'meetings held / meetings due, five years'
  const due = holding(relation, year).filter((one) => one.everyMonths !== undefined && one.held !== undefined)
  if (due.length === 0)
    return {
      value: none('noDueMechanism'),
      unit,
      evidence: [],
    }
  let meetings = 0
  let owed = 0
  const evidence: Pointer[] = []
  for (const { everyMonths = 12, held = [], spells } of due) {
    const since = Math.max(
      Date.UTC(year - 4, 0, 1),
      Math.min(...spells.map(({ from }) => bounds(from).earliest)),
    )
    const months = (Date.UTC(year + 1, 0, 1) - since) / (30.4375 * 86_400_000)
    owed += months / everyMonths
    for (const meeting of held)
      if (by(meeting.date, year) && bounds(meeting.date).earliest >= since) {
        meetings++
        evidence.push(...pointers('relation', { id: relation.id, restsOn: meeting.restsOn }))
      }
  }
  return { value: owed === 0 ? none('noMeetingDue') : Math.min(1, meetings / owed), unit, evidence }
}

function longevity({ relation }: Dossier, year: number): Omit<Counted, 'illustrative'> {
  const unit = 'years without interruption'
  const now = (relation.spells ?? []).find((spell) => within(spell, year))
  if (now === undefined) return { value: none('noUnbrokenTime'), unit, evidence: [] }
  const began = new Date(bounds(now.from).earliest).getUTCFullYear()
  return {
    value: year - began,
    unit,
    evidence: pointers('relation', { id: relation.id, restsOn: now.restsOn }),
  }
}

function crisis({ relation }: Dossier, year: number): Omit<Counted, 'illustrative'> {
  return mechanisms(relation, year, 'crisis', 'mechanisms that manage crises')
}

function binding({ relation }: Dossier, year: number): Omit<Counted, 'illustrative'> {
  return mechanisms(relation, year, 'binding', 'mechanisms with binding rules')
}

function mechanisms(
  relation: Relation,
  year: number,
  feature: 'crisis' | 'binding',
  unit: string,
): Omit<Counted, 'illustrative'> {
  const told = holding(relation, year).filter((one) => one[feature] !== undefined)
  if (told.length === 0) return { value: none('noMechanismTells'), unit, evidence: [] }
  const having = told.filter((one) => one[feature] === true)
  return {
    value: having.length,
    unit,
    evidence: told.flatMap(({ spells }) =>
      pointers('relation', { id: relation.id, restsOn: spells[0]?.restsOn }),
    ),
  }
}

function none(why: keyof typeof reasons): Missing {
  return absent('not-collected', why)
}
