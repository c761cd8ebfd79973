import { currentVersion } from '#storage/dataset-versions'
import { askDataset } from './datasets.ts'
import type { LabelledRecord } from './labelled-constraints.ts'
import { labelledExercises } from './labelled-exercises.data.ts'
import { labelledSentences } from './labelled-records.data.ts'
import { exerciseKey } from './ledger-exercises.ts'
import { focusOf } from './ledger-import.ts'
import { textIn } from './ledger-rows.ts'
import type { Workbench } from './workbench.ts'

/** An exercise that was labelled by hand. Its description is the producer's, and is read from the imported dataset. */
export interface LabelledExercise extends Pick<LabelledRecord, 'part' | 'breaches'> {
  /** `exercise/` number, `-`, year */
  readonly id: string
}

/** What the rules are tried on. */
export interface LabelledSet {
  readonly records: readonly LabelledRecord[]
  /** sentences that come with Soundings */
  readonly sentences: number
  readonly exercises: {
    readonly dataset: typeof exercisesDataset
    /** the imported version; null if the dataset, or one of its two tables, is not in the workspace */
    readonly version: string | null
    /** labelled exercises whose description it has */
    readonly read: number
    /** all labelled exercises */
    readonly of: number
  }
}

export const exercisesDataset = 'military-exercises'

/** What to import so that the labelled exercises have their descriptions and participants. */
export const exercisesCommand =
  'soundings dataset add military-exercises mme_v7_exercises.csv mme_v7_participants_long.csv'

type Row = Readonly<Record<string, unknown>>

/**
 * Joins the labels of exercises with their descriptions and participants. An exercise without a description is left out.
 *
 * @param focus descriptions by `number/year`
 * @param participants rows with exercise, year, and state as ISO alpha-3
 */
export function describedExercises(
  focus: ReadonlyMap<string, string>,
  participants: readonly Row[],
): readonly LabelledRecord[] {
  const takingPart = Map.groupBy(participants, exerciseKey)
  return labelledExercises.flatMap((one): readonly LabelledRecord[] => {
    const key = one.id.replace(/^exercise\//, '').replace('-', '/')
    const text = focus.get(key)
    if (text === undefined) return []
    const states = (takingPart.get(key) ?? []).flatMap((row) => textIn(row, 'state') ?? [])
    return [{ ...one, record: 'activity', states: [...new Set(states)].toSorted(), text }]
  })
}

/** The sentences that come with Soundings, and the labelled exercises as far as the workspace has their descriptions. */
export async function labelledSet(workbench: Workbench): Promise<LabelledSet> {
  const { version, records } = await exercisesOf(workbench)
  return {
    records: [...labelledSentences, ...records],
    sentences: labelledSentences.length,
    exercises: { dataset: exercisesDataset, version, read: records.length, of: labelledExercises.length },
  }
}

async function exercisesOf(workbench: Workbench) {
  const imported = await currentVersion(workbench.database.db, exercisesDataset)
  const there = new Set(imported?.tables.map(({ name }) => name))
  if (imported === undefined || !there.has('exercises') || !there.has('participants'))
    return { version: null, records: [] }
  const ask = (_by: object, table: string) =>
    askDataset(workbench, { dataset: exercisesDataset, version: imported.version, table, by: 'row' })
  const focus = await focusOf(workbench, ask)
  const { rows } = await ask({}, 'participants')
  return { version: imported.version, records: describedExercises(focus, rows) }
}
