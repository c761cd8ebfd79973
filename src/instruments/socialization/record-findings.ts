import { type Finding, finding } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { number } from './finding-words.ts'
import type { Result } from './model.ts'
import { stanceWords } from './wording.data.ts'

/** Where the largest move falls (S2). */
export function moment({ criticalMoment: step }: Result): readonly Finding[] {
  if (isMissing(step) || isMissing(step.before) || isMissing(step.after)) return []
  const move = (language: 'en' | 'vi') =>
    [step.before, step.after].map((p) =>
      isMissing(p) ? '' : (stanceWords[p.stance]?.[language] ?? p.stance),
    )
  const [from, to] = move('en')
  const [fromVi, toVi] = move('vi')
  return [
    finding(
      'moment',
      'S2',
      {
        en: `The largest move recorded falls at “${step.title}” (${step.date}): from ${from} to ${to}.`,
        vi: `Bước chuyển lớn nhất được ghi nhận là tại “${step.title}” (${step.date}): từ ${fromVi} sang ${toVi}.`,
      },
      step.evidence,
    ),
  ]
}

/** Where the actor stood in the minority (S3). */
export function minority({ camps, case: frame, names }: Result): readonly Finding[] {
  const alone = camps.filter((c) => c.subjectInMinority === true)
  if (alone.length === 0) return []
  const actor = names[frame.actor] ?? frame.actor
  const where = alone.map((c) => `${c.issue} (${c.date}; ${c.classifier})`).join('; ')
  return [
    finding(
      'minority',
      'S3',
      {
        en: `${actor} stood in the minority in ${alone.length} of ${camps.length} readings of the camps: ${where}.`,
        vi: `${actor} ở phe thiểu số trong ${alone.length}/${camps.length} lần phân phe: ${where}.`,
      },
      alone.flatMap((c) => c.evidence),
    ),
  ]
}

/** Who of its reference group moved surely before it (S3). */
export function movers({ movers: all, case: frame, names }: Result): readonly Finding[] {
  const earlier = all.filter((m) => m.relation === 'before')
  if (earlier.length === 0) return []
  const actor = names[frame.actor] ?? frame.actor
  const who = earlier
    .map((m) => {
      const days = isMissing(m.leadDays) ? '' : ` (${m.leadDays[0]}–${m.leadDays[1]} days)`
      return `${m.name}${days}`
    })
    .join(', ')
  return [
    finding(
      'movers',
      'S3',
      {
        en: `Of those it watched, these moved surely before ${actor}: ${who}.`,
        vi: `Trong nhóm được theo dõi, những bên sau chắc chắn chuyển trước ${actor}: ${who.replaceAll('days', 'ngày')}.`,
      },
      earlier.flatMap((m) => m.evidence),
    ),
  ]
}

/** Hedges that disappear (S4). */
export function hedges({ markers }: Result): readonly Finding[] {
  return markers
    .filter((m) => m.gone.length > 0 && !isMissing(m.lastUse))
    .map((m) =>
      finding(
        `marker:${m.marker}`,
        'S4',
        {
          en: `“${m.phrase}” (${m.role}) is last recorded in ${String(m.lastUse)} and gone in ${m.gone.join(', ')}.`,
          vi: `Cụm “${m.phrase}” (${m.role}) được ghi nhận lần cuối ${String(m.lastUse)} và không còn trong ${m.gone.join(', ')}.`,
        },
        m.evidence,
      ),
    )
}

/** Public words friendlier than private ones (S5). */
export function gaps({ gaps: all }: Result): readonly Finding[] {
  const wide = all.filter((g) => g.gap >= 2)
  if (wide.length === 0) return []
  return [
    finding(
      'gaps',
      'S5',
      {
        en: `${wide.length} public positions were friendlier by two rungs or more than the last private one on the same question.`,
        vi: `${wide.length} lập trường công khai cởi mở hơn từ hai bậc trở lên so với lập trường nội bộ gần nhất về cùng vấn đề.`,
      },
      wide.flatMap((g) => g.evidence),
    ),
  ]
}

/** What became of the conditions attached (S6). */
export function conditions({ conditions: all }: Result): readonly Finding[] {
  if (all.length === 0) return []
  const count = (...outcomes: string[]) => all.filter((c) => outcomes.includes(c.outcome)).length
  const [met, not, kept, unknown] = [
    count('met', 'partly-met'),
    count('not-met', 'dropped'),
    count('kept'),
    count('unknown'),
  ]
  return [
    finding(
      'conditions',
      'S6',
      {
        en: `${all.length} conditions were attached: ${met} met at least in part, ${not} not met or dropped, ${kept} still held later, ${unknown} of unknown outcome.`,
        vi: `Có ${all.length} điều kiện kèm theo: ${met} được đáp ứng ít nhất một phần, ${not} không được đáp ứng hoặc bị bỏ, ${kept} vẫn được giữ về sau, ${unknown} chưa rõ kết cục.`,
      },
      all.flatMap((c) => c.evidence),
    ),
  ]
}

/** What the design of the institution favours (S7). */
export function design({ profile }: Result): readonly Finding[] {
  const [formal, practice] = profile
  if (formal === undefined || practice === undefined) return []
  const show = (value: unknown, language: 'en' | 'vi') =>
    typeof value === 'number' ? number(value, language) : language === 'en' ? 'not coded' : 'chưa mã hóa'
  return [
    finding(
      'design',
      'S7',
      {
        en: `Share of the institution’s coded features that favour persuasion: ${show(formal.persuasion, 'en')} formally, ${show(practice.persuasion, 'en')} in practice; social influence: ${show(formal.socialInfluence, 'en')} and ${show(practice.socialInfluence, 'en')}.`,
        vi: `Tỷ lệ đặc điểm thể chế đã mã hóa thuận cho thuyết phục: ${show(formal.persuasion, 'vi')} theo quy định, ${show(practice.persuasion, 'vi')} trong thực tế; cho ảnh hưởng xã hội: ${show(formal.socialInfluence, 'vi')} và ${show(practice.socialInfluence, 'vi')}.`,
      },
      profile.flatMap((p) => p.features.flatMap((f) => f.evidence)),
    ),
  ]
}

/** What to look for next (S15). */
export function lookNext({ next }: Result): readonly Finding[] {
  const best = next[0]
  if (best === undefined) return []
  const made = best.illustrative
    ? { en: ' (illustrative likelihoods)', vi: ' (xác suất minh họa)' }
    : { en: '', vi: '' }
  return [
    finding(
      'next',
      'S15',
      {
        en: `The clue most worth looking for next: ${best.claim} Expected information ${number(best.bits)} bits${made.en}.`,
        vi: `Chứng cứ đáng tìm nhất tiếp theo: ${best.claim} Thông tin kỳ vọng ${number(best.bits, 'vi')} bit${made.vi}.`,
      },
      best.evidence,
    ),
  ]
}
