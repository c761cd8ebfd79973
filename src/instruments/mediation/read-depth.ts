import { z } from 'zod'
import type { Analysis } from '#domain/analysis'
import type { EvidenceReader } from '#domain/evidence-reader'
import { Estimate, FindingEvidence } from '#domain/finding'
import { isMissing, Missing } from '#domain/missing'
import { absent } from './absent.ts'

/** The instrument whose analyses tell how far words were followed by deeds, and how close two states are. */
const instrument = 'relations-depth'

/** What is read of an analysis of depth: the rest of its result may change without this instrument knowing. */
const DepthResult = z.object({
  year: z.int(),
  depth: z.union([Estimate, Missing]),
  trust: z.object({
    hitRate: z.union([Estimate, Missing]),
    ownHitRate: z.union([Estimate, Missing]),
    pairs: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        illustrative: z.boolean(),
        evidence: z.array(FindingEvidence),
      }),
    ),
  }),
})

/** What an analysis of their relation tells of a mediator and a party. */
export interface DepthReading {
  readonly analysis: string
  readonly year: number
  /** share of the mediator’s words to the party that deeds followed */
  readonly trust: Estimate | Missing
  readonly trustIllustrative: boolean
  readonly closeness: Estimate | Missing
  /** the analysis, then the words and deeds behind it */
  readonly evidence: readonly FindingEvidence[]
}

/**
 * Reads the newest analysis of the relation of two states: of the mediator’s side, or of the party’s. How far the party may trust the mediator
 * is how far the mediator’s own words to it were followed by deeds.
 *
 * @param until the year of the day asked for: an analysis of a later year knows too much
 */
export async function readDepth(
  mediator: string,
  party: string,
  until: number,
  evidence: EvidenceReader,
): Promise<DepthReading | Missing> {
  for (const [of, towards] of [
    [mediator, party],
    [party, mediator],
  ] as const) {
    const analysis = await evidence.analysis(instrument, `dyad/${of}-${towards}`)
    if (analysis !== undefined) return readingOf(analysis, mediator, of === mediator, until)
  }
  return absent('not-collected', 'noAnalysis', { mediator, party })
}

function readingOf(
  analysis: Analysis,
  mediator: string,
  own: boolean,
  until: number,
): DepthReading | Missing {
  const read = DepthResult.safeParse(analysis.result)
  if (!read.success) return absent('not-applicable', 'otherVersion', { analysis: analysis.id })
  const { year, depth, trust } = read.data
  if (year > until) return absent('not-applicable', 'laterYear', { analysis: analysis.id, year, until })
  const words = trust.pairs.filter(({ by }) => by === mediator)
  const share = own ? trust.ownHitRate : trust.hitRate
  return {
    analysis: analysis.id,
    year,
    trust: share,
    trustIllustrative: !isMissing(share) && words.some(({ illustrative }) => illustrative),
    closeness: depth,
    evidence: [
      { kind: 'analysis', id: analysis.id, source: analysis.id, locator: null },
      ...words.flatMap((pair) => pair.evidence),
    ],
  }
}
