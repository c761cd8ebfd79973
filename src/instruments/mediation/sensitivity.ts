import { isMissing } from '#domain/missing'
import { type RoleId, roleIds } from '#domain/third-party-role'
import { quantile } from '#numeric/quantile'
import { type Random, random } from '#numeric/random'
import { wilsonInterval } from '#numeric/wilson-interval'
import { absent } from './absent.ts'
import { greatestDifference } from './difference.ts'
import { firstRole, judgeRoles, levelsOf, type Situation } from './judge-roles.ts'
import type { Quantity, Request, RoleLine, Swing } from './model.ts'
import { spreadOf } from './quantity.ts'
import { withLevel } from './situation.ts'
import { words } from './words.data.ts'

/** Levels of a flip are looked for at this distance. */
const grain = 0.05

/** What each quantity does to the recommendation when it alone moves over its interval, and the smallest move that changes it (M9). */
export function swingsOf(situation: Situation, quantities: readonly Quantity[]): readonly Swing[] {
  const now = firstRole(judgeRoles(situation))
  const at = (id: string, level: number) => firstRole(judgeRoles(withLevel(situation, id, level)))
  const swings = quantities.map(({ id, title, level }): Swing => {
    const [low, high] = isMissing(level) ? [0, 4] : spreadOf(level)
    return {
      quantity: id,
      title,
      level: isMissing(level) ? level : level.value,
      low,
      high,
      atLow: at(id, low),
      atHigh: at(id, high),
      flip: isMissing(level) ? level : flipOf(level.value, now, (to) => at(id, to)),
    }
  })
  const shifted = (by: number) => firstRole(judgeRoles({ ...situation, demands: situation.demands + by }))
  return [
    ...swings,
    {
      quantity: 'demands',
      title: words.demands,
      level: situation.demands,
      low: situation.demands - 1,
      high: situation.demands + 1,
      atLow: shifted(-1),
      atHigh: shifted(1),
      flip: flipOf(situation.demands, now, (to) => shifted(to - situation.demands), [-2, 2]),
    },
  ]
}

function flipOf(
  level: number,
  now: RoleId | null,
  roleAt: (level: number) => RoleId | null,
  [least, most]: readonly [number, number] = [0, 4],
): Swing['flip'] {
  for (let steps = 1; steps * grain <= most - least + grain; steps++)
    for (const to of [level + steps * grain, level - steps * grain]) {
      const within = Math.min(most, Math.max(least, to))
      if (Math.abs(within - to) >= grain) continue
      const role = roleAt(within)
      if (role !== now) return { by: rounded(within - level), to: rounded(within), role }
    }
  return absent('not-applicable', 'noFlip')
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** How often each role came first and how often nothing ruled it out, over all draws; and the difference between sides. */
export interface Draws {
  readonly first: ReadonlyMap<RoleId, RoleLine['first']>
  readonly open: ReadonlyMap<RoleId, RoleLine['open']>
  readonly difference: [number, number] | null
}

/**
 * Draws all known quantities at once, each from a triangle over its interval with its top at its level, and the demands half a level either way; judges
 * the roles each time. Quantities are drawn in the order of their names, each from a stream of its own.
 */
export function drawn(
  situation: Situation,
  quantities: readonly Quantity[],
  { draws, seed }: Pick<Request, 'draws' | 'seed'>,
): Draws {
  const known = quantities
    .flatMap(({ id, level }) => (isMissing(level) ? [] : [{ id, value: level.value, ends: spreadOf(level) }]))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => ({ ...one, next: random(seed, streamOf(one.id)) }))
  const demands = random(seed, 0)
  const counts = new Map(roleIds.map((role) => [role, { first: 0, open: 0 }]))
  const differences: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    let one: Situation = { ...situation, demands: situation.demands + demands() - 0.5 }
    for (const { id, value, ends, next } of known) one = withLevel(one, id, triangular(ends, value, next))
    const judged = judgeRoles(one)
    const top = firstRole(judged)
    for (const { role, status } of judged) {
      const count = counts.get(role)
      if (count === undefined) continue
      if (role === top) count.first++
      if (status !== 'ruled-out') count.open++
    }
    const difference = greatestDifference(levelsOf(one.sides, one.standing))
    if (difference !== null) differences.push(difference.value)
  }
  const sorted = differences.toSorted((a, b) => a - b)
  return {
    first: new Map([...counts].map(([role, { first }]) => [role, shareOf(first, draws)])),
    open: new Map([...counts].map(([role, { open }]) => [role, shareOf(open, draws)])),
    difference: sorted.length === 0 ? null : [quantile(sorted, 0.05), quantile(sorted, 0.95)],
  }
}

function shareOf(count: number, draws: number): RoleLine['first'] {
  return {
    value: count / draws,
    interval: wilsonInterval(count, draws),
    unit: 'share of draws',
    uncertainty: 'simulation, 95 %',
  }
}

/** A stream of its own for every quantity, so that the draws of one do not hang on which others there are. */
function streamOf(id: string): number {
  let hash = 2166136261
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619)
  return hash | 0
}

/** One draw from a triangle. */
function triangular([low, high]: readonly [number, number], top: number, next: Random): number {
  const u = next()
  const width = high - low
  if (width <= 0) return top
  const split = (top - low) / width
  return u < split
    ? low + Math.sqrt(u * width * (top - low))
    : high - Math.sqrt((1 - u) * width * (high - top))
}
