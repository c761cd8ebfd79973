/**
 * `node bench/relations.ts [partners]`: a state with 199 partners, 75 years and 60 indicators (895,500 observations): import, what
 * the pages read, one analysis, and all relations recomputed. Peers, in the same run: for the reading, plain SQL that fetches the
 * same rows by their keys; for the analysis, the same draws in plain loops over arrays of numbers, without sources or findings.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { serveWorkbench } from '#api/server'
import { recompute, runInstrumentWatched } from '#workbench/analysis-jobs'
import { readConfig } from '#workbench/config'
import { importFiles } from '#workbench/import'
import { openWorkbench } from '#workbench/workbench'
import { median } from './large-case.ts'
import { largeRelations, partnersOf, state, wholeSize } from './large-relations.ts'
import { plainLoops } from './relations-loops.ts'

const size = { ...wholeSize, partners: Number(process.argv[2] ?? wholeSize.partners) }
const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const file = join(folder, 'relations.json')
writeFileSync(file, JSON.stringify(largeRelations(size)))
const workbench = await openWorkbench(readConfig({ workspace: join(folder, 'workspace') }, {}))
const { db } = workbench.database
const served = await serveWorkbench(workbench, {
  host: '127.0.0.1',
  port: 0,
  web: undefined,
  onFault: console.error,
})
const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const got = async (path: string) => {
  const response = await fetch(served.url + path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}
const reading = async (what: string, path: string, peer: ReturnType<typeof sql>) => {
  const times: number[] = []
  const peers: number[] = []
  let bytes = 0
  for (let turn = 0; turn < 9; turn++) {
    times.push(1000 * (await seconds(async () => (bytes = (await got(path)).length))))
    peers.push(1000 * (await seconds(() => peer.execute(db))))
  }
  console.log(
    `${what}: ${median(times).toFixed(0)} ms, ${(bytes / 1e6).toFixed(2)} MB (plain SQL ${median(peers).toFixed(0)} ms); GET ${path}`,
  )
}

try {
  const took = await seconds(() => importFiles(workbench.database, [file], workbench.author('bench')))
  const observations = size.partners * size.years * size.indicators
  console.log(`import of ${observations} observations: ${took.toFixed(1)} s`)
  await sql`analyze`.execute(db)
  const request = { framework: 'bench-depth' }
  const [partner = ''] = partnersOf(size)
  const one = `vnm-${partner.toLowerCase()}`

  let last = performance.now()
  let lag = 0
  const pulse = setInterval(() => {
    lag = Math.max(lag, performance.now() - last - 10)
    last = performance.now()
  }, 10)
  let id = ''
  const unwatched = { signal: new AbortController().signal, progress: () => {} }
  const alone = await seconds(async () => {
    const asked = { ...request, dyad: [state, partner] }
    id = (await runInstrumentWatched(workbench, 'relations-depth', asked, unwatched)).id
  })
  clearInterval(pulse)
  const loops = plainLoops(size)
  console.log(
    `one analysis: ${alone.toFixed(1)} s, in a thread of its own; longest wait of others ${lag.toFixed(0)} ms (draws in plain loops ${loops.toFixed(1)} s)`,
  )

  const bodies = (where: ReturnType<typeof sql>) =>
    sql`select body from record where current and body is not null and ${where}`
  await reading('list of relations', '/api/records/relation?limit=500', bodies(sql`kind = 'relation'`))
  await reading(
    'one relation with what points at it',
    `/api/records/relation/${one}`,
    bodies(sql`kind = 'relation' and id = ${one}`),
  )
  await reading(
    'series of one relation',
    `/api/records/series?limit=500&pointsAt=relation:${one}`,
    bodies(
      sql`kind = 'series' and id = any(${Array.from({ length: size.indicators }, (_, at) => `indicator-${at}/${one}`)})`,
    ),
  )
  await reading(
    'one leaf, all partners and years',
    '/api/records/series?limit=500&measure=indicator-7',
    bodies(sql`kind = 'series' and id like 'indicator-7/%'`),
  )
  await reading('list of analyses', '/api/analyses', sql`select id from analysis`)
  await reading(
    'league table: one analysis whole',
    `/api/analyses/${id}`,
    sql`select output from analysis where id = ${id}`,
  )

  const all = await seconds(() => recompute(workbench, 'relations-depth', { ...request, state }, unwatched))
  console.log(
    `all ${size.partners} relations: ${all.toFixed(0)} s, ${(all / size.partners).toFixed(2)} s each; one by one ${(alone * size.partners).toFixed(0)} s`,
  )
} finally {
  await served.close()
  await workbench.close()
  rmSync(folder, { recursive: true, force: true })
}
