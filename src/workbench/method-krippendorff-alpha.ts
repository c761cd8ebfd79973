import { type Alpha, krippendorffAlpha } from '#numeric/krippendorff-alpha'
import { type MeasurementLevel, measurementLevels, withoutCoder } from '#numeric/ratings'
import { runAlone } from '#numeric/team'
import { compute } from './compute.ts'
import type { MethodEntry } from './method.ts'
import { integerOption, onlyFile, wordOption } from './method-options.ts'
import { readRatings } from './ratings-file.ts'

/**
 * `krippendorff-alpha`: agreement of coders beyond chance, with missing ratings, and who stands apart.
 *
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability
 */
export const krippendorffAlphaFile: MethodEntry = {
  name: 'krippendorff-alpha',
  about: 'Agreement of coders beyond chance (nominal, ordinal, interval, ratio), with missing ratings',
  input: 'CSV: unit,coder,value',
  options: [
    { flags: '--level <level>', about: `${measurementLevels.join(', ')}`, default: 'nominal' },
    {
      flags: '--bootstrap <draws>',
      about: 'draws of units for a 95 % interval; 0 for none',
      default: '1000',
    },
    { flags: '--seed <number>', about: 'seed of the draws', default: '1' },
  ],
  async run(files, options, watch) {
    const level: MeasurementLevel = wordOption(options, 'level', measurementLevels)
    const bootstrap = integerOption(options, 'bootstrap', { least: 0, most: 1_000_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const file = onlyFile(files, 'krippendorff-alpha')
    const { ratings, coders } = await readRatings(file, level === 'nominal' ? 'word' : 'number', watch)
    const found: Alpha = await compute('krippendorffAlpha', { ratings, level, bootstrap, seed })
    const all = [...coders.keys()]
    return {
      alpha: found.alpha,
      level,
      units: ratings.units,
      coders: coders.length,
      pairableValues: found.pairableValues,
      interval: found.interval,
      ...(found.alpha === null ? { because: reason(found) } : {}),
      ...(found.undefinedDraws > 0 ? { undefinedDraws: found.undefinedDraws } : {}),
      without: all.map((coder) => {
        const rest = { ratings: withoutCoder(ratings, coder), level, bootstrap: 0, seed }
        return { coder: coders[coder], alpha: runAlone(krippendorffAlpha, rest).alpha }
      }),
    }
  },
}

function reason({ pairableUnits }: Alpha): string {
  return pairableUnits === 0
    ? 'no unit was rated by two coders'
    : 'all ratings that can be paired are the same: agreement cannot be told from chance'
}
