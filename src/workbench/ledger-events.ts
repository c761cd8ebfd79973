import { ploverOf, typeToday } from '#datasets/event-codes'
import { type Activity, type ActivityKind, activityClass } from '#domain/activity'
import type { Bilingual } from '#domain/instrument'
import { fromRow, type LedgerMade, type LedgerRows, namedState, textIn } from './ledger-rows.ts'

type Row = LedgerRows['rows'][number]

/**
 * Activities out of coded events: those whose code says that armed forces cooperated, or that force was shown, threatened or used. What was
 * only said, asked or promised is none. Reports of one day, of the same two states and the same kind, are one activity: of what is
 * cooperative from either side.
 */
export function activitiesOfEvents(from: LedgerRows): LedgerMade {
  const left: LedgerMade['left'][number][] = []
  const told = from.rows.flatMap((row) => {
    const [date, source, target] = [textIn(row, 'date'), textIn(row, 'source'), textIn(row, 'target')]
    const code = textIn(row, 'code') ?? ''
    const label =
      textIn(row, 'event') ?? `${date}/${textIn(row, 'source_actor')}/${textIn(row, 'target_actor')}/${code}`
    const kind = defenceKindOf(code, textIn(row, 'mode') ?? '', textIn(row, 'context') ?? '')
    if (kind === null) return refuse(left, label, notDefence)
    if (source === null || target === null || date === null) return refuse(left, label, noState)
    if (source === target) return refuse(left, label, withItself)
    return [{ row, date, source, target, code, kind }]
  })
  const groups = Map.groupBy(told, ({ date, source, target, kind }) => {
    const sides = isMutual(kind) ? [source, target].toSorted() : [source, target]
    return [date, ...sides, kind].join('/')
  })
  const activities = [...groups].map(([key, reports]) => activityOf(from, key, reports))
  return { activities, left, folded: told.length - groups.size }
}

/**
 * The kind of activity that a code of CAMEO, or a type of PLOVER with mode and context, tells of; null if it is none of armed forces.
 *
 * @see Schrodt (2012), CAMEO codebook 1.1; Open Event Data Alliance (2021), PLOVER 0.8
 */
export function defenceKindOf(code: string, mode: string, context: string): ActivityKind | null {
  const event = /^\d/.test(code) ? ploverOf(code) : { type: typeToday(code), mode, context }
  if (event === null) return null
  const military = /military/i.test(event.context)
  if (event.type === 'COOPERATE' && military) return 'cooperation'
  if (event.type === 'AID' && military) return 'aid'
  if (event.type === 'AID' && /peacekeeping/i.test(event.context)) return 'cooperation'
  if (event.type === 'CONSULT' && military) return event.mode === 'visit' ? 'cooperation' : 'dialogue'
  if (event.type === 'MOBILIZE' && (military || /troops|weapons/.test(event.mode))) return 'show-of-force'
  if (event.type === 'THREATEN' && military) return 'threat'
  if ((event.type === 'ASSAULT' || event.type === 'COERCE') && military) return 'limited-force'
  return null
}

/** Cooperation is told from either side; aid has one who gives, and what is coercive one who acts. */
function isMutual(kind: ActivityKind): boolean {
  return activityClass(kind) === 'cooperative' && kind !== 'aid'
}

const titles: Readonly<Partial<Record<ActivityKind, Bilingual>>> = {
  cooperation: { en: 'Military cooperation', vi: 'Hợp tác quân sự' },
  aid: { en: 'Military aid', vi: 'Viện trợ quân sự' },
  dialogue: { en: 'Consultation on military matters', vi: 'Tham vấn về quân sự' },
  'show-of-force': { en: 'Force shown', vi: 'Phô trương lực lượng' },
  threat: { en: 'Force threatened', vi: 'Đe dọa dùng vũ lực' },
  'limited-force': { en: 'Force used', vi: 'Dùng vũ lực' },
}

function activityOf(
  from: LedgerRows,
  key: string,
  reports: readonly {
    readonly row: Row
    readonly date: string
    readonly source: string
    readonly target: string
    readonly code: string
    readonly kind: ActivityKind
  }[],
): Activity {
  const [first] = reports
  if (first === undefined) throw new RangeError('activityOf: a group has a report')
  const { kind, source, target, date } = first
  const title = titles[kind] ?? { en: kind, vi: kind }
  const mutual = isMutual(kind)
  const [acted, upon] =
    kind === 'aid' ? (['supplier', 'recipient'] as const) : (['initiator', 'target'] as const)
  const sides = mutual ? [source, target].toSorted() : [source, target]
  const codes = [...new Set(reports.map(({ code }) => code))].toSorted()
  const actors = [
    ...new Set(
      reports.map(
        ({ row }) => `${textIn(row, 'source_actor') ?? '?'} → ${textIn(row, 'target_actor') ?? '?'}`,
      ),
    ),
  ].toSorted()
  return {
    ...fromRow(from, key),
    kind,
    date,
    title: `${title.en}: ${sides.map((id) => namedState(id).en).join(mutual ? ' and ' : ' → ')}, ${date}`,
    titleVi: `${title.vi}: ${sides.map((id) => namedState(id).vi).join(mutual ? ' và ' : ' → ')}, ${date}`,
    participants: mutual
      ? sides.map((state) => ({ state, role: 'participant' as const }))
      : [
          { state: source, role: acted },
          { state: target, role: upon },
        ],
    comment: `Coded by a machine from news as ${codes.join(', ')}; ${reports.length} ${reports.length === 1 ? 'row' : 'rows'}: ${actors.slice(0, 4).join('; ')}${actors.length > 4 ? ' …' : ''}.`,
  }
}

/** Why most events make no activity. */
export const notDefence: Bilingual = {
  en: 'the code tells of no act of armed forces (what is only said, asked or promised is none)',
  vi: 'mã không nói về hành động của lực lượng vũ trang (chỉ nói, đề nghị hoặc hứa thì không tính)',
}
const noState: Bilingual = { en: 'one side is no state', vi: 'một bên không phải là quốc gia' }
const withItself: Bilingual = { en: 'of a state with itself', vi: 'của một nước với chính mình' }

function refuse(left: LedgerMade['left'][number][], row: string, because: Bilingual): readonly [] {
  left.push({ row, because })
  return []
}
