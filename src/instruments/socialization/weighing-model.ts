import type { Estimate, FindingEvidence } from '#domain/finding'
import type { Mechanism } from '#domain/mechanism'
import type { Missing } from '#domain/missing'

/** A hypothesis after weighing. */
export interface WeighedHypothesis {
  readonly id: string
  readonly mechanisms: readonly Mechanism[]
  readonly statement: string
  readonly prior: number
  readonly posterior: Estimate
  /** weight of all clues against the residual, in dB */
  readonly totalDb: number
}
export interface WeighedMechanism {
  readonly mechanism: Mechanism
  /** probability that it was at work, alone or with others */
  readonly posterior: Estimate
  readonly cluesFor: number
  readonly cluesAgainst: number
}

/** A clue after weighing. */
export interface WeighedClue {
  readonly id: string
  readonly claim: string
  readonly date: string | null
  readonly witness: string
  readonly cluster: string
  /** the clue of which this is a telling: itself, unless it restates another */
  readonly telling: string
  readonly observed: 'yes' | 'no'
  /** [k] weight under each hypothesis against the residual, in dB, before dependence is discounted */
  readonly rowDb: readonly number[]
  /** [k] by how much the row grows in dB if the analyst means the top of each grade rather than its bottom */
  readonly rangeDb: readonly number[]
  /** weight for each hypothesis against the rest, in dB */
  readonly weightDb: Readonly<Record<string, number | null>>
  /** by how much the lead of the verdict over what contradicts it would fall without the clue, in dB */
  readonly countedDb: number
  readonly test: string
  readonly testFor: string
  readonly judgements: number
  /** posterior of the verdict when only this clue and those before it are known */
  readonly pathPosterior: readonly number[]
  /** posterior of the verdict without this clue, and the hypothesis that would then lead */
  readonly without: { readonly posterior: number; readonly leads: string }
  /** posterior of the verdict if its grade means as little, or as much, as the word allows */
  readonly tornado: readonly [number, number]
  readonly bearings: readonly {
    hypothesis: string
    direction: string
    weight: string
    because: string
    inferredBy: string | null
    counted: boolean
  }[]
  readonly evidence: readonly FindingEvidence[]
}

export interface SourceLeftOut {
  readonly witness: string
  readonly clues: readonly string[]
  readonly leads: string
  readonly posterior: number
  /** lead over the best other hypothesis without it, in dB; negative if another leads */
  readonly marginDb: number
  /** the same over the best hypothesis that contradicts the verdict, by leaving out one of its mechanisms */
  readonly contradictedDb: number
}

/** The smallest change of judgement that would turn the verdict (S13). */
export interface Flip {
  readonly towards: string
  /** the one clue whose judgement alone would do it, and how far it has to go, in dB; absent if none can */
  readonly single: { clue: string; byDb: number } | Missing
  /** the fewest clues, strongest first, that together would do it if they were dropped; absent if none would */
  readonly set: readonly string[] | Missing
  /** prior odds against the verdict at which the runner-up leads, in dB */
  readonly priorDb: number
}

/** Who testifies to the decisive moment itself, and how the weight of it is shared among them. */
export interface MomentWitnesses {
  readonly date: string
  readonly witnesses: readonly {
    readonly witness: string
    readonly share: number
    readonly clues: readonly string[]
  }[]
  /** yes: one witness only; nearly: one bears at least half of the weight */
  readonly single: 'yes' | 'nearly' | 'no'
}

export interface Weighing {
  readonly unit: 'state' | 'agents'
  readonly hypotheses: readonly WeighedHypothesis[]
  readonly mechanisms: readonly WeighedMechanism[]
  readonly clues: readonly WeighedClue[]
  readonly aside: readonly { id: string; because: string; evidence: readonly FindingEvidence[] }[]
  readonly clusters: number
  readonly dependence: { readonly cluster: number; readonly channel: number }
  readonly leads: string
  readonly runnerUp: string
  readonly marginDb: number
  readonly shareOfDrawsLeading: number
  readonly sources: readonly SourceLeftOut[]
  readonly single: {
    readonly decided: 'yes' | 'nearly' | 'no'
    /** witnesses without any one of whom the contradicting hypothesis leads; else the one that matters most */
    readonly witnesses: readonly string[]
    /** share of the lead that goes with the one that matters most */
    readonly lost: number
    /** the best hypothesis that leaves out a mechanism of the verdict, and the lead over it in dB */
    readonly against: string
    readonly contradictedDb: number
  }
  readonly moment: MomentWitnesses | Missing
  readonly flip: Flip
  /** posteriors under every dependence on the one study that tells the clues */
  readonly dependenceCurve: readonly { channel: number; posteriors: readonly number[] }[]
  /** posterior of the verdict if its prior odds were shifted by so many dB */
  readonly priorCurve: readonly { shiftDb: number; prior: number; posterior: number }[]
  readonly warnings: readonly string[]
}
