/** As root and as an ordinary user, also below a folder that only root may enter. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { folder, soundings } from './soundings.ts'

const files = folder()
afterAll(files.remove)
const isRoot = process.getuid?.() === 0
const nobody = 65534
const entry = resolve(import.meta.dirname, '../../src/cli/run.ts')
const nobodyMayRead = isRoot && spawnSync('test', ['-r', entry], { uid: nobody, gid: nobody }).status === 0

describe.skipIf(!isRoot)('as root', () => {
  test('a workspace below a folder that only root may enter works, and the server does not run as root', async () => {
    const closed = files.path('closed')
    mkdirSync(closed, { mode: 0o700 })
    const workspace = `${closed}/workspace`
    for (let twice = 0; twice < 2; twice++)
      expect(await soundings(['search', 'nothing', '--workspace', workspace])).toMatchObject({ status: 0 })
    expect(statSync(`${workspace}/postgres`).uid).not.toBe(0)
  })
})

describe.skipIf(!nobodyMayRead)(
  'as an ordinary user (skipped where the checkout is closed to other accounts)',
  () => {
    test('a workspace of one’s own works, another’s is refused', async () => {
      const home = files.path('home')
      mkdirSync(home)
      chmodSync(files.path('.'), 0o755)
      chownSync(home, nobody, nobody)
      const as = (workspace: string) =>
        spawnSync(process.execPath, [entry, 'search', 'nothing', '--workspace', workspace], {
          uid: nobody,
          gid: nobody,
          encoding: 'utf8',
          env: { ...process.env, HOME: home, TMPDIR: home },
        })
      expect(as(`${home}/workspace`)).toMatchObject({ status: 0 })
      mkdirSync(files.path('roots'), { mode: 0o755 })
      const { status, stderr } = as(files.path('roots/workspace'))
      expect(status).not.toBe(0)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    })
  },
)

describe.skipIf(isRoot)('as an ordinary user', () => {
  test('a workspace works', async () => {
    expect(await soundings(['search', 'nothing', '--workspace', files.path('own')])).toMatchObject({
      status: 0,
    })
  })
})
