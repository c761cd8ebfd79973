import { pointers } from '#domain/finding'
import { expectedInformation } from '#numeric/entropy'
import { type Candidate, chanceUnder } from './elicit.ts'
import type { Input, NextClue } from './model.ts'
import type { Weighing } from './weighing-model.ts'

/**
 * What to look for next (S15): clues not yet gathered, by the information that looking is expected to give, with the
 * hypothesis that would lead if the clue is found and if it is not.
 */
export function next(
  input: Input,
  hypotheses: readonly Candidate[],
  weighing: Weighing,
): readonly NextClue[] {
  const belief = weighing.hypotheses.map((h) => h.posterior.value)
  return input.evidence
    .filter((clue) => clue.observed === 'not-yet' && clue.likelihoods !== undefined)
    .map((clue) => {
      const chance = hypotheses.map((h) => chanceUnder(clue.likelihoods ?? {}, h, clue))
      return {
        id: clue.id,
        claim: clue.claim,
        bits: expectedInformation(belief, chance),
        chanceFound: belief.reduce((sum, p, j) => sum + p * (chance[j] ?? 0), 0),
        leadsIfFound: leader(hypotheses, belief, chance),
        leadsIfAbsent: leader(
          hypotheses,
          belief,
          chance.map((p) => 1 - p),
        ),
        illustrative: clue.illustrative ?? false,
        evidence: pointers('evidence', clue),
      }
    })
    .toSorted((a, b) => b.bits - a.bits || (a.id < b.id ? -1 : 1))
}

function leader(
  hypotheses: readonly Candidate[],
  belief: readonly number[],
  chance: readonly number[],
): string {
  const after = belief.map((p, j) => p * (chance[j] ?? 0))
  return hypotheses[after.indexOf(Math.max(...after))]?.id ?? ''
}
