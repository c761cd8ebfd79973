/**
 * `node bench/baselines.ts`: 500 dyads × 240 months of made-up counts; forecasts six months ahead by three models, and the back-test of
 * all three from every month after the 48th, refitted each year, on one thread. Peers, in the same run, where Python and numpy are
 * installed (Debian: python3-numpy): the seasonal naive back-test alone, and simple smoothing alone with its one parameter by a grid,
 * both by vectors over the dyads and with the score of the same sample. Times are of the processor, so that a busy machine does not matter. `node bench/baselines.ts 50` takes fewer dyads.
 */
import { spawnSync } from 'node:child_process'
import { countBackTest } from '#numeric/count-back-test'
import { countModels } from '#numeric/count-models'
import { drawCount } from '#numeric/gamma-poisson-total'
import { random } from '#numeric/random'

const dyads = Number(process.argv[2] ?? 500)
const months = 240
const chance = random(1)
const panel = Array.from({ length: dyads }, () => {
  const level = 0.2 + drawCount(0.4, 600, chance) / 100
  return Array.from({ length: months }, () => drawCount(0.7, level, chance))
})
const options = { first: 48, ahead: 6, refit: 12 }

const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6
const began = cpu()
const models = countModels(panel.slice(0, 60), 1)
const sums = models.map(() => 0)
let forecasts = 0
for (const counts of panel) {
  for (const model of models) model.fit(counts)(counts, options.ahead)
  for (const [at, track] of countBackTest(counts, models, options).entries()) {
    sums[at] = (sums[at] ?? 0) + (track.meanCrps ?? 0)
    forecasts += track.n
  }
}
const ours = cpu() - began
console.log(
  `${dyads} dyads × ${months} months: ${ours.toFixed(2)} s of processor, ${forecasts} scored forecasts, ${((1e6 * ours) / forecasts).toFixed(1)} µs each`,
)
for (const [at, { id }] of models.entries())
  console.log(`  ${id}: mean CRPS ${((sums[at] ?? 0) / dyads).toFixed(3)}`)

const program = `
import json, sys, time
import numpy as np
y = np.array(json.load(sys.stdin), dtype=float)
n, T = y.shape
def crps(sample, obs):
    s = np.sort(sample, axis=1); m = s.shape[1]
    w = 2 * np.arange(1, m + 1) - m - 1
    return np.abs(s - obs[:, None]).mean(axis=1) - (s * w).sum(axis=1) / (m * m)
t = time.process_time(); total = 0.0; k = 0
for o in range(48, T):
    for h in range(6):
        if o + h >= T: break
        e = y[:, 12:o] - y[:, :o - 12]
        total += crps(np.maximum(0, y[:, o + h - 12][:, None] + e), y[:, o + h]).sum(); k += n
naive = (time.process_time() - t, total / k)
t = time.process_time(); total = 0.0; k = 0; grid = np.linspace(0.02, 0.98, 25)
rng = np.random.default_rng(1)
for o in range(48, T):
    if (o - 48) % 12 == 0:
        best = None
        for a in grid:
            l = y[:, :12].mean(axis=1); sse = np.zeros(n)
            for i in range(o):
                e = y[:, i] - l; sse += e * e; l = l + a * e
            if best is None: best, alpha = sse, np.full(n, a)
            else:
                better = sse < best; best = np.where(better, sse, best); alpha = np.where(better, a, alpha)
    l = y[:, :12].mean(axis=1); E = np.empty((n, o))
    for i in range(o):
        E[:, i] = y[:, i] - l; l = l + alpha * E[:, i]
    E = E[:, -120:]
    now = np.repeat(l[:, None], 300, axis=1)
    for h in range(6):
        if o + h >= T: break
        e = np.take_along_axis(E, rng.integers(0, E.shape[1], (n, 300)), axis=1)
        total += crps(np.maximum(0, np.round(now + e)), y[:, o + h]).sum(); k += n
        now = now + alpha[:, None] * e
smooth = (time.process_time() - t, total / k)
print(json.dumps({'naive': naive, 'smoothing': smooth}))
`
const ran = spawnSync('python3', ['-c', program], { input: JSON.stringify(panel), encoding: 'utf8' })
if (ran.status === 0) {
  const told = JSON.parse(ran.stdout) as Record<'naive' | 'smoothing', readonly [number, number]> // as the program prints
  for (const [name, [seconds, score]] of Object.entries(told))
    console.log(`numpy, ${name} alone: ${seconds.toFixed(2)} s, mean CRPS ${score.toFixed(3)}`)
  const theirs = told.naive[0] + told.smoothing[0]
  console.log(`ratio ours (three models) / numpy (two of them): ${(ours / theirs).toFixed(2)}`)
} else console.log('numpy is not installed: no peer')
