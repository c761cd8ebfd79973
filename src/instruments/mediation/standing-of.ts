import { isMissing, type Missing } from '#domain/missing'
import { absent } from './absent.ts'
import type { Input, Party, PartyStanding, Quantity } from './model.ts'
import { assumed, levelOfShare, quantityOf } from './quantity.ts'
import type { DepthReading } from './read-depth.ts'

/**
 * Standing with each party (M4): trust from the newest analysis of the relation, a judgement only where that gives none; closeness beside it. Parties
 * stand in the order of their keys, so that the order in which they were recorded changes nothing.
 */
export function standingsOf(input: Input): readonly PartyStanding[] {
  return input.parties.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map((party) => standingOf(party, input))
}

function standingOf(party: Party, { request, depths, standings }: Input): PartyStanding {
  const reading = depths[party.key]
  const read = reading === undefined || isMissing(reading) ? null : reading
  const none = whyNone(party, reading, request.mediator)
  const judged = quantityOf(
    'standing',
    party.key,
    party.name,
    'standing',
    standings.filter((one) => (one.towards ?? one.towardsActor) === party.key),
    none,
  )
  return {
    party,
    standing: assumed(
      read === null || isMissing(read.trust) ? judged : measured(judged, read),
      request.judgements,
    ),
    closeness: read === null ? none : read.closeness,
    analysis: read?.analysis ?? null,
    year: read?.year ?? null,
  }
}

function measured(judged: Quantity, reading: DepthReading): Quantity {
  if (isMissing(reading.trust)) return judged
  return {
    ...judged,
    level: levelOfShare(reading.trust),
    basis: 'analysis',
    illustrative: reading.trustIllustrative,
    said: [],
    evidence: reading.evidence,
  }
}

function whyNone(party: Party, reading: DepthReading | Missing | undefined, mediator: string): Missing {
  if (party.key === mediator) return absent('not-applicable', 'isParty')
  if (party.state === null) return absent('not-collected', 'noState', { party: party.name })
  if (reading === undefined || isMissing(reading))
    return reading ?? absent('not-collected', 'noAnalysis', { mediator, party: party.key })
  return absent('not-collected', 'noTrust', { analysis: reading.analysis, mediator, party: party.key })
}
