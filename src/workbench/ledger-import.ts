import { datasetOf } from '#datasets/registry'
import { Activity, type ActivityKind } from '#domain/activity'
import { SoundingsError } from '#domain/errors'
import type { Bilingual } from '#domain/instrument'
import type { Source } from '#domain/source'
import { currentVersion } from '#storage/dataset-versions'
import { coveredYears } from '#storage/query-dataset'
import { listRecords, readRecord } from '#storage/read-records'
import type { Written } from '#storage/write-records'
import { askDataset, stateId } from './datasets.ts'
import { importParsed } from './import.ts'
import { activitiesOfAgreements } from './ledger-agreements.ts'
import { activitiesOfArms } from './ledger-arms.ts'
import { activitiesOfEvents, notDefence } from './ledger-events.ts'
import { activitiesOfExercises, exerciseKey } from './ledger-exercises.ts'
import { type LedgerMade, type LedgerRows, textIn } from './ledger-rows.ts'
import type { ReadRecord } from './record-file.ts'
import type { Workbench } from './workbench.ts'

/** The public datasets from which the ledger is filled, each with the table that is read. */
export const ledgerDatasets = {
  dcad: 'agreements',
  'military-exercises': 'participants',
  'sipri-arms': 'transfers',
  icews: 'events',
  gdelt: 'events',
  polecat: 'events',
  keds: 'events',
} as const
export type LedgerDataset = keyof typeof ledgerDatasets
export const ledgerDatasetIds = Object.keys(ledgerDatasets) as [LedgerDataset, ...LedgerDataset[]] // the keys of the table

/** What is asked of an import into the ledger. */
export interface LedgerImport {
  readonly from: LedgerDataset
  /** a state by any code or name */
  readonly state: string
  readonly fromYear?: number | undefined
  readonly toYear?: number | undefined
  readonly dryRun?: boolean | undefined
  /** true to write anew what somebody changed after an import */
  readonly renew?: boolean | undefined
}

/** What an import into the ledger took, and what it did not take and why. */
export interface LedgerReport extends Pick<Written, 'added' | 'superseded' | 'unchanged'> {
  readonly dataset: LedgerDataset
  readonly version: string
  readonly state: string
  /** years of the rows asked for; null where there is no row */
  readonly years: { readonly from: number; readonly to: number } | null
  readonly rows: number
  readonly activities: number
  /** rows that told an activity again: the other participants of an exercise, a second report of a day */
  readonly folded: number
  /** activities that somebody changed since they were imported: left as they are */
  readonly keptAsChanged: number
  readonly left: readonly {
    readonly because: Bilingual
    readonly rows: number
    readonly examples: readonly string[]
  }[]
  readonly dryRun: boolean
}

const mostActivities = 60_000

/**
 * Takes what an imported dataset tells of a state into the ledger: all or nothing. An activity names dataset, version and row, and the same
 * row gives the same id, so that a second import changes nothing. What a person decided (which activity it repeats) stays.
 *
 * @throws SoundingsError `dataset-absent`; `call-invalid` for a state that is none, or for more than 60,000 activities at once
 */
export async function importIntoLedger(workbench: Workbench, asked: LedgerImport): Promise<LedgerReport> {
  const state = stateId(asked.state)
  const { made, from } = await madeOf(workbench, { ...asked, state })
  if (made.activities.length > mostActivities)
    throw new SoundingsError('call-invalid', `these are ${made.activities.length} activities at once`, {
      advice: `At most ${mostActivities} are taken at once: name fewer years.`,
    })
  const { records, keptAsChanged } = await recordsOf(workbench, made.activities, asked.renew === true)
  const source = await sourceOf(workbench, { ...asked, state })
  const written = await importParsed(
    workbench.database,
    [{ records: [source.record, ...records], whole: {} }],
    workbench.author(`import from ${from.dataset} ${from.version} into the ledger of ${state}`),
    asked.dryRun === true,
  )
  const years = made.activities.map(({ date }) => Number(date.slice(0, 4)))
  return {
    dataset: asked.from,
    version: from.version,
    state,
    years:
      years.length === 0
        ? null
        : {
            from: years.reduce((least, year) => Math.min(least, year)),
            to: years.reduce((most, year) => Math.max(most, year)),
          },
    rows: from.rows.length + (made.others ?? 0),
    activities: made.activities.length,
    folded: made.folded,
    keptAsChanged,
    added: written.added - (source.fate === 'added' ? 1 : 0),
    superseded: written.superseded - (source.fate === 'superseded' ? 1 : 0),
    unchanged: written.unchanged - (source.fate === 'unchanged' ? 1 : 0) + keptAsChanged,
    left: gathered(made.left, made.others ?? 0),
    dryRun: asked.dryRun === true,
  }
}

interface RowsAsked {
  readonly states?: readonly string[]
  readonly partners?: readonly string[]
  readonly codes?: readonly string[] | undefined
}

/** The roots of CAMEO below which acts of armed forces stand; other rows are counted and not read. */
const defenceRoots = ['06', '07', '13', '15', '17', '18', '19', '20']

function isOfEvents(dataset: LedgerDataset): boolean {
  return ledgerDatasets[dataset] === 'events'
}

async function madeOf(
  workbench: Workbench,
  asked: LedgerImport,
): Promise<{ readonly made: LedgerMade & { readonly others?: number }; readonly from: LedgerRows }> {
  const table = ledgerDatasets[asked.from]
  const ask = (by: RowsAsked, of: string = table, limit?: number) =>
    askDataset(
      workbench,
      { dataset: asked.from, table: of, by: 'row', from: asked.fromYear, to: asked.toYear, ...by },
      limit === undefined ? {} : { limit },
    )
  const first = await ask({ states: [asked.state] }, table, isOfEvents(asked.from) ? 0 : undefined)
  const rows = { dataset: asked.from, version: first.version, table, state: asked.state }
  if (asked.from === 'dcad') {
    const from = { ...rows, rows: first.rows }
    return { from, made: activitiesOfAgreements(from) }
  }
  if (asked.from === 'military-exercises') {
    const wanted = new Set(first.rows.map(exerciseKey))
    const all = wanted.size === 0 ? [] : (await ask({})).rows
    const from = { ...rows, rows: all.filter((row) => wanted.has(exerciseKey(row))) }
    return { from, made: activitiesOfExercises(from, await focusOf(workbench, ask)) }
  }
  if (asked.from === 'sipri-arms') {
    const from = { ...rows, rows: [...first.rows, ...(await ask({ partners: [asked.state] })).rows] }
    return { from, made: activitiesOfArms(from) }
  }
  const codes = asked.from === 'polecat' ? undefined : defenceRoots
  const acted = await ask({ states: [asked.state], codes })
  const actedUpon = await ask({ partners: [asked.state], codes })
  const from = {
    ...rows,
    rows: [...acted.rows, ...actedUpon.rows.filter((row) => textIn(row, 'source') !== asked.state)],
  }
  const suffered = await ask({ partners: [asked.state] }, table, 0)
  const withItself = await ask({ states: [asked.state], partners: [asked.state] }, table, 0)
  const others = first.of + suffered.of - withItself.of - from.rows.length
  const made = activitiesOfEvents(from)
  return { from, made: { ...made, others } }
}

/** What exercises trained, in words, if the table that tells it was imported. */
export async function focusOf(
  { database: { db } }: Workbench,
  ask: (by: object, of: string) => Promise<{ readonly rows: LedgerRows['rows'] }>,
): Promise<ReadonlyMap<string, string>> {
  const version = await currentVersion(db, 'military-exercises')
  if (version?.tables.some(({ name }) => name === 'exercises') !== true) return new Map()
  const { rows } = await ask({}, 'exercises')
  return new Map(
    rows.flatMap((row) => {
      const focus = textIn(row, 'focus')
      return focus === null ? [] : [[exerciseKey(row), focus] as const]
    }),
  )
}

async function recordsOf({ database: { db } }: Workbench, activities: readonly Activity[], renew: boolean) {
  const stored = new Map((await listRecords(db, 'activity')).map(({ id, body }) => [id, body]))
  let keptAsChanged = 0
  const records = activities.flatMap((activity): readonly ReadRecord[] => {
    const there = stored.get(activity.id)
    const decided =
      there?.duplicateOf === undefined ? activity : { ...activity, duplicateOf: there.duplicateOf }
    const body = Activity.parse(decided)
    const sameRow = there?.fromDataset?.version === activity.fromDataset?.version
    if (there !== undefined && sameRow && !renew && !sameWords(there, body)) {
      keptAsChanged++
      return []
    }
    const place = (field: string) => ({ field, record: { kind: 'activity', id: body.id } })
    return [{ write: { kind: 'activity', id: body.id, body }, place }]
  })
  return { records, keptAsChanged }
}

/** Whether two records say the same, in whatever order of fields. */
function sameWords(a: object, b: object): boolean {
  const flat = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(flat)
      : value !== null && typeof value === 'object'
        ? Object.entries(value)
            .toSorted(([x], [y]) => (x < y ? -1 : 1))
            .map(([key, part]) => [key, flat(part)])
        : value
  return JSON.stringify(flat(a)) === JSON.stringify(flat(b))
}

/** The kind of activity that a dataset lists in full, so that no row is none that it found; news does not list in full. */
const listsInFull: Readonly<Partial<Record<LedgerDataset, ActivityKind>>> = {
  dcad: 'agreement',
  'military-exercises': 'exercise',
  'sipri-arms': 'equipment',
}

/** The source that stands for the dataset: made, or told of which states and years the ledger now lists what it lists. */
async function sourceOf(
  { database: { db } }: Workbench,
  { from: id, fromYear, toYear, state }: LedgerImport,
): Promise<{ readonly record: ReadRecord; readonly fate: 'added' | 'superseded' | 'unchanged' }> {
  const { title, url, citation, tables } = datasetOf(id)
  const before = (await readRecord(db, 'source', `dataset-${id}`))?.body
  const made: Source = before ?? {
    id: `dataset-${id}`,
    csl: { type: 'dataset', title, URL: url, note: citation },
    type: 'dataset',
  }
  const kind = listsInFull[id]
  const table = tables.find(({ name }) => name === ledgerDatasets[id])
  const imported = (await currentVersion(db, id))?.tables.find(({ name }) => name === ledgerDatasets[id])
  const years = imported === undefined ? null : coveredYears(imported)
  const body =
    kind === undefined || table === undefined || years === null
      ? made
      : {
          ...made,
          covers: withCovered(made.covers ?? [], kind, state, [
            Math.max(table.coverage.from, years.from, fromYear ?? 0),
            Math.min(table.coverage.to, years.to, toYear ?? 9999),
          ]),
        }
  const fate = before === undefined ? 'added' : sameWords(before, body) ? 'unchanged' : 'superseded'
  return { record: { write: { kind: 'source', id: body.id, body }, place: (field) => ({ field }) }, fate }
}

/** What a source lists, with a state and years more; years that touch are joined. */
function withCovered(
  covers: NonNullable<Source['covers']>,
  kind: ActivityKind,
  state: string,
  [from, to]: readonly [number, number],
): NonNullable<Source['covers']> {
  if (from > to) return covers
  const isIts = (one: (typeof covers)[number]) =>
    one.activities.length === 1 && one.activities[0] === kind && one.states?.join() === state
  const touching = covers.filter((one) => isIts(one) && one.from <= to + 1 && from <= one.to + 1)
  const joined = {
    activities: [kind],
    from: Math.min(from, ...touching.map((one) => one.from)),
    to: Math.max(to, ...touching.map((one) => one.to)),
    states: [state],
  }
  const others = covers.filter((one) => !touching.includes(one))
  return [...others, joined].toSorted((a, b) => {
    const [x, y] = [a, b].map((one) => `${one.activities.join()} ${one.states?.join() ?? ''} ${one.from}`)
    return (x ?? '') < (y ?? '') ? -1 : 1
  })
}

const examplesTold = 3

function gathered(left: LedgerMade['left'], others: number): LedgerReport['left'] {
  const groups = Map.groupBy(left, ({ because }) => because.en)
  if (others > 0 && !groups.has(notDefence.en)) groups.set(notDefence.en, [])
  return [...groups]
    .map(([because, rows]) => ({
      because: rows[0]?.because ?? notDefence,
      rows: rows.length + (because === notDefence.en ? others : 0),
      examples: rows.slice(0, examplesTold).map(({ row }) => row),
    }))
    .toSorted((a, b) => b.rows - a.rows)
}
