import { SoundingsError } from '#domain/errors'
import { recordedRoles } from '#domain/third-party-role'
import type { FeatureKind, FeatureValue } from '#numeric/gower-similarity'
import { type ImportedVersion, listVersions } from '#storage/dataset-versions'
import { askDataset } from './datasets.ts'
import type { Workbench } from './workbench.ts'

/** The records of mediation attempts that can be compared: the public one of one region, and one of one's own. */
export const recordTables = ['attempts', 'cases'] as const
export type RecordTable = (typeof recordTables)[number]

/** What came of an attempt; the first of a record is asked for if nothing else is. */
export const mediationOutcomes = ['agreement', 'peace-agreement', 'ceasefire', 'full-agreement'] as const
export type MediationOutcome = (typeof mediationOutcomes)[number]

/** What is held to hang together, and drawn as one when intervals are made. */
export const clusterings = ['process', 'lead', 'attempt'] as const
export type Clustering = (typeof clusterings)[number]

type Row = Readonly<Record<string, unknown>>

/** A feature of attempts, and how it is read from a row of the record. */
export interface MediationFeature {
  readonly id: string
  readonly kind: FeatureKind
  readonly of: (row: Row, beside: Beside) => FeatureValue
}

/** What stands beside a row: who the third parties are, and how many there were in the attempt. */
interface Beside {
  readonly actors: ReadonlyMap<string, Row>
  readonly parties: ReadonlyMap<string, number>
}

/** An attempt of one third party as it can be compared and shown. */
export interface MediationCase {
  readonly attempt: string
  readonly clusters: Readonly<Record<Clustering, string | null>>
  readonly year: number
  readonly mediator: string
  /** ISO alpha-3 of the mediator, if it is a state */
  readonly state: string | null
  readonly dispute: string | null
  readonly lead: string | null
  readonly roles: readonly string[]
  readonly features: Readonly<Record<string, FeatureValue>>
  readonly outcomes: Readonly<Partial<Record<MediationOutcome, 0 | 1 | null>>>
  readonly agreement: string | null
  readonly notes: readonly { readonly source: string | null; readonly text: string }[]
}

/** A record of mediation attempts, read. */
export interface MediationRecord {
  readonly table: RecordTable
  /** the records that were imported */
  readonly here: readonly RecordTable[]
  readonly version: string
  readonly citation: string
  readonly features: readonly Pick<MediationFeature, 'id' | 'kind'>[]
  readonly outcomes: readonly MediationOutcome[]
  /** roles in the order of the ladder, in the words of the record */
  readonly roles: readonly string[]
  /** roles that the record codes from the outcome, so that their rate says nothing */
  readonly circular: readonly string[]
  readonly cases: readonly MediationCase[]
  /** true if the list of actors was imported, from which type and standing are known */
  readonly actorsKnown: boolean
}

/** Columns of flags in `attempts` → the rung of the ladder of third-party roles that they stand for. */
const flags = [
  ['good_offices', 'good-offices'],
  ['hosting', 'facilitation'],
  ['mediation', 'mediation'],
  ['drafting', 'formulation'],
  ['manipulating', 'manipulation'],
  ['humanitarian', 'humanitarian'],
  ['witness', 'witness'],
  ['other_role', 'other'],
] as const

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number | null =>
  typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : null
const truth = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)
const bit = (value: unknown): 0 | 1 | null => (value === true ? 1 : value === false ? 0 : null)

const actorOf = (row: Row, { actors }: Beside) => actors.get(String(row['third_party_name']))

/** Features of `attempts`. Witness and other roles are none: the one follows from the outcome, the other is told in notes only. */
const attemptFeatures: readonly MediationFeature[] = [
  ...flags.slice(0, 6).map(
    ([column, role]): MediationFeature => ({
      id: `role-${role}`,
      kind: 'presence',
      of: (row) => truth(row[column]),
    }),
  ),
  {
    id: 'mediator-type',
    kind: 'quality',
    of: (row, beside) =>
      text(actorOf(row, beside)?.['type']) ?? (text(row['third_party']) === null ? null : 'state'),
  },
  { id: 'standing', kind: 'quality', of: (row, beside) => text(actorOf(row, beside)?.['standing']) },
  {
    id: 'leads',
    kind: 'quality',
    of: (row) =>
      text(row['leads']) === null
        ? null
        : String(row['leads']).split(';').includes(String(row['third_party_name'])),
  },
  { id: 'initiative', kind: 'quality', of: (row) => text(row['initiative']) },
  {
    id: 'third-parties',
    kind: 'quantity',
    of: (row, { parties }) => parties.get(String(row['attempt'])) ?? null,
  },
  { id: 'local', kind: 'quality', of: (row) => text(row['place_in_conflict']) !== null },
  { id: 'talks-in', kind: 'quality', of: placeOfTalks },
  { id: 'conflict', kind: 'quality', of: (row) => text(row['conflict']) },
  { id: 'year', kind: 'quantity', of: (row) => number(row['year']) },
]

const ownFeatures: readonly MediationFeature[] = [
  { id: 'role', kind: 'quality', of: (row) => text(row['role']) },
  { id: 'mediator-type', kind: 'quality', of: (row) => text(row['mediator_type']) },
  { id: 'nature', kind: 'quality', of: (row) => text(row['nature']) },
  { id: 'issue', kind: 'quality', of: (row) => text(row['issue']) },
  { id: 'region', kind: 'quality', of: (row) => text(row['region']) },
  { id: 'intensity', kind: 'quantity', of: (row) => number(row['intensity']) },
  { id: 'duration', kind: 'quantity', of: (row) => number(row['duration']) },
  { id: 'attempts-before', kind: 'quantity', of: (row) => number(row['attempts_before']) },
  { id: 'power-ratio', kind: 'quantity', of: (row) => number(row['power_ratio']) },
  { id: 'year', kind: 'quantity', of: (row) => number(row['year']) },
]

/** Features by record, as they can be asked for. */
export const featuresOf: Readonly<Record<RecordTable, readonly MediationFeature[]>> = {
  attempts: attemptFeatures,
  cases: ownFeatures,
}

/** Which records of attempts are here, the public one first. */
export async function recordsHere(
  { database }: Workbench,
  version?: string,
): Promise<readonly RecordTable[]> {
  const versions = await listVersions(database.db, 'mediation')
  const found: ImportedVersion | undefined = versions.find((one) =>
    version === undefined ? one.current : one.version === version,
  )
  return recordTables.filter((name) => found?.tables.some((table) => table.name === name))
}

/**
 * A record of mediation attempts as it was imported.
 *
 * @throws SoundingsError `dataset-absent` if it was not
 */
export async function readMediationRecord(
  workbench: Workbench,
  asked?: RecordTable,
  version?: string,
): Promise<MediationRecord> {
  const here = await recordsHere(workbench, version)
  const table = asked ?? here[0]
  if (table === undefined || !here.includes(table))
    throw new SoundingsError('dataset-absent', 'no record of mediation attempts was imported', {
      advice:
        'Bring the public record or one of your own: soundings dataset add mediation FILE. The layouts are in docs/command-line.md.',
    })
  const rowsOf = async (name: string) =>
    askDataset(workbench, { dataset: 'mediation', table: name, by: 'row', version })
  const answer = await rowsOf(table)
  const listed = table === 'attempts' && (await actorsHere(workbench, answer.version))
  const actors = listed ? (await rowsOf('actors')).rows : []
  const beside: Beside = {
    actors: new Map(actors.map((row) => [String(row['name']), row])),
    parties: countBy(answer.rows, 'attempt'),
  }
  const features = featuresOf[table]
  const read = table === 'attempts' ? attemptCase : ownCase
  return {
    table,
    here,
    version: answer.version,
    citation: table === 'cases' ? 'A record of one’s own; its rows name their sources.' : answer.citation,
    features: features.map(({ id, kind }) => ({ id, kind })),
    outcomes:
      table === 'attempts'
        ? ['agreement', 'peace-agreement', 'ceasefire']
        : ['agreement', 'full-agreement', 'ceasefire'],
    roles: table === 'attempts' ? flags.map(([, role]) => role) : recordedRoles,
    circular: table === 'attempts' ? ['witness'] : [],
    cases: answer.rows.map((row) => ({
      ...read(row),
      features: Object.fromEntries(features.map((feature) => [feature.id, feature.of(row, beside)])),
    })),
    actorsKnown: listed,
  }
}

async function actorsHere({ database }: Workbench, version: string): Promise<boolean> {
  const versions = await listVersions(database.db, 'mediation')
  return versions.some(
    (one) => one.version === version && one.tables.some((table) => table.name === 'actors'),
  )
}

function attemptCase(row: Row): Omit<MediationCase, 'features'> {
  const lead = text(row['lead'])
  return {
    attempt: String(row['attempt']),
    clusters: {
      process: text(row['process']),
      lead: lead === null ? null : `${row['conflict']}: ${lead}`,
      attempt: String(row['attempt']),
    },
    year: number(row['year']) ?? 0,
    mediator: String(row['third_party_name']),
    state: text(row['third_party']),
    dispute: [row['conflict'], row['place_in_conflict']].flatMap((one) => text(one) ?? []).join(': '),
    lead,
    roles: flags.flatMap(([column, role]) => (row[column] === true ? [role] : [])),
    outcomes: {
      agreement: bit(row['agreement']),
      'peace-agreement': bit(row['peace_agreement']),
      ceasefire: bit(row['ceasefire']),
    },
    agreement: text(row['agreement_name']),
    notes: notesOf(text(row['notes'])),
  }
}

function ownCase(row: Row): Omit<MediationCase, 'features'> {
  const outcome = text(row['outcome'])
  const is = (...words: readonly string[]): 0 | 1 | null =>
    outcome === null ? null : words.includes(outcome) ? 1 : 0
  const notes = text(row['notes'])
  const source = text(row['source'])
  return {
    attempt: String(row['case']),
    clusters: {
      process: text(row['process']),
      lead: text(row['mediator_name']),
      attempt: String(row['case']),
    },
    year: number(row['year']) ?? 0,
    mediator: String(row['mediator_name']),
    state: text(row['mediator']),
    dispute: text(row['dispute']),
    lead: null,
    roles: [text(row['role'])].flatMap((one) => one ?? []),
    outcomes: {
      agreement: is('partial', 'full'),
      'full-agreement': is('full'),
      ceasefire: is('ceasefire'),
    },
    agreement: null,
    notes: notes === null && source === null ? [] : [{ source, text: notes ?? '' }],
  }
}

/** `[source] words` a line. */
function notesOf(notes: string | null): MediationCase['notes'] {
  return (notes ?? '').split('\n').flatMap((line) => {
    const [, source = '', words = ''] = /^\[([^\]]*)\] ?(.*)$/s.exec(line) ?? []
    return source === '' && words === '' ? [] : [{ source: source === '' ? null : source, text: words }]
  })
}

function placeOfTalks(row: Row): FeatureValue {
  const place = text(row['talks_in'])
  if (place === null) return null
  if (place === text(row['conflict'])) return 'conflict-country'
  return place === text(row['third_party_name']) ? 'own-country' : 'elsewhere'
}

function countBy(rows: readonly Row[], column: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(String(row[column]), (counts.get(String(row[column])) ?? 0) + 1)
  return counts
}
