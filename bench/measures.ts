/**
 * `node bench/measures.ts`: three measures of every two states, 1950–2014, from the reference data into a Parquet file: trade
 * dependence, organizations shared, kappa of votes. Peers, in the same run and on the same imported files: for the first two
 * plain DuckDB with its own settings, the same join without reasons for what is missing; for votes numpy by matrix products, kappa
 * without standard errors (Debian: python3-numpy), where it is installed. Three rounds by turns; medians are printed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { addDataset, datasetFolder } from '#workbench/datasets'
import { writeMeasures } from '#workbench/measures'
import { openWorkbench } from '#workbench/workbench'
import { shared } from '../test/shared.ts'
import { assemblyVotes } from './assembly-votes.ts'
import { median } from './large-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const w = await openWorkbench({
  workspace: join(folder, 'w'),
  by: 'bench',
  clearance: undefined,
  now: () => new Date().toISOString(),
})
const years = Array.from({ length: 65 }, (_, at) => 1950 + at)
const add = async (dataset: string, ...names: readonly string[]) => {
  const files = names.map((name) => ({ name, path: shared(`data/${name}`) }))
  const { version, tables } = await addDataset(w, { dataset, files })
  const scan = (table: string) => {
    const paths = tables.find(({ name }) => name === table)?.files ?? []
    return `read_parquet([${paths.map((path) => `'${join(datasetFolder(w), dataset, version, path)}'`).join(', ')}])`
  }
  return scan
}
try {
  const trade = await add('cow-trade', 'cow_trade/cow_trade_ddy.parquet', 'cow_trade/cow_trade_sy.csv.gz')
  const igo = await add('cow-igo', 'igo_membership/cow_igo_state_year_v3.csv.gz')
  await add('un-votes', 'unga_votes_unvotes/un_votes.csv.gz', 'unga_votes_unvotes/un_roll_calls.csv')
  const plain = {
    'trade-dependence': `with f as (select importer, exporter, year, imports from ${trade('flows')} where _fate = 0 and year between 1950 and 2014)
      select a.importer as of, a.exporter as towards, a.year, (a.imports + b.imports) / nullif(t.imports + t.exports, 0) as value
      from f a join f b on b.importer = a.exporter and b.exporter = a.importer and b.year = a.year
      join ${trade('totals')} t on t.state = a.importer and t.year = a.year and t._fate = 0 order by all`,
    'shared-igos': `with m as (select state, year, organization from ${igo('memberships')} where _fate = 0 and member and year between 1950 and 2014)
      select a.state as of, b.state as towards, a.year, count(*) as value
      from m a join m b on b.year = a.year and b.organization = a.organization and a.state < b.state group by all order by all`,
  }
  for (const measure of ['trade-dependence', 'shared-igos', 'voting-kappa'] as const) {
    const ours: number[] = []
    const theirs: number[] = []
    let rows = 0
    let peer = ''
    for (let round = 0; round < 3; round++) {
      const began = performance.now()
      const request = { states: 'all', years, measures: [measure] } as const
      rows = (await writeMeasures(w, request, join(folder, 'ours.parquet'))).rows
      ours.push(performance.now() - began)
      if (measure === 'voting-kappa') {
        const found = await numpyKappa()
        if (found !== undefined) theirs.push(found)
        peer = 'numpy, no standard errors, no file'
      } else {
        theirs.push(await duckAlone(plain[measure]))
        peer = 'DuckDB alone, only rows that have a value'
      }
    }
    const mine = median(ours)
    console.log(`${measure}: ${rows} rows in ${mine.toFixed(0)} ms (median of 3)`)
    if (theirs.length === 0) console.log('  numpy is not installed, or failed; not compared')
    else
      console.log(
        `  ${peer}: ${median(theirs).toFixed(0)} ms; ratio ours / theirs ${(mine / median(theirs)).toFixed(2)}`,
      )
  }
  console.log(`peak of resident memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`)
} finally {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
}

async function duckAlone(sql: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const began = performance.now()
  await connection.run(`copy (${sql}) to '${join(folder, 'theirs.parquet')}' (format parquet)`)
  const took = performance.now() - began
  connection.closeSync()
  instance.closeSync()
  return took
}

/** Kappa of all dyads in all sessions by matrix products; the reading of votes is not counted. */
async function numpyKappa(): Promise<number | undefined> {
  const { rollCalls: all } = await assemblyVotes()
  writeFileSync(join(folder, 'votes'), all.votes)
  writeFileSync(join(folder, 'session'), new Uint8Array(all.session.buffer))
  const program = `
import time, numpy as np
v = np.fromfile("${folder}/votes", np.uint8).reshape(${all.states}, ${all.rollCalls}); k = np.fromfile("${folder}/session", np.int32)
began = time.perf_counter()
for s in range(${all.sessions}):
    w = v[:, k == s]
    m = [(w == c).astype(np.float32) for c in (1, 2, 3)]
    p = [[a @ b.T for b in m] for a in m]
    n = sum(sum(r) for r in p)
    with np.errstate(all="ignore"):
        row = [sum(r) / n for r in p]; col = [sum(r[j] for r in p) / n for j in range(3)]
        o = sum(abs(i - j) / 2 * p[i][j] / n for i in range(3) for j in range(3))
        e = sum(abs(i - j) / 2 * row[i] * col[j] for i in range(3) for j in range(3))
        kappa = 1 - o / e
print((time.perf_counter() - began) * 1000)`
  const ran = spawnSync('python3', ['-c', program], { encoding: 'utf8' })
  const took = Number((ran.stdout ?? '').trim() || Number.NaN)
  return Number.isFinite(took) ? took : undefined
}
