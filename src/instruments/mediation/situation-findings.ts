import { type Finding, finding } from '#domain/finding'
import { isMissing } from '#domain/missing'
import type { Pointer, Result } from './model.ts'
import { joined, levelIn, lower, percent, roleName, stateName, told } from './words.ts'

/** What the whole rests on: the dispute. */
export function groundOf({ standings, stage }: Result): readonly Pointer[] {
  return [...stage.evidence, ...standings.flatMap(({ party }) => party.evidence)]
}

/** Trust of each party, and how far it differs between the sides (M4). */
export function standingFindings(result: Result): readonly Finding[] {
  const each = joined(
    result.standings.map(({ party, standing: one }) => ({
      en: `${party.name.en} ${levelIn(one.level).en}`,
      vi: `${party.name.vi} ${levelIn(one.level).vi}`,
    })),
    '; ',
  )
  const evidence = result.standings.flatMap(({ standing: one }) => one.evidence)
  const ground = evidence.length === 0 ? groundOf(result) : evidence
  const found = [
    finding(
      'standing',
      'M4',
      {
        en: `Standing with the parties, 0 to 4: ${each.en}.`,
        vi: `Uy tín với các bên, 0 đến 4: ${each.vi}.`,
      },
      ground,
    ),
  ]
  if (isMissing(result.difference)) {
    const why = { en: told(result.difference, 'en'), vi: told(result.difference, 'vi') }
    return [
      ...found,
      finding(
        'impartiality',
        'M4',
        { en: `Impartiality cannot be told: ${why.en}.`, vi: `Chưa thể nói về tính vô tư: ${why.vi}.` },
        ground,
      ),
    ]
  }
  const near = result.standings.filter(({ party }) => party.side === result.nearer)
  const names = joined(
    near.map(({ party }) => party.name),
    ', ',
  )
  return [
    ...found,
    finding(
      'impartiality',
      'M4',
      {
        en: `Difference of standing between the sides: ${told(result.difference, 'en')} levels${result.nearer === null ? '' : `, better with ${names.en}`}. A partial third party can still communicate, and can move the side that it is close to; it can hardly judge.`,
        vi: `Chênh lệch uy tín giữa các phía: ${told(result.difference, 'vi')} mức${result.nearer === null ? '' : `, cao hơn với ${names.vi}`}. Bên thứ ba thiên vị vẫn có thể truyền đạt và tác động đến phía gần gũi với mình; khó có thể phán xét.`,
      },
      ground,
      result.difference,
    ),
  ]
}

/** What the third party has at stake itself, and how exposed it is (M5). */
export function stakesFindings({ stakes: all, exposure }: Result): readonly Finding[] {
  const known = all.filter(({ level }) => !isMissing(level))
  const each = joined(
    all.map(({ title, level }) => ({
      en: `${title.en} ${levelIn(level).en}`,
      vi: `${title.vi} ${levelIn(level).vi}`,
    })),
    '; ',
  )
  const found =
    known.length === 0
      ? []
      : [
          finding(
            'stakes',
            'M5',
            { en: `Interest of its own, 0 to 4: ${each.en}.`, vi: `Lợi ích tự thân, 0 đến 4: ${each.vi}.` },
            known.flatMap(({ evidence }) => evidence),
          ),
        ]
  if (isMissing(exposure.share)) return found
  const unknown = joined(exposure.unknown.map(stateName), ', ')
  return [
    ...found,
    finding(
      'exposure',
      'M5',
      {
        en: `Trade with the parties comes to ${percent(exposure.share, 'en', 1)} of its output${exposure.unknown.length === 0 ? '' : `, at least: that with ${unknown.en} is not known`}.`,
        vi: `Thương mại với các bên bằng ${percent(exposure.share, 'vi', 1)} GDP${exposure.unknown.length === 0 ? '' : `, ít nhất là vậy: chưa biết thương mại với ${unknown.vi}`}.`,
      },
      exposure.by.flatMap(({ evidence }) => evidence),
      exposure.share,
    ),
  ]
}

/** How ripe the dispute is (M7). */
export function ripenessFinding(result: Result): Finding {
  const evidence = result.ripeness.flatMap(({ evidence: its }) => its)
  const each = joined(
    result.ripeness.map(({ title, level }) => ({
      en: `${title.en} ${levelIn(level).en}`,
      vi: `${title.vi} ${levelIn(level).vi}`,
    })),
    '; ',
  )
  if (result.ripeness.every(({ level }) => isMissing(level)))
    return finding(
      'ripeness',
      'M7',
      {
        en: `How ripe the dispute is, nobody has judged by ${result.asOf}.`,
        vi: `Tính đến ${result.asOf} chưa ai nhận định tranh chấp đã chín muồi đến đâu.`,
      },
      groundOf(result),
    )
  return finding(
    'ripeness',
    'M7',
    {
      en: `Ripeness, 0 to 4, is that of its weakest element: ${levelIn(result.ripe).en}; ${each.en}.`,
      vi: `Độ chín muồi, 0 đến 4, bằng yếu tố yếu nhất: ${levelIn(result.ripe).vi}; ${each.vi}.`,
    },
    evidence.length === 0 ? groundOf(result) : evidence,
    result.ripe,
  )
}

/** Who else acts in it (M1). */
export function competitionFindings({ others }: Result): readonly Finding[] {
  const active = others.filter((one) => one.active)
  if (active.length === 0) return []
  const each = joined(
    active.map(({ who, role }) => ({
      en: `${who.en} (${lower(roleName(role).en)})`,
      vi: `${who.vi} (${lower(roleName(role).vi)})`,
    })),
    ', ',
  )
  return [
    finding(
      'competition',
      'M1',
      {
        en: `Others who act as third parties then: ${each.en}.`,
        vi: `Các bên thứ ba khác đang hoạt động: ${each.vi}.`,
      },
      active.flatMap(({ evidence }) => evidence),
    ),
  ]
}
