import { SoundingsError } from '#domain/errors'
import type { MethodEntry } from './method.ts'
import { baselineFile } from './method-baseline.ts'
import { comparableCasesFile } from './method-comparable-cases.ts'
import { compositeFile } from './method-composite.ts'
import { diversificationFile } from './method-diversification.ts'
import { durabilityFile } from './method-durability.ts'
import { idealPointsFile } from './method-ideal-points.ts'
import { krippendorffAlphaFile } from './method-krippendorff-alpha.ts'
import { networkFile } from './method-network.ts'
import { ordinalMeasurementFile } from './method-ordinal-measurement.ts'
import { poolForecastsFile } from './method-pool-forecasts.ts'
import { scoreForecastsFile } from './method-score-forecasts.ts'
import { votingSimilarityFile } from './method-voting-similarity.ts'
import { weighEvidenceFile } from './method-weigh-evidence.ts'
import { cohenKappaFile, dawidSkeneFile, fleissKappaFile, iccFile } from './methods-agreement.ts'

/** The methods, in alphabetical order. */
export const methods: readonly MethodEntry[] = [
  baselineFile,
  cohenKappaFile,
  comparableCasesFile,
  compositeFile,
  dawidSkeneFile,
  diversificationFile,
  durabilityFile,
  fleissKappaFile,
  iccFile,
  idealPointsFile,
  krippendorffAlphaFile,
  networkFile,
  ordinalMeasurementFile,
  poolForecastsFile,
  scoreForecastsFile,
  votingSimilarityFile,
  weighEvidenceFile,
]

/** A method by its name. */
export function methodOf(name: string): MethodEntry {
  const found = methods.find((method) => method.name === name)
  if (found === undefined)
    throw new SoundingsError('method-unknown', `there is no method ${name}`, {
      advice: `There are ${methods.map((method) => method.name).join(', ')}.`,
    })
  return found
}
