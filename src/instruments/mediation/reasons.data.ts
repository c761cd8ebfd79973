/** Why a value of this instrument is absent, in both languages. */
export const reasons = {
  noAnalysis: {
    en: 'their relation was not analysed: run relations-depth for {mediator} and {party}, or record a standing',
    vi: 'quan hệ giữa hai bên chưa được phân tích: hãy chạy relations-depth cho {mediator} và {party}, hoặc ghi một nhận định về uy tín',
  },
  otherVersion: {
    en: 'the analysis {analysis} is of a version that cannot be read here: run it anew',
    vi: 'bản phân tích {analysis} thuộc phiên bản không đọc được ở đây: hãy chạy lại',
  },
  laterYear: {
    en: 'the analysis {analysis} is of {year}, after {until}: run one of an earlier year, or record a standing',
    vi: 'bản phân tích {analysis} là của năm {year}, sau {until}: hãy chạy cho năm sớm hơn, hoặc ghi một nhận định về uy tín',
  },
  noState: {
    en: '{party} is no state, so that no analysis of relations tells of it: record a standing',
    vi: '{party} không phải quốc gia nên không có phân tích quan hệ: hãy ghi một nhận định về uy tín',
  },
  noTrust: {
    en: 'the analysis {analysis} knows no word of {mediator} to {party} that a deed could follow: record a standing',
    vi: 'bản phân tích {analysis} không có cam kết nào của {mediator} với {party} để đối chiếu với việc làm: hãy ghi một nhận định về uy tín',
  },
  isParty: { en: 'it is a party itself', vi: 'chính nước này là một bên' },
  oneSide: { en: 'only one side is recorded', vi: 'chỉ ghi nhận một phía' },
  standingUnknown: {
    en: 'the standing with {party} is not known',
    vi: 'chưa biết uy tín với {party}',
  },
  closenessUnknown: {
    en: 'the depth of the relation with {party} is not known',
    vi: 'chưa biết chiều sâu quan hệ với {party}',
  },
  notJudged: { en: 'nobody has judged it by then', vi: 'đến thời điểm đó chưa ai nhận định' },
  noTrade: {
    en: 'no trade with {parties} against output is recorded: `soundings measure` computes it from imported datasets',
    vi: 'chưa ghi nhận tỷ lệ thương mại với {parties} trên GDP: `soundings measure` tính từ các bộ dữ liệu đã nhập',
  },
  noParties: { en: 'no party is a state', vi: 'không bên nào là quốc gia' },
  capabilityUnknown: {
    en: 'what is held of it is not recorded',
    vi: 'chưa ghi nhận năng lực hiện có',
  },
  ruledOut: { en: 'it is ruled out', vi: 'vai trò này bị loại' },
  noGap: { en: 'there is no gap to close', vi: 'không có khoảng trống cần lấp' },
  noPrice: {
    en: 'what one level more takes is not recorded',
    vi: 'chưa ghi nhận phải tốn gì để nâng thêm một mức',
  },
  noOwner: { en: 'nobody is named who would build it', vi: 'chưa nêu ai sẽ xây dựng' },
  noDate: { en: 'the time that it takes is not recorded', vi: 'chưa ghi nhận thời gian cần thiết' },
  noBudget: { en: 'no budget is recorded', vi: 'chưa ghi nhận ngân sách' },
  noFlip: {
    en: 'no level of it alone changes what comes first',
    vi: 'riêng đại lượng này ở mức nào cũng không làm đổi vai trò đứng đầu',
  },
  notRaised: { en: 'it raises no capability by a level', vi: 'bước này không nâng mức năng lực nào' },
} as const
