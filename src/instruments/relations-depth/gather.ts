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
  const all = await evidence.all('relation', ({ parties }) => parties[0] === of)
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
  const rounds = await evidence.all('rating-round', (round) => round.framework === framework.id)
  return { request, framework, dossiers: await dossiersOf(relations, evidence, rounds), rounds, plan }
}

async function dossiersOf(
  relations: readonly Relation[],
  evidence: EvidenceReader,
  rounds: Input['rounds'],
): Promise<readonly Dossier[]> {
  const ids = new Set(relations.map(({ id }) => id))
  const ours = ({ relation }: { readonly relation?: string | undefined }) =>
    relation !== undefined && ids.has(relation)
  const series = await evidence.all('series', ours)
  const agreements = await evidence.all('agreement', ours)
  const projects = await evidence.all('project', ours)
  const closed = new Set(rounds.filter((round) => round.closed !== undefined).map(({ id }) => id))
  const ratings = await evidence.all('rating', (rating) => closed.has(rating.round) && ours(rating)) // whoever runs it
  const followThroughs = await evidence.all('follow-through', ours)
  return relations.map((relation) => {
    const its = (record: { readonly relation?: string | undefined }) => record.relation === relation.id
    return {
      relation,
      series: series.filter(its),
      agreements: agreements.filter(its),
      projects: projects.filter(its),
      ratings: ratings.filter(its),
      followThroughs: followThroughs.filter(its),
    }
  })
}

function unknown(kind: string, id: string, field: string): SoundingsError {
  return new SoundingsError('record-unknown', `there is no ${kind} of ${id}`.replace(/of (?=\S+$)/, ''), {
    place: { field, value: id },
  })
}
