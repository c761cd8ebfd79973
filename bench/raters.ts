/**
 * `node bench/raters.ts`: Krippendorff's alpha with 1,000 bootstrap replicates on 50 coders, 5,000 units, 60 % missing, one
 * and two threads; and latent levels of 500 units rated by 20 coders. Peers, in the same run, where R is installed
 * (Debian: r-base-core, r-cran-mcmcpack): the same replicates of nominal alpha as matrix products in R, and
 * MCMCpack's MCMCordfactanal, an ordinal factor model with cut points for each item, judged by time for an effective draw.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { krippendorffAlpha } from '#numeric/krippendorff-alpha'
import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import { measurementLevels, type Ratings } from '#numeric/ratings'
import { alone } from '#numeric/team'
import { compute } from '#workbench/compute'
import { median } from './large-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
try {
  await agreement()
  await levels()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function agreement(): Promise<void> {
  const ratings = simulated(5000, 50, 0.4)
  const ours: Record<string, number> = {}
  for (const level of measurementLevels) {
    const times = Array.from({ length: 5 }, () => {
      const shared = krippendorffAlpha.prepare({ ratings, level, bootstrap: 1000, seed: 1 })
      const began = performance.now()
      krippendorffAlpha.run(shared, alone)
      return performance.now() - began
    })
    ours[level] = median(times)
    const began = performance.now()
    await compute('krippendorffAlpha', { ratings, level, bootstrap: 1000, seed: 1 }, { workers: 2 })
    console.log(
      `alpha, ${level}: ${median(times).toFixed(0)} ms on one thread; ${(performance.now() - began).toFixed(0)} ms on two, with their start`,
    )
  }
  const counts = new Int32Array(5000 * 5)
  for (const [at, unit] of ratings.unit.entries()) {
    const cell = unit * 5 + (ratings.value[at] ?? 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  writeFileSync(join(folder, 'counts'), counts)
  const seconds = r(`
n <- matrix(readBin("${folder}/counts", "integer", 25000), ncol = 5, byrow = TRUE)
times <- sapply(1:5, function(run) system.time({
  m <- rowSums(n); n2 <- n[m >= 2, ]; m <- m[m >= 2]; U <- length(m)
  apart <- (m^2 - rowSums(n2^2)) / (m - 1)
  W <- rmultinom(1000, U, rep(1, U))
  N <- crossprod(W, n2); total <- rowSums(N)
  alpha <- 1 - (total - 1) * crossprod(W, apart) / (total^2 - rowSums(N^2))
  quantile(alpha, c(.025, .975))
})["elapsed"])
cat(median(times))`)
  if (seconds === undefined) return
  console.log(
    `R, nominal, matrix products: ${(seconds * 1000).toFixed(0)} ms; ratio ${((ours['nominal'] ?? 0) / (seconds * 1000)).toFixed(2)}`,
  )
}

async function levels(): Promise<void> {
  const ratings = simulated(500, 20, 1)
  const began = performance.now()
  const input = { ratings, chains: 4, draws: 500, warmUp: 250, seed: 1 }
  const { essMin, rhatMax } = await compute('ordinalMeasurement', input, { workers: 2 })
  const took = (performance.now() - began) / 1000
  console.log(
    `levels of 500 units by 20 coders: ${took.toFixed(1)} s on two threads, R-hat ${rhatMax.toFixed(3)} at worst, ${essMin.toFixed(0)} effective draws at least: ${((1000 * took) / essMin).toFixed(0)} ms each`,
  )
  const table = new Int32Array(500 * 20)
  for (const [at, unit] of ratings.unit.entries())
    table[unit * 20 + (ratings.coder[at] ?? 0)] = (ratings.value[at] ?? 0) + 1
  writeFileSync(join(folder, 'table'), table)
  const each = r(`
suppressMessages({library(MCMCpack); library(coda)})
x <- matrix(readBin("${folder}/table", "integer", 10000), ncol = 20, byrow = TRUE)
took <- system.time(fit <- MCMCordfactanal(x, factors = 1, lambda.constraints = list(V1 = list(2, "+")), burnin = 1000, mcmc = 4000, tune = 0.4, store.scores = TRUE, L0 = 1, verbose = 0))["elapsed"]
ess <- effectiveSize(fit); cat(1000 * took / min(ess[ess > 0]))`)
  if (each === undefined) return
  console.log(
    `MCMCpack: ${each.toFixed(0)} ms for an effective draw of its slowest quantity; ratio ${((1000 * took) / essMin / each).toFixed(3)}`,
  )
}

function simulated(units: number, coders: number, share: number): Ratings {
  const next = random(3)
  const normal = randomNormal(next)
  const level = Array.from({ length: units }, () => normal())
  const rows: { unit: number; coder: number; value: number }[] = []
  for (let coder = 0; coder < coders; coder++) {
    const beta = 0.7 + next() * 0.8
    const cuts = [-1.2, -0.4, 0.4, 1.2].map((cut) => cut + 0.3 * normal()).sort((a, b) => a - b)
    for (const [unit, z] of level.entries()) {
      if (next() > share) continue
      const seen = beta * z + normal()
      rows.push({ unit, coder, value: cuts.filter((cut) => seen > cut).length })
    }
  }
  return {
    units,
    coders,
    unit: Int32Array.from(rows, ({ unit }) => unit),
    coder: Int32Array.from(rows, ({ coder }) => coder),
    value: Int32Array.from(rows, ({ value }) => value),
    values: Float64Array.of(0, 1, 2, 3, 4),
  }
}

function r(program: string): number | undefined {
  const ran = spawnSync('Rscript', ['-e', program], { encoding: 'utf8' })
  const answer = Number((ran.stdout ?? '').trim().split(/\s+/).at(-1))
  if (ran.status === 0 && Number.isFinite(answer)) return answer
  console.log(`R or its package is not here: ${(ran.stderr ?? 'no Rscript').split('\n')[0]}`)
  return undefined
}
