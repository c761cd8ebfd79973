import { type ErrorCode, type Place, SoundingsError } from '#domain/errors'
import type { Handling } from '#domain/support'
import type { AnalysisBytes } from '#storage/analyses'
import type { EvidenceQuestion, EvidenceRow } from '#storage/evidence-rows'

/** What a thread that analyses is started with. */
export interface AnalysisTask {
  readonly instrument: string
  readonly request: unknown
  /** whether the request is one of everything of which the question can be asked */
  readonly all: boolean
}

/** What the thread says: it asks for records, tells how far it is, gives an analysis, ends. */
export type FromThread =
  | { readonly say: 'ask'; readonly number: number; readonly question: EvidenceQuestion }
  /** what was read until now belongs together; what is read next may be newer */
  | { readonly say: 'read' }
  | { readonly say: 'progress'; readonly done: number; readonly of: number; readonly step: string }
  | {
      readonly say: 'analysis'
      readonly number: number
      readonly analysis: AnalysisBytes
      readonly handling: Handling
    }
  | { readonly say: 'end' }
  | { readonly say: 'fault'; readonly fault: Fault }

/** What it is told: the answer to what it asked, or that its analysis is stored. */
export interface ToThread {
  readonly number: number
  readonly rows: readonly EvidenceRow[]
}

/** A fault that crosses from one thread to another, which keeps no class of its own. */
export interface Fault {
  readonly message: string
  readonly known?: { readonly code: ErrorCode; readonly place: Place; readonly advice: string }
  readonly stack?: string | undefined
}

/** A fault as it is sent. */
export function faultOf(cause: unknown): Fault {
  if (cause instanceof SoundingsError) {
    const { code, place, advice, message } = cause
    return { message, known: { code, place: JSON.parse(JSON.stringify(place)) as Place, advice } } // plain values only
  }
  return cause instanceof Error ? { message: cause.message, stack: cause.stack } : { message: String(cause) }
}

/** The error that a fault was, as far as it could be sent. */
export function errorOf({ message, known, stack }: Fault): Error {
  if (known !== undefined) return new SoundingsError(known.code, message, known)
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
