import { SoundingsError } from '#domain/errors'
import { isMissing } from '#domain/missing'
import type { Series } from '#domain/series'
import { computeMeasures, type MeasuresRequest } from '#workbench/measures'
import { measureInto, measuresFile, recordedSources } from '#workbench/measures-file'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly state?: string
  readonly partners?: string
  readonly states?: string
  readonly years?: string
  readonly measures?: string
  readonly output?: string
}

/** `soundings measure`: what the imported datasets tell of a state and its partners, or of every two of many states. */
export async function run(_: readonly string[], options: Given): Promise<number> {
  const request = requestOf(options)
  const { output } = options
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  process.once('SIGINT', interrupted)
  const watch = { signal: stop.signal, progress: terminal.progress }
  try {
    await withWorkbench(
      options,
      async (workbench) => {
        if (output !== undefined && output !== '-') {
          const { wrote, notices } = await measureInto(workbench, request, output, watch)
          for (const notice of notices) terminal.say(notice)
          terminal.say(`Wrote ${wrote} to ${output}.`)
          if (options.json) terminal.out(JSON.stringify({ wrote, notices }))
          return
        }
        const found = await computeMeasures(workbench, request, watch)
        for (const notice of found.notices) terminal.say(notice)
        if (options.json) terminal.out(JSON.stringify(found))
        else if (output === '-')
          terminal.out(measuresFile(found.series, request, await recordedSources(workbench)))
        else tell(found.series)
      },
      'left-to-work',
    )
    return 0
  } finally {
    process.off('SIGINT', interrupted)
  }
}

function requestOf(options: Given): MeasuresRequest {
  const years = yearsOf(needed(options, 'years'))
  const measures = options.measures?.split(',')
  if (options.states === undefined)
    return {
      state: needed(options, 'state'),
      partners: needed(options, 'partners').split(','),
      years,
      measures,
    }
  if (options.state !== undefined || options.partners !== undefined)
    throw new SoundingsError('call-invalid', 'measure takes --states, or --state with --partners, not both')
  return { states: options.states === 'all' ? 'all' : options.states.split(','), years, measures }
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
      from < 1500 ||
      to > 2200 ||
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
