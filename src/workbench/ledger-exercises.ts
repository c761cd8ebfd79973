import type { Activity } from '#domain/activity'
import { idFromWords } from '#domain/id-from-words'
import { fromRow, type LedgerMade, type LedgerRows, numberIn, textIn } from './ledger-rows.ts'

type Row = LedgerRows['rows'][number]

/**
 * Exercises out of the rows of participants: one activity for each exercise, with all its participants, however many. The same number in
 * two years stands for two exercises, as the dataset warns.
 *
 * @param from  all participants of the exercises in which the state took part
 * @param focus what an exercise trained, by `number/year`, where the table of exercises was imported
 */
export function activitiesOfExercises(from: LedgerRows, focus: ReadonlyMap<string, string>): LedgerMade {
  const exercises = Map.groupBy(from.rows, (row) => exerciseKey(row))
  const left: LedgerMade['left'][number][] = []
  const activities = [...exercises].flatMap(([key, rows]): readonly Activity[] => {
    const [first] = rows
    const states = [...new Set(rows.flatMap((row) => textIn(row, 'state') ?? []))].toSorted()
    const year = first === undefined ? null : numberIn(first, 'year')
    if (first === undefined || year === null || !(from.state === null || states.includes(from.state))) {
      left.push({
        row: key,
        because: {
          en: 'the state takes no part, or the year is not coded',
          vi: 'nước này không tham gia, hoặc không có năm',
        },
      })
      return []
    }
    const month = numberIn(first, 'month')
    const [name, series, location] = [
      textIn(first, 'name'),
      textIn(first, 'series'),
      textIn(first, 'location'),
    ]
    const coded = numberIn(first, 'participants')
    const trained = focus.get(key)
    const types = typesOf(rows)
    return [
      {
        ...fromRow(from, key),
        kind: 'exercise',
        date:
          month === null || month < 1 || month > 12
            ? String(year)
            : `${year}-${String(month).padStart(2, '0')}`,
        title: name ?? series ?? `Joint exercise ${key.split('/')[0]}, ${year}`,
        ...(name === null && series === null
          ? { titleVi: `Diễn tập chung ${key.split('/')[0]}, ${year}` }
          : {}),
        participants: states.map((state) => ({ state, role: 'participant' as const })),
        level: 'units',
        ...(location === null ? {} : { place: { name: location } }),
        ...(series === null ? {} : { series: idFromWords(series, 'series') }),
        ...(trained === undefined ? {} : { text: trained }),
        comment: [
          `Coded as ${types.length === 0 ? 'of no type' : types.join(', ')}.`,
          ...(coded !== null && coded !== states.length
            ? [`The dataset counts ${coded} participants; ${states.length} of its rows name a state.`]
            : []),
        ].join(' '),
      },
    ]
  })
  return { activities, left, folded: from.rows.length - exercises.size }
}

/** An exercise: its number and the year in which it began. */
export function exerciseKey(row: Row): string {
  return `${textIn(row, 'exercise') ?? ''}/${numberIn(row, 'year') ?? ''}`
}

const types = [
  'cpx',
  'air',
  'land',
  'sea',
  'amphibious',
  'cyber',
  'warfighting',
  'peacekeeping',
  'humanitarian',
]

function typesOf(rows: readonly Row[]): readonly string[] {
  return types
    .filter((type) => rows.some((row) => row[type] === true))
    .map((type) => (type === 'cpx' ? 'command post' : type))
}
