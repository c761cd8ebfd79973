import { bounds } from '#domain/date'
import { type Place, SoundingsError } from '#domain/errors'
import { weighedParts } from '#domain/framework-tree'
import type { Kind, RecordTypes } from '#domain/record'
import { weighedCodes } from '#domain/weighting'
import {
  type Asking,
  checkCompliance,
  checkForecast,
  checkQuestion,
  checkSettlement,
} from './question-invariants.ts'
import { checkRating, checkRemark, checkRound } from './rating-invariants.ts'
import type { ReadRecord } from './record-file.ts'
import { checkResolution } from './resolution-invariants.ts'

/** Looks a record up: among those being imported, else in the workspace. */
export type LookUp = <K extends Kind>(kind: K, id: string) => Promise<RecordTypes[K] | undefined>
/** The hypotheses of a case: those being imported and those in the workspace. */
export type HypothesesOf = (caseId: string) => Promise<readonly RecordTypes['hypothesis'][]>

/**
 * What must hold between records, beyond each record's own schema: an event lies in its phase, a component belongs to
 * the norm of the case, a clue bears on something that a hypothesis of its case names, a rating is one that its round asks for and
 * comes in time, so does a forecast, a weighting weighs all parts of one criterion.
 *
 * @param stored   looks a record up in the workspace alone, as it was before
 * @param assessor tells as which assessor one writes
 * @param clock    tells the time, how many forecasts a question has, and what is still blind
 * @throws SoundingsError `record-invalid` with the place; `not-allowed` for a rating or a forecast in the name of another
 */
export async function checkInvariants(
  records: readonly ReadRecord[],
  lookUp: LookUp,
  hypothesesOf: HypothesesOf,
  stored: LookUp,
  assessor: () => Promise<string | undefined>,
  clock: Pick<Asking, 'moment' | 'forecastsGiven' | 'blindToSettle'>,
): Promise<void> {
  for (const { write, place } of records) {
    const asking = { lookUp, stored, assessor, place, ...clock }
    if (write.kind === 'forecast') await checkForecast(write.body, asking)
    if (write.kind === 'question') await checkQuestion(write.body, asking)
    if (write.kind === 'resolution') await checkResolution(write.body, asking)
    if (write.kind === 'settlement') await checkSettlement(write.body, asking)
    if (write.kind === 'compliance') await checkCompliance(write.body, asking)
    if (write.kind === 'rating') await checkRating(write.body, lookUp, stored, assessor, place)
    if (write.kind === 'rating-round') await checkRound(write.body, lookUp, stored, place)
    if (write.kind === 'note') await checkRemark(write.body, lookUp, stored, place)
    if (write.kind === 'weighting') await weighsPartsOfFramework(write.body, lookUp, place)
    if (write.kind === 'event') await eventInPhase(write.body, lookUp, place)
    if (write.kind === 'position' || write.kind === 'condition')
      await componentOfNorm(write.body, lookUp, place)
    if (write.kind === 'evidence') await bearsOnSomething(write.body, hypothesesOf, place)
  }
}

/** Weights are relative: a weighting speaks of all parts of one criterion that weigh something, and of nothing else. */
async function weighsPartsOfFramework(
  weighting: RecordTypes['weighting'],
  lookUp: LookUp,
  place: Locate,
): Promise<void> {
  const framework = await lookUp('framework', weighting.framework)
  if (framework === undefined) return // storage says that the framework is not there
  const parts = weighedParts(framework.criteria, weighting.parent).map(({ code }) => code)
  const field = weighting.method === 'budget' ? 'points' : 'comparisons'
  if (parts.toSorted().join(' ') !== weighedCodes(weighting).toSorted().join(' '))
    throw wrong(
      parts.length === 0
        ? `framework ${framework.id} has nothing to weigh below ${weighting.parent ?? 'the whole'}`
        : `the parts to be weighed are ${parts.join(', ')}: all of them and no others`,
      place(parts.length === 0 ? 'parent' : field),
    )
}

type Locate = (field: string) => Place

async function eventInPhase(event: RecordTypes['event'], lookUp: LookUp, place: Locate): Promise<void> {
  if (event.phase === undefined || event.case === undefined) return
  const frame = await lookUp('case', event.case)
  if (frame === undefined) return // storage says that the case is not there
  const phase = frame.phases.find((one) => one.id === event.phase)
  if (phase === undefined)
    throw wrong(
      `case ${frame.id} has no phase ${event.phase}; it has ${frame.phases.map((p) => p.id).join(', ')}`,
      {
        ...place('phase'),
        value: event.phase,
      },
    )
  const [date, from, to] = [bounds(event.date), bounds(phase.from), bounds(phase.to)]
  const side = date.latest < from.earliest ? 'before' : date.earliest > to.latest ? 'after' : undefined
  if (side !== undefined)
    throw wrong(`the event lies ${side} its phase ${phase.id} (${phase.from} to ${phase.to})`, {
      ...place('date'),
      value: event.date,
    })
}

async function componentOfNorm(
  record: RecordTypes['position'] | RecordTypes['condition'],
  lookUp: LookUp,
  place: Locate,
): Promise<void> {
  if (record.component === undefined || record.case === undefined) return
  const frame = await lookUp('case', record.case)
  const norm = frame && (await lookUp('norm', frame.norm))
  if (norm === undefined || norm.components.some((component) => component.id === record.component)) return
  throw wrong(
    `norm ${norm.id} has no component ${record.component}; it has ${norm.components.map((c) => c.id).join(', ')}`,
    {
      ...place('component'),
      value: record.component,
    },
  )
}

async function bearsOnSomething(
  evidence: RecordTypes['evidence'],
  hypothesesOf: HypothesesOf,
  place: Locate,
): Promise<void> {
  if (evidence.case === undefined) return
  const targets = [
    ...(evidence.bearings ?? []).map((b, at) => ({ name: b.hypothesis, field: `bearings.${at}.hypothesis` })),
    ...Object.keys(evidence.likelihoods ?? {}).map((name) => ({ name, field: `likelihoods.${name}` })),
  ]
  if (targets.length === 0) return
  const named = new Set(['residual'])
  for (const { mechanisms, partOf } of await hypothesesOf(evidence.case)) {
    if (partOf !== undefined) continue
    named.add(mechanisms.join('+'))
    for (const mechanism of mechanisms) named.add(mechanism)
  }
  const stray = targets.find(({ name }) => !named.has(name))
  if (stray !== undefined)
    throw wrong(`no hypothesis of ${evidence.case} names this; they name ${[...named].join(', ')}`, {
      ...place(stray.field),
      value: stray.name,
    })
}

function wrong(message: string, place: Place): SoundingsError {
  return new SoundingsError('record-invalid', message, { place })
}
