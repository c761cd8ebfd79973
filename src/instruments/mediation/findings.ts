import { type Finding, finding } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { comparableFindings } from './comparable-cases.ts'
import type { Pointer, Result, RoleLine } from './model.ts'
import { stepsFinding } from './plan-findings.ts'
import {
  competitionFindings,
  groundOf,
  ripenessFinding,
  stakesFindings,
  standingFindings,
} from './situation-findings.ts'
import { words } from './words.data.ts'
import { joined, lower, percent, roleName } from './words.ts'

/** What role, why no other, what would change it, and what is lacking. */
export function findings(result: Result): readonly Finding[] {
  return [
    ...result.warnings.map((said, at) => finding(`warning-${at + 1}`, 'M9', said, groundOf(result))),
    recommended(result),
    ...(result.isParty
      ? []
      : [...remaining(result), ruledOut(result), ...turning(result), elsewhere(result)]),
    ...(result.isParty ? [] : standingFindings(result)),
    ...(result.isParty ? [] : [...stakesFindings(result), ripenessFinding(result)]),
    ...competitionFindings(result),
    ...comparableFindings(result),
    ...(result.isParty ? [] : stepsFinding(result)),
  ]
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
  if (top.status === 'unknown')
    return finding(
      'role',
      'M9',
      {
        en: `As of ${result.asOf} (${stage.en}), acting ${where.en}, too little is known of ${who.en} to recommend a role: none is open in all that it asks. Least speaks against ${lower(top.title.en)}.`,
        vi: `Tính đến ${result.asOf} (${stage.vi}), hành động ${where.vi}, còn biết quá ít về ${who.vi} để khuyến nghị vai trò: không vai trò nào có đủ thông tin. Ít điều phản đối nhất là ${lower(top.title.vi)}.`,
      },
      restOf(result),
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
      orGround(
        result,
        rest.flatMap(({ reasons }) => reasons.flatMap(({ evidence }) => evidence)),
      ),
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
    orGround(
      result,
      out.flatMap(({ reasons }) =>
        reasons.filter(({ effect }) => effect === 'rules-out').flatMap(({ evidence }) => evidence),
      ),
    ),
  )
}

/** What a finding rests on, or the dispute where that is nothing but what is not known. */
function orGround(result: Result, evidence: readonly Pointer[]): readonly Pointer[] {
  return evidence.length === 0 ? groundOf(result) : evidence
}

function turning(result: Result): readonly Finding[] {
  const flips = result.swings
    .flatMap((one) => (isMissing(one.flip) ? [] : [{ ...one, flip: one.flip }]))
    .toSorted((a, b) => Math.abs(a.flip.by) - Math.abs(b.flip.by))
    .slice(0, 3)
  const said = joined(
    flips.map(({ quantity, title, flip }) => {
      const { en, vi } = callOf(quantity, title)
      const by = (language: 'en' | 'vi') => `${flip.by > 0 ? '+' : '−'}${number(Math.abs(flip.by), language)}`
      return {
        en: `${en} by ${by('en')} levels (then ${lower(roleName(flip.role).en)})`,
        vi: `${vi} ${by('vi')} mức (khi đó là ${lower(roleName(flip.role).vi)})`,
      }
    }),
    '; ',
  )
  const turns = flips.flatMap(({ quantity }) => evidenceOf(result, quantity))
  const unknown = result.swings.filter(({ level, atLow, atHigh }) => isMissing(level) && atLow !== atHigh)
  const open = joined(
    unknown.map(({ quantity, title }) => callOf(quantity, title)),
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
      turns.length === 0 ? restOf(result) : turns,
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

/** What a quantity rests on; the demands of the roles rest on no record. */
function evidenceOf(result: Result, quantity: string): readonly Pointer[] {
  const all = [
    ...result.standings.map(({ standing: one }) => one),
    ...result.stakes,
    ...result.ripeness,
    ...result.gaps.map(({ held }) => held),
  ]
  return all.find(({ id }) => id === quantity)?.evidence ?? []
}

/** What a quantity is called in a sentence: a party alone would not say that its trust is meant. */
function callOf(quantity: string, title: Bilingual): Bilingual {
  return quantity.startsWith('standing/')
    ? { en: `standing with ${title.en}`, vi: `uy tín với ${title.vi}` }
    : { en: shortOf(title.en), vi: shortOf(title.vi) }
}

function shortOf(title: string): string {
  return title.split(':')[0] ?? title
}

function elsewhere(result: Result): Finding {
  const { otherSetting, recommended: here } = result
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
    orGround(
      result,
      result.principles.flatMap(({ evidence }) => evidence),
    ),
  )
}
