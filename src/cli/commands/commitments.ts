import { writeFileSync } from 'node:fs'
import { SoundingsError } from '#domain/errors'
import { isMissing } from '#domain/missing'
import { type Commitments, seeCommitments } from '#workbench/commitments'
import { calendarOf } from '#workbench/commitments-calendar'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Options extends WorkspaceOptions {
  readonly json?: boolean
  readonly due?: string
  readonly late?: boolean
  readonly of?: string
  readonly ics?: string
  readonly zone?: string
}

/** `soundings commitments`: what is due, what is late, how far it was kept; as an iCalendar with `--ics`. */
export async function run(_: readonly string[], options: Options): Promise<number> {
  const { due, late, of, ics, zone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options
  const { found, calendar } = await withWorkbench(options, async (workbench) => {
    const seen = await seeCommitments(workbench, { due, late, of, timeZone: zone })
    return { found: seen, calendar: calendarOf(seen, workbench.config.now()) }
  })
  if (ics !== undefined) {
    for (const notice of calendar.notices) terminal.say(`left out: ${notice}`)
    if (ics === '-') terminal.out(calendar.text)
    else {
      write(ics, calendar.text)
      terminal.say(`${calendar.events} events written to ${ics}`)
    }
    return 0
  }
  if (options.json) terminal.out(JSON.stringify(found))
  else tell(found)
  return 0
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (cause) {
    throw new SoundingsError('file-not-found', `${file} cannot be written`, { cause })
  }
}

function tell({ today, timeZone, commitments, names, score }: Commitments): void {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  terminal.say(`${today} (${timeZone}); ${commitments.length} commitments`)
  if (commitments.length > 0)
    terminal.out(
      columns([
        ['due', 'standing', 'owner', 'coders', 'id', 'text'],
        ...commitments.map(({ commitment, standing, coders }) => [
          commitment.due ?? '',
          standing,
          nameOf.get(`actor ${commitment.owner}`) ?? commitment.owner,
          String(coders),
          commitment.id,
          commitment.text,
        ]),
      ]),
    )
  const { mean, alpha } = score
  if (!isMissing(mean))
    terminal.out(`mean compliance of ${score.commitments}, from -1 to +1: ${withInterval(mean)}`)
  if (!isMissing(alpha)) terminal.out(`alpha of the coders: ${withInterval(alpha)}`)
}

function withInterval({ value, interval }: { value: number; interval: readonly number[] | null }): string {
  const told = value.toFixed(2)
  return interval === null ? told : `${told} [${interval.map((bound) => bound.toFixed(2)).join(', ')}]`
}
