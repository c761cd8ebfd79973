import { activityKinds } from '#domain/activity-kinds.data'
import type { Language } from '#domain/exhibit'
import { type Estimate, type Finding, finding } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { becauseIn, isMissing, type Missing } from '#domain/missing'
import { number } from '#domain/number'
import { isUneven } from './coverage.ts'
import { stateIn } from './heat.ts'
import type { Pointer, Result } from './model.ts'
import { policyFindings } from './policy-words.ts'
import { noSetting } from './settings.ts'
import { evidenceAt, mostPointers, namer, yearsIn } from './table.ts'
import { words } from './words.data.ts'

/** With whom, how evenly, with which major powers, how dependent, and what is not known. */
export function findings(result: Result): readonly Finding[] {
  if (result.ledger.length === 0) return [...policyFindings(result), ...warnings(result)]
  return [
    overview(result),
    ...diversified(result),
    ...trend(result),
    ...withoutLargest(result),
    balance(result),
    classes(result),
    ...suppliers(result),
    ...settings(result),
    ...amounts(result),
    ...ageing(result),
    ...policyFindings(result),
    ...warnings(result),
  ]
}

function overview(result: Result): Finding {
  const { ledger, partners, from, to } = result
  const multilateral = ledger.filter((one) => one.multilateral).length
  const years = yearsIn(from, to)
  const most = (language: Language) =>
    result.without
      .slice(0, 3)
      .map(({ partner }) => namer(result, language)(partner))
      .join(', ')
  return finding(
    'overview',
    'V2',
    {
      en: `${result.title}, ${years}: ${ledger.length} activities with ${partners.length} partners are recorded, ${multilateral} of them multilateral. Most are with ${most('en') || 'nobody alone'}.`,
      vi: `${result.titleVi}, ${years}: ghi nhận ${ledger.length} hoạt động với ${partners.length} đối tác, trong đó ${multilateral} hoạt động đa phương. Nhiều nhất là với ${most('vi') || 'không riêng đối tác nào'}.`,
    },
    ground(result),
  )
}

function diversified(result: Result): readonly Finding[] {
  const all = result.diversity.find(({ of }) => of === 'all')
  if (all === undefined || isMissing(all.effective) || isMissing(all.hhi)) return []
  const largest = (language: Language) => namer(result, language)(all.largest)
  return [
    finding(
      'diversification',
      'V3',
      {
        en: `Cooperation is spread as over ${told(all.effective, 'en', 1)} equal partners (of ${all.partners}); HHI ${told(all.hhi, 'en')} of 1. The largest, ${largest('en')}, has a share of ${told(all.largestShare, 'en')}.`,
        vi: `Hợp tác được phân bổ như giữa ${told(all.effective, 'vi', 1)} đối tác ngang nhau (trong ${all.partners}); HHI ${told(all.hhi, 'vi')} trên 1. Đối tác lớn nhất, ${largest('vi')}, chiếm tỷ trọng ${told(all.largestShare, 'vi')}.`,
      },
      ground(result),
      all.effective,
    ),
  ]
}

function trend(result: Result): readonly Finding[] {
  const known = result.trend.filter(
    ({ effective, to, from }) => !isMissing(effective) && to - from + 1 >= result.window,
  )
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  if (isMissing(first.effective) || isMissing(last.effective)) return []
  const chance = againstChance(first.effective, last.effective)
  const uneven = isUneven(result.coverage)
    ? {
        en: ' The sources do not list the same years in full: part of the difference may be theirs.',
        vi: ' Các nguồn không liệt kê đủ cùng những năm: một phần khác biệt có thể do nguồn.',
      }
    : { en: '', vi: '' }
  return [
    finding(
      'trend',
      'V3',
      {
        en: `Effective partners were ${told(first.effective, 'en', 1)} in ${yearsIn(first.from, first.to)} and ${told(last.effective, 'en', 1)} in ${yearsIn(last.from, last.to)}. ${chance.en} Years with few records look concentrated.${uneven.en}`,
        vi: `Số đối tác hiệu dụng là ${told(first.effective, 'vi', 1)} trong ${yearsIn(first.from, first.to)} và ${told(last.effective, 'vi', 1)} trong ${yearsIn(last.from, last.to)}. ${chance.vi} Các năm ít bản ghi trông có vẻ tập trung hơn.${uneven.vi}`,
      },
      ground(result),
      last.effective,
    ),
  ]
}

function againstChance(a: Estimate, b: Estimate): Bilingual {
  if (a.interval === null || b.interval === null)
    return {
      en: 'Too few are recorded to tell whether that is more than chance.',
      vi: 'Số bản ghi quá ít để biết khác biệt có vượt mức ngẫu nhiên hay không.',
    }
  return a.interval[1] < b.interval[0] || b.interval[1] < a.interval[0]
    ? { en: 'The intervals do not overlap.', vi: 'Hai khoảng tin cậy không chồng nhau.' }
    : {
        en: 'The intervals overlap: that may be chance.',
        vi: 'Hai khoảng tin cậy chồng nhau: có thể chỉ là ngẫu nhiên.',
      }
}

function withoutLargest(result: Result): readonly Finding[] {
  const [first] = result.without
  const all = result.diversity.find(({ of }) => of === 'all')
  if (first === undefined || all === undefined || isMissing(all.effective)) return []
  const now = all.effective.value
  const lost = (language: Language) =>
    first.kindsLost.map((kind) => activityKinds[kind].title[language].toLowerCase()).join(', ')
  const name = (language: Language) => namer(result, language)(first.partner)
  const left = (language: Language) =>
    isMissing(first.effective) ? becauseIn(first.effective, language) : number(first.effective, language, 1)
  return [
    finding(
      'without-largest',
      'V3',
      {
        en: `Without ${name('en')} (a share of ${number(first.share, 'en')}) effective partners would be ${left('en')} instead of ${number(now, 'en', 1)}.${lost('en') === '' ? '' : ` With nobody else are recorded: ${lost('en')}.`}`,
        vi: `Nếu thiếu ${name('vi')} (tỷ trọng ${number(first.share, 'vi')}), số đối tác hiệu dụng sẽ là ${left('vi')} thay vì ${number(now, 'vi', 1)}.${lost('vi') === '' ? '' : ` Chỉ có với đối tác này: ${lost('vi')}.`}`,
      },
      evidenceAt(result, result.partners.find(({ id }) => id === first.partner)?.entries ?? []),
    ),
  ]
}

function balance(result: Result): Finding {
  const { lines, powers, evenness, effective } = result.balance
  const list = (language: Language) => powers.map((id) => nameOf(result, id, language)).join(', ')
  const counts = (language: Language) =>
    lines
      .map(({ partner, count }) => `${nameOf(result, partner, language)} ${whole(count, language)}`)
      .join(', ')
  const said: Bilingual = isMissing(effective)
    ? {
        en: `Major powers, as counted here (${list('en')}): ${told(effective, 'en')}.`,
        vi: `Các cường quốc được tính ở đây (${list('vi')}): ${told(effective, 'vi')}.`,
      }
    : {
        en: `Among the major powers counted here (${list('en')}), activities are: ${counts('en')}. That is as ${told(effective, 'en', 1)} equal powers of ${powers.length}; evenness ${told(evenness, 'en')} of 1.`,
        vi: `Giữa các cường quốc được tính ở đây (${list('vi')}), số hoạt động là: ${counts('vi')}. Tương đương ${told(effective, 'vi', 1)} nước ngang nhau trong ${powers.length}; mức cân bằng ${told(evenness, 'vi')} trên 1.`,
      }
  const entries = result.partners.filter(({ major }) => major).flatMap((one) => one.entries)
  return finding(
    'balance',
    'V4',
    said,
    entries.length > 0 ? evidenceAt(result, entries) : ground(result),
    evenness,
  )
}

function classes(result: Result): Finding {
  const { cooperative, coercive, coerciveShare } = result.classes
  return finding(
    'classes',
    'V5',
    {
      en: `By their kinds ${cooperative} activities are cooperative and ${coercive} coercive; share of coercive ${told(coerciveShare, 'en')}.`,
      vi: `Theo loại, có ${cooperative} hoạt động hợp tác và ${coercive} hoạt động cưỡng ép; tỷ trọng cưỡng ép ${told(coerciveShare, 'vi')}.`,
    },
    ground(result),
    coerciveShare,
  )
}

function suppliers(result: Result): readonly Finding[] {
  return result.suppliers.map((part) => {
    const { largest, largestShare, effective } = part.whole
    const [first] = part.without
    const left = (language: Language) =>
      first === undefined || isMissing(first.effective)
        ? words.no[language]
        : number(first.effective, language, 1)
    const by = (language: Language) => words[part.by][language]
    const name = (language: Language) => namer(result, language)(largest)
    return finding(
      `suppliers-${part.by}`,
      'V6',
      {
        en: `Equipment (${by('en')}): ${name('en')} has a share of ${told(largestShare, 'en')}; as ${told(effective, 'en', 1)} equal suppliers of ${part.whole.partners}. Without it: ${left('en')} effective suppliers.`,
        vi: `Trang bị (${by('vi')}): ${name('vi')} chiếm tỷ trọng ${told(largestShare, 'vi')}; tương đương ${told(effective, 'vi', 1)} nguồn cung ngang nhau trong ${part.whole.partners}. Nếu thiếu nước này: ${left('vi')} nguồn cung hiệu dụng.`,
      },
      evidenceAt(
        result,
        part.suppliers.flatMap(({ entries }) => entries),
      ),
      effective,
    )
  })
}

function settings(result: Result): readonly Finding[] {
  const first = result.settings.find(({ id }) => id !== noSetting) ?? result.settings[0]
  if (first === undefined) return []
  const count = result.settings.reduce((sum, one) => sum + one.activities, 0)
  return [
    finding(
      'settings',
      'V8',
      {
        en: `Activities in multilateral settings: ${count}, in ${result.settings.length} settings; ${first.title}: ${first.activities}.`,
        vi: `Hoạt động trong các khuôn khổ đa phương: ${count}, thuộc ${result.settings.length} khuôn khổ; ${first.titleVi}: ${first.activities}.`,
      },
      evidenceAt(
        result,
        result.settings.flatMap(({ entries }) => entries),
      ),
    ),
  ]
}

function amounts(result: Result): readonly Finding[] {
  const undated = result.amounts.filter(({ priceYear }) => isMissing(priceYear))
  if (undated.length === 0) return []
  return [
    finding(
      'amounts',
      'V1',
      {
        en: `${undated.length} of ${result.amounts.length} amounts are told without a year of prices: they stand as told, and are neither added nor deflated.`,
        vi: `${undated.length} trên ${result.amounts.length} số tiền không nêu năm giá: giữ nguyên như nguồn nêu, không cộng và không quy đổi.`,
      },
      evidenceAt(
        result,
        undated.map(({ entry }) => entry),
      ),
    ),
  ]
}

function ageing(result: Result): readonly Finding[] {
  const old = result.partners.filter((one) => one.ageing)
  if (old.length === 0) return []
  const list = (language: Language) =>
    old
      .slice(0, 8)
      .map(({ id, lastYear }) => `${namer(result, language)(id)} (${lastYear})`)
      .join(', ')
  return [
    finding(
      'ageing',
      'V2',
      {
        en: `No activity is recorded for ${result.stale} years or more, up to ${result.to}, with ${old.length} partners: ${list('en')}${old.length > 8 ? ' and others' : ''}.`,
        vi: `Từ ${result.stale} năm trở lên, tính đến ${result.to}, không ghi nhận hoạt động nào với ${old.length} đối tác: ${list('vi')}${old.length > 8 ? ' và các đối tác khác' : ''}.`,
      },
      evidenceAt(
        result,
        old.flatMap(({ entries }) => entries),
      ),
    ),
  ]
}

function warnings(result: Result): readonly Finding[] {
  return result.warnings.map((said, at) => finding(`warning-${at + 1}`, 'V10', said, ground(result)))
}

function ground(result: Result): readonly Pointer[] {
  return result.ledger.flatMap(({ evidence }) => evidence).slice(0, mostPointers)
}

function nameOf(result: Result, id: string, language: Language): string {
  const known = namer(result, language)(id)
  return known === id ? stateIn(id, language) : known
}

function whole(count: number, language: Language): string {
  return Number.isInteger(count) ? String(count) : number(count, language)
}

function told(value: Estimate | Missing, language: Language, digits = 2): string {
  if (isMissing(value)) return becauseIn(value, language)
  const range = value.interval?.map((end) => number(end, language, digits)).join(' – ')
  return `${number(value.value, language, digits)}${range === undefined ? '' : ` (${range})`}`
}
