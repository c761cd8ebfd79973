import type { z } from 'zod'
import { SoundingsError } from './errors.ts'
import type { EvidenceReader } from './evidence-reader.ts'
import type { Exhibit, Language } from './exhibit.ts'
import type { Finding } from './finding.ts'
import { issueWords } from './issue-words.ts'

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

/** Told how far an analysis is. To stop one, stop its thread: an analysis writes nothing. */
export interface Watch {
  /** @param step what is done now, one of a few words that the pages know in both languages */
  progress(done: number, of: number, step: string): void
}

/** One analysis among all of a full recomputation: what is asked, and the method ready to run. */
export interface OneOfAll<Request, Result> {
  readonly request: Request
  run(watch: Watch): Result
}

/** How an instrument is run for everything of which its question can be asked, sharing what the analyses share. */
export interface Recomputation<Request extends object, Result extends object, Part = unknown> {
  /** the parts into which it falls, each with records of its own; `size` is the number of its analyses */
  parts(
    request: unknown,
    evidence: EvidenceReader,
  ): Promise<readonly { readonly part: Part; readonly size: number }[]>
  /** reads what a part needs and gives its analyses */
  gather(part: Part, evidence: EvidenceReader): Promise<readonly OneOfAll<Request, Result>[]>
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
  method(input: Input, watch: Watch): Result
  findings(result: Result): readonly Finding[]
  exhibits(result: Result, language: Language): readonly Exhibit[]
  /** left out where there is no such thing as everything */
  readonly all?: Recomputation<Request, Result>
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
  analyse(request: unknown, evidence: EvidenceReader, watch?: Watch): Promise<Outcome>
  readonly all?: Recomputation<object, Outcome>
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
  const { id, title, question, version, reads = [], Request, all } = parts
  const outcome = (request: Request, result: Result): Outcome => ({
    request: request as Outcome['request'], // an object of named fields
    result: result as Outcome['result'],
    findings: parts.findings(result),
  })
  return {
    id,
    title,
    question,
    version,
    reads: [version, ...reads],
    Request,
    async analyse(body, evidence, watch = unwatched) {
      const checked = Request.safeParse(body)
      if (!checked.success) throw invalidRequest(id, checked.error.issues[0])
      return outcome(checked.data, parts.method(await parts.gather(checked.data, evidence), watch))
    },
    ...(all === undefined
      ? {}
      : {
          all: {
            parts: (request, evidence) => all.parts(request, evidence),
            gather: async (part, evidence) =>
              (await all.gather(part, evidence)).map(({ request, run }) => ({
                request,
                run: (watch) => outcome(request, run(watch)),
              })),
          },
        }),
    exhibits: (result, language) => parts.exhibits(result as Result, language), // a result of the same instrument and version
  }
}

const unwatched: Watch = { progress: () => {} }

/** A request that does not fit its schema, with the field that is wrong. */
export function invalidRequest(instrument: string, issue: z.core.$ZodIssue | undefined): SoundingsError {
  const field = issue?.path.join('.') ?? ''
  return new SoundingsError(
    'request-invalid',
    `${instrument}: ${issueWords(issue, 'the request is not valid')}`,
    {
      place: { field: field === '' ? 'request' : field, value: issue?.input },
    },
  )
}
