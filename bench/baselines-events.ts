/**
 * `node bench/baselines-events.ts [dyads] [dataset file] [--verbose]`: the baselines back-tested on files of real events. For each file
 * and class the twenty busiest dyads (or as many as asked) that the file covers; every month from the 49th on is taken for the last
 * one known, six months ahead are forecast by all three models, refitted each year, and scored by CRPS. Skill is one less the ratio to
 * the score of last year's month, of one model throughout, never of the best one of each dyad, which would flatter. A harder test
 * stands beside it: skill against the past of the dyad, in which each earlier month is as likely as any other. Without a file of one's
 * own: KEDS Levant and ICEWS, where the reference data are. Of GDELT and POLECAT no file of some years could be had;
 * `node bench/baselines-events.ts 20 gdelt FILE` tests one that you have. `--verbose` tells each dyad.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { EventClass } from '#datasets/event-classes'
import { SoundingsError } from '#domain/errors'
import { type CountModel, countBackTest } from '#numeric/count-back-test'
import { empiricalCounts } from '#numeric/empirical-counts'
import { type BaselineAnswer, forecastBaselines } from '#workbench/baselines'
import { addDataset } from '#workbench/datasets'
import { eventSeries } from '#workbench/event-series'
import { openWorkbench } from '#workbench/workbench'
import { shared } from '../test/shared.ts'

const verbose = process.argv.includes('--verbose')
const [dyads = 20, own, given] = process.argv.slice(2).filter((word) => word !== '--verbose')
const files: readonly (readonly [string, string])[] =
  own === undefined || given === undefined
    ? [
        ['keds', shared('data/events_cameo/keds_levant_cameo.csv.gz')],
        ['icews', shared('data/events_cameo/icews_tkg_2005_2015.parquet')],
        ['icews', shared('data/events_cameo/icews_raw_2018_sample.csv')],
      ]
    : [[own, given]]
const classes: readonly EventClass[] = [
  'material-conflict',
  'verbal-conflict',
  'material-cooperation',
  'verbal-cooperation',
  'visits',
]
/** Each month so far as likely as any other. */
const ownPast: CountModel = {
  id: 'own past',
  fit: () => (known, ahead) => {
    const told = known.filter((count) => count !== null)
    return Array.from({ length: ahead }, () => (told.length === 0 ? null : empiricalCounts(told)))
  },
}

const folder = mkdtempSync(join(tmpdir(), 'soundings-bench-'))
const w = await openWorkbench({
  workspace: join(folder, 'w'),
  by: 'bench',
  clearance: undefined,
  now: () => new Date().toISOString(),
})
try {
  for (const [dataset, path] of files) {
    if (!existsSync(path)) {
      console.log(`${basename(path)} is not here: left out`)
      continue
    }
    await addDataset(w, { dataset, files: [{ path, name: basename(path) }] })
    console.log(`\n${basename(path)}`)
    for (const watched of classes) await backTested(dataset, watched)
  }
} finally {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
}

async function backTested(dataset: string, watched: EventClass): Promise<void> {
  const { group, months } = await eventSeries(w, { dataset, dyads: [], watched }, Number(dyads))
  const request = {
    dataset,
    watched,
    months: 6,
    dyads: group.map(({ source, target }) => [source, target] as const),
  }
  const answer = await forecastBaselines(w, request, {
    signal: new AbortController().signal,
    progress: () => {},
  }).catch((cause: unknown) => {
    if (cause instanceof SoundingsError) return cause
    throw cause
  })
  if (answer instanceof SoundingsError) console.log(`  ${watched}: ${answer.message}`)
  else tell(watched, months.length, answer)
}

function tell(watched: EventClass, months: number, { series }: BaselineAnswer): void {
  const known = series.flatMap(({ counts }) => counts.filter((count) => count !== null))
  const mean = known.reduce((sum, count) => sum + count, 0) / known.length
  console.log(
    `  ${watched}: ${series.length} dyads, ${months} months, ${mean.toFixed(2)} events a dyad and month`,
  )
  const past = series.map(({ counts }) => {
    const [track] = countBackTest(counts, [ownPast], { first: 48, ahead: 6, refit: 12 })
    return track?.meanCrps ?? 0
  })
  for (const model of ['gamma-poisson', 'smoothing'] as const) {
    const rows = series.flatMap(({ source, target, backTest }, at) => {
      const own = backTest.find((one) => one.model === model)
      const naive = backTest.find((one) => one.model === 'seasonal-naive')
      return own?.meanCrps == null || naive?.meanCrps == null
        ? []
        : [{ source, target, own, crps: own.meanCrps, last: naive.meanCrps, past: past[at] ?? 0 }]
    })
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
    const held = (level: 'coverage50' | 'coverage90') => sum(({ own }) => own[level] ?? 0) / rows.length
    const better = rows.filter(({ own }) => (own.skill?.value ?? 0) > 0).length
    const surely = rows.filter(({ own }) => (own.skill?.low ?? 0) > 0).length
    const worse = rows.filter(({ own }) => (own.skill?.high ?? 0) < 0).length
    console.log(
      `    ${model}: CRPS ${(sum(({ crps }) => crps) / rows.length).toFixed(3)}, skill ${(1 - sum(({ crps }) => crps) / sum(({ last }) => last)).toFixed(2)}; better on ${better} of ${rows.length}, surely (90 %) on ${surely}, surely worse on ${worse}; against its own past ${(1 - sum(({ crps }) => crps) / sum((row) => row.past)).toFixed(2)}, better on ${rows.filter((row) => row.crps < row.past).length}; 50 % intervals hold ${(100 * held('coverage50')).toFixed(0)} %, 90 % ones ${(100 * held('coverage90')).toFixed(0)} %`,
    )
    if (!verbose) continue
    for (const { source, target, own, crps, last } of rows)
      console.log(
        `      ${source} ${target}: CRPS ${crps.toFixed(3)} against ${last.toFixed(3)}, skill ${own.skill === null ? 'none' : `${own.skill.value.toFixed(2)} (${own.skill.low.toFixed(2)} … ${own.skill.high.toFixed(2)})`}`,
      )
  }
}
