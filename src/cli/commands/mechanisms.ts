import { isMissing } from '#domain/missing'
import { type Mechanisms, seeMechanisms } from '#workbench/mechanisms'
import { type WorkspaceOptions, withWorkbench } from '../open.ts'
import { columns, terminal } from '../terminal.ts'

interface Options extends WorkspaceOptions {
  readonly json?: boolean
  readonly at?: string
}

/** `soundings mechanisms`: who sits where at a date, who leads, what is not recorded, years with two chairs. */
export async function run(_: readonly string[], options: Options): Promise<number> {
  const found = await withWorkbench(options, (workbench) => seeMechanisms(workbench, options.at))
  if (options.json) terminal.out(JSON.stringify(found))
  else tell(found)
  return 0
}

function tell({ at, mechanisms, actors, seats, overlaps, same, chairs, double }: Mechanisms): void {
  const nameOf = new Map([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...mechanisms.map(({ id, name }) => [id, name] as const),
  ])
  const named = (id: string) => nameOf.get(id) ?? id
  terminal.say(`at ${at}`)
  terminal.out(
    columns([
      ['mechanism', 'members', 'held of due in 5 years', 'leads', 'not recorded'],
      ...mechanisms.map(({ id, frequency: { held, due }, ministries, gaps }) => [
        named(id),
        membersOf(seats.filter(({ mechanism }) => mechanism === id)),
        isMissing(held) || typeof due !== 'number' ? '' : `${held.certain} of ${due.toFixed(1)}`,
        ministries
          .filter(({ role }) => role === 'leads')
          .map(({ actor }) => named(actor))
          .join(', '),
        gaps.join(', '),
      ]),
    ]),
  )
  for (const set of same) terminal.out(`the same members: ${set.map(named).join(', ')}`)
  const twins = new Set(same.flatMap((set) => set.slice(1))) // told by the first of each set
  const close = overlaps.filter(({ a, b, shared }) => shared.length > 1 && !twins.has(a) && !twins.has(b))
  if (close.length > 0)
    terminal.out(
      columns([
        ['', '', ''],
        ['overlap', 'and', 'shared members; Jaccard [bounds]'],
        ...close.map(({ a, b, shared, jaccard: { value, interval } }) => [
          named(a),
          named(b),
          `${shared.length}; ${value.toFixed(2)} [${(interval ?? []).map((bound) => bound.toFixed(2)).join(', ')}]`,
        ]),
      ]),
    )
  for (const { mechanism, actor, from, to, basis, illustrative } of chairs)
    terminal.out(
      `chair of ${named(mechanism)}: ${named(actor)}, ${from === to ? from : `${from} to ${to}`} (${basis}${illustrative ? ', illustrative' : ''})`,
    )
  for (const { actor, year, seats: held } of double)
    terminal.out(
      `${year}: ${named(actor)} at once ${held
        .map(({ mechanism, role, basis }) => `${role} of ${named(mechanism)} (${basis})`)
        .join(' and ')}`,
    )
}

function membersOf(seats: Mechanisms['seats']): string {
  const sure = seats.filter(({ holding }) => holding === 'yes').length
  return sure === seats.length ? String(sure) : `${sure} to ${seats.length}`
}
