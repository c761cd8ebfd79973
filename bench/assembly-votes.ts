import { methodFile } from '#workbench/method-file'
import { readVotes, type VotesFile } from '#workbench/votes-file'
import { shared } from '../test/shared.ts'

/** All roll calls of the General Assembly, from the reference data beside the checkout. */
export function assemblyVotes(): Promise<VotesFile> {
  const paths = ['un_votes.csv.gz', 'un_roll_calls.csv'].map((name) =>
    shared(`data/unga_votes_unvotes/${name}`),
  )
  return readVotes(paths.map(methodFile), 'bench', { notice: () => {} })
}
