/** Formula and unit of the measures of `domain/measure.ts` in Vietnamese; what is not here is shown as the measure has it. */
export const measuresInVietnamese: Readonly<
  Record<string, { readonly formula: string; readonly unit: string }>
> = {
  'trade-dependence': {
    formula:
      '(xuất khẩu sang đối tác + nhập khẩu từ đối tác) / (tổng xuất khẩu + tổng nhập khẩu của nước thứ nhất)',
    unit: 'tỷ trọng trong thương mại của nước đó',
  },
  'trade-to-gdp': {
    formula:
      '(xuất khẩu + nhập khẩu với đối tác, đô la Mỹ hiện hành) / GDP của nước thứ nhất, đô la Mỹ 2017 theo sức mua: thấp hơn so với tính theo tỷ giá thị trường đối với nước có mức giá thấp và những năm đầu',
    unit: 'tỷ trọng so với GDP của nước đó',
  },
  'trade-balance': {
    formula: '(mức phụ thuộc của nước thứ nhất − mức phụ thuộc của nước thứ hai) / (tổng hai mức)',
    unit: '−1 đến 1; trên 0 là nước thứ nhất phụ thuộc nhiều hơn',
  },
  'trade-concentration': {
    formula: 'tổng theo các đối tác của (tỷ trọng thương mại)² (Herfindahl)',
    unit: '0 đến 1',
  },
  'shared-igos': {
    formula: 'số tổ chức liên chính phủ mà cả hai là thành viên đầy đủ',
    unit: 'tổ chức',
  },
  'shared-igos-excess': {
    formula:
      '(số tổ chức chung − m₁m₂/N) / độ lệch chuẩn của phân phối siêu bội, với N tổ chức trong năm, hai nước thuộc m₁ và m₂ tổ chức',
    unit: 'độ lệch chuẩn',
  },
  'voting-agreement': {
    formula:
      'S: 1 − trung bình |phiếu₁ − phiếu₂| trên các lần biểu quyết cả hai cùng tham gia (thuận 1, trắng 2, chống 3); sai số chuẩn bằng cách lần lượt bỏ từng lần biểu quyết',
    unit: '−1 đến 1',
  },
  alliance: {
    formula: '3 nếu phòng thủ chung, 2 nếu trung lập hoặc không xâm lược, 1 nếu tham vấn, 0 nếu không có',
    unit: '0 đến 3',
  },
  'defence-agreements': {
    formula: 'số thỏa thuận hợp tác quốc phòng song phương ký đến hết năm',
    unit: 'thỏa thuận',
  },
  'diplomatic-level': {
    formula: 'cấp cơ quan đại diện của nước thứ nhất tại nước thứ hai theo bộ dữ liệu, 0 nếu không có',
    unit: '0 đến 1',
  },
  'dispute-years': {
    formula: 'số năm có tranh chấp quân sự hóa giữa hai nước trong mười năm tính đến năm xét',
    unit: 'năm',
  },
  'arms-share': {
    formula: 'giá trị TIV nhận từ đối tác trong năm năm tính đến năm xét / giá trị nhận từ mọi nước cung cấp',
    unit: 'tỷ trọng trong nhập khẩu vũ khí của nước đó',
  },
  'joint-exercises': {
    formula: 'số cuộc diễn tập quân sự cả hai cùng tham gia trong năm năm tính đến năm xét',
    unit: 'cuộc diễn tập',
  },
}
