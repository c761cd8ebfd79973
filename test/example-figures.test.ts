/** Figures of the example that Soundings computed itself come out the same from the public dataset. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { Comparison } from '#domain/comparison'
import { comparisonRecord } from '#workbench/comparison-record'
import { addDataset } from '#workbench/datasets'
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
