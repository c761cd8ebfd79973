import { capabilityKinds } from '#domain/capability-kinds.data'
import { bounds } from '#domain/date'
import { type Dispute, type DisputeParty, partyName } from '#domain/dispute'
import { SoundingsError } from '#domain/errors'
import type { EvidenceReader } from '#domain/evidence-reader'
import { pointers } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { ripenessElements } from '#domain/ripeness'
import { stakeDimensions } from '#domain/stake'
import { stateOf } from '#domain/state'
import type { Input, Party, Request } from './model.ts'
import { readDepth } from './read-depth.ts'
import { stateName } from './words.ts'

/**
 * Asks for the dispute, what is recorded of the mediator, and the newest analyses of its relations with the parties; nothing dated after the day
 * asked for.
 *
 * @throws SoundingsError `record-unknown` if there is no such dispute; `request-invalid` if the mediator is no state that is known, or a
 *   level is assumed of what is no quantity here
 */
export async function gather(request: Request, evidence: EvidenceReader): Promise<Input> {
  const { mediator, asOf } = request
  const dispute = await evidence.record('dispute', request.dispute)
  if (dispute === undefined)
    throw new SoundingsError('record-unknown', `there is no dispute ${request.dispute}`, {
      place: { field: 'dispute', value: request.dispute },
      advice:
        '`soundings export --as dispute -o FILE` gives those that are recorded; `soundings template dispute` starts another.',
    })
  if (stateOf(mediator) === undefined)
    throw new SoundingsError(
      'request-invalid',
      'the mediator must be a state, named by its ISO alpha-3 code',
      {
        place: { field: 'mediator', value: mediator },
      },
    )
  const until = bounds(asOf).latest
  const known = (date: string | undefined) => date === undefined || bounds(date).earliest <= until
  const counts = ({ illustrative }: { readonly illustrative?: boolean | undefined }) =>
    request.illustrative === 'include' || illustrative !== true
  const judged = (one: { readonly at: string; readonly illustrative?: boolean | undefined }) =>
    known(one.at) && counts(one)
  const parties: Party[] = []
  for (const one of dispute.parties) {
    if (!known(one.from)) continue
    const party = await partyOf(one, dispute, evidence)
    if (!parties.some(({ key }) => key === party.key)) parties.push(party) // a state and its actor are one
  }
  const keys = new Set(parties.map(({ key }) => key))
  refuseStray(request, keys)
  const names: Record<string, Bilingual> = {}
  for (const { actor } of dispute.thirdParties ?? [])
    if (actor !== undefined) names[actor] = await actorName(actor, evidence)
  const depths: Record<string, Input['depths'][string]> = {}
  for (const { key, state } of parties)
    if (state !== null && state !== mediator)
      depths[key] = await readDepth(mediator, state, new Date(until).getUTCFullYear(), evidence)
  const mine = ({ state }: { readonly state: string }) => state === mediator
  return {
    request,
    dispute,
    parties,
    names,
    depths,
    standings: await evidence.all(
      'standing',
      (one) =>
        mine(one) &&
        judged(one) &&
        keys.has(one.towards ?? one.towardsActor ?? '') &&
        (one.dispute === undefined || one.dispute === dispute.id),
    ),
    series: await evidence.all(
      'series',
      (one) =>
        one.measure === 'trade-to-gdp' &&
        one.of === mediator &&
        one.towards !== undefined &&
        keys.has(one.towards) &&
        counts(one),
    ),
    stakes: await evidence.all('stake', (one) => mine(one) && judged(one) && one.dispute === dispute.id),
    capabilities: await evidence.all(
      'capability',
      (one) => mine(one) && judged(one) && (one.until === undefined || bounds(one.until).latest >= until),
    ),
    principles: await evidence.all(
      'principle',
      (one) => mine(one) && known(one.from) && (one.to === undefined || bounds(one.to).latest >= until),
    ),
    ripeness: await evidence.all('ripeness', (one) => one.dispute === dispute.id && judged(one)),
    comparisons: await evidence.all(
      'case-comparison',
      (one) => one.dispute === dispute.id && (one.mediator === undefined || one.mediator === mediator),
    ),
    plans: await evidence.all(
      'mediation-plan',
      (one) => mine(one) && (one.dispute === undefined || one.dispute === dispute.id),
    ),
  }
}

/** Refuses an assumption on what is no quantity here: left alone, it would change nothing and nobody would notice. */
function refuseStray({ judgements }: Request, parties: ReadonlySet<string>): void {
  const names = [
    ...[...parties].toSorted().map((party) => `standing/${party}`),
    ...stakeDimensions.map((dimension) => `stake/${dimension}`),
    ...ripenessElements.map((element) => `ripeness/${element}`),
    ...Object.keys(capabilityKinds).map((kind) => `capability/${kind}`),
  ]
  const stray = Object.keys(judgements).find((name) => !names.includes(name))
  if (stray !== undefined)
    throw new SoundingsError('request-invalid', `there is no quantity ${stray} in this dispute`, {
      place: { field: `judgements.${stray}`, value: judgements[stray] },
      advice: `There are ${names.join(', ')}.`,
    })
}

/** A party by the code of its state, if it is one, whichever way it was named. */
async function partyOf(party: DisputeParty, dispute: Dispute, evidence: EvidenceReader): Promise<Party> {
  const actor = party.actor === undefined ? undefined : await evidence.record('actor', party.actor)
  const state = party.state ?? actor?.codes?.find(({ scheme }) => scheme === 'iso3')?.code ?? null
  const key = state ?? partyName(party)
  return {
    key,
    state,
    name:
      state === null ? { en: actor?.name ?? key, vi: actor?.nameVi ?? actor?.name ?? key } : stateName(state),
    side: party.side ?? key,
    evidence: pointers('dispute', { id: dispute.id, restsOn: party.restsOn ?? dispute.restsOn }),
  }
}

async function actorName(id: string, evidence: EvidenceReader): Promise<Bilingual> {
  const actor = await evidence.record('actor', id)
  return { en: actor?.name ?? id, vi: actor?.nameVi ?? actor?.name ?? id }
}
