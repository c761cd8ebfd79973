import { SoundingsError } from '#domain/errors'
import type { Posterior } from '#numeric/ordinal-measurement'
import { connectedUnits } from '#numeric/ratings'
import { compute } from './compute.ts'
import type { MethodEntry } from './method.ts'
import { integerOption, onlyFile } from './method-options.ts'
import { type NamedRatings, readRatings } from './ratings-file.ts'

const worstRhat = 1.05
const leastEss = 100

/**
 * `ordinal-measurement`: latent levels of units from ordered ratings, with each coder's reliability and thresholds. It
 * refuses to report where its chains do not agree.
 *
 * @see Pemstein et al. (2018), V-Dem Working Paper 21; Vehtari et al. (2021), Bayesian Analysis 16(2)
 */
export const ordinalMeasurementFile: MethodEntry = {
  name: 'ordinal-measurement',
  about:
    'Latent levels of units from ordered ratings, with each coder’s thresholds and reliability (Bayesian)',
  input: 'CSV: unit,coder,value (ordered integers)',
  options: [
    { flags: '--chains <number>', about: 'chains', default: '4' },
    { flags: '--draws <number>', about: 'draws kept of each chain', default: '500' },
    { flags: '--warm-up <number>', about: 'draws before them (default: half as many, 250 at least)' },
    { flags: '--seed <number>', about: 'seed of the chains', default: '1' },
  ],
  async run(files, options, watch) {
    const chains = integerOption(options, 'chains', { least: 2, most: 64 })
    const draws = integerOption(options, 'draws', { least: 20, most: 100_000 })
    const usual = { ...options, warmUp: options['warmUp'] ?? Math.max(250, Math.ceil(draws / 2)) }
    const warmUp = integerOption(usual, 'warmUp', { least: 20, most: 100_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const file = onlyFile(files, 'ordinal-measurement')
    const named = await readRatings(file, 'integer', watch)
    refuseUnfit(named, file.name)
    const { ratings, units, coders } = named
    const found = await compute(
      'ordinalMeasurement',
      { ratings, chains, draws, warmUp, seed },
      { progress: (done, of) => watch.progress(done, of, 'chains') },
    )
    const { rhatMax, essMin } = found
    if (rhatMax > worstRhat || essMin < leastEss)
      throw new SoundingsError(
        'method-input',
        `the chains do not agree: R-hat is ${rhatMax.toFixed(3)} at worst (at most ${worstRhat} is accepted) and the effective sample size ${Math.floor(essMin)} at least (${leastEss} is needed)`,
        {
          place: { file: file.name },
          advice: 'Raise --draws; if that does not help, more coders must rate the same units.',
        },
      )
    if (rhatMax > 1.01 || essMin < 400)
      watch.notice(
        `R-hat is ${rhatMax.toFixed(3)} at worst and the effective sample size ${Math.floor(essMin)} at least; 1.01 and 400 are recommended: raise --draws for firmer intervals.`,
      )
    const rated = new Set(ratings.unit)
    return {
      units: units.map((unit, at) => ({
        unit,
        ...plain(found.units[at]),
        ...(rated.has(at) ? {} : { because: 'nobody rated it: this is the prior' }),
      })),
      coders: coders.map((coder, at) => {
        const of = found.coders[at]
        return {
          coder,
          reliability: of?.reliability.mean,
          reliabilityInterval: of?.reliability.interval,
          thresholds: of?.thresholds.map(({ mean }) => mean),
        }
      }),
      levels: named.labels.map(Number),
      diagnostics: { rhatMax, essMin, chains, draws, warmUp, seed },
    }
  },
  table: (answer: { units: readonly Record<string, unknown>[] }) =>
    answer.units.map(({ interval, ...unit }) => {
      const [low, high] = interval as readonly [number, number] // as `plain` made it
      return { ...unit, low, high }
    }),
}

function plain(posterior: Posterior | undefined) {
  return { mean: posterior?.mean, sd: posterior?.sd, interval: posterior?.interval }
}

function refuseUnfit({ ratings, units, labels }: NamedRatings, file: string): void {
  const refuse = (message: string, advice: string): never => {
    throw new SoundingsError('method-input', message, { place: { file }, advice })
  }
  if (labels.length < 2)
    refuse(`all ratings are ${labels[0]}`, 'Levels can be told apart only if ratings differ.')
  if (labels.length > 30)
    refuse(`there are ${labels.length} different values`, 'This model is for ordered levels, thirty at most.')
  const groups = connectedUnits(ratings)
  const count = groups.reduce((a, b) => Math.max(a, b)) + 1
  if (count < 2) return
  const sizes = Array.from({ length: count }, (_, group) => groups.filter((of) => of === group).length)
  const smallest = sizes.indexOf(Math.min(...sizes))
  const example = units.filter((_, at) => groups[at] === smallest).slice(0, 3)
  refuse(
    `the ratings fall into ${count} groups that share no coder; the smallest holds ${example.join(', ')}`,
    'Their levels cannot be compared. Let one coder rate units of both groups, or let all rate the same vignettes.',
  )
}
