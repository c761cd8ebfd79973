/** kill -9 at any moment, several processes at once: all or nothing, and what was acknowledged stays. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { random } from '#numeric/random'
import { countRecords } from '#storage/read-records'
import { seeAnalyses } from '#workbench/analyses'
import { importParsed } from '#workbench/import'
import { parseRecords } from '#workbench/record-file'
import { seeRecords } from '#workbench/records'
import { template } from '#workbench/template'
import { openWorkbench } from '#workbench/workbench'
import { folder, soundings, start, startApp } from './soundings.ts'

const files = folder()
afterAll(files.remove)
const config = (workspace: string) => ({
  workspace,
  by: 'tester',
  clearance: undefined,
  now: () => '2026-01-01T00:00:00.000Z',
})
const size = 4000
const batch = (n: number) =>
  JSON.stringify({
    actors: Array.from({ length: size }, (_, at) => ({
      id: `b${n}-${at}`,
      name: `Actor ${at} of batch ${n}`,
      type: 'other',
    })),
  })

test('a process killed 30 times leaves each import whole or not there, and loses nothing acknowledged', async () => {
  const workspace = files.path('killed')
  const first = await openWorkbench(config(workspace))
  await importParsed(
    first.database,
    [parseRecords(template('case'), 'case.yaml')],
    first.author('case'),
    false,
  )
  await first.close()
  const request = files.path('request.yaml')
  writeFileSync(request, 'case: arland-registers\ndraws: 20000\n')
  const draw = random(7)
  const began = Date.now()
  writeFileSync(files.path('calm.json'), batch(99))
  expect((await soundings(['import', files.path('calm.json'), '--workspace', workspace])).status).toBe(0)
  const calmMs = Date.now() - began // how long an import takes when nobody kills it, on this machine
  const acknowledged: string[] = []
  const seen = { whole: 0, none: 0, analyses: 0 }
  for (let n = 0; n < 30; n++) {
    const isImport = n % 3 !== 2
    const file = files.path(`batch-${n}.json`)
    if (isImport) writeFileSync(file, batch(n))
    const seeded = request.replace('.yaml', `-${n}.yaml`)
    if (!isImport) writeFileSync(seeded, `case: arland-registers\ndraws: 20000\nseed: ${n}\n`)
    const { child, done, said } = start(
      isImport
        ? ['import', file, '--workspace', workspace]
        : ['run', 'socialization', seeded, '--json', '--workspace', workspace],
    )
    const deadline = pause(calmMs * (0.2 + 1.1 * draw()))
    await Promise.race([done, deadline])
    child.kill('SIGKILL')
    await done
    if (n % 5 === 4) killServer(workspace)
    if (isImport && said().includes('Imported')) acknowledged.push(`b${n}`)
    const w = await openWorkbench(config(workspace))
    try {
      const there = await seeRecords(w.database, 'actor', { limit: 1_000_000 })
      const count = (prefix: string) => there.filter((record) => record.id.startsWith(`${prefix}-`)).length
      if (isImport) {
        expect([0, size]).toContain(count(`b${n}`))
        seen[count(`b${n}`) === 0 ? 'none' : 'whole']++
      }
      for (const prefix of acknowledged) expect(count(prefix), prefix).toBe(size)
      seen.analyses = (await seeAnalyses(w.database)).length
    } finally {
      await w.close()
    }
  }
  expect(seen.whole + seen.none).toBe(20)
  expect(Math.min(seen.whole, seen.none), 'kills came before and after the commit').toBeGreaterThan(0)
  const { status, out } = await soundings(['doctor', '--workspace', workspace])
  expect(out).not.toContain('WRONG')
  expect(status).toBe(0)
}, 300_000)

test('an import of forecasts that is killed while it reads, writes or commits is whole or not there', async () => {
  const workspace = files.path('forecasts')
  const forecasts = 2500
  const people = 500
  const first = await openWorkbench(config(workspace))
  const text = JSON.stringify({
    assessors: Array.from({ length: people }, (_, at) => ({ id: `f${at}`, name: `Forecaster ${at}` })),
  })
  await importParsed(first.database, [parseRecords(text, 'people.json')], first.author('people'), false)
  await first.close()
  // questions come with their forecasts: on those of the workspace each forecaster writes only his own
  const batchOf = (n: number) => {
    const file = files.path(`forecasts-${n}.json`)
    const questions = Array.from({ length: forecasts / people }, (_, at) => ({
      id: `q${n}-${at}`,
      title: `Did matter ${at} of ${n} come before the Council in 2025?`,
      kind: 'binary',
      criteria: 'Yes if the Gazette of 2025 says so. No otherwise.',
      resolver: 'f0',
      opens: '2025-01-01T00:00:00Z',
      closes: '2025-06-01T00:00:00Z', // long closed: anybody may count them
      resolves: '2025-07-01T00:00:00Z',
    }))
    const given = Array.from({ length: forecasts }, (_, at) => ({
      id: `b${n}-${at}`,
      question: `q${n}-${Math.floor(at / people)}`,
      assessor: `f${at % people}`,
      at: '2025-02-01T00:00:00Z',
      probability: (at % 100) / 100,
    }))
    writeFileSync(file, JSON.stringify({ questions, forecasts: given }))
    return file
  }
  const counted = async () => {
    const w = await openWorkbench(config(workspace))
    try {
      return (await countRecords(w.database.db))['forecast'] ?? 0
    } finally {
      await w.close()
    }
  }
  const began = Date.now()
  const calm = await soundings(['import', batchOf(0), '--workspace', workspace])
  expect(calm.status, calm.err).toBe(0)
  const calmMs = Date.now() - began
  const draw = random(11)
  let before = await counted()
  expect(before).toBe(forecasts)
  const seen = { whole: 0, none: 0 }
  // early, anywhere, where it commits, and the moment that it says it is done
  const moments = [0.2, 0.3 + 0.5 * draw(), 0.85 + 0.1 * draw(), 0.95 + 0.1 * draw(), undefined]
  for (const [at, moment] of moments.entries()) {
    const { child, done, said } = start(['import', batchOf(at + 1), '--workspace', workspace])
    const acknowledged = new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()))
    await Promise.race([done, moment === undefined ? acknowledged : pause(calmMs * moment)])
    child.kill('SIGKILL')
    await done
    const after = await counted()
    expect([before, before + forecasts], `killed at ${moment} of the time`).toContain(after)
    if (said().includes('Imported')) expect(after).toBe(before + forecasts)
    seen[after === before ? 'none' : 'whole']++
    before = after
  }
  expect(Math.min(seen.whole, seen.none), 'kills came before and after the commit').toBeGreaterThan(0)
}, 120_000)

function killServer(workspace: string): void {
  const lock = `${workspace}/postgres/postmaster.pid`
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it was gone already
  }
}

test('several processes work on one folder that none of them made, and the last to leave stops the server', async () => {
  const workspace = files.path('shared')
  const names = [0, 1, 2, 3].map((n) => {
    writeFileSync(files.path(`part-${n}.json`), batch(100 + n))
    return files.path(`part-${n}.json`)
  })
  const all = await Promise.all(names.map((name) => soundings(['import', name, '--workspace', workspace])))
  for (const { status, err } of all) expect(status, err).toBe(0)
  const { out } = await soundings([
    'search',
    'Actor 3999',
    '--json',
    '--kind',
    'actor',
    '--workspace',
    workspace,
  ])
  expect((JSON.parse(out) as { found: unknown[] }).found).toHaveLength(4)
  expect(existsSync(`${workspace}/postgres/postmaster.pid`)).toBe(false)
}, 120_000)

test('the command line works while the app runs, and leaving does not stop the app', async () => {
  const workspace = files.path('app')
  const { url, stop } = await startApp(workspace)
  expect((await soundings(['search', 'Laos', '--workspace', workspace])).status).toBe(0)
  expect(await (await fetch(`${url}/api/workspace`)).json()).toMatchObject({ counts: { case: 3 } })
  expect((await stop()).status).toBe(0)
  expect(existsSync(`${workspace}/postgres/postmaster.pid`)).toBe(false)
}, 120_000)

test('a very long path to the workspace works', async () => {
  const workspace = files.path(`${'long-name-'.repeat(12)}/${'deeper-'.repeat(15)}`)
  expect((await soundings(['search', 'nothing', '--workspace', workspace])).status).toBe(0)
})
