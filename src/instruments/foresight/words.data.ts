import type { Bilingual } from '#domain/instrument'
import type { DistributionRule } from '#numeric/pool-distributions'

/** Words of the exhibits, charts and findings, in both languages. */
export const words = {
  allQuestions: { en: 'all questions', vi: 'mọi câu hỏi' },
  everybody: { en: 'all forecasters', vi: 'tất cả người dự báo' },
  noAgency: { en: 'no agency named', vi: 'không nêu cơ quan' },
  questions: { en: 'Questions and their pooled forecasts', vi: 'Các câu hỏi và dự báo gộp' },
  person: { en: 'Scores by forecaster', vi: 'Điểm theo người dự báo' },
  agency: { en: 'Scores by agency', vi: 'Điểm theo cơ quan' },
  topic: { en: 'Scores by topic', vi: 'Điểm theo chủ đề' },
  horizon: { en: 'Scores by time before the answer', vi: 'Điểm theo thời gian trước khi có kết quả' },
  all: { en: 'Score of all', vi: 'Điểm chung' },
  decomposition: { en: 'Parts of the score', vi: 'Các thành phần của điểm' },
  calibration: {
    en: 'Calibration: what was said, and what happened',
    vi: 'Độ chuẩn: điều đã nói và điều đã xảy ra',
  },
  backTest: {
    en: 'Rules of pooling on resolved questions',
    vi: 'Các quy tắc gộp trên những câu hỏi đã có kết quả',
  },
  history: { en: 'The pooled forecast over time', vi: 'Dự báo gộp theo thời gian' },
  distributions: { en: 'Pooled numbers and dates', vi: 'Dự báo gộp về số và ngày' },
  distributionTest: {
    en: 'Rules of pooling numbers and dates on resolved questions',
    vi: 'Các quy tắc gộp số và ngày trên những câu hỏi đã có kết quả',
  },
  warnings: { en: 'Before you read the numbers', vi: 'Lưu ý trước khi đọc kết quả' },
  contradictions: { en: 'Contradictions', vi: 'Mâu thuẫn' },
  warning: { en: 'warning', vi: 'lưu ý' },
  question: { en: 'question', vi: 'câu hỏi' },
  state: { en: 'state', vi: 'trạng thái' },
  outcome: { en: 'outcome', vi: 'kết quả' },
  pooled: { en: 'pooled forecast', vi: 'dự báo gộp' },
  forecasters: { en: 'forecasters', vi: 'người dự báo' },
  baseRate: { en: 'base rate', vi: 'tỷ lệ nền' },
  score: { en: 'score', vi: 'điểm' },
  poolScore: { en: 'score of the pool', vi: 'điểm của dự báo gộp' },
  who: { en: 'who', vi: 'ai' },
  group: { en: 'group', vi: 'nhóm' },
  resolvedQuestions: { en: 'questions', vi: 'số câu hỏi' },
  coverage: { en: 'coverage', vi: 'độ phủ' },
  log: { en: 'log score', vi: 'điểm log' },
  againstOthers: { en: 'against the others', vi: 'so với người khác' },
  peer: { en: 'peer score', vi: 'điểm so với đồng nghiệp' },
  skill: { en: 'skill over the base rate', vi: 'mức hơn tỷ lệ nền' },
  skillAgainstBaseline: { en: 'skill over the baseline', vi: 'mức hơn mô hình thống kê' },
  part: { en: 'part', vi: 'thành phần' },
  value: { en: 'value', vi: 'giá trị' },
  meaning: { en: 'meaning', vi: 'ý nghĩa' },
  of: { en: 'whose', vi: 'của ai' },
  bin: { en: 'said between', vi: 'nói trong khoảng' },
  said: { en: 'said', vi: 'đã nói' },
  happened: { en: 'happened', vi: 'đã xảy ra' },
  weight: { en: 'time weight', vi: 'trọng số thời gian' },
  pool: { en: 'the pool', vi: 'dự báo gộp' },
  rule: { en: 'rule', vi: 'quy tắc' },
  behind: { en: 'behind the chosen rule', vi: 'kém quy tắc được chọn' },
  chosen: { en: 'chosen', vi: 'được chọn' },
  yesChosen: { en: 'yes', vi: 'có' },
  notChosen: { en: 'no', vi: 'không' },
  at: { en: 'at', vi: 'thời điểm' },
  middleHalf: { en: 'middle half of the forecasters', vi: 'nửa giữa của những người dự báo' },
  illustrative: { en: 'illustrative', vi: 'minh họa' },
  severity: { en: 'severity', vi: 'mức độ' },
  settled: { en: 'settled', vi: 'đã giải quyết' },
  contradiction: { en: 'contradiction', vi: 'mâu thuẫn' },
  resolved: { en: 'resolved', vi: 'đã có kết quả' },
  open: { en: 'open', vi: 'đang mở' },
  annulled: { en: 'annulled', vi: 'đã hủy' },
  reopened: { en: 'reopened', vi: 'mở lại' },
  yes: { en: 'yes', vi: 'có' },
  no: { en: 'no', vi: 'không' },
  mean: { en: 'mean', vi: 'trung bình' },
  median: { en: 'median', vi: 'trung vị' },
  trimmed: { en: 'trimmed mean', vi: 'trung bình cắt bớt' },
  'log-odds': { en: 'mean of log-odds', vi: 'trung bình log tỷ số' },
  extremized: { en: 'extremized', vi: 'đẩy về phía cực trị' },
  neyman: { en: 'extremized by number (Neyman, Roughgarden)', vi: 'đẩy theo số người (Neyman, Roughgarden)' },
  recency: { en: 'median, the recent weighing more', vi: 'trung vị, dự báo mới nặng hơn' },
  performance: { en: 'weighted by past performance', vi: 'theo thành tích trước đây' },
  unit: { en: 'unit', vi: 'đơn vị' },
  date: { en: 'date', vi: 'ngày' },
  poolOfAll: { en: 'all, pooled', vi: 'tất cả, gộp lại' },
  middle: { en: 'middle', vi: 'trung vị' },
  middleHalfOf: { en: 'middle half (25–75 %)', vi: 'nửa giữa (25–75 %)' },
  nineTenths: { en: 'nine tenths (5–95 %)', vi: 'chín phần mười (5–95 %)' },
  middleDrawn: { en: 'middle, drawing forecasters', vi: 'trung vị khi rút mẫu người dự báo' },
  outcomeLine: { en: 'how it came out', vi: 'kết quả thực tế' },
  crpsShare: { en: 'score, share of the range', vi: 'điểm, theo phần của khoảng' },
  quantileMean: { en: 'mean of quantiles', vi: 'trung bình các phân vị' },
  quantileMedian: { en: 'median of quantiles', vi: 'trung vị các phân vị' },
  linear: { en: 'linear pool (mean of distributions)', vi: 'gộp tuyến tính (trung bình các phân phối)' },
  recentMore: { en: 'the recent weighing more', vi: 'dự báo mới nặng hơn' },
  byPerformance: { en: 'weighted by past performance', vi: 'theo thành tích trước đây' },
  brier: { en: 'Brier score', vi: 'điểm Brier' },
  brierMeaning: {
    en: 'mean squared distance from what happened; 0 perfect, 0.25 always one half',
    vi: 'bình phương khoảng cách trung bình so với điều đã xảy ra; 0 là hoàn hảo, 0,25 là luôn nói một nửa',
  },
  reliability: { en: 'reliability', vi: 'độ tin cậy' },
  reliabilityMeaning: {
    en: 'distance of what was said from what then happened; lower is better',
    vi: 'khoảng cách giữa điều đã nói và điều xảy ra sau đó; càng thấp càng tốt',
  },
  murphyResolution: { en: 'resolution', vi: 'độ phân giải' },
  murphyResolutionMeaning: {
    en: 'how far forecasts tell cases apart; higher is better',
    vi: 'mức dự báo phân biệt được các trường hợp; càng cao càng tốt',
  },
  uncertainty: { en: 'uncertainty', vi: 'độ bất định' },
  uncertaintyMeaning: {
    en: 'variance of what happened: nobody can change it',
    vi: 'phương sai của điều đã xảy ra: không ai thay đổi được',
  },
  miscalibration: { en: 'miscalibration (CORP)', vi: 'độ lệch chuẩn hóa (CORP)' },
  miscalibrationMeaning: {
    en: 'what recalibration would gain, without bins; lower is better',
    vi: 'phần điểm có thể cải thiện nếu hiệu chuẩn lại, không chia khoảng; càng thấp càng tốt',
  },
  discrimination: { en: 'discrimination (CORP)', vi: 'khả năng phân biệt (CORP)' },
  discriminationMeaning: {
    en: 'what recalibrated forecasts gain over the overall rate; higher is better',
    vi: 'phần dự báo đã hiệu chuẩn hơn tỷ lệ chung; càng cao càng tốt',
  },
} as const satisfies Record<string, Bilingual>
export type Word = keyof typeof words

/** The name of a rule of pooling distributions: its method, and what it weighs by. */
export function distributionRuleName(rule: DistributionRule): Bilingual {
  const method = rule.startsWith('linear')
    ? words.linear
    : rule.startsWith('median')
      ? words.quantileMedian
      : words.quantileMean
  const weighing = rule.endsWith('-recency')
    ? words.recentMore
    : rule.endsWith('-performance')
      ? words.byPerformance
      : null
  if (weighing === null) return method
  return { en: `${method.en}, ${weighing.en}`, vi: `${method.vi}, ${weighing.vi}` }
}

/** The name of a horizon: how long before the answer was known. */
export function horizonLabel(index: number, days: readonly number[]): Bilingual {
  const [from, to] = [days[index - 1], days[index]]
  if (from === undefined) return { en: `less than ${to} days before`, vi: `dưới ${to} ngày trước` }
  if (to === undefined) return { en: `${from} days before or more`, vi: `từ ${from} ngày trước trở lên` }
  return { en: `${from} to ${to} days before`, vi: `từ ${from} đến ${to} ngày trước` }
}
