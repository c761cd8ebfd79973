import type { Activity } from '#domain/activity'
import type { Actor } from '#domain/actor'
import type { EvidenceReader } from '#domain/evidence-reader'
import type { Institution } from '#domain/institution'
import { isoCodeOf } from '#domain/participant'
import type { Source } from '#domain/source'
import type { Input, Request } from './model.ts'

/**
 * Asks for the activities in which the state takes part, under its code or as an actor (its ministries included), and for the
 * actors, institutions and sources that they name.
 */
export async function gather(request: Request, evidence: EvidenceReader): Promise<Input> {
  const own = await evidence.all('actor', (actor) => isoCodeOf(actor) === request.state)
  const ids = new Set(own.map(({ id }) => id))
  const parts = await evidence.all('actor', ({ of }) => of !== undefined && ids.has(of))
  const mine = [...own, ...parts]
  const found = new Map<string, Activity>()
  for (const activity of await evidence.activitiesOf(request.state)) found.set(activity.id, activity)
  if (mine.length > 0)
    for (const activity of await evidence.pointingAt(
      'activity',
      'actor',
      mine.map(({ id }) => id),
    ))
      found.set(activity.id, activity)
  const counts = ({ kind, illustrative }: Activity) =>
    (request.activities === undefined || request.activities.includes(kind)) &&
    (request.illustrative === 'include' || illustrative !== true)
  const activities = [...found.values()].filter(counts).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const named = <T>(
    list: (activity: Activity) => readonly (string | undefined)[],
    read: (id: string) => Promise<T | undefined>,
  ) => readEach(activities.flatMap(list), read)
  const partners = await named<Actor>(
    ({ participants }) => participants.map(({ actor }) => actor),
    (id) => evidence.record('actor', id),
  )
  const above = await readEach<Actor>(
    partners.map(({ of }) => of),
    (id) => evidence.record('actor', id),
  )
  const constraints = await evidence.all('constraint', ({ of }) => ids.has(of))
  const agreements =
    constraints.length === 0
      ? []
      : await evidence.all('agreement', ({ parties }) => parties.some((party) => ids.has(party)))
  const settlements = await evidence.pointingAt(
    'flag-settlement',
    'constraint',
    constraints.map(({ id }) => id),
  )
  const others = await readEach<Actor>(
    agreements.flatMap(({ parties }) => parties),
    (id) => evidence.record('actor', id),
  )
  const passages = await readEach(
    constraints.length === 0
      ? []
      : [...agreements, ...activities].flatMap(({ restsOn }) => restsOn.map(({ passage }) => passage)),
    (id) => evidence.record('passage', id),
  )
  return {
    request,
    activities,
    constraints,
    agreements,
    settlements,
    passages: passages.map(({ id, quote }) => [id, quote.exact] as const),
    actors: [
      ...new Map([...mine, ...partners, ...above, ...others].map((actor) => [actor.id, actor])).values(),
    ],
    institutions: await named<Institution>(
      ({ setting }) => [setting],
      (id) => evidence.record('institution', id),
    ),
    sources: await named<Source>(
      ({ restsOn }) => restsOn.map(({ source }) => source),
      (id) => evidence.record('source', id),
    ),
  }
}

async function readEach<T>(
  ids: readonly (string | undefined)[],
  read: (id: string) => Promise<T | undefined>,
): Promise<readonly T[]> {
  const found: T[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    const one = id === undefined ? undefined : await read(id)
    if (one !== undefined) found.push(one)
  }
  return found
}
