/** Figures of the example that Soundings computed itself come out the same from the public dataset. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { CaseComparison } from '#domain/case-comparison'
import { Comparison } from '#domain/comparison'
import { caseComparisonFile } from '#workbench/case-comparison'
import { comparisonRecord } from '#workbench/comparison-record'
import { addDataset } from '#workbench/datasets'
import { loadExample } from '#workbench/demo'
import { importIntoLedger } from '#workbench/ledger-import'
import { computeMeasures } from '#workbench/measures'
import { measuresFile, recordedSources } from '#workbench/measures-file'
import { comparableCases } from '#workbench/mediation-cases'
import { peacekeeping } from '#workbench/peacekeeping'
import { peacekeepingFile } from '#workbench/peacekeeping-series'
import { freshWorkbench } from './database.ts'
import { shared, sharedIsHere } from './shared.ts'

const file = 'examples/vietnam/cases/asean-hrb/comparisons.yaml'

test.runIf(sharedIsHere)('the comparison of Vietnam and ASEAN', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-figures-'))
  const w = await freshWorkbench(undefined, undefined, folder)
  try {
    const votes = ['un_votes.csv.gz', 'un_roll_calls.csv']
    const files = votes.map((name) => ({ name, path: shared(`data/unga_votes_unvotes/${name}`) }))
    await addDataset(w, { dataset: 'un-votes', files })
    const text = readFileSync(file, 'utf8')
    const recorded = Comparison.parse((parse(text) as { comparisons: unknown[] }).comparisons[0])
    const asked = {
      state: recorded.treated.state,
      group: recorded.group,
      joined: recorded.joined,
      donors: recorded.donors.map(({ state }) => state),
      from: recorded.years.at(0),
      to: recorded.years.at(-1),
      measure: 'kappa',
    } as const
    const again = await comparisonRecord(w, asked, recorded)
    expect(Comparison.parse((parse(again.text) as { comparisons: unknown[] }).comparisons[0])).toEqual(
      recorded,
    )
    expect(again.notices).toEqual([])
  } finally {
    await w.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test.runIf(sharedIsHere)('the contributions of Vietnam to peacekeeping, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-peacekeeping-'))
  const w = await freshWorkbench(undefined, undefined, folder)
  try {
    const name = 'un_pk_country_mission_year_gender.csv'
    await addDataset(w, {
      dataset: 'un-peacekeeping',
      files: [{ name, path: shared(`data/peacekeeping/${name}`) }],
    })
    const text = readFileSync('examples/vietnam/peacekeeping.yaml', 'utf8')
    const [, state = '', from = '', to = '', peers = ''] =
      /peacekeeping (\S+) --from (\d+) --to (\d+) --peers (\S+)/.exec(text) ?? []
    const request = { state, peers: peers.split(','), from: Number(from), to: Number(to) }
    expect(peacekeepingFile(await peacekeeping(w, request))).toBe(text)
  } finally {
    await w.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test.runIf(sharedIsHere)('the attempts like one in Rakhine, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-attempts-'))
  const w = await freshWorkbench(undefined, undefined, folder)
  try {
    const files = ['mediation_events_sudan_south_sudan.csv.gz', 'mediation_actors.csv'].map((name) => ({
      name,
      path: shared(`data/mediation_peace/${name}`),
    }))
    await addDataset(w, { dataset: 'mediation', files: files.slice(0, 1) })
    await addDataset(w, { dataset: 'mediation', files: files.slice(1) })
    const text = readFileSync('examples/vietnam/case-comparisons.yaml', 'utf8')
    const read = parse(text) as { caseComparisons: unknown[] } // a file of records is an object of sections
    const { dispute, mediator, roles, target, k } = CaseComparison.parse(read.caseComparisons[0])
    const request = { roles, target, k }
    expect(caseComparisonFile(await comparableCases(w, request), request, { dispute, mediator })).toBe(text)
  } finally {
    await w.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Files of which the measures of the example are made, by dataset. */
const measuredFrom = {
  'cow-alliances': ['alliances/cow_alliance_v4_1_by_dyad.csv'],
  'cow-igo': ['igo_membership/cow_igo_state_year_v3.csv.gz'],
  'cow-trade': ['cow_trade/cow_trade_ddy.parquet', 'cow_trade/cow_trade_sy.csv.gz'],
  dcad: ['defence_cooperation/dcad_v1_main.csv'],
  'diplomatic-exchange': ['diplomatic_exchange/cow_diplomatic_exchange_changes_1930_2005.csv.gz'],
  gdp: ['capabilities_gdp/cw_gdppop.csv.gz'],
  mids: ['mids_wars_rivalries/cow_mid_ddydisps.csv.gz'],
  'military-exercises': ['military_exercises/mme_v7_participants_long.csv.gz'],
  'sipri-arms': ['arms_transfers_sipri/sipri_tiv_exports_dyad_year.csv.gz'],
  'un-votes': ['unga_votes_unvotes/un_votes.csv.gz', 'unga_votes_unvotes/un_roll_calls.csv'],
}

/** Activities of the example that stand in the ledger from a dataset. */
const ledgerTaken = [
  ['dcad', 24],
  ['military-exercises', 6],
  ['sipri-arms', 81],
] as const

test.runIf(sharedIsHere)(
  'the measures of Vietnam’s relations, to the byte, and its activities from datasets',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soundings-measured-'))
    const w = await freshWorkbench(undefined, undefined, folder)
    try {
      await loadExample(w)
      for (const [dataset, names] of Object.entries(measuredFrom)) {
        const files = names.map((name) => ({ name, path: shared(`data/${name}`) }))
        await addDataset(w, { dataset, files })
      }
      const text = readFileSync('examples/vietnam/measured.yaml', 'utf8')
      const asked = /--state (\S+) --partners (\S+) --years (\S+)/.exec(text) ?? []
      const [, state = '', partners = '', years = ''] = asked
      const request = { state, partners: partners.split(','), years: years.split(',').map(Number) }
      const { series } = await computeMeasures(w, request)
      expect(measuresFile(series, request, await recordedSources(w))).toBe(text)
      // the activities of examples/vietnam/defence-datasets.yaml are those of the datasets: taking them anew changes nothing
      for (const [from, count] of ledgerTaken) {
        const years = { fromYear: 2000, toYear: 2021 }
        const report = await importIntoLedger(w, { from, state: 'VNM', ...years })
        expect(report).toMatchObject({ activities: count, unchanged: count, added: 0, superseded: 0 })
      }
    } finally {
      await w.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
