/** A ledger made up by chance, some of its activities told a second time in other words, to see which pairs are found. */
import { type Activity, type ActivityKind, activityExample } from '#domain/activity'
import { matchId, similarActivities } from '#domain/similar-activities'
import { random } from '#numeric/random'

const partners = ['USA', 'RUS', 'IND', 'JPN', 'CHN', 'AUS', 'FRA', 'KOR', 'SGP', 'LAO', 'KHM', 'THA']
const kinds: readonly ActivityKind[] = [
  'exercise',
  'dialogue',
  'agreement',
  'port-call',
  'training',
  'equipment',
]
const names =
  'Coral Lotus Banyan Garuda Mekong Heron Amber Falcon Monsoon Jade Saola Delta Pearl Tiger Lantern Bamboo'.split(
    ' ',
  )
const matters =
  'maritime peacekeeping rescue medicine language engineers pilots logistics archives mines cyber music'.split(
    ' ',
  )

/** The ledger, and the pairs in it that are one. */
export interface PlantedLedger {
  readonly activities: readonly Activity[]
  readonly pairs: ReadonlySet<string>
}

/**
 * @param size     activities that happened
 * @param repeated share of them that another source tells again: with a vaguer date, a worse spelling or another order of words, without
 *   the place, or with one participant fewer
 */
export function plantedLedger(size: number, repeated: number, seed: number): PlantedLedger {
  const next = random(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T // lists are not empty
  const happened = Array.from({ length: size }, (_, at): Activity => {
    const year = 1995 + Math.floor(next() * 20)
    const [month, day] = [1 + Math.floor(next() * 12), 1 + Math.floor(next() * 28)]
    const kind = one(kinds)
    const many = kind === 'exercise' && next() < 0.3 ? 3 + Math.floor(next() * 6) : 1
    const others = new Set(Array.from({ length: many }, () => one(partners)))
    return {
      ...activityExample,
      id: `hand/${at}`,
      kind,
      date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      title: `${one(names)} ${one(matters)} ${one(names)} ${year}`,
      participants: ['VNM', ...others].map((state) => ({ state })),
      ...(next() < 0.5
        ? { place: { name: one(['Hai Phong', 'Da Nang', 'Cam Ranh', 'Manila', 'Guam']) } }
        : {}),
    }
  })
  const pairs = new Set<string>()
  const again = happened.flatMap((activity, at): readonly Activity[] => {
    if (next() >= repeated) return []
    const id = `other/${at}`
    pairs.add(matchId(activity.id, id))
    const { place, series: _, text: __, ...rest } = activity
    const date = activity.date.slice(0, one([10, 7, 7, 4]))
    const states = activity.participants
    return [
      {
        ...rest,
        id,
        date,
        title: retold(activity.title, next),
        participants: states.length > 3 && next() < 0.5 ? states.slice(0, -1) : states,
        ...(place !== undefined && next() < 0.5 ? { place } : {}),
        fromDataset: { dataset: 'military-exercises', version: 'v', table: 't', row: id },
      },
    ]
  })
  return { activities: [...happened, ...again], pairs }
}

function retold(title: string, next: () => number): string {
  const words = title.split(' ')
  const how = next()
  if (how < 0.35) return title
  if (how < 0.55) return words.toReversed().join(' ')
  if (how < 0.8) return title.replace(/[aeiou]/, '') // a letter lost
  return 'Report without a name'
}

/** What of the planted pairs is found, and what else is shown. */
export function rates({ activities, pairs }: PlantedLedger) {
  const shown = similarActivities(activities).map(({ id }) => id)
  const rightly = shown.filter((id) => pairs.has(id)).length
  return { planted: pairs.size, shown: shown.length, rightly }
}
