import { SoundingsError } from '#domain/errors'
import { writeWhole } from '#workbench/export'
import { forecastsAsRecords, importForecasts } from '#workbench/import-forecasts'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { terminal } from '../terminal.ts'

type Options = WorkspaceOptions & {
  readonly [option in
    | 'outcomes'
    | 'question'
    | 'forecaster'
    | 'probability'
    | 'outcome'
    | 'agency'
    | 'topic'
    | 'time'
    | 'opens'
    | 'closes'
    | 'resolver'
    | 'criteria'
    | 'prefix'
    | 'why'
    | 'output']?: string
} & { readonly percent?: boolean; readonly dryRun?: boolean; readonly json?: boolean }

/** `soundings import-forecasts FORECASTS.csv`: a table of forecasts becomes questions, forecasts and resolutions. */
export async function run(args: readonly string[], options: Options): Promise<number> {
  const [forecasts = ''] = args
  const { opens, closes, outcomes, why = `forecasts of ${forecasts}`, dryRun = false } = options
  if (opens === undefined || closes === undefined)
    throw new SoundingsError('call-invalid', 'import-forecasts needs --opens and --closes', {
      advice: 'Say between which instants the questions were open, such as --opens 2024-01-01T00:00:00Z.',
    })
  const tables = {
    forecasts,
    outcomes,
    layout: {
      question: (options.question ?? 'question').split(',').map((column) => column.trim()),
      forecaster: options.forecaster ?? 'forecaster',
      probability: options.probability ?? 'probability',
      whole: options.percent ? (100 as const) : (1 as const),
      outcome: options.outcome ?? 'outcome',
      agency: options.agency,
      topic: options.topic,
      time: options.time,
      opens,
      closes,
      resolver: options.resolver ?? 'forecast-table',
      criteria: options.criteria ?? 'as the table of outcomes says',
      prefix: options.prefix ?? 'table',
    },
  }
  if (options.output !== undefined) {
    const text = await forecastsAsRecords(tables)
    if (options.output === '-') terminal.out(text)
    else writeWhole(options.output, text)
    return 0
  }
  const report = await withWorkbench(options, (workbench) =>
    importForecasts(workbench, tables, { why, dryRun }),
  )
  if (options.json) terminal.out(JSON.stringify(report))
  else {
    const counted = Object.entries(report.byKind).map(([section, count]) => `${count} ${section}`)
    terminal.out(`${dryRun ? 'Would import' : 'Imported'} ${counted.join(', ')}.`)
  }
  return 0
}
