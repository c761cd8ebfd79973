import type { Finding } from '#domain/finding'
import { finding, number, percent } from './finding-words.ts'
import type { ConvergenceReading, Result } from './model.ts'

const usual = 0.1 // a share of placebos at which one speaks of more than chance

/** Whether the actor came closer to the group after joining, and more than comparable states (S19). */
export function converged({ convergence }: Result): readonly Finding[] {
  return convergence.flatMap((one) => [effect(one), turn(one)])
}

function effect(one: ConvergenceReading): Finding {
  const { value, interval } = one.effect
  const beyond = one.p <= usual
  const range = (language: 'en' | 'vi') => {
    const level = percent(one.level)
    if (interval === null)
      return language === 'en' ? 'no interval with so few donors' : 'không có khoảng với số nước so sánh này'
    const [low, high] = interval.map((bound) => number(bound, language))
    return `${level}: ${low} … ${high}`
  }
  const share = (language: 'en' | 'vi') => `p = ${number(one.p, language)}, ${one.placebos}`
  return finding(
    'convergence',
    'S19',
    {
      en: `After joining in ${one.joined}, the actor voted ${number(Math.abs(value))} ${value < 0 ? 'farther from' : 'closer to'} the group than a mixture of comparable states that did not join (${range('en')}). ${
        beyond
          ? `Few of them grew as far apart from their own mixtures (${share('en')} placebos): more than chance.`
          : `As many of them grew as far apart from their own mixtures (${share('en')} placebos): no more than chance would show.`
      }`,
      vi: `Sau khi gia nhập năm ${one.joined}, chủ thể bỏ phiếu ${value < 0 ? 'xa nhóm hơn' : 'gần nhóm hơn'} ${number(Math.abs(value), 'vi')} so với tổ hợp các nước tương đồng không gia nhập (${range('vi')}). ${
        beyond
          ? `Ít nước trong số đó cách xa tổ hợp của mình đến vậy (${share('vi')} phép thử giả dược): vượt mức ngẫu nhiên.`
          : `Nhiều nước trong số đó cũng cách xa tổ hợp của mình đến vậy (${share('vi')} phép thử giả dược): không vượt mức ngẫu nhiên.`
      }`,
    },
    one.evidence,
    one.effect,
  )
}

function turn(one: ConvergenceReading): Finding {
  const { year, change } = one.turn
  const apart = year - one.joined
  const when = {
    en:
      apart < 0
        ? `${-apart} years before joining`
        : apart > 0
          ? `${apart} years after joining`
          : 'the year of joining',
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
