/** Why a value of this instrument is absent, in both languages. */
export const reasons = {
  notResolved: { en: 'the question is not resolved', vi: 'câu hỏi chưa có kết quả' },
  annulled: {
    en: 'the question was annulled and is not scored',
    vi: 'câu hỏi đã bị hủy nên không được chấm điểm',
  },
  reopened: {
    en: 'the question was reopened and is not scored until it is resolved again',
    vi: 'câu hỏi đã được mở lại, chưa chấm điểm cho đến khi có kết quả mới',
  },
  nobodyStands: {
    en: 'no forecast stands, or none that may be seen before one’s own is in',
    vi: 'không có dự báo nào còn hiệu lực, hoặc chưa được xem khi chưa nộp dự báo của mình',
  },
  nothingScored: {
    en: 'no question with yes and no is resolved and has a forecast',
    vi: 'chưa có câu hỏi có/không nào đã có kết quả và có dự báo',
  },
  noOthers: {
    en: 'nobody else forecast at the same time',
    vi: 'không có ai khác dự báo trong cùng thời gian',
  },
  noBaseRate: { en: 'the questions have no base rate', vi: 'các câu hỏi không có tỷ lệ nền' },
  perfectReference: {
    en: 'the reference was never wrong, so nothing can be saved of its score',
    vi: 'mốc so sánh không hề sai nên không thể cải thiện thêm',
  },
  noBaseline: {
    en: 'no statistical baseline stood at the same time',
    vi: 'không có mô hình thống kê làm mốc trong cùng thời gian',
  },
  impossible: {
    en: 'what happened was given no chance: the score is infinite',
    vi: 'điều đã xảy ra từng được cho xác suất bằng 0: điểm là vô hạn',
  },
  notPooled: {
    en: 'pooled as one probability are only questions with yes and no; this one has its distribution',
    vi: 'chỉ câu hỏi có/không được gộp thành một xác suất; câu hỏi này có cả phân phối',
  },
  pooledDistribution: {
    en: 'it is pooled as a distribution, told in its own table',
    vi: 'được gộp thành phân phối, nêu ở bảng riêng',
  },
  tooFewToChoose: {
    en: 'with fewer than three resolved questions no rule can be chosen on the others',
    vi: 'có ít hơn ba câu hỏi đã có kết quả nên không thể chọn quy tắc dựa trên các câu còn lại',
  },
  chosenItself: { en: 'this is the rule that is used', vi: 'đây là quy tắc được dùng' },
  fixedRule: { en: 'the rule was set by the request', vi: 'quy tắc do yêu cầu quy định' },
  unweighed: { en: 'not told for this grouping', vi: 'không tính cho cách phân nhóm này' },
} as const
