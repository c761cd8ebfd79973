import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'
import { firstDayOf, lastDayOf } from '#domain/due'
import type { Handling } from '#domain/support'
import type { Commitments } from './commitments.ts'

/** A calendar file, and what could not be put in it. */
export interface Calendar {
  readonly text: string
  readonly events: number
  readonly notices: readonly string[]
}

/**
 * Commitments as an iCalendar: each is an event of whole days, from the first day that its due date allows to the last. What has no
 * date, or one without an end, is left out with a notice.
 *
 * @param now instant of the writing, ISO 8601
 * @see RFC 5545, sections 3.6.1 (events), 3.8.1.3 (classes), 3.8.2.4 (days)
 */
export function calendarOf({ commitments, names }: Commitments, now: string): Calendar {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const calendar = ical({
    name: 'Soundings: commitments',
    prodId: { company: 'Soundings', product: 'commitments', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const notices: string[] = []
  for (const { commitment, handling, standing } of commitments) {
    const { id, text, owner, due, ministry, institution } = commitment
    const [first, last] = due === undefined ? [null, null] : [firstDayOf(due), lastDayOf(due)]
    if (first === null || last === null) {
      notices.push(
        `${id}: ${due === undefined ? 'no due date' : `the date ${due} has no end or no beginning`}`,
      )
      continue
    }
    const who = nameOf.get(`actor ${owner}`) ?? owner
    calendar.createEvent({
      id: `${id}@commitments.soundings`,
      start: `${first}T00:00:00.000Z`,
      end: new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString(),
      allDay: true,
      timezone: 'UTC',
      stamp: now,
      summary: `${who}: ${text}`,
      description: [
        `due ${due}; ${standing}`,
        ...(ministry === undefined ? [] : [`ministry: ${nameOf.get(`actor ${ministry}`) ?? ministry}`]),
        ...(institution === undefined
          ? []
          : [`mechanism: ${nameOf.get(`institution ${institution}`) ?? institution}`]),
      ].join('\n'),
      categories: [{ name: standing }],
      class: classes[handling],
      status: standing === 'dropped' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return { text: `${calendar.toString()}\r\n`, events: commitments.length - notices.length, notices }
}

const classes: Readonly<Record<Handling, ICalEventClass>> = {
  public: ICalEventClass.PUBLIC,
  restricted: ICalEventClass.PRIVATE,
  confidential: ICalEventClass.CONFIDENTIAL,
}
