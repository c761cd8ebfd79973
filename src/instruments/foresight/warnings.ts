import type { Bilingual } from '#domain/instrument'
import type { Timeline } from './standing.ts'

/** What is not scored, and how little there is, told before a number is believed. */
export function warningsOf(timelines: readonly Timeline[]): readonly Bilingual[] {
  const said: Bilingual[] = []
  if (timelines.length === 0) return [{ en: 'No question is recorded.', vi: 'Chưa ghi nhận câu hỏi nào.' }]
  const resolved = timelines.filter(({ state }) => state === 'resolved')
  const sum = (of: (one: Timeline) => number) => timelines.reduce((total, one) => total + of(one), 0)
  const [late, unfit] = [sum((one) => one.late), sum((one) => one.unfit)]
  const made = timelines.filter(({ question }) => question.illustrative === true).length
  if (made > 0)
    said.push({
      en: `${made} of ${timelines.length} questions are illustrative: what is told of them shows the method, not the forecasters.`,
      vi: `${made} trên ${timelines.length} câu hỏi chỉ để minh họa: kết quả cho thấy phương pháp, không nói về người dự báo.`,
    })
  if (resolved.length < 20)
    said.push({
      en: `Resolved questions: ${resolved.length}. Scores of so few say little, and the intervals are told so that nobody ranks people by them.`,
      vi: `Mới có ${resolved.length} câu hỏi đã có kết quả: điểm số từ ít câu như vậy nói được rất ít; các khoảng được nêu để không ai xếp hạng con người theo chúng.`,
    })
  if (late > 0)
    said.push({
      en: `Forecasts that came after the close or after the answer was known, and are not scored: ${late}.`,
      vi: `${late} dự báo được đưa ra sau khi đóng hoặc sau khi đã biết kết quả nên không được chấm điểm.`,
    })
  if (unfit > 0)
    said.push({
      en: `Forecasts that do not fit their question (another kind, or another number of options), and are left out: ${unfit}.`,
      vi: `${unfit} dự báo không khớp với câu hỏi (khác loại hoặc khác số phương án) nên bị bỏ ra.`,
    })
  for (const [state, en, vi] of [
    ['annulled', 'Annulled, and not scored', 'Đã hủy nên không chấm điểm'],
    [
      'reopened',
      'Reopened, and not scored until resolved again',
      'Đã mở lại, chờ có kết quả mới để chấm điểm',
    ],
  ] as const) {
    const its = timelines.filter((one) => one.state === state).map(({ question }) => question)
    if (its.length > 0)
      said.push({
        en: `${en}: ${its.map(({ title }) => title).join('; ')}`,
        vi: `${vi}: ${its.map(({ title, titleVi }) => titleVi ?? title).join('; ')}`,
      })
  }
  const unreadable = resolved.filter(({ stands }) => stands.some(({ loss }) => loss === null))
  if (unreadable.length > 0)
    said.push({
      en: `The outcome of ${unreadable.map(({ question }) => question.id).join(', ')} does not fit the question, and is not scored.`,
      vi: `Kết quả của ${unreadable.map(({ question }) => question.id).join(', ')} không khớp với câu hỏi nên không được chấm điểm.`,
    })
  return said
}
