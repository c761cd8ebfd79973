import { setImmediate as breath } from 'node:timers/promises'
import type { EventClass } from '#datasets/event-classes'
import { SoundingsError } from '#domain/errors'
import type { Watch } from '#domain/watch'
import type { ChangeSide } from '#numeric/count-change'
import { type EventsBehind, eventsBehind } from '#storage/event-counts'
import { listRecords, readRecord } from '#storage/read-records'
import { datasetFolder } from './datasets.ts'
import { type EventAlarm, eventAlarms, type WatchedSide } from './event-alarms.ts'
import {
  choiceOf,
  type EventSeries,
  type EventSeriesAnswer,
  eventSeries,
  eventSource,
  eventState,
} from './event-series.ts'
import type { JobWatch } from './jobs.ts'
import { positionChanges, type WatchedPosition } from './position-changes.ts'
import type { Workbench } from './workbench.ts'

/** An alarm with the events of its months, the latest first. */
export interface Warning extends EventAlarm {
  readonly events: EventsBehind
}

/** One dyad of a watch: its months, its thresholds, its alarms. */
export interface WatchedDyad extends EventSeries {
  /** empty where fewer than three years are known */
  readonly sides: readonly WatchedSide[]
  readonly alarms: readonly Warning[]
}

/** What a watch finds in events; null where it watches positions only. */
export interface WatchedEvents
  extends Pick<
    EventSeriesAnswer,
    'dataset' | 'version' | 'citation' | 'watched' | 'months' | 'missing' | 'untold'
  > {
  readonly seed: number
  readonly dyads: readonly WatchedDyad[]
}

/** What a watch finds. */
export interface WatchAnswer {
  readonly watch: Watch
  readonly events: WatchedEvents | null
  /** why there are no events although dyads are watched: what must be imported */
  readonly lacking: string | null
  readonly positions: readonly WatchedPosition[]
}

export interface WatchOptions {
  readonly seed?: number | undefined
  /** events answered with each alarm at most */
  readonly events?: number | undefined
}

/** The watch lists of the workspace. */
export async function seeWatches({ database: { db } }: Workbench): Promise<readonly Watch[]> {
  return (await listRecords(db, 'watch')).map(({ body }) => body)
}

/**
 * Runs a watch: alarms on the counts of its dyads, each with the events behind it, and changes of the positions it names. How
 * often it would cry wolf is told on quiet series, on history, and on history in random order.
 *
 * @throws SoundingsError `record-unknown`; `dataset-unknown` for a dataset that is none; `cancelled`
 */
export async function runWatch(
  workbench: Workbench,
  id: string,
  job: JobWatch,
  { seed = 1, events = 20 }: WatchOptions = {},
): Promise<WatchAnswer> {
  const found = await readRecord(workbench.database.db, 'watch', id)
  if (found === undefined)
    throw new SoundingsError('record-unknown', `there is no watch ${id}`, { place: { value: id } })
  const watch = found.body
  const positions = await positionChanges(workbench, watch)
  if (watch.dyads === undefined || watch.dyads.length === 0)
    return { watch, events: null, lacking: null, positions }
  try {
    return {
      watch,
      events: await watchedEvents(workbench, watch, watch.dyads, job, seed, events),
      lacking: null,
      positions,
    }
  } catch (cause) {
    // a watch is of use for its positions before its dataset was brought
    if (!(cause instanceof SoundingsError && cause.code === 'dataset-absent')) throw cause
    return { watch, events: null, lacking: watch.dataset ?? 'icews', positions }
  }
}

async function watchedEvents(
  workbench: Workbench,
  { dataset, watched, falseAlarmsPerYear }: Watch,
  dyads: NonNullable<Watch['dyads']>,
  job: JobWatch,
  seed: number,
  most: number,
): Promise<WatchedEvents> {
  const { group: _, series, ...about } = await eventSeries(workbench, { dataset, dyads, watched }, 0)
  const runs: { one: EventSeries; ran: ReturnType<typeof eventAlarms> }[] = []
  for (const [at, one] of series.entries()) {
    job.progress(at, series.length, `${one.source} ${one.target}`)
    await breath()
    if (job.signal.aborted) throw new SoundingsError('cancelled', 'the watch was cancelled')
    runs.push({ one, ran: eventAlarms(one.counts, about.months, sidesOf(watched), falseAlarmsPerYear, seed) })
  }
  const alarms = runs.flatMap(({ one, ran }) => (ran?.alarms ?? []).map((alarm) => ({ one, alarm })))
  const behind = await eventsOf(
    workbench,
    about,
    alarms.map(({ one, alarm }) => ({ dyad: [one.source, one.target], from: alarm.since, to: alarm.month })),
    most,
  )
  const withEvents = alarms.map(({ one, alarm }, at) => ({
    one,
    warning: { ...alarm, events: behind[at] ?? { of: 0, rows: [] } },
  }))
  job.progress(series.length, series.length, '')
  return {
    ...about,
    seed,
    dyads: runs.map(({ one, ran }) => ({
      ...one,
      sides: ran?.sides ?? [],
      alarms: withEvents.filter((entry) => entry.one === one).map(({ warning }) => warning),
    })),
  }
}

/** Of conflict a rise warns; of cooperation, visits and all events together a fall does too. */
export function sidesOf(watched: EventClass): readonly ChangeSide[] {
  return watched.endsWith('conflict') ? ['rise'] : ['rise', 'fall']
}

/**
 * The events themselves between two states in some months: rows of the dataset, the latest first.
 *
 * @param most rows of each stretch of months at most
 * @throws SoundingsError `dataset-absent`, `call-invalid`
 */
export async function eventsOf(
  workbench: Workbench,
  from: { readonly dataset: string; readonly version: string; readonly watched: EventClass },
  stretches: readonly {
    readonly dyad: readonly [string, string]
    readonly from: string
    readonly to: string
  }[],
  most: number,
): Promise<readonly EventsBehind[]> {
  const { version, table } = await eventSource(workbench, from)
  const windows = stretches.map(({ dyad: [a, b], from: since, to }) => ({
    pair: [eventState(a), eventState(b)] as const,
    from: since,
    to,
  }))
  return eventsBehind(datasetFolder(workbench), version, table, choiceOf(from.watched), windows, most)
}
