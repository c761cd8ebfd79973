import { bounds } from '#domain/date'
import { type Estimate, type FindingEvidence, pointers } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { type JudgedLevel, rangeOf } from '#domain/judged-level'
import type { Missing } from '#domain/missing'
import type { Support } from '#domain/support'
import type { Quantity, QuantityKind, Result } from './model.ts'

/** A recorded judgement of any kind, as it is put together. */
export interface Judged extends JudgedLevel {
  readonly id: string
  readonly assessor: string
  readonly at: string
  readonly because: string
  readonly becauseVi?: string | undefined
  readonly illustrative?: boolean | undefined
  readonly restsOn: readonly Support[]
}

const unit = 'level of 5'

/**
 * Puts the judgements of one thing together: of each assessor the latest, their mean, and the lowest and highest that any of them holds possible.
 *
 * @param none why it is absent where nobody judged
 */
export function quantityOf(
  kind: QuantityKind,
  name: string,
  title: Bilingual,
  recordKind: string,
  judged: readonly Judged[],
  none: Missing,
): Quantity {
  const latest = new Map<string, Judged>()
  for (const one of judged.toSorted(
    (a, b) => bounds(a.at).earliest - bounds(b.at).earliest || (a.id < b.id ? -1 : 1),
  ))
    latest.set(one.assessor, one)
  const counted = [...latest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const ranges = counted.map(rangeOf)
  return {
    id: `${kind}/${name}`,
    kind,
    title,
    level:
      counted.length === 0
        ? none
        : {
            value: counted.reduce((sum, { level }) => sum + level, 0) / counted.length,
            interval: [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))],
            unit,
            uncertainty: 'judgement',
          },
    basis: counted.length === 0 ? 'none' : 'judgement',
    illustrative: counted.some(({ illustrative }) => illustrative === true),
    said: counted.map(({ assessor, because, becauseVi }) => ({
      by: assessor,
      because: { en: because, vi: becauseVi ?? because },
    })),
    evidence: counted.flatMap((one) => pointers(recordKind, { id: one.id, restsOn: [...one.restsOn] })),
  }
}

/** A share with its interval, 0 to 1, as a place on the scale of five levels. */
export function levelOfShare(share: Estimate): Estimate {
  const { value, interval, uncertainty } = share
  return {
    value: 4 * value,
    interval: interval === null ? null : [4 * interval[0], 4 * interval[1]],
    unit,
    uncertainty,
  }
}

/** The quantity at the level that the request assumes in place of what is recorded; without an interval, since it is assumed. */
export function assumed(quantity: Quantity, judgements: Readonly<Record<string, number>>): Quantity {
  const level = judgements[quantity.id]
  return level === undefined
    ? quantity
    : {
        ...quantity,
        level: { value: level, interval: null, unit, uncertainty: 'assumed' },
        basis: 'request',
        illustrative: false,
        said: [],
      }
}

/** Lowest and highest level that a known quantity may have; itself where no interval is told. */
export function spreadOf({ value, interval }: Estimate): readonly [number, number] {
  return interval ?? [value, value]
}

/** What each quantity of a result rests on, by its id. */
export function evidenceOfQuantities({
  standings,
  stakes,
  ripeness,
  gaps,
}: Result): ReadonlyMap<string, readonly FindingEvidence[]> {
  const all = [
    ...standings.map(({ standing }) => standing),
    ...stakes,
    ...ripeness,
    ...gaps.map(({ held }) => held),
  ]
  return new Map(all.map(({ id, evidence }) => [id, evidence]))
}
