import { SoundingsError } from '#domain/errors'
import type { EvidenceReader } from '#domain/evidence-reader'
import { sourceLabel } from '#domain/source'
import type { Input, Request } from './model.ts'

/**
 * Asks for everything of a case: its frame, institution and norm, what happened, who stood where, which words were
 * used, the rival explanations, and the clues with all judgements of them.
 *
 * @throws SoundingsError `record-unknown` if there is no such case
 */
export async function gather(request: Request, evidence: EvidenceReader): Promise<Input> {
  const id = request.case
  const frame = await evidence.record('case', id)
  const institution = frame && (await evidence.record('institution', frame.institution))
  const norm = frame && (await evidence.record('norm', frame.norm))
  if (frame === undefined || institution === undefined || norm === undefined)
    throw new SoundingsError('record-unknown', `there is no case ${id}`, {
      place: { field: 'case', value: id },
    })
  const input = {
    request,
    case: frame,
    institution,
    norm,
    events: await evidence.ofCase('event', id),
    positions: await evidence.ofCase('position', id),
    alignments: await evidence.ofCase('alignment', id),
    drafts: await evidence.ofCase('draft', id),
    markers: await evidence.ofCase('marker', id),
    conditions: await evidence.ofCase('condition', id),
    scopeConditions: await evidence.ofCase('scope-condition', id),
    hypotheses: await evidence.ofCase('hypothesis', id),
    evidence: await evidence.ofCase('evidence', id),
    likelihoods: await evidence.ofCase('likelihood', id),
    comparisons: await evidence.ofCase('comparison', id),
    silences: await evidence.ofCase('silence', id),
    conflicts: await evidence.ofCase('source-conflict', id),
    verdicts: await evidence.ofCase('verdict', id),
  }
  return { ...input, names: await namesOf(input, evidence), witnesses: await witnessesOf(input, evidence) }
}

async function namesOf(
  input: Omit<Input, 'names' | 'witnesses'>,
  evidence: EvidenceReader,
): Promise<Record<string, string>> {
  const wanted = new Set([
    input.case.actor,
    ...(input.case.likeMinded ?? []),
    ...input.positions.map((position) => position.actor),
    ...input.alignments.flatMap(({ camps }) => camps.flatMap(({ members }) => members)),
    ...input.silences.map((silence) => silence.actor),
  ])
  const names: Record<string, string> = {}
  for (const id of [...wanted].toSorted()) {
    const actor = await evidence.record('actor', id)
    if (actor !== undefined) names[id] = actor.name
  }
  return names
}

async function witnessesOf(
  input: Omit<Input, 'names' | 'witnesses'>,
  evidence: EvidenceReader,
): Promise<Record<string, string>> {
  const labels: Record<string, string> = {}
  for (const id of [...new Set(input.evidence.map((clue) => clue.witness))].toSorted()) {
    const source = await evidence.record('source', id)
    if (source !== undefined) labels[id] = sourceLabel(source)
  }
  return labels
}
