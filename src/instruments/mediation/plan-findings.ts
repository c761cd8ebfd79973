import { type Finding, finding } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import type { Result } from './model.ts'
import { groundOf } from './situation-findings.ts'
import { joined, roleName, told } from './words.ts'

/** What is lacking for the role worked towards, and what the plan comes to. */
export function stepsFinding(result: Result): readonly Finding[] {
  return [...gaps(result), ...budget(result)]
}

function gaps(result: Result): readonly Finding[] {
  const target = result.aim ?? result.recommended
  if (target === null) return []
  const open = result.gaps.flatMap((one) =>
    isMissing(one.gapForAim) || one.gapForAim === 0 ? [] : [{ ...one, levels: one.gapForAim }],
  )
  const unknown = result.gaps.filter((one) => one.neededForAim > 0 && isMissing(one.gapForAim))
  const role = roleName(target)
  const short = (text: string) => text.split(':')[0] ?? text
  const said = joined(
    open
      .toSorted((a, b) => b.levels - a.levels)
      .map(({ title, levels }) => ({
        en: `${short(title.en)} ${number(levels, 'en', 1)}`,
        vi: `${short(title.vi)} ${number(levels, 'vi', 1)}`,
      })),
    ', ',
  )
  const others = joined(
    unknown.map(({ title }) => ({ en: short(title.en), vi: short(title.vi) })),
    ', ',
  )
  const more =
    unknown.length === 0
      ? { en: '', vi: '' }
      : { en: ` Not recorded: ${others.en}.`, vi: ` Chưa ghi nhận: ${others.vi}.` }
  return [
    finding(
      'gaps',
      'M3',
      open.length === 0
        ? {
            en: `For ${role.en.toLowerCase()} no capability that is known falls short.${more.en}`,
            vi: `Với vai trò ${role.vi.toLowerCase()}, không năng lực đã biết nào còn thiếu.${more.vi}`,
          }
        : {
            en: `Levels of capability that are lacking for ${role.en.toLowerCase()}: ${said.en}.${more.en}`,
            vi: `Số mức năng lực còn thiếu cho vai trò ${role.vi.toLowerCase()}: ${said.vi}.${more.vi}`,
          },
      open.length === 0 ? groundOf(result) : open.flatMap(({ held }) => held.evidence),
    ),
  ]
}

function budget(result: Result): readonly Finding[] {
  if (result.steps.length === 0) return []
  const { cost, available, after } = result.budget
  const role = roleName(after)
  const against = isMissing(available)
    ? { en: told(available, 'en'), vi: told(available, 'vi') }
    : {
        en: `there are ${number(available, 'en', 1)} million`,
        vi: `hiện có ${number(available, 'vi', 1)} triệu`,
      }
  return [
    finding(
      'plan',
      'M11',
      {
        en: `The plan has ${result.steps.length} steps and costs, in millions of US dollars, ${told(cost, 'en')}; ${against.en}. Once they are done, ${role.en.toLowerCase()} comes first.`,
        vi: `Kế hoạch có ${result.steps.length} bước, chi phí (triệu đô la Mỹ) ${told(cost, 'vi')}; ${against.vi}. Khi hoàn thành, vai trò đứng đầu là ${role.vi.toLowerCase()}.`,
      },
      result.steps.flatMap(({ evidence }) => evidence),
      cost,
    ),
  ]
}
