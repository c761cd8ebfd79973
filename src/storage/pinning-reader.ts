import { Analysis, type Pin } from '#domain/analysis'
import type { EvidenceReader } from '#domain/evidence-reader'
import { type Kind, kinds, type RecordTypes } from '#domain/record'
import { referencesOf } from '#domain/reference'
import type { Handling } from '#domain/support'
import { subjectOf } from './analyses.ts'
import type { AnalysisQuestion, EvidenceQuestion, EvidenceRow } from './evidence-rows.ts'

/** A reader for an instrument, and the pins of what was read through it. */
export interface PinningReader {
  readonly reader: EvidenceReader
  pins(): readonly Pin[]
  handling(): Handling
}

/**
 * A reader that notes what is read. It knows no database: whoever answers may sit in another thread.
 *
 * @param answer the records that hold now, or those that an earlier analysis pinned (`answerFromPinned`)
 */
export function pinningReader(
  answer: (question: EvidenceQuestion) => Promise<readonly EvidenceRow[]>,
): PinningReader {
  const seen = new Map<string, Pin & { handling: Handling }>()
  async function ask<K extends Kind>(
    question: Exclude<EvidenceQuestion, AnalysisQuestion> & { readonly kind: K },
    wanted: (record: RecordTypes[K]) => boolean = () => true,
  ): Promise<readonly RecordTypes[K][]> {
    const found: RecordTypes[K][] = []
    for (const { kind, id, version, handling, body } of await answer(question)) {
      const record = JSON.parse(body) as RecordTypes[K] // accepted by the schema of its kind when it was written
      if (!wanted(record)) continue
      seen.set(`${kind} ${id}`, { kind, id, version, handling })
      found.push(record)
    }
    return found
  }
  async function analysis(instrument: string, subject: string): Promise<Analysis | undefined> {
    const [row] = await answer({ ask: 'analysis', kind: 'analysis', instrument, subject })
    if (row === undefined) return undefined
    const { kind, id, version, handling, body } = row
    seen.set(`${kind} ${id}`, { kind, id, version, handling })
    return Analysis.parse(JSON.parse(body))
  }
  return {
    reader: {
      record: async (kind, id) => (await ask({ ask: 'record', kind, id }))[0],
      ofCase: (kind, caseId) => ask({ ask: 'of-case', kind, caseId }),
      pointingAt: (kind, to, ids) => ask({ ask: 'pointing-at', kind, to, ids }),
      relationsOf: (state) => ask({ ask: 'relations-of', kind: 'relation', state }),
      activitiesOf: (state) => ask({ ask: 'activities-of', kind: 'activity', state }),
      all: (kind, wanted) => ask({ ask: 'all', kind }, wanted),
      analysis,
    },
    pins: () =>
      [...seen.values()]
        .map(({ kind, id, version }) => ({ kind, id, version }))
        .toSorted((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id)),
    handling: () => {
      const all = new Set([...seen.values()].map(({ handling }) => handling))
      return all.has('confidential') ? 'confidential' : all.has('restricted') ? 'restricted' : 'public'
    },
  }
}

/** Answers questions from pinned versions as the database answers them from the current ones. */
export function answerFromPinned(
  pinned: Promise<readonly EvidenceRow[]>,
): (question: EvidenceQuestion) => Promise<readonly EvidenceRow[]> {
  return async (question) => {
    const ofKind = (await pinned).filter(({ kind }) => kind === question.kind)
    return ofKind.filter((row) => answers(row, question))
  }
}

function answers({ kind, id, caseId, body }: EvidenceRow, question: EvidenceQuestion): boolean {
  if (kind === 'analysis' || question.ask === 'analysis') return isAnalysisOf(body, question)
  switch (question.ask) {
    case 'record':
      return id === question.id
    case 'of-case':
      return caseId === question.caseId
    case 'pointing-at': {
      const ids = new Set(question.ids)
      const pointers = referencesOf(kinds[kind].schema, JSON.parse(body))
      return pointers.some((to) => to.kind === question.to && ids.has(to.id))
    }
    case 'relations-of':
      return (JSON.parse(body) as RecordTypes['relation']).parties[0] === question.state // a row of this kind
    case 'activities-of': {
      const { participants } = JSON.parse(body) as RecordTypes['activity'] // a row of this kind
      return participants.some((one) => one.state === question.state)
    }
    case 'all':
      return true
  }
}

function isAnalysisOf(body: string, question: EvidenceQuestion): boolean {
  if (question.ask !== 'analysis') return false
  const { instrument, request } = Analysis.parse(JSON.parse(body))
  return instrument === question.instrument && subjectOf(request) === question.subject
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
