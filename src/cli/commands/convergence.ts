import { SoundingsError } from '#domain/errors'
import { comparisonRecord } from '#workbench/comparison-record'
import { writeWhole } from '#workbench/export'
import { measureOf, seeConvergence } from '#workbench/positions'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Given extends WorkspaceOptions {
  readonly json?: boolean
  readonly state?: string
  readonly group?: string
  readonly joined?: string
  readonly donors?: string
  readonly from?: string
  readonly to?: string
  readonly measure?: string
  readonly record?: string
  readonly case?: string
  readonly institution?: string
  readonly actor?: string
  readonly source?: string
  readonly title?: string
  readonly titleVi?: string
  readonly because?: string
  readonly output?: string
}

/** `soundings convergence`: did a state come closer to a group after joining, against states that did not join? */
export async function run(_: readonly string[], options: Given): Promise<number> {
  const request = {
    state: needed(options, 'state'),
    group: needed(options, 'group').split(','),
    donors: needed(options, 'donors').split(','),
    joined: year(options, 'joined') ?? 0,
    from: year(options, 'from'),
    to: year(options, 'to'),
    measure: measureOf(needed(options, 'measure')),
  }
  if (options.record !== undefined) return writeRecord(options, request, options.record)
  const found = await withWorkbench(options, (workbench) => seeConvergence(workbench, request))
  if (options.json) terminal.out(JSON.stringify(found))
  else tell(found)
  return 0
}

type Request = Parameters<typeof comparisonRecord>[1]

async function writeRecord(options: Given, request: Request, id: string): Promise<number> {
  const frame = {
    id,
    title: needed(options, 'title'),
    ...(options.titleVi === undefined ? {} : { titleVi: options.titleVi }),
    actor: needed(options, 'actor'),
    because: needed(options, 'because'),
    restsOn: [{ source: needed(options, 'source') }],
    ...(options.case === undefined ? {} : { case: options.case }),
    ...(options.institution === undefined ? {} : { institution: options.institution }),
  }
  const { text, notices } = await withWorkbench(options, (workbench) =>
    comparisonRecord(workbench, request, frame),
  )
  for (const notice of notices) terminal.say(notice)
  if (options.output === undefined || options.output === '-') terminal.out(text)
  else writeWhole(options.output, text)
  return 0
}

function needed(options: Given, name: keyof Given & string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new SoundingsError('call-invalid', `--${name} is needed`)
}

function year(options: Given, name: 'joined' | 'from' | 'to'): number | undefined {
  const text = options[name]
  if (text === undefined && name !== 'joined') return undefined
  if (/^\d{4}$/.test(text ?? '')) return Number(text)
  throw new SoundingsError('call-invalid', `--${name} must be a year`, { place: { value: text } })
}

function tell(found: Awaited<ReturnType<typeof seeConvergence>>): void {
  const { syntheticControl: control, interruptedSeries: series } = found
  const show = (value: number) => value.toFixed(3)
  const range = control.interval?.map(show).join(' … ') ?? 'no interval with so few donors'
  terminal.out(
    columns([
      ['year', found.state, 'se', 'mixture', 'donors'],
      ...found.years.map(({ year: of, treated, se, synthetic, donors }) => [
        `${of}`,
        show(treated),
        show(se),
        show(synthetic),
        show(donors),
      ]),
    ]),
  )
  const weights = found.weights.filter(({ weight }) => weight >= 0.005)
  terminal.out(
    `\nMixture: ${weights.map(({ state, weight }) => `${state} ${weight.toFixed(2)}`).join(', ')}; root mean squared gap before ${show(control.preFit)}.`,
  )
  terminal.out(
    `Mean gap after ${found.joined}: ${show(control.effect)} (${Math.round(control.level * 100)} %: ${range}); p = ${show(control.p)} of ${control.placebos} placebos.`,
  )
  const { level, slope } = series
  terminal.out(
    `Less the donors’ mean: jump ${show(level.value)} (95 %: ${show(level.low)} … ${show(level.high)}), change of slope ${show(slope.value)} a year (${show(slope.low)} … ${show(slope.high)}).`,
  )
  for (const notice of found.notices) terminal.say(notice)
  terminal.say(`${found.dataset} ${found.version}. ${found.citation}`)
}
