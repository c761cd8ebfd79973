import { SoundingsError } from '#domain/errors'
import { isMissing } from '#domain/missing'
import type { Series } from '#domain/series'
import { writeWhole } from '#workbench/export'
import { computeMeasures } from '#workbench/measures'
import { measuresFile } from '#workbench/measures-file'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly state?: string
  readonly partners?: string
  readonly years?: string
  readonly measures?: string
  readonly output?: string
}

/** `soundings measure`: what the imported datasets tell of a state and its partners, as series that records can hold. */
export async function run(_: readonly string[], options: Given): Promise<number> {
  const found = await withWorkbench(options, (workbench) =>
    computeMeasures(workbench, {
      state: needed(options, 'state'),
      partners: needed(options, 'partners').split(','),
      years: yearsOf(needed(options, 'years')),
      measures: options.measures?.split(','),
      onProgress: terminal.progress,
    }),
  )
  for (const notice of found.notices) terminal.say(notice)
  if (options.output !== undefined) writeWhole(options.output, measuresFile(found.series))
  if (options.json) terminal.out(JSON.stringify(found))
  else if (options.output === undefined) tell(found.series)
  else terminal.say(`Wrote ${found.series.length} series to ${options.output}.`)
  return 0
}

function needed(options: Given, name: 'state' | 'partners' | 'years'): string {
  const value = options[name]
  if (value !== undefined && value !== '') return value
  throw new SoundingsError('call-invalid', `measure needs --${name}`, {
    advice: 'For example: soundings measure --state VNM --partners CHN,USA --years 2000-2014',
  })
}

/** Years as a list with commas and ranges. */
function yearsOf(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(Number)
    if (
      from === undefined ||
      to === undefined ||
      !Number.isInteger(from) ||
      !Number.isInteger(to) ||
      to < from
    )
      throw new SoundingsError(
        'call-invalid',
        'years are written as 2005 or 2000-2014, with commas between',
        {
          place: { value: part },
        },
      )
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

function tell(series: readonly Series[]): void {
  const rows = series.flatMap(({ measure, of, towards, observations }) =>
    observations.map(({ year, value, se }) => [
      measure,
      of,
      towards ?? '',
      String(year),
      isMissing(value) ? value.because : String(value),
      se === undefined ? '' : String(se),
    ]),
  )
  terminal.out(columns([['measure', 'of', 'towards', 'year', 'value', 'standard error'], ...rows]))
}
