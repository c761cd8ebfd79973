import { type CommandEntry, json, why, workspace } from '../entry.ts'

/** What is brought in and taken away as files. */
export const fileCommands: readonly CommandEntry[] = [
  {
    usage: 'import <files...>',
    about:
      'import records (YAML, JSON), documents (PDF, DOCX, HTML, text) or citations (BibTeX, RIS, CSL-JSON)',
    options: [
      ...workspace,
      json,
      why,
      ['--dry-run', 'check and report, write nothing'],
      ['--source <id>', 'for a document: the source it belongs to'],
    ],
    load: () => import('../commands/import.ts'),
  },
  {
    usage: 'import-forecasts <file>',
    about: 'a table of forecasts (CSV, Parquet) as questions, forecasters, forecasts and resolutions',
    options: [
      ...workspace,
      json,
      why,
      ['--dry-run', 'check and report, write nothing'],
      ['--outcomes <file>', 'table of outcomes, 0 or 1; by default the same file'],
      ['--question <columns>', 'columns that name a question together, separated by commas', 'question'],
      ['--forecaster <column>', 'who forecasts', 'forecaster'],
      ['--probability <column>', 'probability of yes', 'probability'],
      ['--percent', 'probabilities are percentages'],
      ['--outcome <column>', 'outcome, 0 or 1; empty while open', 'outcome'],
      ['--agency <column>', 'agency or group of the forecaster'],
      ['--topic <column>', 'topic of the question'],
      ['--time <column>', 'instant of the forecast; by default when the questions opened'],
      ['--opens <instant>', 'when the questions opened'],
      ['--closes <instant>', 'when they closed and were decided'],
      ['--resolver <id>', 'id of who decided them', 'forecast-table'],
      ['--criteria <words>', 'how they were decided'],
      ['--prefix <id>', 'stands before every id', 'table'],
      ['-o, --output <file>', 'write records to a file instead of the workspace; - for standard output'],
    ],
    load: () => import('../commands/import-forecasts.ts'),
  },
  {
    usage: 'export',
    about: 'write the whole workspace, or one kind of record, to a file (.yaml or .json)',
    options: [
      ...workspace,
      ['--as <kind>', 'only the records of this kind'],
      ['-o, --output <file>', 'the file; - for standard output'],
    ],
    load: () => import('../commands/export.ts'),
  },
  {
    usage: 'template [kind]',
    about: 'print a commented, valid starting file for a kind of record (case, source, agreement, …)',
    options: [],
    load: () => import('../commands/template.ts'),
  },
]
