/**
 * `node bench/forecasts.ts`: a million forecasts scored (Brier, logarithmic) and decomposed (by distinct probability, and in ten bins
 * with the terms within), probabilities in hundredths and to full precision. Peer, in the same run: the same in numpy (Debian:
 * python3-numpy), where it is installed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binnedDecomposition } from '#numeric/binned-decomposition'
import { forecastGroups } from '#numeric/forecast-groups'
import { murphyOfGroups } from '#numeric/murphy-decomposition'
import { random } from '#numeric/random'
import { median } from './large-case.ts'

const n = 1_000_000
const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
try {
  for (const grain of [100, 0]) compared(grain)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function compared(grain: number): void {
  const next = random(1)
  const probability = Float64Array.from({ length: n }, () =>
    grain === 0 ? next() : Math.round(next() * grain) / grain,
  )
  const outcome = Uint8Array.from(probability, (p) => (next() < p ? 1 : 0))
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now()
    const found = scored(probability, outcome)
    const took = performance.now() - began
    if (Math.abs(found.whole - found.brier) > 1e-13) throw new Error('the parts do not sum to the score')
    return took
  })
  const what = grain === 0 ? 'to full precision' : 'in hundredths'
  console.log(`a million forecasts ${what}: ${median(times).toFixed(0)} ms (median of 7)`)
  writeFileSync(join(folder, 'p'), probability)
  writeFileSync(join(folder, 'y'), outcome)
  const ran = spawnSync('/usr/bin/python3', ['-c', numpy()], { encoding: 'utf8' })
  const [seconds, score] = (ran.stdout ?? '').trim().split(' ').map(Number)
  if (ran.status !== 0 || seconds === undefined)
    console.log(`numpy is not here: ${(ran.stderr ?? 'no python3').trim().split('\n').at(-1)}`)
  else
    console.log(
      `numpy: ${(1000 * seconds).toFixed(0)} ms; ratio ${(median(times) / 1000 / seconds).toFixed(2)}; its Brier score ${score}, ours ${scored(probability, outcome).brier}`,
    )
}

function scored(probability: Float64Array, outcome: Uint8Array) {
  let log = 0
  for (let at = 0; at < n; at++) {
    const [p, y] = [probability[at] as number, outcome[at] as number] // both hold n numbers
    log -= Math.log(y === 1 ? p : 1 - p)
  }
  const groups = forecastGroups(probability, outcome)
  const { brier, reliability, murphyResolution, uncertainty } = murphyOfGroups(groups)
  const binned = binnedDecomposition(groups, 10)
  return { brier, log: log / n, whole: reliability - murphyResolution + uncertainty, binned }
}

function numpy(): string {
  return `
import time, numpy as np
p = np.fromfile("${folder}/p"); y = np.fromfile("${folder}/y", dtype=np.uint8).astype(float)
def scored():
    brier = np.mean((p - y) ** 2)
    with np.errstate(divide="ignore"): log = -np.mean(np.log(np.where(y == 1, p, 1 - p)))
    n = len(p); rate = y.mean()
    u, inverse = np.unique(p, return_inverse=True)
    m = np.bincount(inverse); share = np.bincount(inverse, weights=y) / m
    rel = np.sum(m * (u - share) ** 2) / n; res = np.sum(m * (share - rate) ** 2) / n
    b = np.minimum(9, np.floor(p * 10 + 1e-9).astype(int))
    k = np.bincount(b, minlength=10); mean = np.bincount(b, weights=p, minlength=10) / k; happened = np.bincount(b, weights=y, minlength=10) / k
    wbv = np.mean((p - mean[b]) ** 2); wbc = 2 * np.mean((p - mean[b]) * (y - happened[b]))
    relb = np.sum(k * (mean - happened) ** 2) / n; resb = np.sum(k * (happened - rate) ** 2) / n
    return brier
times = []
for _ in range(7):
    began = time.perf_counter(); brier = scored(); times.append(time.perf_counter() - began)
print(np.median(times), brier)`
}
