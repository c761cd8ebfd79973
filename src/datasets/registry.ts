import { SoundingsError } from '#domain/errors'
import type { DatasetDescription } from './dataset.ts'
import { keds } from './keds.ts'
import { unVotes } from './un-votes.ts'

/** The public datasets that Soundings can read, in alphabetical order of their ids. */
export const datasets: readonly DatasetDescription[] = [keds, unVotes]

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
