/**
 * `node bench/events.ts [rows]`: ten million events (or as many as asked) from CSV into the workspace and out again as
 * dyad-months. Peer, in the same run: DuckDB alone, given the same SQL (the same reading, the same crosswalk, the same
 * Parquet, the same aggregate), with the settings it comes with. What ours does beside it is counted against us: the SHA-256 of the file, the report,
 * the registry. Both run three times by turns (once above twenty million); medians and the peak of resident memory are printed.
 */

import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { datasetOf } from '#datasets/registry'
import { codesOf, states } from '#domain/state'
import { random } from '#numeric/random'
import { literal, openBulkEngine } from '#storage/bulk-engine'
import { makeCrosswalks } from '#storage/crosswalk'
import { copyTo, macros, tableSql } from '#storage/dataset-table-sql'
import { addDataset, askDataset } from '#workbench/datasets'
import { openWorkbench } from '#workbench/workbench'
import { median } from './large-case.ts'

const rows = Number(process.argv[2] ?? 10_000_000)
const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const file = join(folder, 'events.csv')
await writeEvents(file, rows)
const w = await openWorkbench({
  workspace: join(folder, 'w'),
  by: 'bench',
  clearance: undefined,
  now: () => new Date().toISOString(),
})
try {
  const ours: number[] = []
  const theirs: number[] = []
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  for (let round = 0; round < (rows > 20_000_000 ? 1 : 3); round++) {
    const began = performance.now()
    const path = { path: file, name: 'events.csv' }
    await addDataset(w, { dataset: 'keds', files: [path] })
    const imported = performance.now()
    const out = join(folder, 'ours.parquet')
    await askDataset(w, { dataset: 'keds', by: 'dyad-month' }, { file: { path: out, format: 'parquet' } })
    ours.push(performance.now() - began)
    const middle = performance.now()
    const alone = await duckdbAlone(file).catch((cause: Error) => cause)
    if (alone instanceof Error) console.log(`DuckDB alone: ${alone.message.split('\n')[0]}`)
    else theirs.push(performance.now() - middle)
    console.log(
      `round ${round + 1}: import ${((imported - began) / 1000).toFixed(2)} s, dyad-months ${((began + (ours.at(-1) ?? 0) - imported) / 1000).toFixed(2)} s${theirs.length > round ? `; DuckDB alone ${((theirs.at(-1) ?? 0) / 1000).toFixed(2)} s` : ''}`,
    )
  }
  clearInterval(watch)
  const against =
    theirs.length === 0
      ? 'which DuckDB alone did not finish in the same memory'
      : `against ${(median(theirs) / 1000).toFixed(2)} s for the same SQL, ratio ${(median(ours) / median(theirs)).toFixed(2)}`
  console.log(
    `${rows.toLocaleString('en')} events: ${(median(ours) / 1000).toFixed(2)} s, ${against}; peak memory ${(peak / 1024 ** 3).toFixed(2)} GiB`,
  )
} finally {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The SQL of the import and of the query, without anything around it. */
async function duckdbAlone(path: string): Promise<void> {
  const [table] = datasetOf('keds').tables
  const [layout] = table?.layouts ?? []
  if (table === undefined || layout === undefined) throw new Error('keds has a table')
  const engine = await openBulkEngine()
  try {
    for (const macro of macros) await engine.run(macro)
    const columns = layout.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')
    const scan = `read_csv(${literal(path)}, auto_detect=false, header=true, columns={${columns}}, nullstr='')`
    const dated = await makeCrosswalks(engine, layout, scan, {})
    const parquet = join(folder, 'theirs.parquet')
    await engine.run(copyTo(tableSql(scan, table, layout, dated), parquet))
    await engine.run(
      `copy (select * replace (strftime(month, '%Y-%m') as month) from (select source, target, date_trunc('month', date) as month, count(*) as n from read_parquet(${literal(parquet)}) where _fate = 0 group by all) order by all) to ${literal(join(folder, 'out.parquet'))} (format parquet)`,
    )
  } finally {
    engine.close()
  }
}

async function writeEvents(path: string, count: number): Promise<void> {
  const draw = random(11)
  const codes = [
    '010',
    '020',
    '036',
    '040',
    '042',
    '043',
    '046',
    '051',
    '057',
    '071',
    '111',
    '112',
    '120',
    '138',
    '173',
    '190',
    '193',
  ]
  const known = codesOf('cameo').map(({ code }) => code)
  const actors = [...known, ...states.slice(0, 60).map(({ id }) => `${id}GOV`), 'IGOUNO', 'NGOXXX', 'REBSLA']
  const out = createWriteStream(path, { highWaterMark: 1 << 22 })
  out.write('date,source,target,code\n')
  const pick = (list: readonly string[]) => list[Math.floor(draw() * list.length)] ?? ''
  const day = Date.UTC(1979, 3, 15) / 86_400_000
  let lines: string[] = []
  for (let at = 0; at < count; at++) {
    const date = new Date((day + Math.floor((at * 12_000) / count)) * 86_400_000).toISOString().slice(0, 10)
    lines.push(`${date},${pick(actors)},${pick(actors)},${pick(codes)}`)
    if (lines.length < 50_000 && at < count - 1) continue
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain')
    lines = []
  }
  out.end()
  await once(out, 'finish')
}
