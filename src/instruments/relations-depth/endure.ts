import { bounds } from '#domain/date'
import { type Estimate, pointers } from '#domain/finding'
import type { Missing } from '#domain/missing'
import type { Spell } from '#domain/relation'
import { kaplanMeier } from '#numeric/kaplan-meier'
import { absent } from './absent.ts'
import type { Durability } from './beyond.ts'
import type { Dossier, Pointer } from './model.ts'

const yearLong = 365.25 * 86_400_000

/**
 * Spells of the relation and of its mechanisms, interruptions, and how long mechanisms of this state last (D9). An end counts
 * only where it is recorded; a spell that goes on is cut at the end of the year.
 *
 * @see Kaplan & Meier (1958), JASA 53(282), eq. 2b; Garwood (1936), Biometrika 28, for a rate without an end
 */
export function durabilityOf(dossiers: readonly Dossier[], year: number): Durability {
  const until = Date.UTC(year + 1, 0, 1)
  const [asked] = dossiers
  const length = (spell: Spell) => {
    const from = bounds(spell.from).earliest
    const to = spell.to === undefined ? until : Math.min(until, bounds(spell.to).latest)
    return {
      from,
      years: (to - from) / yearLong,
      ended: spell.to !== undefined && bounds(spell.to).latest < until,
    }
  }
  const told = (id: string, what: string, titleVi: string, spells: readonly Spell[]) =>
    spells
      .filter((spell) => length(spell).from < until)
      .map((spell) => ({
        what,
        titleVi,
        from: spell.from,
        to: spell.to ?? null,
        years: length(spell).years,
        ended: length(spell).ended,
        by: spell.by ?? null,
        illustrative: spell.illustrative === true,
        evidence: pointers('relation', { id, restsOn: spell.restsOn }) as readonly Pointer[],
      }))
  const relation = asked?.relation
  const own =
    relation === undefined
      ? []
      : told(relation.id, relation.title, relation.titleVi ?? relation.title, relation.spells ?? [])
  const mechanisms = (relation?.mechanisms ?? []).flatMap((one) =>
    told(relation?.id ?? '', one.title, one.titleVi ?? one.title, one.spells),
  )
  const every = dossiers.flatMap(({ relation: of }) =>
    (of.mechanisms ?? []).flatMap(({ spells }) => spells.map(length).filter(({ from }) => from < until)),
  )
  const now = own.find(({ ended }) => !ended)
  const survival =
    every.length === 0
      ? []
      : kaplanMeier(
          every.map(({ years }) => Math.max(0, years)),
          every.map(({ ended }) => (ended ? 1 : 0)),
        ).steps
  return {
    spells: [...own, ...mechanisms],
    interruptions: own.filter(({ ended, by }) => ended && by !== 'replaced').length,
    yearsUnbroken: now?.years ?? absent('not-collected', 'noUnbrokenTime'),
    illustrative: own.some((spell) => spell.illustrative),
    hazard: rate(every),
    survival: survival.map(({ time, survival: share, interval, atRisk }) => ({
      time,
      survival: share,
      low: interval?.[0] ?? 0,
      high: interval?.[1] ?? 1,
      atRisk,
    })),
  }
}

function rate(spells: readonly { readonly years: number; readonly ended: boolean }[]): Estimate | Missing {
  const time = spells.reduce((sum, { years }) => sum + years, 0)
  if (time <= 0) return absent('not-collected', 'noSpell')
  const ends = spells.filter(({ ended }) => ended).length
  const value = ends / time
  return {
    value,
    interval:
      ends === 0
        ? [0, -Math.log(0.1) / time]
        : [value * Math.exp(-1.6449 / Math.sqrt(ends)), value * Math.exp(1.6449 / Math.sqrt(ends))],
    unit: 'ends a year',
    uncertainty: ends === 0 ? '90 % upper bound, no end seen' : '90 % interval, on the logarithm',
  }
}
