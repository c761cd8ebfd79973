import { type Finding, finding } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import type { Pointer, Result, RoleLine } from './model.ts'
import { stepsFinding } from './plan-findings.ts'
import { words } from './words.data.ts'
import { joined, levelIn, percent, roleName, stateName, told } from './words.ts'

/** What role, why no other, what would change it, and what is lacking. */
export function findings(result: Result): readonly Finding[] {
  return [
    ...result.warnings.map((said, at) => finding(`warning-${at + 1}`, 'M9', said, groundOf(result))),
    recommended(result),
    ...(result.isParty
      ? []
      : [...remaining(result), ruledOut(result), ...turning(result), elsewhere(result)]),
    ...(result.isParty ? [] : standing(result)),
    ...(result.isParty ? [] : [...stakes(result), ripe(result)]),
    ...competition(result),
    ...(result.isParty ? [] : stepsFinding(result)),
  ]
}

/** What the whole rests on: the dispute. */
export function groundOf({ standings, stage }: Result): readonly Pointer[] {
  return [...stage.evidence, ...standings.flatMap(({ party }) => party.evidence)]
}

function recommended(result: Result): Finding {
  const top = result.roles.find(({ rank }) => rank === 1)
  const who = result.mediatorName
  const where = words[result.setting]
  const stage = words[result.stage.stage]
  if (top === undefined)
    return finding(
      'role',
      'M9',
      {
        en: `No role of a third party remains for ${who.en} in this dispute as of ${result.asOf}.`,
        vi: `Không còn vai trò bên thứ ba nào cho ${who.vi} trong tranh chấp này tính đến ${result.asOf}.`,
      },
      result.roles[0]?.reasons[0]?.evidence ?? groundOf(result),
    )
  return finding(
    'role',
    'M9',
    {
      en: `As of ${result.asOf} (${stage.en}), acting ${where.en}, the role that comes first for ${who.en} is ${lower(top.title.en)} (${words[top.status].en}); it comes first in ${percent(top.first, 'en')} of the draws.`,
      vi: `Tính đến ${result.asOf} (${stage.vi}), hành động ${where.vi}, vai trò đứng đầu cho ${who.vi} là ${lower(top.title.vi)} (${words[top.status].vi}); đứng đầu trong ${percent(top.first, 'vi')} số lần mô phỏng.`,
    },
    restOf(result),
    top.first,
  )
}

/** What the recommendation rests on: everything that is known of the mediator, one place of each source. */
function restOf(result: Result): readonly Pointer[] {
  const all = [
    ...result.standings.flatMap(({ standing: one }) => one.evidence),
    ...result.stakes.flatMap(({ evidence }) => evidence),
    ...result.ripeness.flatMap(({ evidence }) => evidence),
    ...result.gaps.filter(({ neededForAim }) => neededForAim > 0).flatMap(({ held }) => held.evidence),
  ]
  return all.length === 0 ? groundOf(result) : all
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}

function named(roles: readonly RoleLine[]): Bilingual {
  return joined(
    roles.map(({ title }) => ({ en: lower(title.en), vi: lower(title.vi) })),
    ', ',
  )
}

function remaining(result: Result): readonly Finding[] {
  const rest = result.roles.filter(({ rank }) => rank !== null && rank > 1)
  if (rest.length === 0) return []
  const parts = (['free', 'limited', 'unknown'] as const).flatMap((status) => {
    const its = rest.filter((one) => one.status === status)
    const names = named(its)
    return its.length === 0
      ? []
      : [{ en: `${words[status].en}: ${names.en}`, vi: `${words[status].vi}: ${names.vi}` }]
  })
  const said = joined(parts, '; ')
  return [
    finding(
      'remaining',
      'M9',
      { en: `Behind it remain, in this order, ${said.en}.`, vi: `Sau đó còn lại, theo thứ tự: ${said.vi}.` },
      rest.flatMap(({ reasons }) => reasons.flatMap(({ evidence }) => evidence)),
    ),
  ]
}

function ruledOut(result: Result): Finding {
  const out = result.roles.filter(({ status }) => status === 'ruled-out')
  const each = out.map(({ title, reasons }) => {
    const why = joined(
      reasons
        .filter(({ effect }) => effect === 'rules-out')
        .slice(0, 2)
        .map(({ said }) => said),
      { en: ' and ', vi: ' và ' },
    )
    return { en: `${lower(title.en)} (${why.en})`, vi: `${lower(title.vi)} (${why.vi})` }
  })
  const said = joined(each, '; ')
  return finding(
    'ruled-out',
    'M9',
    out.length === 0
      ? { en: 'Nothing is ruled out.', vi: 'Không vai trò nào bị loại.' }
      : { en: `Ruled out are ${said.en}.`, vi: `Bị loại: ${said.vi}.` },
    out.flatMap(({ reasons }) =>
      reasons.filter(({ effect }) => effect === 'rules-out').flatMap(({ evidence }) => evidence),
    ),
  )
}

function turning(result: Result): readonly Finding[] {
  const flips = result.swings
    .flatMap((one) => (isMissing(one.flip) ? [] : [{ ...one, flip: one.flip }]))
    .toSorted((a, b) => Math.abs(a.flip.by) - Math.abs(b.flip.by))
    .slice(0, 3)
  const said = joined(
    flips.map(({ title, flip }) => {
      const [en, vi] = [title.en.split(':')[0], title.vi.split(':')[0]]
      const by = (language: 'en' | 'vi') => `${flip.by > 0 ? '+' : '−'}${number(Math.abs(flip.by), language)}`
      return {
        en: `${en} by ${by('en')} levels (then ${lower(roleName(flip.role).en)})`,
        vi: `${vi} ${by('vi')} mức (khi đó là ${lower(roleName(flip.role).vi)})`,
      }
    }),
    '; ',
  )
  const unknown = result.swings.filter(({ level, atLow, atHigh }) => isMissing(level) && atLow !== atHigh)
  const open = joined(
    unknown.map(({ title }) => ({ en: shortOf(title.en), vi: shortOf(title.vi) })),
    ', ',
  )
  return [
    finding(
      'turning',
      'M9',
      flips.length === 0
        ? {
            en: 'No single quantity, at any level, brings another role to the top.',
            vi: 'Không một đại lượng riêng lẻ nào, ở mức nào, đưa vai trò khác lên đầu.',
          }
        : {
            en: `The smallest changes of one quantity alone that bring another role to the top: ${said.en}.`,
            vi: `Thay đổi nhỏ nhất của riêng một đại lượng đưa vai trò khác lên đầu: ${said.vi}.`,
          },
      flips.length === 0 ? restOf(result) : flips.flatMap(({ quantity }) => evidenceOf(result, quantity)),
    ),
    ...(unknown.length === 0
      ? []
      : [
          finding(
            'worth-knowing',
            'M9',
            {
              en: `Not known, and worth finding out, since it would decide what comes first: ${open.en}.`,
              vi: `Chưa biết và nên tìm hiểu vì sẽ quyết định vai trò đứng đầu: ${open.vi}.`,
            },
            groundOf(result),
          ),
        ]),
  ]
}

/** What a quantity rests on; the whole where it is the demands. */
function evidenceOf(result: Result, quantity: string): readonly Pointer[] {
  const all = [
    ...result.standings.map(({ standing: one }) => one),
    ...result.stakes,
    ...result.ripeness,
    ...result.gaps.map(({ held }) => held),
  ]
  return all.find(({ id }) => id === quantity)?.evidence ?? restOf(result)
}

function shortOf(title: string): string {
  return title.split(':')[0] ?? title
}

function elsewhere({ otherSetting, recommended: here, principles }: Result): Finding {
  const where = words[otherSetting.setting]
  const [there, same] = [roleName(otherSetting.role), otherSetting.role === here]
  return finding(
    'setting',
    'M6',
    same
      ? {
          en: `Acting ${where.en} instead, the same role comes first.`,
          vi: `Nếu hành động ${where.vi}, vai trò đứng đầu vẫn như vậy.`,
        }
      : {
          en: `Acting ${where.en} instead, ${lower(there.en)} comes first.`,
          vi: `Nếu hành động ${where.vi}, vai trò đứng đầu là ${lower(there.vi)}.`,
        },
    principles.flatMap(({ evidence }) => evidence),
  )
}

function standing(result: Result): readonly Finding[] {
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

function stakes({ stakes: all, exposure }: Result): readonly Finding[] {
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

function ripe(result: Result): Finding {
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

function competition({ others }: Result): readonly Finding[] {
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
