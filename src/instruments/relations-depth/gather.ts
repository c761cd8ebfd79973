import { SoundingsError } from '#domain/errors'
import type { EvidenceReader } from '#domain/evidence-reader'
import type { Relation } from '#domain/relation'
import type { Dossier, Input, Request } from './model.ts'

/**
 * Asks for the framework, the relation, every other relation of the same state, and all that is recorded of them.
 *
 * @throws SoundingsError `record-unknown` if there is no such framework, relation or plan
 */
export async function gather(request: Request, evidence: EvidenceReader): Promise<Input> {
  const [of, partner] = request.dyad
  const framework = await evidence.record('framework', request.framework)
  if (framework === undefined) throw unknown('framework', request.framework, 'framework')
  const all = await evidence.relationsOf(of)
  const asked = all.find(({ parties }) => parties[1] === partner)
  if (asked === undefined) throw unknown('relation', `${of} and ${partner}`, 'dyad')
  const relations = [asked, ...all.filter((relation) => relation !== asked)]
  const plan = request.plan === undefined ? null : await evidence.record('plan', request.plan)
  if (plan === undefined) throw unknown('plan', request.plan ?? '', 'plan')
  if (plan !== null && plan.relation !== asked.id)
    throw new SoundingsError(
      'request-invalid',
      `plan ${plan.id} is one of ${plan.relation}, not of ${asked.id}`,
      {
        place: { field: 'plan', value: plan.id },
      },
    )
  const rounds = await evidence.pointingAt('rating-round', 'framework', [framework.id])
  const weightings =
    request.weighting === 'budget' || request.weighting === 'pairwise'
      ? await evidence.pointingAt('weighting', 'framework', [framework.id])
      : []
  return {
    request,
    framework,
    dossiers: await dossiersOf(relations, evidence, rounds),
    rounds,
    weightings,
    plan,
  }
}

async function dossiersOf(
  relations: readonly Relation[],
  evidence: EvidenceReader,
  rounds: Input['rounds'],
): Promise<readonly Dossier[]> {
  const ids = relations.map(({ id }) => id)
  const series = byRelation(await evidence.pointingAt('series', 'relation', ids))
  const agreements = byRelation(await evidence.pointingAt('agreement', 'relation', ids))
  const projects = byRelation(await evidence.pointingAt('project', 'relation', ids))
  // of closed rounds only, so that whoever runs it reads the same
  const closed = rounds.filter((round) => round.closed !== undefined).map(({ id }) => id)
  const ratings = byRelation(await evidence.pointingAt('rating', 'rating-round', closed))
  const followThroughs = byRelation(await evidence.pointingAt('follow-through', 'relation', ids))
  return relations.map((relation) => ({
    relation,
    series: series.get(relation.id) ?? [],
    agreements: agreements.get(relation.id) ?? [],
    projects: projects.get(relation.id) ?? [],
    ratings: ratings.get(relation.id) ?? [],
    followThroughs: followThroughs.get(relation.id) ?? [],
  }))
}

function byRelation<T extends { readonly relation?: string | undefined }>(
  records: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const record of records) {
    const its = found.get(record.relation ?? '')
    if (its === undefined) found.set(record.relation ?? '', [record])
    else its.push(record)
  }
  return found
}

function unknown(kind: string, id: string, field: string): SoundingsError {
  return new SoundingsError('record-unknown', `there is no ${kind} of ${id}`.replace(/of (?=\S+$)/, ''), {
    place: { field, value: id },
  })
}
