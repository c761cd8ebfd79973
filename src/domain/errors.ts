/** One entry of the catalogue: how a mistake is answered over HTTP, by the command line, and in words. */
export interface ErrorKind {
  readonly title: string
  readonly status: number
  readonly exit: 1 | 2
  readonly advice: string
}

/**
 * The closed catalogue of mistakes an analyst can make and of faults the workbench can report.
 * `docs/errors.md` says the same, and a test keeps the two equal. A retired code is never used again.
 */
export const errorCatalogue = {
  'call-invalid': {
    title: 'The call is wrong',
    status: 400,
    exit: 2,
    advice: 'Run the command with --help to see what it takes.',
  },
  'file-not-found': {
    title: 'The file is not there',
    status: 400,
    exit: 2,
    advice: 'Check the path; nothing was written.',
  },
  'file-too-large': {
    title: 'The file is too large',
    status: 413,
    exit: 2,
    advice: 'Split it, or import bulk data as a dataset.',
  },
  'file-unreadable': {
    title: 'The file is not what its name says',
    status: 400,
    exit: 2,
    advice: 'Open it in its own program, save it again and retry.',
  },
  'yaml-syntax': {
    title: 'The YAML or JSON cannot be read',
    status: 400,
    exit: 2,
    advice: 'Mend the syntax at the place named.',
  },
  'table-invalid': {
    title: 'The table cannot be read',
    status: 400,
    exit: 2,
    advice: 'Mend the row and column named; the header must name the required columns.',
  },
  'record-invalid': {
    title: 'A record is not as it should be',
    status: 422,
    exit: 2,
    advice: 'Mend the field named; `soundings template KIND` shows what each field means.',
  },
  'record-duplicate': {
    title: 'Two records have the same id',
    status: 422,
    exit: 2,
    advice: 'Give one of them another id.',
  },
  'record-dangling': {
    title: 'A record points at one that is not there',
    status: 422,
    exit: 2,
    advice: 'Add the record it names, or correct the id.',
  },
  'record-unknown': {
    title: 'There is no such record',
    status: 404,
    exit: 2,
    advice: 'Search for it, or list the records of its kind.',
  },
  'record-changed': {
    title: 'Somebody else changed the record meanwhile',
    status: 409,
    exit: 2,
    advice: 'Look at the newer version, then make your change on it.',
  },
  'nothing-to-undo': {
    title: 'There is nothing to undo',
    status: 409,
    exit: 2,
    advice: 'The history of the record shows what was changed.',
  },
  'request-invalid': {
    title: 'The request is not as it should be',
    status: 422,
    exit: 2,
    advice: 'Mend the field named; the instrument’s page says what it needs.',
  },
  'instrument-unknown': {
    title: 'There is no such instrument',
    status: 404,
    exit: 2,
    advice: 'Use one of the instruments listed.',
  },
  'method-unknown': {
    title: 'There is no such method',
    status: 404,
    exit: 2,
    advice: '`soundings method` lists them.',
  },
  'method-input': {
    title: 'The method cannot work on this input',
    status: 422,
    exit: 2,
    advice: 'Mend what is named.',
  },
  'case-unfit': {
    title: 'The case cannot be weighed as it stands',
    status: 422,
    exit: 2,
    advice: 'Mend its hypotheses or evidence as named.',
  },
  'analysis-unknown': {
    title: 'There is no such analysis',
    status: 404,
    exit: 2,
    advice: 'List the analyses to see their ids.',
  },
  'rerun-differs': {
    title: 'The analysis did not come out the same',
    status: 409,
    exit: 1,
    advice: 'Report this: an analysis must give the same bytes from the same inputs.',
  },
  'version-changed': {
    title: 'The instrument has changed since this analysis',
    status: 409,
    exit: 1,
    advice: 'Run it anew; the CHANGELOG says how results change between versions.',
  },
  'format-unknown': {
    title: 'The format is not known',
    status: 400,
    exit: 2,
    advice: 'Use one of the formats listed.',
  },
  'dataset-unknown': {
    title: 'There is no such dataset',
    status: 404,
    exit: 2,
    advice: '`soundings dataset list` shows them.',
  },
  'dataset-absent': {
    title: 'The dataset was not imported',
    status: 404,
    exit: 2,
    advice: 'Bring the file and import it with `soundings dataset add`.',
  },
  'workspace-unusable': {
    title: 'The workspace cannot be opened',
    status: 503,
    exit: 1,
    advice: 'Run `soundings doctor` on it.',
  },
  'workspace-newer': {
    title: 'The workspace was made by a newer Soundings',
    status: 503,
    exit: 1,
    advice: 'Upgrade Soundings, or use another workspace.',
  },
  'server-failed': {
    title: 'The private database server did not start',
    status: 503,
    exit: 1,
    advice: 'Read the end of its log, named in the message.',
  },
  'port-taken': {
    title: 'The port is in use',
    status: 503,
    exit: 1,
    advice: 'Choose another with --port.',
  },
  'not-allowed': {
    title: 'That is not allowed here',
    status: 403,
    exit: 2,
    advice: 'Ask whoever keeps the workspace.',
  },
  cancelled: {
    title: 'The work was cancelled',
    status: 409,
    exit: 1,
    advice: 'Nothing was written; start it again when you like.',
  },
  internal: {
    title: 'Soundings failed',
    status: 500,
    exit: 1,
    advice: 'Report it with what you did; nothing was half-written.',
  },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorCatalogue

/** Where a mistake stands: a file with line and column, the field (its path, joined by dots), the value found. */
export interface Place {
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly field?: string | undefined
  readonly value?: unknown
  /** the record in which it stands, for whoever knows from which file that came */
  readonly record?: { readonly kind: string; readonly id: string } | undefined
}

/**
 * A mistake that an analyst can make, or a fault of the workbench, with a code of the catalogue.
 *
 * @param code    entry of `errorCatalogue`
 * @param message what is wrong, as a sentence without its place
 * @param place   where it is wrong, if it is wrong in one place
 * @param advice  what to do, if it can be said better than the catalogue does
 */
export class SoundingsError extends Error {
  readonly code: ErrorCode
  readonly place: Place
  readonly advice: string

  constructor(
    code: ErrorCode,
    message: string,
    options: { place?: Place; advice?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'SoundingsError'
    this.code = code
    this.place = options.place ?? {}
    this.advice = options.advice ?? errorCatalogue[code].advice
  }

  get kind(): ErrorKind {
    return errorCatalogue[this.code]
  }
}

/**
 * A mistake in one line: where, what, the value found, and what to do.
 *
 * @example
 * describeError(new SoundingsError('record-invalid', 'a stance must be on the ladder', { place: { file: 'a.yaml', line: 3, column: 5, field: 'positions[0].stance', value: 'keen' } })) // => 'a.yaml:3:5: positions[0].stance: a stance must be on the ladder, got "keen". Mend the field named; `soundings template KIND` shows what each field means.'
 */
export function describeError(error: SoundingsError): string {
  const { file, line, column, field, value } = error.place
  const spot = [file, line, column].filter((part) => part !== undefined).join(':')
  const found = value === undefined ? '' : `, got ${shorten(JSON.stringify(value))}`
  const where = [spot, field].filter((part) => part !== undefined && part !== '').join(': ')
  return `${where === '' ? '' : `${where}: `}${error.message}${found}. ${error.advice}`
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`
}
