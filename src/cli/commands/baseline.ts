import { SoundingsError } from '#domain/errors'
import { watchedClasses } from '#domain/watch'
import { type BaselineAnswer, forecastBaselines, type SeriesBaseline } from '#workbench/baselines'
import { type EventBaseRate, eventBaseRate } from '#workbench/event-base-rate'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly dataset?: string
  readonly version?: string
  readonly dyad?: readonly string[]
  readonly class?: string
  readonly months?: string
  readonly seed?: string
  readonly atLeast?: string
}

/** `soundings baseline`: counts of events forecast from what was counted before, or how often they came to a number. */
export async function run(_: readonly string[], options: Given): Promise<number> {
  const watched = watchedClasses.find((one) => one === options.class)
  if (watched === undefined)
    throw new SoundingsError('call-invalid', `--class must be one of ${watchedClasses.join(', ')}`, {
      place: { value: options.class },
    })
  const dyads = (options.dyad ?? []).map(dyadOf)
  const [dyad] = dyads
  if (dyad === undefined)
    throw new SoundingsError('call-invalid', 'baseline needs --dyad', {
      advice:
        'For example: soundings baseline --dataset keds --dyad ISR,PAL --class material-conflict --months 6',
    })
  const { dataset, version } = options
  const request = { dataset, version, watched, months: Number(options.months), seed: Number(options.seed) }
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  process.once('SIGINT', interrupted)
  try {
    await withWorkbench(
      options,
      async (workbench) => {
        if (options.atLeast !== undefined) {
          const rate = await eventBaseRate(workbench, { ...request, dyad, atLeast: Number(options.atLeast) })
          terminal.out(options.json ? JSON.stringify(rate) : tellRate(rate))
          return
        }
        const watch = { signal: stop.signal, progress: terminal.progress }
        const answer = await forecastBaselines(workbench, { ...request, dyads }, watch)
        terminal.out(options.json ? JSON.stringify(answer) : tell(answer))
      },
      'left-to-work',
    )
    return 0
  } finally {
    process.off('SIGINT', interrupted)
  }
}

function dyadOf(text: string): readonly [string, string] {
  const [a, b, ...more] = text.split(',').map((word) => word.trim())
  if (a !== undefined && b !== undefined && a !== '' && b !== '' && more.length === 0) return [a, b]
  throw new SoundingsError(
    'call-invalid',
    '--dyad takes two states with a comma between, the one who acts first',
    {
      place: { value: text },
    },
  )
}

function tellRate({ probability, interval: [low, high], model, because, until }: EventBaseRate): string {
  return [
    `base rate ${probability.toFixed(2)} (90 % interval ${low.toFixed(2)} to ${high.toFixed(2)}): ${because}`,
    `by the gamma-Poisson model from ${until} on: ${model.toFixed(2)}`,
  ].join('\n')
}

function tell(answer: BaselineAnswer): string {
  const { prior } = answer
  return [
    `${answer.watched} in ${answer.dataset} ${answer.version}, ${answer.months[0]} to ${answer.months.at(-1)}, ${answer.missing.length} months missing`,
    `prior of ${prior.dyads} dyads: ${prior.mean.toFixed(2)} events a month, shape ${prior.shape.toFixed(2)}, month to month ${prior.spread.toFixed(2)} about its own level, ${prior.discount.toFixed(2)} remembered`,
    ...answer.series.map(tellSeries),
    ...answer.untold.map(({ dyad: [a, b], reason }) => `${a} ${b}: nothing can be said (${reason})`),
    answer.citation,
  ].join('\n\n')
}

function tellSeries({ source, target, until, forecasts, backTest, best }: SeriesBaseline): string {
  const range = ([low, high]: readonly [number, number]) => `${low}–${high}`
  const tested = backTest.map(({ model, meanCrps, n, skill, coverage50, coverage90 }) => [
    model,
    meanCrps?.toFixed(3) ?? '-',
    String(n),
    skill === null ? '-' : `${skill.value.toFixed(3)} (${skill.low.toFixed(3)} to ${skill.high.toFixed(3)})`,
    coverage50?.toFixed(2) ?? '-',
    coverage90?.toFixed(2) ?? '-',
  ])
  return [
    `${source} towards ${target}, from ${until} on; best: ${best.model} (${best.because})`,
    columns([
      ['model', 'mean CRPS', 'forecasts', 'skill against last year (90 %)', 'in 50 %', 'in 90 %'],
      ...tested,
    ]),
    columns([
      ['month', 'model', 'mean', 'median', '50 %', '90 %'],
      ...forecasts.flatMap(({ model, months }) =>
        months.map(({ month, mean, median, interval50, interval90 }) => [
          month,
          model,
          mean.toFixed(1),
          String(median),
          range(interval50),
          range(interval90),
        ]),
      ),
    ]),
  ].join('\n')
}
