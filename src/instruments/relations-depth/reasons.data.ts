/** Why a value of this instrument is absent, in both languages. */
export const reasons = {
  noRecord: { en: 'nothing was recorded of this criterion', vi: 'chưa ghi nhận gì về tiêu chí này' },
  noSeries: { en: 'no series of {measure} was recorded', vi: 'chưa ghi nhận chuỗi số liệu nào về {measure}' },
  noRecentValue: {
    en: 'no value in the {carry} years up to {year}',
    vi: 'không có giá trị nào trong {carry} năm tính đến {year}',
  },
  unrated: { en: 'nobody rated it', vi: 'chưa ai chấm tiêu chí này' },
  illustrativeOnly: {
    en: 'its ratings are illustrative and are not counted',
    vi: 'các điểm chấm chỉ để minh họa và không được tính',
  },
  ratingsNotCounted: {
    en: 'its ratings are of another year, of a round still open, or not counted',
    vi: 'các điểm chấm thuộc năm khác, thuộc vòng còn mở, hoặc không được tính',
  },
  noAgreement: {
    en: 'no agreement in force was recorded',
    vi: 'chưa ghi nhận thỏa thuận nào đang có hiệu lực',
  },
  noDueMechanism: {
    en: 'of no mechanism both its meetings and how often it is due were recorded',
    vi: 'chưa có cơ chế nào được ghi nhận cả các cuộc họp lẫn chu kỳ họp',
  },
  noMeetingDue: { en: 'no meeting was due', vi: 'không có cuộc họp nào đến hạn' },
  noUnbrokenTime: {
    en: 'no time without interruption was recorded',
    vi: 'chưa ghi nhận giai đoạn không gián đoạn nào',
  },
  noMechanismTells: {
    en: 'of no mechanism was this recorded',
    vi: 'điều này chưa được ghi nhận ở cơ chế nào',
  },
  littleKnown: {
    en: '{known} % of the weight is known, {least} % are asked for',
    vi: 'mới biết {known} % trọng số, trong khi cần {least} %',
  },
  littleKnownUpTo: {
    en: '{known} % of the weight is known up to {year}',
    vi: 'tính đến {year} mới biết {known} % trọng số',
  },
  noTier: {
    en: 'no tier was declared, or none was recorded',
    vi: 'chưa tuyên bố cấp quan hệ nào, hoặc chưa được ghi nhận',
  },
  nothingBelow: { en: 'nothing below it is known', vi: 'chưa biết gì về các tiêu chí bên dưới' },
  noPairByThen: {
    en: 'no word was paired with a deed by then',
    vi: 'đến lúc đó chưa có lời nói nào được đối chiếu với việc làm',
  },
  countedAlready: {
    en: 'illustrative ratings count already, if there are any',
    vi: 'các điểm chấm minh họa, nếu có, đã được tính',
  },
  noneIllustrative: {
    en: 'no rating is marked illustrative',
    vi: 'không điểm chấm nào được đánh dấu là minh họa',
  },
  nothingKnown: { en: 'nothing is known', vi: 'chưa biết gì' },
  noPair: {
    en: 'no word was paired with what followed it',
    vi: 'chưa có lời nói nào được đối chiếu với điều diễn ra sau đó',
  },
  noDeed: { en: 'no deed was recorded', vi: 'chưa ghi nhận việc làm nào' },
  trustUnknown: {
    en: 'trust is not known: no word was paired with what followed it',
    vi: 'chưa biết mức tin cậy: chưa có lời nói nào được đối chiếu với điều diễn ra sau đó',
  },
  nothingRecorded: { en: 'nothing was recorded', vi: 'chưa ghi nhận gì' },
  oneDependenceUnknown: {
    en: 'the dependence of one side is not known',
    vi: 'chưa biết mức phụ thuộc của một bên',
  },
  oneLossUnknown: { en: 'what one side would lose is not known', vi: 'chưa biết một bên sẽ mất gì' },
  noDependence: { en: 'no trade dependence was recorded', vi: 'chưa ghi nhận mức phụ thuộc thương mại' },
  noTradeToOutput: {
    en: 'trade against output was not recorded',
    vi: 'chưa ghi nhận tỷ lệ thương mại so với GDP',
  },
  nowUnknown: { en: 'where it stands now is not known', vi: 'chưa biết hiện đang ở mức nào' },
  noPlan: { en: 'no plan was named', vi: 'chưa nêu kế hoạch nào' },
  noSpell: {
    en: 'no spell of a mechanism was recorded',
    vi: 'chưa ghi nhận giai đoạn hoạt động nào của các cơ chế',
  },
  noTie: {
    en: 'no agreement, mechanism or project was recorded',
    vi: 'chưa ghi nhận thỏa thuận, cơ chế hay dự án nào',
  },
  fewPairs: {
    en: '{pairs} pairs of changes; {least} are needed',
    vi: 'chỉ có {pairs} cặp thay đổi; cần {least}',
  },
  neverMoved: { en: 'one of the two never moved', vi: 'một trong hai không hề thay đổi' },
  fewRaters: {
    en: 'two raters on two relations are needed',
    vi: 'cần ít nhất hai người chấm trên hai quan hệ',
  },
  allEqual: {
    en: 'all ratings are equal: agreement beyond chance is not defined',
    vi: 'mọi điểm chấm đều bằng nhau: không xác định được mức đồng thuận vượt ngẫu nhiên',
  },
  nobodyApart: {
    en: 'nobody stands half a level apart from the others',
    vi: 'không ai lệch nửa mức so với những người khác',
  },
  gone: { en: '{state} no longer existed in {year}', vi: '{state} không còn tồn tại vào năm {year}' },
  noWordOf: {
    en: 'no word of {state} was paired with what followed it',
    vi: 'chưa có lời nói nào của {state} được đối chiếu với điều diễn ra sau đó',
  },
  wordsPassedOver: {
    en: '{count} words of {state} do not count: they are illustrative or later',
    vi: '{count} lời nói của {state} không được tính: chỉ để minh họa hoặc diễn ra sau',
  },
  nobodyAsked: { en: 'nobody was asked', vi: 'chưa hỏi ai' },
  otherCriteria: {
    en: 'what was said speaks of other criteria than there are now',
    vi: 'ý kiến đã ghi nói về các tiêu chí khác với hiện nay',
  },
  pointsAgree: {
    en: 'points cannot contradict one another',
    vi: 'điểm phân bổ không thể mâu thuẫn với nhau',
  },
  oneAlone: { en: 'one person alone has no spread', vi: 'chỉ một người thì không có độ phân tán' },
  fewCells: {
    en: '{cells} cells were judged by two or more; {least} are needed to tell assessors apart',
    vi: '{cells} ô có từ hai người chấm; cần {least} ô để phân biệt người chấm',
  },
  ratingsEqual: { en: 'all ratings are equal', vi: 'mọi điểm chấm đều bằng nhau' },
  groupsApart: {
    en: 'assessors fall into groups that judged nothing in common',
    vi: 'người chấm chia thành các nhóm không chấm chung ô nào',
  },
  chainsDisagree: {
    en: 'the chains of the measurement model do not agree',
    vi: 'các chuỗi của mô hình đo lường không khớp nhau',
  },
  meansAsked: {
    en: 'the request asks for means of the raters',
    vi: 'yêu cầu dùng trung bình của người chấm',
  },
  tooLittle: { en: 'too little of the framework is known', vi: 'mới biết quá ít về khung tiêu chí' },
  noCriterion: { en: 'the framework has no such criterion', vi: 'khung không có tiêu chí này' },
  noUpkeep: {
    en: 'what the upkeep of the relation costs {state} was not recorded',
    vi: 'chưa ghi nhận chi phí duy trì quan hệ của {state}',
  },
  noOutput: { en: 'the output of {state} was not recorded', vi: 'chưa ghi nhận GDP của {state}' },
  lossUnknown: { en: 'what it would lose is not known', vi: 'chưa biết sẽ mất gì' },
  freeUpkeep: { en: 'its upkeep costs nothing', vi: 'duy trì không tốn chi phí' },
  tooLittleKnown: { en: 'too little is known', vi: 'mới biết quá ít' },
  ranksOnly: {
    en: 'an order without compensation gives ranks only',
    vi: 'xếp hạng không bù trừ chỉ cho thứ hạng',
  },
} as const
