import type { Evidence } from '#domain/evidence'
import type { Mechanism } from '#domain/mechanism'

const rests = [{ source: 's' }]

/** A clue of the case of `caseInput`. */
export function clue(id: string, rest: Partial<Evidence>): Evidence {
  return { id, case: 'c', claim: id, witness: `witness-${id}`, restsOn: rests, ...rest }
}

/** The smallest case that can be weighed, as an instrument gathers it. */
export function caseInput(hypotheses: readonly (readonly Mechanism[])[], evidence: readonly Evidence[]) {
  return {
    case: {
      id: 'c',
      title: 'A case',
      question: 'Why?',
      actor: 'a',
      institution: 'i',
      norm: 'n',
      window: { from: '2000', to: '2010' },
      unit: 'state' as const,
      outcome: 'a change',
      phases: [{ id: 'p', from: '2000', to: '2010', label: 'all' }],
      restsOn: rests,
    },
    institution: { id: 'i', name: 'I' },
    norm: { id: 'n', name: 'N', components: [{ id: 'x', name: 'X' }] },
    events: [],
    positions: [],
    alignments: [],
    drafts: [],
    markers: [],
    conditions: [],
    scopeConditions: [],
    hypotheses: hypotheses.map((mechanisms) => ({
      id: mechanisms.join('-'),
      case: 'c',
      mechanisms: [...mechanisms],
      statement: mechanisms.join(' and '),
    })),
    evidence,
    likelihoods: [],
    comparisons: [],
    silences: [],
    conflicts: [],
    verdicts: [],
    names: {},
    witnesses: {},
  }
}
