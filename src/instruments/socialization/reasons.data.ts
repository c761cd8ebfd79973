/** Why a value of this instrument is absent, in both languages. */
export const reasons = {
  noPosition: {
    en: 'no position of the actor on the outcome is recorded',
    vi: 'chưa ghi nhận lập trường nào của chủ thể về vấn đề này',
  },
  noOtherUnit: {
    en: 'no clue speaks of another unit',
    vi: 'không chứng cứ nào nói về một đơn vị phân tích khác',
  },
  noVerdict: { en: 'no published verdict is recorded', vi: 'chưa ghi nhận kết luận nào đã công bố' },
  notCoded: { en: '{feature} is not coded {setting}', vi: '{feature} chưa được mã hóa {setting}' },
  nothingCoded: { en: 'no feature is coded {setting}', vi: 'chưa đặc điểm nào được mã hóa {setting}' },
  noTest: {
    en: 'no test that it could fail was written down',
    vi: 'chưa nêu phép thử nào có thể bác bỏ giả thuyết này',
  },
  notJudged: { en: 'the study does not judge it', vi: 'công trình không đánh giá giả thuyết này' },
  noStep: {
    en: 'no recorded step moves towards support',
    vi: 'không bước nào được ghi nhận chuyển về phía ủng hộ',
  },
  nothingBefore: { en: 'no position recorded before it', vi: 'chưa ghi nhận lập trường trước thời điểm này' },
  nothingAfter: {
    en: 'no position recorded at or after it',
    vi: 'chưa ghi nhận lập trường tại hoặc sau thời điểm này',
  },
  oneSideMissing: { en: 'a position is missing on one side', vi: 'thiếu lập trường ở một phía' },
  itself: {
    en: 'the actor is no part of its own mixture',
    vi: 'chủ thể không thuộc tổ hợp so sánh của chính mình',
  },
  exact: { en: 'it was followed exactly before', vi: 'trước đó tổ hợp khớp hoàn toàn' },
  noSelection: {
    en: 'the study does not say why this case',
    vi: 'công trình không nói vì sao chọn trường hợp này',
  },
  noMemberships: {
    en: 'the share of expected memberships needs a dataset of memberships in international organizations',
    vi: 'tỷ lệ tư cách thành viên so với kỳ vọng cần bộ dữ liệu về thành viên các tổ chức quốc tế',
  },
  noErrors: { en: 'the comparison records no standard errors', vi: 'bản so sánh không ghi sai số chuẩn' },
  fewDonors: { en: 'fewer than two donors would be left', vi: 'sẽ còn lại ít hơn hai nước so sánh' },
  noSingleFlip: {
    en: 'no single clue, shifted by up to {limit} dB, turns the verdict',
    vi: 'không một chứng cứ đơn lẻ nào, dù dịch tới {limit} dB, làm đổi kết luận',
  },
  noSetFlip: {
    en: 'dropping every clue that favours it leaves it in the lead',
    vi: 'bỏ mọi chứng cứ thuận thì giả thuyết này vẫn dẫn đầu',
  },
  noDecision: { en: 'no date of the decision is recorded', vi: 'chưa ghi nhận ngày ra quyết định' },
  noDatedClue: {
    en: 'no clue for the verdict is dated to the decision',
    vi: 'không chứng cứ nào ủng hộ kết luận được xác định vào thời điểm quyết định',
  },
  notPlaced: { en: 'the source does not place the actor', vi: 'nguồn không xếp chủ thể vào phe nào' },
  sidesUnknown: { en: 'sides or numbers are not all known', vi: 'chưa biết đủ các phe hoặc số lượng' },
  oneSideKnown: { en: 'only one side is known', vi: 'chỉ biết một phe' },
  overlapping: { en: 'the counts are ranges that overlap', vi: 'các số đếm là những khoảng chồng lấn nhau' },
  noConditional: {
    en: 'no dated position at or above conditional',
    vi: 'không có lập trường ghi ngày nào từ mức có điều kiện trở lên',
  },
  noText: { en: 'no dated text with it', vi: 'không có văn bản ghi ngày nào chứa cụm từ này' },
} as const

/** How a feature was coded: as the rules say, or as it is done. */
export const settingWords = {
  formal: { en: 'formal', vi: 'theo quy định' },
  'in-practice': { en: 'in-practice', vi: 'trong thực tế' },
} as const

/** How the verdict of the weighing differs from that of the author of the study. */
export const disagreement = {
  none: { en: 'the same mechanisms', vi: 'cùng các cơ chế' },
  missed: { en: 'the author also holds', vi: 'tác giả còn nêu' },
  added: { en: 'the weighing adds', vi: 'phép cân thêm' },
} as const
