/**
 * `node bench/composite.ts`: 1,000 replications of the ASEM example (51 states, 49 indicators; simulated data of that shape where the
 * reference data is not beside the checkout), drawing imputation, treatment of outliers, normalization, aggregation and
 * weights: with every step done again for every draw, with the columns of each choice kept as the workbench does, and on two
 * threads. And Sobol's indices of the same choices. Times are on the clock, and of the processor in brackets, which other work on the
 * machine does not stretch. Peer, in the same run, where R is installed (Debian: r-base-core):
 * the same arithmetic in base R, column by column with its vectorized functions; the scores of all choices must agree.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ranksFromTop } from '#numeric/composite'
import { type CompositeModel, compositeRoom, prepareLeaves, scoreUnits } from '#numeric/composite-model'
import { compositeTree } from '#numeric/composite-tree'
import { compositeUncertainty, replicator } from '#numeric/composite-uncertainty'
import { random } from '#numeric/random'
import { alone } from '#numeric/team'
import { usualLimits } from '#numeric/treat-outliers'
import { compute } from '#workbench/compute'
import { asem } from '../test/asem.ts'
import { sharedIsHere } from '../test/shared.ts'
import { median } from './large-case.ts'

const draws = 1000
const { model, parents } = sharedIsHere ? ofAsem() : simulated()
const weights = new Float64Array(parents.length).fill(1)
const means = {
  impute: ['mean', 'median', 'group-mean'],
  treat: ['none', 'winsorize'],
  normalize: ['min-max', 'percentile'],
  aggregate: ['arithmetic', 'geometric'],
} as const
const input = { model, weights, alternatives: means, weightSpread: 0.25, draws, seed: 1 }
const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))

try {
  const again = timed(() => {
    for (let draw = 0; draw < draws; draw++) replicator(input).fromDraws(random(1, draw))
  })
  const kept = timed(() => compositeUncertainty.run(compositeUncertainty.prepare(input), alone))
  const began = performance.now()
  await compute('compositeUncertainty', input, { workers: 2 })
  const two = performance.now() - began
  const every = {
    ...input,
    alternatives: {
      ...means,
      aggregate: ['arithmetic', 'geometric', 'copeland', 'non-compensatory'] as const,
    },
  }
  const ordered = timed(() => compositeUncertainty.run(compositeUncertainty.prepare(every), alone))
  console.log(
    `${draws} replications, ${model.units} × ${model.leaves.length}, ${sharedIsHere ? 'ASEM' : 'simulated'}:`,
  )
  console.log(`  every step for every draw, one thread: ${told(again)}`)
  console.log(
    `  columns of a choice kept, one thread: ${told(kept)}; two threads, with their start: ${two.toFixed(0)} ms`,
  )
  console.log(`  the same with Copeland and non-compensatory order among the ways: ${told(ordered)}`)
  await sobol()
  const base = peer()
  if (base !== undefined)
    console.log(
      `  base R, every step for every draw: ${told(base)}; ratio ${(again.clockMs / base.clockMs).toFixed(3)} (${(again.processorMs / base.processorMs).toFixed(3)}), with columns kept ${(kept.clockMs / base.clockMs).toFixed(3)} (${(kept.processorMs / base.processorMs).toFixed(3)})`,
    )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Time {
  readonly clockMs: number
  readonly processorMs: number
}

/** Medians of five runs on this thread. */
function timed(work: () => unknown): Time {
  const runs = Array.from({ length: 5 }, () => {
    const [began, used] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(used)
    return { clockMs: performance.now() - began, processorMs: (user + system) / 1000 }
  })
  return {
    clockMs: median(runs.map(({ clockMs }) => clockMs)),
    processorMs: median(runs.map(({ processorMs }) => processorMs)),
  }
}

function told({ clockMs, processorMs }: Time): string {
  return `${clockMs.toFixed(0)} ms (${processorMs.toFixed(0)} ms)`
}

async function sobol(): Promise<void> {
  const room = compositeRoom(model, ['arithmetic'])
  const first = { impute: 'mean', treat: 'none', normalize: 'min-max', aggregate: 'arithmetic' } as const
  scoreUnits(model, prepareLeaves(model, first).normalized, weights, 'arithmetic', room)
  const root = room.scores.subarray((parents.length - 1) * model.units)
  const ranks = ranksFromTop(
    root,
    0,
    model.units,
    new Float64Array(model.units),
    new Float64Array(model.units),
  )
  const inputs = Array.from({ length: parents.length + 3 }, (_, at) => at)
  const began = performance.now()
  await compute('compositeSensitivity', { ...input, rows: 512, ranks, inputs }, { workers: 2 })
  console.log(
    `  Sobol, ${inputs.length} inputs, 512 rows (${512 * (inputs.length + 2)} runs), two threads: ${(performance.now() - began).toFixed(0)} ms`,
  )
}

/** How long base R takes for the same replications; throws if its scores are others. */
function peer(): Time | undefined {
  const table = Float64Array.from(model.data)
  writeFileSync(join(folder, 'data'), table)
  writeFileSync(join(folder, 'parents'), Int32Array.from(parents))
  writeFileSync(
    join(folder, 'direction'),
    Int32Array.from(model.scales, ({ direction }) => direction),
  )
  writeFileSync(join(folder, 'groups'), model.groups)
  const ran = spawnSync('Rscript', ['-e', rProgram()], { encoding: 'utf8' })
  const [elapsed = Number.NaN, used = Number.NaN] = (ran.stdout ?? '')
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map(Number)
  if (ran.status !== 0 || !Number.isFinite(elapsed + used)) {
    console.log(`R is not here: ${(ran.stderr ?? 'no Rscript').split('\n')[0]}`)
    return undefined
  }
  const bytes = readFileSync(join(folder, 'scores'))
  const theirs = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  let at = 0
  let furthest = 0
  const room = compositeRoom(model, ['arithmetic'])
  for (const impute of means.impute)
    for (const treat of means.treat)
      for (const normalize of means.normalize)
        for (const aggregate of means.aggregate) {
          const { normalized } = prepareLeaves(model, { impute, treat, normalize, aggregate })
          scoreUnits(model, normalized, weights, aggregate, room)
          for (const score of room.scores.subarray((parents.length - 1) * model.units))
            furthest = Math.max(furthest, Math.abs(score - (theirs[at++] ?? Number.NaN)))
        }
  if (!(furthest < 1e-9)) throw new Error(`R gives other scores: ${furthest} apart`)
  console.log(`  base R agrees on ${at} scores of 24 choices, ${furthest.toExponential(1)} apart at most`)
  return { clockMs: elapsed * 1000, processorMs: used * 1000 }
}

function rProgram(): string {
  const read = (name: string, what: string, n: number) => `readBin("${folder}/${name}", "${what}", ${n})`
  return `
X <- matrix(${read('data', 'double', model.data.length)}, nrow = ${model.units})
parent <- ${read('parents', 'integer', parents.length)} + 1
direction <- ${read('direction', 'integer', model.leaves.length)}
group <- ${read('groups', 'integer', model.units)}
leaves <- c(${Array.from(model.leaves, (at) => at + 1).join(',')})
nodes <- length(parent)
shape <- function(x) {
  x <- x[!is.na(x)]; n <- length(x); d <- x - mean(x); s2 <- sum(d^2)
  if (n < 4 || s2 == 0) return(c(0, 0))
  g1 <- sqrt(n) * sum(d^3) / s2^1.5
  g2 <- n * sum(d^4) / s2^2 - 3
  c(g1 * sqrt(n * (n - 1)) / (n - 2), ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)))
}
winsorize <- function(x) {
  hi <- 0; lo <- 0
  repeat {
    s <- shape(x)
    if (!(abs(s[1]) > 2 && s[2] > 3.5) || hi + lo >= 5) return(x)
    if (s[1] >= 0) { end <- which(x == max(x, na.rm = TRUE)); x[end] <- max(x[-end], na.rm = TRUE); hi <- length(end) }
    else { end <- which(x == min(x, na.rm = TRUE)); x[end] <- min(x[-end], na.rm = TRUE); lo <- length(end) }
  }
}
fill <- list(
  mean = function(x) { x[is.na(x)] <- mean(x, na.rm = TRUE); x },
  median = function(x) { x[is.na(x)] <- median(x, na.rm = TRUE); x },
  group = function(x) { m <- ave(x, group, FUN = function(v) mean(v, na.rm = TRUE)); x[is.na(x)] <- m[is.na(x)]; x })
scale01 <- list(
  minmax = function(x, floor) { r <- range(x, na.rm = TRUE); floor + (100 - floor) * (x - r[1]) / (r[2] - r[1]) },
  percentile = function(x, floor) { n <- sum(!is.na(x)); floor + (100 - floor) * (rank(x, na.last = "keep") - 1) / (n - 1) })
index <- function(impute, treat, normalize, aggregate, w) {
  floor <- if (aggregate == 2) 1 else 0
  Y <- apply(X, 2, fill[[impute]])
  if (treat == 2) Y <- apply(Y, 2, winsorize)
  Y <- sweep(Y, 2, direction, "*")
  Y <- apply(Y, 2, scale01[[normalize]], floor = floor)
  S <- matrix(NA_real_, nrow(X), nodes)
  S[, leaves] <- Y
  for (node in seq_len(nodes)) {
    parts <- which(parent == node)
    if (length(parts) == 0) next
    Z <- if (aggregate == 2) log(S[, parts, drop = FALSE]) else S[, parts, drop = FALSE]
    m <- as.vector(Z %*% w[parts]) / sum(w[parts])
    S[, node] <- if (aggregate == 2) exp(m) else m
  }
  S[, nodes]
}
w <- rep(1, nodes)
all <- c()
for (i in 1:3) for (t in 1:2) for (n in 1:2) for (a in 1:2) all <- c(all, index(i, t, n, a, w))
writeBin(all, "${folder}/scores")
set.seed(1)
took <- system.time({
  ranks <- replicate(${draws}, {
    s <- index(sample(3, 1), sample(2, 1), sample(2, 1), sample(2, 1), w * (1 + 0.25 * (2 * runif(nodes) - 1)))
    rank(-s)
  })
  apply(ranks, 1, quantile, c(.025, .5, .975))
})
cat(took["elapsed"], took["user.self"] + took["sys.self"])`
}

function ofAsem(): { readonly model: CompositeModel; readonly parents: readonly number[] } {
  const meta = asem('iMeta').filter(({ Type }) => Type === 'Indicator' || Type === 'Aggregate')
  const codes = meta.map(({ iCode }) => iCode)
  const parents = meta.map(({ Parent }) => codes.indexOf(Parent))
  const indicators = meta.filter(({ Type }) => Type === 'Indicator')
  const rows = asem('dset_Denominated')
  const regions = new Map(asem('iData').map((row) => [row['uCode'], row['EurAsia_group'] === 'Asia' ? 1 : 0]))
  return {
    parents,
    model: {
      units: rows.length,
      tree: compositeTree(Int32Array.from(parents)),
      leaves: Int32Array.from(indicators, (_, at) => at),
      data: Float64Array.from(indicators.flatMap(({ iCode = '' }) => rows.map((row) => Number(row[iCode])))),
      scales: indicators.map(({ Direction }) => ({ direction: Direction === '-1' ? -1 : 1 })),
      groups: Int32Array.from(rows, (row) => regions.get(row['uCode']) ?? -1),
      coverage: 1,
      limits: usualLimits,
    },
  }
}

function simulated(): { readonly model: CompositeModel; readonly parents: readonly number[] } {
  const next = random(2)
  const parents = [
    ...Array.from({ length: 49 }, (_, at) => 49 + (at % 8)),
    ...Array.from({ length: 8 }, () => 57),
    -1,
  ]
  return {
    parents,
    model: {
      units: 51,
      tree: compositeTree(Int32Array.from(parents)),
      leaves: Int32Array.from({ length: 49 }, (_, at) => at),
      data: Float64Array.from({ length: 49 * 51 }, () => (next() < 0.03 ? Number.NaN : Math.exp(4 * next()))),
      scales: Array.from({ length: 49 }, (_, at) => ({ direction: at % 3 === 0 ? -1 : 1 })),
      groups: Int32Array.from({ length: 51 }, (_, at) => at % 2),
      coverage: 1,
      limits: usualLimits,
    },
  }
}
