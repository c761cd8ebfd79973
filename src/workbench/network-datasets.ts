import type { Activity } from '#domain/activity'
import { namedVersion } from '#storage/dataset-versions'
import { coveredYears } from '#storage/query-dataset'
import { askDataset } from './datasets.ts'
import { activitiesOfAgreements } from './ledger-agreements.ts'
import { activitiesOfArms } from './ledger-arms.ts'
import { activitiesOfExercises } from './ledger-exercises.ts'
import { ledgerDatasets } from './ledger-import.ts'
import type { LedgerMade, LedgerRows } from './ledger-rows.ts'
import type { NetworkMaterial, NetworkSource } from './network.ts'
import { coverageOfTable, statesIn } from './network-coverage.ts'
import type { Workbench } from './workbench.ts'

const makers = {
  dcad: { kind: 'agreement', make: activitiesOfAgreements },
  'military-exercises': {
    kind: 'exercise',
    make: (rows: LedgerRows) => activitiesOfExercises(rows, new Map()),
  },
  'sipri-arms': { kind: 'equipment', make: activitiesOfArms },
} as const satisfies Readonly<
  Record<string, { readonly kind: Activity['kind']; make(rows: LedgerRows): LedgerMade }>
>

/**
 * The activities that an imported dataset tells of all states, made of its rows as those of a ledger are.
 *
 * @throws SoundingsError `dataset-absent`
 */
export async function activitiesOfDataset(
  workbench: Workbench,
  dataset: Exclude<NetworkSource, 'ledger'>,
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
): Promise<NetworkMaterial> {
  const { kind, make } = makers[dataset]
  const table = ledgerDatasets[dataset]
  const { from, to } = asked
  const answer = await askDataset(workbench, { dataset, table, by: 'row', from, to })
  const imported = await namedVersion(workbench.database.db, dataset, answer.version)
  const there = imported.tables.find(({ name }) => name === table)
  const coverage = coverageOfTable(answer.table, there === undefined ? null : coveredYears(there), asked)
  const { activities } = make({ dataset, version: answer.version, table, rows: answer.rows, state: null })
  return {
    activities,
    actors: new Map(),
    kinds: [kind],
    coverage,
    state: null,
    version: answer.version,
    citation: answer.citation,
    everyState: statesIn(coverage.years),
  }
}
