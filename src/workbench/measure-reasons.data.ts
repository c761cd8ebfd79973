/** Reasons that measures give for a missing value, in Vietnamese; `{1}`, `{2}` stand for what the pattern found. */
export const measureReasonsVi: readonly { readonly en: RegExp; readonly vi: string }[] = [
  {
    en: /^the dataset covers (\d+) to (\d+), and a value looks back on (\d+) years$/,
    vi: 'bộ dữ liệu bao gồm {1} đến {2}, và giá trị tính trên {3} năm trước đó',
  },
  { en: /^the dataset covers (\d+) to (\d+)$/, vi: 'bộ dữ liệu bao gồm {1} đến {2}' },
  {
    en: /^([A-Z]{3}) was no member of the United Nations in (\d+)$/,
    vi: '{1} không phải thành viên Liên Hợp Quốc năm {2}',
  },
  {
    en: /^([A-Z]{3}) was no member of the state system in (\d+)$/,
    vi: '{1} không thuộc hệ thống các nhà nước năm {2}',
  },
  { en: /^nothing is known of the two$/, vi: 'chưa biết gì về hai nước này' },
  { en: /^the files report on another part of the world$/, vi: 'các tệp nói về khu vực khác' },
  { en: /^the files hold no event of that year$/, vi: 'các tệp không có sự kiện nào của năm đó' },
  {
    en: /^the files hold events of (\d+) of the twelve months of that year$/,
    vi: 'các tệp chỉ có sự kiện của {1} trong mười hai tháng năm đó',
  },
  {
    en: /^the files report nothing of the two in any year: nobody can say whether they are covered$/,
    vi: 'các tệp không nói gì về hai nước này trong năm nào: không rõ có được theo dõi hay không',
  },
  { en: /^no imports of the first are in the file$/, vi: 'tệp không có nhập khẩu của bên thứ nhất' },
  { en: /^no exports of the second are in the file$/, vi: 'tệp không có xuất khẩu của bên thứ hai' },
  { en: /^the first imported none of the goods$/, vi: 'bên thứ nhất không nhập mặt hàng nào trong nhóm' },
  {
    en: /^nothing is known of the goods of one of the two$/,
    vi: 'chưa biết gì về hàng hóa của một trong hai bên',
  },
  {
    en: /^one of the two was a member of no organization: nothing can be expected$/,
    vi: 'một trong hai nước không thuộc tổ chức nào: không thể tính kỳ vọng',
  },
  {
    en: /^one of the two was a member of all organizations: nothing can be expected$/,
    vi: 'một trong hai nước thuộc mọi tổ chức: không thể tính kỳ vọng',
  },
  { en: /^the rank of the mission is not known$/, vi: 'chưa rõ cấp của cơ quan đại diện' },
  { en: /^the dyad was not observed in that year$/, vi: 'cặp nước không được quan sát trong năm đó' },
  {
    en: /^no major arms were received from anybody in the five years$/,
    vi: 'trong năm năm đó không nhận vũ khí lớn từ bất kỳ ai',
  },
  {
    en: /^the two report more trade with each other than the first reports in all$/,
    vi: 'hai bên báo cáo thương mại với nhau nhiều hơn tổng của bên thứ nhất',
  },
  {
    en: /^the flows between the two, or the totals of the first, are not in the file$/,
    vi: 'luồng thương mại giữa hai bên, hoặc tổng của bên thứ nhất, không có trong tệp',
  },
  { en: /^the two did not trade$/, vi: 'hai bên không buôn bán với nhau' },
  { en: /^the dependence of one side is not known$/, vi: 'chưa biết mức phụ thuộc của một bên' },
  {
    en: /^the flows between the two, or the output of the first, are not in the files$/,
    vi: 'luồng thương mại giữa hai bên, hoặc GDP của bên thứ nhất, không có trong các tệp',
  },
  { en: /^no trade of the state is in the file$/, vi: 'tệp không có thương mại của nước này' },
  { en: /^no flow of the state is in the file$/, vi: 'tệp không có luồng thương mại nào của nước này' },
  {
    en: /^the two cast no votes on the same roll calls in that year$/,
    vi: 'năm đó hai nước không cùng bỏ phiếu lần nào',
  },
  {
    en: /^one of the two cast no vote in a divided roll call in that year$/,
    vi: 'năm đó một trong hai nước không bỏ phiếu trong lần biểu quyết có chia rẽ nào',
  },
]
