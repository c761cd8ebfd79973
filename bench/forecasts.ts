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

/** Rounds of ours and of numpy's by turns, so that a busy machine slows both. */
function compared(grain: number): void {
  const next = random(1)
  const probability = Float64Array.from({ length: n }, () =>
    grain === 0 ? next() : Math.round(next() * grain) / grain,
  )
  const outcome = Uint8Array.from(probability, (p) => (next() < p ? 1 : 0))
  writeFileSync(join(folder, 'p'), probability)
  writeFileSync(join(folder, 'y'), outcome)
  const [ours, theirs, ratios]: [number[], number[], number[]] = [[], [], []]
  let score = ''
  for (let round = 0; round < 5; round++) {
    const own = Array.from({ length: 7 }, () => timed(probability, outcome))
    ours.push(...own)
    const ran = spawnSync('/usr/bin/python3', ['-c', numpy()], { encoding: 'utf8' })
    const [brier, ...times] = (ran.stdout ?? '').trim().split(' ')
    if (ran.status !== 0) {
      console.log(`numpy is not here: ${(ran.stderr || 'no python3').trim().split('\n').at(-1)}`)
      break
    }
    score = brier ?? ''
    theirs.push(...times.map(Number))
    ratios.push(Math.min(...own) / Math.min(...times.map(Number)))
  }
  const told = (times: number[]) =>
    `least ${Math.min(...times).toFixed(0)} ms, median ${median(times).toFixed(0)} ms of ${times.length}`
  console.log(`a million forecasts ${grain === 0 ? 'to full precision' : 'in hundredths'}: ${told(ours)}`)
  if (ratios.length > 0)
    console.log(
      `numpy: ${told(theirs)}; ratio ${median(ratios).toFixed(2)} (median of ${ratios.length} rounds); its Brier score ${score}, ours ${scored(probability, outcome).brier}`,
    )
}

/** Milliseconds of one run. */
function timed(probability: Float64Array, outcome: Uint8Array): number {
  const began = performance.now()
  const found = scored(probability, outcome)
  const took = performance.now() - began
  if (Math.abs(found.whole - found.brier) > 1e-13) throw new Error('the parts do not sum to the score')
  return took
}

function scored(probability: Float64Array, outcome: Uint8Array) {
  let log = 0
  for (let at = 0; at < n; at++) {
    const p = probability[at] as number // both hold n numbers
    const y = outcome[at] as number
    log -= Math.log(Math.abs(1 - y - p)) // of p where it happened, else of 1 − p
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
    began = time.perf_counter(); brier = scored(); times.append(1000 * (time.perf_counter() - began))
print(brier, *times)`
}
