import type { Language } from '#domain/exhibit'
import { type Finding, finding } from '#domain/finding'
import type { Bilingual } from '#domain/instrument'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { valueIn } from './distribution-exhibits.ts'
import type { Pointer, QuestionLine, Result } from './model.ts'
import { distributionRuleName, words } from './words.data.ts'
import { told } from './words.ts'

/** What is likely, how good the forecasters were, and what contradicts. */
export function findings(result: Result): readonly Finding[] {
  return [
    ...result.questions
      .filter(({ state, id }) => state === 'open' && (result.focus === null || result.focus === id))
      .map(pooledFinding(result)),
    ...result.questions.filter(({ id }) => id === result.focus).flatMap(decided),
    ...overall(result),
    ...calibrated(result),
    ...chosen(result),
    ...chosenForDistributions(result),
    ...result.contradictions.map((one) => finding(`contradiction-${one.id}`, 'F7', one.said, one.evidence)),
    ...result.warnings.map((said, at) => finding(`warning-${at + 1}`, 'F4', said, groundOf(result))),
  ]
}

/** No finding points at more questions than this; the table of questions points at all. */
const mostPointers = 40

/** Questions and resolutions on which what is told of all rests. */
export function groundOf({ questions }: Result): readonly Pointer[] {
  return questions
    .flatMap(({ evidence }) => evidence.filter(({ kind }) => kind !== 'forecast'))
    .slice(0, mostPointers)
}

function pooledFinding(result: Result) {
  const { rule } = result
  return (line: QuestionLine): Finding => {
    const marked = line.illustrative
      ? { en: ` (${words.illustrative.en})`, vi: ` (${words.illustrative.vi})` }
      : { en: '', vi: '' }
    const distribution = distributionFinding(line, result, marked)
    if (distribution !== null) return distribution
    return finding(
      `pooled-${line.id}`,
      'F3',
      isMissing(line.pooled)
        ? {
            en: `${line.title}${marked.en} No pooled probability: ${told(line.pooled, 'en')}.`,
            vi: `${line.titleVi}${marked.vi} Không có xác suất gộp: ${told(line.pooled, 'vi')}.`,
          }
        : {
            en: `${line.title}${marked.en} Probability ${told(line.pooled, 'en')} (forecasters: ${line.forecasters}; rule of pooling: ${words[rule].en}).`,
            vi: `${line.titleVi}${marked.vi} Xác suất ${told(line.pooled, 'vi')} (số người dự báo: ${line.forecasters}; quy tắc gộp: ${words[rule].vi}).`,
          },
      line.evidence,
      line.pooled,
    )
  }
}

function distributionFinding(line: QuestionLine, result: Result, marked: Bilingual): Finding | null {
  const pooled = result.distributions?.pooled.find(({ question }) => question === line.id)
  const [values, rule] = [pooled?.lines[0]?.values, result.distributions?.rule]
  if (pooled === undefined || values === undefined || rule === undefined) return null
  const unit = pooled.unit === null ? '' : ` ${pooled.unit}`
  const said = (language: Language) =>
    [values[2], values[0], values[4]].map((value) => valueIn(line.kind, value ?? 0, language))
  const [[middle, low, high], [middleVi, lowVi, highVi]] = [said('en'), said('vi')]
  const name = distributionRuleName(rule)
  return finding(
    `pooled-${line.id}`,
    'F3',
    {
      en: `${line.title}${marked.en} Middle ${middle}${unit}, with 90 % between ${low} and ${high} (forecasters: ${line.forecasters}; rule of pooling: ${name.en}).`,
      vi: `${line.titleVi}${marked.vi} Trung vị ${middleVi}${unit}, 90 % trong khoảng từ ${lowVi} đến ${highVi} (số người dự báo: ${line.forecasters}; quy tắc gộp: ${name.vi}).`,
    },
    line.evidence,
    {
      value: values[2] ?? 0,
      interval: [values[0] ?? 0, values[4] ?? 0],
      unit: pooled.middle.unit,
      uncertainty: '90 % interval of the pooled forecast',
    },
  )
}

function decided(line: QuestionLine): readonly Finding[] {
  if (isMissing(line.outcome) || isMissing(line.score)) return []
  const outcome = String(line.outcome)
  return [
    finding(
      `outcome-${line.id}`,
      'F4',
      {
        en: `${line.title} Came out: ${outcome}; forecasters scored ${number(line.score, 'en')} on average over the open time.`,
        vi: `${line.titleVi} Kết quả: ${outcome === 'yes' || outcome === 'no' ? words[outcome].vi : outcome}; điểm trung bình của người dự báo trong thời gian mở là ${number(line.score, 'vi')}.`,
      },
      line.evidence,
    ),
  ]
}

function overall(result: Result): readonly Finding[] {
  const all = result.scores.find(({ by }) => by === 'all')
  if (all === undefined) return []
  return [
    finding(
      'score',
      'F4',
      {
        en: `Brier score ${told(all.score, 'en')} on ${all.questions} resolved questions, weighted by the time for which each forecast stood; skill over the base rate ${told(all.skill, 'en')}.`,
        vi: `Điểm Brier ${told(all.score, 'vi')} trên ${all.questions} câu hỏi đã có kết quả, tính theo thời gian mỗi dự báo còn hiệu lực; mức hơn tỷ lệ nền: ${told(all.skill, 'vi')}.`,
      },
      groundOf(result),
      all.score,
    ),
  ]
}

function calibrated(result: Result): readonly Finding[] {
  const { decomposition: parts, calibration } = result
  if (isMissing(parts)) return []
  const off = calibration.filter(
    ({ of, said, happened: { interval } }) =>
      of === 'forecasters' && interval !== null && (said < interval[0] || said > interval[1]),
  )
  const bins = (language: 'en' | 'vi') =>
    off
      .map(({ said, happened }) => `${number(said, language)} → ${number(happened.value, language)}`)
      .join('; ')
  return [
    finding(
      'calibration',
      'F4',
      {
        en: `Reliability ${number(parts.reliability, 'en', 3)} − resolution ${number(parts.murphyResolution, 'en', 3)} + uncertainty ${number(parts.uncertainty, 'en', 3)} = ${number(parts.brier, 'en', 3)}. ${off.length === 0 ? 'In no bin does what was said lie outside the interval of what happened.' : `Said and happened differ beyond chance: ${bins('en')}.`}`,
        vi: `Độ tin cậy ${number(parts.reliability, 'vi', 3)} − độ phân giải ${number(parts.murphyResolution, 'vi', 3)} + độ bất định ${number(parts.uncertainty, 'vi', 3)} = ${number(parts.brier, 'vi', 3)}. ${off.length === 0 ? 'Không khoảng nào có điều đã nói nằm ngoài khoảng tin cậy của điều đã xảy ra.' : `Điều đã nói và điều đã xảy ra khác nhau quá mức ngẫu nhiên: ${bins('vi')}.`}`,
      },
      groundOf(result),
    ),
  ]
}

function chosen(result: Result): readonly Finding[] {
  const line = result.backTest.find((one) => one.chosen)
  if (line === undefined) return []
  const left = leftOutIn(result.leftOut)
  return [
    finding(
      'pooling',
      'F3',
      {
        en: `Rule of pooling: ${words[result.rule].en} (${result.ruleBecause.en}). Score ${told(line.score, 'en', 3)}.${left.en}`,
        vi: `Quy tắc gộp: ${words[result.rule].vi} (${result.ruleBecause.vi}). Điểm ${told(line.score, 'vi', 3)}.${left.vi}`,
      },
      groundOf(result),
      line.score,
    ),
  ]
}

function chosenForDistributions(result: Result): readonly Finding[] {
  const line = result.distributions?.backTest.find((one) => one.chosen)
  if (result.distributions === undefined || line === undefined) return []
  const { rule, because, leftOut } = result.distributions
  const [name, left] = [distributionRuleName(rule), leftOutIn(leftOut)]
  return [
    finding(
      'pooling-distributions',
      'F3',
      {
        en: `Rule of pooling numbers and dates: ${name.en} (${because.en}). Score as a share of the range ${told(line.score, 'en', 3)}.${left.en}`,
        vi: `Quy tắc gộp số và ngày: ${name.vi} (${because.vi}). Điểm theo phần của khoảng ${told(line.score, 'vi', 3)}.${left.vi}`,
      },
      groundOf(result),
      line.score,
    ),
  ]
}

/** What choosing the rule is worth, where it was chosen. */
function leftOutIn(leftOut: Result['leftOut']): Bilingual {
  if (isMissing(leftOut)) return { en: '', vi: '' }
  return {
    en: ` Chosen on all other questions, it scores ${told(leftOut, 'en', 3)} on the one left out.`,
    vi: ` Khi chọn trên các câu còn lại, điểm ở câu bị bỏ ra là ${told(leftOut, 'vi', 3)}.`,
  }
}
