import { SoundingsError } from '#domain/errors'
import { atop } from './atop.ts'
import { cinc } from './cinc.ts'
import { contiguity } from './contiguity.ts'
import { cowAlliances } from './cow-alliances.ts'
import { cowIgo } from './cow-igo.ts'
import { cowTrade } from './cow-trade.ts'
import type { DatasetDescription } from './dataset.ts'
import { dcad } from './dcad.ts'
import { diplomaticExchange } from './diplomatic-exchange.ts'
import { gdelt } from './gdelt.ts'
import { gdp } from './gdp.ts'
import { icews } from './icews.ts'
import { keds } from './keds.ts'
import { mediation } from './mediation.ts'
import { mids } from './mids.ts'
import { militaryExercises } from './military-exercises.ts'
import { polecat } from './polecat.ts'
import { sipriArms } from './sipri-arms.ts'
import { tradeProducts } from './trade-products.ts'
import { unPeacekeeping } from './un-peacekeeping.ts'
import { unVotes } from './un-votes.ts'
import { ungaIdealPoints } from './unga-ideal-points.ts'
import { unsc } from './unsc.ts'

/** The public datasets that Soundings can read, in alphabetical order of their ids. */
export const datasets: readonly DatasetDescription[] = [
  atop,
  cinc,
  contiguity,
  cowAlliances,
  cowIgo,
  cowTrade,
  dcad,
  diplomaticExchange,
  gdelt,
  gdp,
  icews,
  keds,
  mediation,
  mids,
  militaryExercises,
  polecat,
  sipriArms,
  tradeProducts,
  unPeacekeeping,
  unVotes,
  ungaIdealPoints,
  unsc,
]

/**
 * A dataset's description by its id.
 *
 * @throws SoundingsError `dataset-unknown`
 */
export function datasetOf(id: string): DatasetDescription {
  const found = datasets.find((dataset) => dataset.id === id)
  if (found !== undefined) return found
  throw new SoundingsError('dataset-unknown', `there is no dataset called ${id}`, {
    advice: `There are ${datasets.map((dataset) => dataset.id).join(', ')}.`,
  })
}
