import { readTable } from '#storage/read-table'
import { toYaml } from './export.ts'
import { type ForecastTableLayout, forecastSections } from './forecast-table.ts'
import { type ImportReport, importParsed } from './import.ts'
import { parseRecords } from './record-file.ts'
import type { Workbench } from './workbench.ts'

/** Where the forecasts and the outcomes stand, and how. */
export interface ForecastTables {
  readonly forecasts: string
  /** the same table by default */
  readonly outcomes?: string | undefined
  readonly layout: ForecastTableLayout
}

/**
 * A table of forecasts as the text of records that can be read, changed and imported.
 *
 * @throws SoundingsError as `forecastSections`
 */
export async function forecastsAsRecords(tables: ForecastTables): Promise<string> {
  return toYaml(await sectionsOf(tables))
}

/**
 * Imports a table of forecasts as questions, forecasters, forecasts and resolutions: all or nothing.
 *
 * @throws SoundingsError as `forecastSections`, and as an import
 */
export async function importForecasts(
  { database, author }: Workbench,
  tables: ForecastTables,
  asked: { readonly why: string; readonly dryRun: boolean },
): Promise<ImportReport> {
  const records = parseRecords(JSON.stringify(await sectionsOf(tables)), tables.forecasts)
  return importParsed(database, [records], author(asked.why), asked.dryRun)
}

async function sectionsOf({ forecasts, outcomes, layout }: ForecastTables) {
  const { question, forecaster, probability, outcome, agency, topic, time } = layout
  const further = [agency, topic, time].filter((column) => column !== undefined)
  const own = outcomes === undefined ? [outcome] : []
  const told = await readTable(forecasts, forecasts, [
    ...question,
    forecaster,
    probability,
    ...further,
    ...own,
  ])
  const decided = outcomes === undefined ? told : await readTable(outcomes, outcomes, [...question, outcome])
  return forecastSections(told, decided, layout)
}
