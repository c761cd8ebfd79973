import { bounds } from '#domain/date'
import type { Position, Stance } from '#domain/position'
import type { Support } from '#domain/support'
import type { Watch } from '#domain/watch'
import { historyOf, listRecords, type Stored } from '#storage/read-records'
import type { Workbench } from './workbench.ts'

/** A change of a position: from one record to the next, or of one record when it was coded anew. */
export interface PositionChange {
  readonly kind: 'moved' | 'recoded'
  /** of the record that changed */
  readonly id: string
  readonly date: string
  readonly from: Stance
  readonly to: Stance
  readonly basis: string
  readonly restsOn: readonly Support[]
  /** when the record was written anew; null for a position that moved */
  readonly writtenAt: string | null
}

/** What became of a watched position. */
export interface WatchedPosition {
  readonly actor: string
  readonly issue: string
  /** records of it that there are */
  readonly records: number
  /** in order of their dates */
  readonly changes: readonly PositionChange[]
}

/** Changes of the positions that a watch names: an actor, and an issue in the words of its records or a component of the norm. */
export async function positionChanges(
  { database: { db } }: Workbench,
  { positions = [] }: Watch,
): Promise<readonly WatchedPosition[]> {
  if (positions.length === 0) return []
  const all = await listRecords(db, 'position')
  const found: WatchedPosition[] = []
  for (const { actor, issue } of positions) {
    const own = all
      .filter(({ body }) => body.actor === actor && isAbout(body, issue))
      .toSorted((a, b) => earliest(a) - earliest(b) || (a.id < b.id ? -1 : 1))
    const changes: PositionChange[] = moved(own)
    for (const { id, version, body } of own) {
      if (version < 2) continue
      const history = await historyOf(db, 'position', id)
      for (const [at, { body: now, at: writtenAt }] of history.entries()) {
        const before = history[at + 1]?.body as Position | null | undefined // an earlier version of a position
        const after = now as Position | null // a version of a position
        if (before == null || after === null || before.stance === after.stance) continue
        changes.push({
          ...told(body, before.stance, after.stance),
          kind: 'recoded',
          writtenAt: String(writtenAt),
        })
      }
    }
    found.push({ actor, issue, records: own.length, changes })
  }
  return found
}

function isAbout({ issue, component }: Position, asked: string): boolean {
  const word = asked.toLowerCase()
  return issue.toLowerCase() === word || component === word
}

function earliest({ body }: Stored<'position'>): number {
  return bounds(body.date).earliest
}

/**
 * Positions of one component may be coded side by side at a date, each on its own point: what was held at none of the points of the
 * date before is a change.
 */
function moved(own: readonly Stored<'position'>[]): PositionChange[] {
  const dates = [...new Set(own.map(({ body }) => body.date))]
  return own.flatMap(({ body }) => {
    const earlier = dates[dates.indexOf(body.date) - 1]
    const before = own.filter((one) => one.body.date === earlier).map((one) => one.body.stance)
    const last = before.at(-1)
    return last === undefined || before.includes(body.stance) ? [] : [told(body, last, body.stance)]
  })
}

function told({ id, date, basis, restsOn }: Position, from: Stance, to: Stance): PositionChange {
  return { kind: 'moved', id, date, from, to, basis, restsOn, writtenAt: null }
}
