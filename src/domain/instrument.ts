import type { z } from 'zod'
import { SoundingsError } from './errors.ts'
import type { EvidenceReader } from './evidence-reader.ts'
import type { Exhibit, Language } from './exhibit.ts'
import type { Finding } from './finding.ts'

/** A text in the two languages of the workbench. */
export interface Bilingual {
  readonly en: string
  readonly vi: string
}

/** What an instrument computed: the request with its defaults filled in, the result, and the findings. */
export interface Outcome {
  readonly request: Readonly<Record<string, unknown>>
  readonly result: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

/** What the author of an instrument writes. */
export interface Method<Request extends object, Input, Result extends object> {
  readonly id: string
  readonly title: Bilingual
  readonly question: Bilingual
  readonly version: string
  /** older versions whose results its exhibits can still show */
  readonly reads?: readonly string[]
  readonly Request: z.ZodType<Request>
  gather(request: Request, evidence: EvidenceReader): Promise<Input>
  method(input: Input): Result
  findings(result: Result): readonly Finding[]
  exhibits(result: Result, language: Language): readonly Exhibit[]
}

/** What everybody else sees of it: the types of its method are closed inside `analyse`. */
export interface Instrument {
  readonly id: string
  readonly title: Bilingual
  readonly question: Bilingual
  readonly version: string
  /** versions whose results its exhibits can show: its own and older ones */
  readonly reads: readonly string[]
  readonly Request: z.ZodType
  analyse(request: unknown, evidence: EvidenceReader): Promise<Outcome>
  /** the tables and charts of a result that this version made, or one of those that it reads */
  exhibits(result: Outcome['result'], language: Language): readonly Exhibit[]
}

/**
 * Ties the parts of an instrument together, so that instruments of different types sit in one list.
 *
 * @throws SoundingsError `request-invalid` from `analyse` if the request does not fit the schema
 */
export function defineInstrument<Request extends object, Input, Result extends object>(
  parts: Method<Request, Input, Result>,
): Instrument {
  const { id, title, question, version, reads = [], Request } = parts
  return {
    id,
    title,
    question,
    version,
    reads: [version, ...reads],
    Request,
    async analyse(body, evidence) {
      const checked = Request.safeParse(body)
      if (!checked.success) throw invalidRequest(id, checked.error.issues[0])
      const result = parts.method(await parts.gather(checked.data, evidence))
      return {
        request: checked.data as Outcome['request'], // an object of named fields
        result: result as Outcome['result'],
        findings: parts.findings(result),
      }
    },
    exhibits: (result, language) => parts.exhibits(result as Result, language), // a result of the same instrument and version
  }
}

function invalidRequest(instrument: string, issue: z.core.$ZodIssue | undefined): SoundingsError {
  const field = issue?.path.join('.') ?? ''
  return new SoundingsError(
    'request-invalid',
    `${instrument}: ${issue?.message ?? 'the request is not valid'}`,
    {
      place: { field: field === '' ? 'request' : field, value: issue?.input },
    },
  )
}
