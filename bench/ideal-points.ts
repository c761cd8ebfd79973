/**
 * `node bench/ideal-points.ts`: ideal points of the whole General Assembly, two threads. Peers, in the same run: the
 * published EM algorithm, 200 iterations, which do not suffice; and `ideal` of the R package pscl (Debian:
 * r-cran-pscl), 20 sweeps of its sampler, where R is installed. A usual run of it has thousands.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainEm } from '#numeric/ideal-points-em'
import { type IdealPointsInput, layOutItems } from '#numeric/ideal-points-layout'
import { startPoints } from '#numeric/ideal-points-start'
import { compute } from '#workbench/compute'
import { assemblyVotes } from './assembly-votes.ts'
import { median } from './large-case.ts'

const file = await assemblyVotes()
const binary: IdealPointsInput = {
  votes: file.rollCalls,
  model: 'binary',
  abstentions: 'missing',
  walkVariance: null,
  times: file.times,
  anchor: file.find('USA'),
  itemVariance: 25,
  mostIterations: 200,
  seed: 1,
}
const seconds = async (input: IdealPointsInput) => {
  const times: number[] = []
  let told = ''
  for (let run = 0; run < 3; run++) {
    const began = performance.now()
    const fit = await compute('idealPoints', input, { workers: 2 })
    times.push((performance.now() - began) / 1000)
    told = `log posterior ${fit.logPosterior.toFixed(3)}, ${fit.iterations} steps, converged ${fit.converged}`
  }
  return { time: median(times), told }
}
const ordinal = { ...binary, model: 'ordinal' } as const
const ours = await seconds(binary)
console.log(`binary:  ${ours.time.toFixed(2)} s (the aim is 2.2 s); ${ours.told}`)
for (const [name, aim, input] of [
  ['ordinal', 6, ordinal],
  ['dynamic, ordinal', 2, { ...ordinal, walkVariance: 0.01 }],
  ['dynamic, binary', 2, { ...binary, walkVariance: 0.01 }],
] as const) {
  const { time, told } = await seconds(input)
  console.log(`${name}: ${time.toFixed(2)} s (the aim is ${aim} s); ${told}`)
}

const began = performance.now()
const layout = layOutItems(binary)
const em = plainEm(layout, startPoints(layout, file.rollCalls.states, 1), 200, 1e-8)
const emTime = (performance.now() - began) / 1000
console.log(
  `published EM, 200 iterations: ${emTime.toFixed(2)} s, log posterior ${em.logPosterior.toFixed(3)}`,
)
console.log(`ratio ours / EM of 200 iterations: ${(ours.time / emTime).toFixed(2)}`)

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
try {
  const { states, rollCalls, votes } = file.rollCalls
  const text = Array.from({ length: states }, (_, s) =>
    Array.from(votes.subarray(s * rollCalls, (s + 1) * rollCalls), (v) =>
      v === 1 ? 1 : v === 3 ? 0 : 'NA',
    ).join(' '),
  ).join('\n')
  writeFileSync(join(folder, 'votes'), text)
  const program = `library(pscl); m <- as.matrix(read.table("${join(folder, 'votes')}"))
t <- system.time(ideal(rollcall(m), dropList = list(lop = 0), maxiter = 20, burnin = 0, thin = 10, verbose = FALSE))
cat("SECONDS", t[["elapsed"]])`
  const ran = spawnSync('Rscript', ['-e', program], { encoding: 'utf8' })
  const took = Number(/SECONDS ([\d.]+)/.exec(ran.stdout ?? '')?.[1])
  if (Number.isFinite(took)) {
    console.log(`pscl::ideal, 20 sweeps: ${took.toFixed(2)} s`)
    console.log(`ratio ours / 20 sweeps of pscl: ${(ours.time / took).toFixed(2)}`)
  } else console.log('pscl::ideal: R or pscl is not installed, or failed; not compared')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
