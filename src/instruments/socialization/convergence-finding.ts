import { type Estimate, type Finding, finding } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { number, percent } from './finding-words.ts'
import type { ConvergenceReading, Result } from './model.ts'

const usual = 0.1 // a share of placebos at which one speaks of more than chance
const leastShare = 0.01 // shares of the mixture below this are left to the table
const nearlyAll = 0.9

/** Whether the actor came closer to the group after joining, and more than comparable states (S19). */
export function converged({ convergence }: Result): readonly Finding[] {
  return convergence.flatMap((one, at) =>
    [effect(one), followed(one), interrupted(one), turn(one)].map((found) =>
      at === 0 ? found : { ...found, id: `${found.id}-${at + 1}` },
    ),
  )
}

function effect(one: ConvergenceReading): Finding {
  const { value, interval } = one.effect
  const beyond = one.p <= usual
  const range = (language: 'en' | 'vi') => {
    const level = percent(one.level)
    if (interval === null) return noInterval(one)[language]
    const [low, high] = interval.map((bound) => number(bound, language))
    return `${level}: ${low} … ${high}`
  }
  const asFar = Math.round(one.p * (one.placebos + 1)) - 1
  return finding(
    'convergence',
    'S19',
    {
      en: `After joining in ${one.joined}, the actor voted ${number(Math.abs(value))} ${value < 0 ? 'farther from' : 'closer to'} the group than a mixture of comparable states that did not join (${range('en')}). Of ${one.placebos} placebos ${asFar} grew at least as far apart from their own mixtures (p = ${number(one.p)}): ${
        beyond ? 'more than chance' : 'no more than chance would show'
      }.`,
      vi: `Sau khi gia nhập năm ${one.joined}, chủ thể bỏ phiếu ${value < 0 ? 'xa nhóm hơn' : 'gần nhóm hơn'} ${number(Math.abs(value), 'vi')} so với tổ hợp các nước tương đồng không gia nhập (${range('vi')}). ${asFar}/${one.placebos} phép thử giả dược cũng cách xa tổ hợp của mình ít nhất như vậy (p = ${number(one.p, 'vi')}): ${
        beyond ? 'vượt mức ngẫu nhiên' : 'không vượt mức ngẫu nhiên'
      }.`,
    },
    one.evidence,
    one.effect,
  )
}

/** Why the placebo test leaves no interval. */
function noInterval({ level, before }: ConvergenceReading) {
  if (level === 1)
    return { en: 'no interval with so few donors', vi: 'không có khoảng với số nước so sánh này' }
  return before === 0
    ? { en: 'no interval: it was followed exactly before', vi: 'không có khoảng: trước đó khớp hoàn toàn' }
    : {
        en: 'no interval: the placebos exclude every constant effect',
        vi: 'không có khoảng: phép thử giả dược loại mọi mức thay đổi không đổi',
      }
}

/** How closely the mixture followed the actor before, and of whom it is made: on this the comparison stands. */
function followed(one: ConvergenceReading): Finding {
  const closer = one.gaps.slice(1).filter(({ before }) => before > one.before).length
  const parts = one.weights
    .filter(({ weight }) => weight >= leastShare)
    .toSorted((a, b) => b.weight - a.weight || (a.state < b.state ? -1 : 1))
  const made = (language: 'en' | 'vi') =>
    parts.map(({ state, weight }) => `${state} ${number(weight, language)}`).join(', ')
  const alone = (parts[0]?.weight ?? 0) >= nearlyAll
  const poor = 2 * closer < one.placebos
  const left = (language: 'en' | 'vi') => {
    if (isMissing(one.without)) return ''
    const { state } = one.without
    const [effect, before, p] = [one.without.effect, one.without.before, one.without.p].map((value) =>
      number(value, language),
    )
    return language === 'en'
      ? ` Without ${state} the gap afterwards is ${effect} and the miss before ${before} (p = ${p}).`
      : ` Nếu bỏ ${state}, khoảng cách về sau là ${effect} và độ lệch trước đó là ${before} (p = ${p}).`
  }
  return finding(
    'convergence-fit',
    'S19',
    {
      en: `Before joining, the mixture (${made('en')}) missed the actor by ${number(one.before)} (root mean square); it missed ${closer} of ${one.placebos} placebos by more.${
        alone ? ' One state makes up the mixture, and the comparison is with that state.' : ''
      }${poor ? ' The actor is followed worse than most: the gap afterwards says little.' : ''}${left('en')}`,
      vi: `Trước khi gia nhập, tổ hợp (${made('vi')}) lệch so với chủ thể ${number(one.before, 'vi')} (căn trung bình bình phương); với ${closer}/${one.placebos} phép thử giả dược, độ lệch lớn hơn.${
        alone ? ' Tổ hợp chỉ gồm một nước, nên thực chất là so sánh với nước đó.' : ''
      }${poor ? ' Độ khớp kém hơn phần lớn các nước khác: khoảng cách về sau ít có ý nghĩa.' : ''}${left('vi')}`,
    },
    one.evidence,
  )
}

/** The second design: the actor less the mean of the donors, broken at joining. */
function interrupted(one: ConvergenceReading): Finding {
  const said = ({ value, interval }: Estimate, language: 'en' | 'vi') => {
    const [low, high] = interval ?? [value, value]
    return `${number(value, language)} (95 %: ${number(low, language)} … ${number(high, language)})`
  }
  return finding(
    'convergence-series',
    'S19',
    {
      en: `Against the mean of those states, the similarity jumps at joining by ${said(one.step, 'en')}, and its yearly change differs afterwards by ${said(one.bend, 'en')}.`,
      vi: `So với trung bình các nước đó, độ tương đồng thay đổi ngay khi gia nhập ${said(one.step, 'vi')}, và mức thay đổi hằng năm về sau chênh ${said(one.bend, 'vi')}.`,
    },
    one.evidence,
    one.step,
  )
}

function turn(one: ConvergenceReading): Finding {
  const { year, change } = one.turn
  const apart = year - one.joined
  const years = Math.abs(apart) === 1 ? 'one year' : `${Math.abs(apart)} years`
  const when = {
    en: apart < 0 ? `${years} before joining` : apart > 0 ? `${years} after joining` : 'the year of joining',
    vi:
      apart < 0
        ? `${-apart} năm trước khi gia nhập`
        : apart > 0
          ? `${apart} năm sau khi gia nhập`
          : 'đúng năm gia nhập',
  }
  return finding(
    'convergence-turn',
    'S19',
    {
      en: `The largest change from one year to the next, ${number(change)}, falls in ${year}, ${when.en}.`,
      vi: `Thay đổi lớn nhất giữa hai năm liền nhau, ${number(change, 'vi')}, rơi vào năm ${year}, ${when.vi}.`,
    },
    one.evidence,
  )
}
