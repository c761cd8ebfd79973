import type { Forecast } from '#domain/forecast'
import type { Question } from '#domain/question'
import { useWords } from '../language.ts'
import { quantileAt } from './history.ts'

const day = 86_400_000

/** How questions, answers and times are written in the language of the page. */
export function useQuestionWords() {
  const { t, language } = useWords()
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  const titled = (one: { title: string; titleVi?: string | undefined }) =>
    (language === 'vi' ? one.titleVi : undefined) ?? one.title
  const percent = (share: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
  const date = (days: number) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(days * day)
  /** in the zone of the reader, which is named */
  const instant = (at: string) =>
    new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(Date.parse(at))
  const quantity = (question: Question, value: number) =>
    question.kind === 'date'
      ? date(value)
      : `${number(value)}${question.unit === undefined ? '' : ` ${question.unit}`}`
  return {
    t,
    language,
    titled,
    percent,
    number,
    date,
    instant,
    quantity,
    /** as it was stated, with the zone it was stated in */
    stated: (at: string) =>
      at
        .replace('T', ' ')
        .replace(/(\d\d:\d\d):\d\d(\.\d+)?/, '$1 ')
        .replace(' Z', ' UTC'),
    outcome: (question: Question, outcome: string | number): string => {
      if (question.kind === 'binary') return t(`questions.${outcome === 'yes' ? 'yes' : 'no'}`)
      if (question.kind === 'numeric') return quantity(question, Number(outcome))
      const option = question.options?.find(({ id }) => id === outcome)
      return option === undefined ? String(outcome) : titled(option)
    },
    /** a forecast in a few words: 30 %, or the likeliest option, or the middle with its 90 % interval */
    belief: (question: Question, { probability, probabilities, quantiles, withdrawn }: Forecast): string => {
      if (withdrawn === true) return t('questions.withdrawn')
      if (probability !== undefined) return percent(probability)
      if (probabilities !== undefined) {
        const most = probabilities.indexOf(Math.max(...probabilities))
        const option = question.options?.[most]
        return `${option === undefined ? most + 1 : titled(option)} ${percent(probabilities[most] ?? 0)}`
      }
      const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => quantileAt(quantiles ?? [], share))
      if (low === undefined || middle === undefined || high === undefined) return ''
      return `${quantity(question, middle)} (${[low, high].map((end) => (question.kind === 'date' ? date(end) : number(end))).join(' – ')})`
    },
  }
}
