import { bounds, compareDates } from '#domain/date'
import type { Estimate } from '#domain/finding'
import type { Institution } from '#domain/institution'
import { type Missing, missing, type Reason } from '#domain/missing'
import { poissonInterval } from '#numeric/poisson-interval'

/** Meetings held against meetings due in the five years before a date. */
export interface Frequency {
  readonly from: string
  readonly to: string
  /** meetings that the rhythm asked for in that time */
  readonly due: number | Missing
  /** meetings recorded that lie in it for certain, and those that perhaps do */
  readonly held: { readonly certain: number; readonly perhaps: number } | Missing
  /** meetings held for each meeting due; 1 keeps the rhythm */
  readonly keptShare: Estimate | Missing
}

const yearsLong = 5
const monthLong = (365.25 / 12) * 86_400_000

/**
 * Meetings held against meetings due in the five years that end at a date, or since the mechanism was founded, if that is later. The
 * interval is that of a Poisson count, widened by meetings whose date does not tell whether they lie in that time; that no meeting is
 * recorded does not say that none was held.
 *
 * @param at EDTF: the time ends with its last day
 */
export function frequencyOf(
  { everyMonths, meetings = [], founded }: Pick<Institution, 'everyMonths' | 'meetings' | 'founded'>,
  at: string,
): Frequency {
  const end = bounds(at).latest + 1
  const until = new Date(end)
  const back = Date.UTC(until.getUTCFullYear() - yearsLong, until.getUTCMonth(), until.getUTCDate())
  const start = Math.max(back, founded === undefined ? back : bounds(founded).earliest)
  const span = { from: dayOf(start), to: dayOf(end - 1) }
  if (start >= end) {
    const none = missing('outside-coverage', reasons.notFounded)
    return { ...span, due: none, held: none, keptShare: none }
  }
  const dated = meetings.map(({ date }) => bounds(date))
  const certain = dated.filter(({ earliest, latest }) => earliest >= start && latest < end).length
  const touching = dated.filter(({ earliest, latest }) => latest >= start && earliest < end).length
  const due =
    everyMonths === undefined
      ? missing('not-collected', reasons.noRhythm)
      : (end - start) / monthLong / everyMonths
  const held = heldOf(meetings, start, certain, touching)
  return { ...span, due, held, keptShare: shareOf(held, due) }
}

function heldOf(
  meetings: NonNullable<Institution['meetings']>,
  start: number,
  certain: number,
  touching: number,
): Frequency['held'] {
  const last = meetings
    .map(({ date }) => date)
    .toSorted(compareDates)
    .at(-1)
  if (last === undefined) return missing('not-collected', reasons.noMeeting)
  if (bounds(last).latest < start) return missing('not-collected', reasons.noneSince, { last })
  return { certain, perhaps: touching - certain }
}

function shareOf(held: Frequency['held'], due: Frequency['due']): Estimate | Missing {
  if ('missing' in held) return held
  if (typeof due !== 'number') return due
  if (due < 1) return missing('below-threshold', reasons.noneDue)
  const [low] = poissonInterval(held.certain)
  const [, high] = poissonInterval(held.certain + held.perhaps)
  return {
    value: held.certain / due,
    interval: [low / due, high / due],
    unit: 'meetings held for each one due',
    uncertainty: '95 % Poisson (score), with the precision of dates',
  }
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

const reasons = {
  notFounded: { en: 'it was not founded yet', vi: 'khi đó chưa thành lập' },
  noRhythm: { en: 'no rhythm of meetings is recorded', vi: 'chưa ghi nhịp họp' },
  noMeeting: { en: 'no meeting is recorded', vi: 'chưa ghi cuộc họp nào' },
  noneSince: {
    en: 'the last meeting recorded is that of {last}, before these years',
    vi: 'cuộc họp được ghi sau cùng là {last}, trước khoảng thời gian này',
  },
  noneDue: { en: 'not one meeting was due in that time', vi: 'trong thời gian đó chưa đến hạn cuộc họp nào' },
} as const satisfies Record<string, Reason>
