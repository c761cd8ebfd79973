/**
 * `node bench/similarity.ts`: S of all dyads in all sessions of the General Assembly, with standard errors, two threads.
 * Peer, in the same run: S alone by matrix products in numpy (Debian: python3-numpy), where it is installed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packVotes } from '#numeric/vote-bits'
import { compute } from '#workbench/compute'
import { assemblyVotes } from './assembly-votes.ts'
import { median } from './large-case.ts'

const { rollCalls: all } = await assemblyVotes()
const times: number[] = []
let pairs = 0
for (let run = 0; run < 5; run++) {
  const began = performance.now()
  const input = { bits: packVotes(all), measure: 's', distance: 'absolute' } as const
  const found = await compute('allSimilarities', input, { workers: 2 })
  times.push(performance.now() - began)
  pairs = found.n.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0)
}
const ours = median(times)
console.log(`S of ${pairs} dyad-sessions: ${ours.toFixed(0)} ms, threads started each time (median of 5)`)

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
try {
  writeFileSync(join(folder, 'votes'), all.votes)
  writeFileSync(join(folder, 'session'), new Uint8Array(all.session.buffer))
  const program = `
import time, numpy as np
v = np.fromfile("${folder}/votes", np.uint8).reshape(${all.states}, ${all.rollCalls}); k = np.fromfile("${folder}/session", np.int32)
times = []
for run in range(5):
    began = time.perf_counter(); pairs = 0
    for s in range(${all.sessions}):
        w = v[:, k == s]
        y, a, n = ((w == c).astype(np.float32) for c in (1, 2, 3))
        c = y + a + n
        both = c @ c.T
        apart = y @ n.T
        near = a @ (y + n).T
        with np.errstate(all="ignore"):
            S = 1 - 2 * (apart + apart.T + 0.5 * (near + near.T)) / both
        pairs += int((both[np.triu_indices(${all.states}, 1)] > 0).sum())
    times.append(time.perf_counter() - began)
print(pairs, sorted(times)[2] * 1000)`
  const ran = spawnSync('python3', ['-c', program], { encoding: 'utf8' })
  const [count, took] = (ran.stdout ?? '').trim().split(' ').map(Number)
  if (took !== undefined && Number.isFinite(took)) {
    console.log(`numpy, S of ${count}, no standard errors: ${took.toFixed(0)} ms (median of 5)`)
    console.log(`ratio ours / numpy: ${(ours / took).toFixed(2)}`)
  } else console.log('numpy is not installed, or failed; not compared')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
