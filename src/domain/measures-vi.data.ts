import type { Measure } from './measure.ts'
import { productGroups } from './product-groups.data.ts'

/** The words of a measure that a person reads. */
export type MeasureWords = Pick<Measure, 'formula' | 'unit' | 'uncertainty' | 'caution'>

const counted = 'đếm những gì bộ dữ liệu liệt kê, không phải mẫu: không có sai số chuẩn'
const reported = 'nơi công bố không cho sai số của số liệu thương mại: không có sai số chuẩn'
const productUnit = 'tỷ trọng trong nhập khẩu mặt hàng đó'
const codes = (hs: readonly string[]) => `HS ${hs.join(', ')}`

/** The words of every measure in Vietnamese, by id; English stands in measures.data.ts. */
export const measuresVi: Readonly<Record<string, MeasureWords>> = {
  ...Object.fromEntries(
    productGroups.map(({ id, hs }) => [
      `product-dependence/${id}`,
      {
        formula: `nhập khẩu ${codes(hs)} của nước thứ nhất từ nước thứ hai / toàn bộ nhập khẩu ${codes(hs)} của nước thứ nhất`,
        unit: productUnit,
        uncertainty: reported,
        caution:
          'Tỷ trọng thấp của mặt hàng không ai khác bán có thể ràng buộc hơn tỷ trọng cao của mặt hàng ai cũng bán.',
      },
    ]),
  ),
  'trade-dependence': {
    formula:
      '(nhập khẩu của nước thứ nhất từ nước thứ hai + nhập khẩu của nước thứ hai từ nước thứ nhất) / (toàn bộ xuất khẩu + nhập khẩu của nước thứ nhất)',
    unit: 'tỷ trọng trong thương mại của nước đó',
    uncertainty: reported,
    caution:
      'Luồng hàng lấy theo báo cáo của nước nhập, tổng lấy theo báo cáo của chính nước đó. Khi hai sổ lệch nhau đến mức tỷ trọng vượt 1 thì coi là thiếu.',
  },
  'trade-to-gdp': {
    formula:
      '(xuất khẩu + nhập khẩu với đối tác, đô la Mỹ hiện hành) / GDP của nước thứ nhất, đô la Mỹ 2017 theo sức mua: thấp hơn so với tỷ giá thị trường ở nước có giá rẻ và ở các năm đầu',
    unit: 'tỷ trọng trong GDP của nước đó',
    uncertainty:
      'giá trị × độ lệch chuẩn của GDP / GDP (phương pháp delta); thương mại coi như đã biết chính xác',
    caution:
      'Tử số theo giá hiện hành, mẫu số theo sức mua cố định: nên so các nước trong một năm, không so các năm.',
  },
  'trade-balance': {
    formula: '(mức phụ thuộc của nước thứ nhất − mức phụ thuộc của nước thứ hai) / (tổng hai mức)',
    unit: '−1 đến 1; trên 0 là nước thứ nhất phụ thuộc nhiều hơn',
    uncertainty: reported,
    caution: 'Cho biết ai phụ thuộc hơn, không cho biết phụ thuộc bao nhiêu.',
  },
  'trade-concentration': {
    formula: 'tổng theo đối tác của (tỷ trọng trong thương mại của nước đó)² (Herfindahl)',
    unit: '0 đến 1',
    uncertainty: reported,
    caution: 'Luồng hàng không ai báo cáo bị bỏ ra ngoài, nên thương mại trông tập trung hơn thực tế.',
  },
  complementarity: {
    formula:
      '100 · (1 − Σ|m − x| / 2) theo nhóm hàng bốn chữ số: m là tỷ trọng của nhóm trong toàn bộ nhập khẩu của nước thứ nhất, x là tỷ trọng trong toàn bộ xuất khẩu của nước thứ hai (Michaely 1996)',
    unit: 'chỉ số, 0 đến 100; 100 khi nước thứ hai bán đúng những gì nước thứ nhất mua',
    uncertainty: reported,
    caution:
      'Cho biết thương mại có thể khớp nhau, không cho biết đã có thương mại; nhóm hàng càng thô thì chỉ số càng cao.',
  },
  'product-dependence': {
    formula: `nhập khẩu gộp ${codes(productGroups.flatMap(({ hs }) => hs))} của nước thứ nhất từ nước thứ hai / toàn bộ nhập khẩu các mặt hàng này của nước thứ nhất`,
    unit: productUnit,
    uncertainty: reported,
    caution: 'Mặt hàng nhập nhiều lấn át mặt hàng nhập ít: hãy xem từng nhóm.',
  },
  'shared-igos': {
    formula: 'số tổ chức liên chính phủ mà cả hai là thành viên đầy đủ',
    unit: 'tổ chức',
    uncertainty: counted,
    caution: 'Tư cách thành viên không rõ thì không đếm; tổ chức lớn và nhỏ được tính như nhau.',
  },
  'shared-igos-excess': {
    formula:
      '(số tổ chức chung − m₁m₂/N) / độ lệch chuẩn của phân phối siêu bội, với N tổ chức trong năm mà hai nước tham gia m₁ và m₂',
    unit: 'độ lệch chuẩn',
    uncertainty: 'giá trị đã tính bằng độ lệch chuẩn của ngẫu nhiên; không có sai số thêm',
    caution:
      'Ngẫu nhiên nghĩa là tổ chức nào cũng mở cho mọi nước như nhau: các nước láng giềng thường chung nhiều hơn thế.',
  },
  'voting-kappa': {
    formula:
      'κ: 1 − trung bình |phiếu₁ − phiếu₂| / trung bình kỳ vọng từ tần suất mỗi nước bỏ thuận, trắng và chống, trên các lần bỏ phiếu của khóa họp khai mạc trong năm mà cả hai cùng bỏ phiếu',
    unit: '1 khi bỏ phiếu giống hệt, 0 khi như ngẫu nhiên, dưới 0 khi ít hơn ngẫu nhiên',
    uncertainty: 'phương pháp delta, coi các lần bỏ phiếu là một mẫu (Fleiss, Cohen & Everitt 1969)',
    caution:
      'Thiếu khi mỗi nước luôn bỏ một loại phiếu. Nghị quyết thông qua không bỏ phiếu không có trong dữ liệu.',
  },
  'voting-agreement': {
    formula:
      'S: 1 − trung bình |phiếu₁ − phiếu₂| trên các lần bỏ phiếu cả hai cùng tham gia (thuận 1, trắng 2, chống 3)',
    unit: '−1 đến 1',
    uncertainty: 'jackknife theo lần bỏ phiếu; không có khi hai nước chỉ cùng bỏ phiếu một lần',
    caution:
      'Chưa loại trừ ngẫu nhiên: hai nước luôn bỏ phiếu theo số đông thì giống nhau dù nghĩ gì về nhau.',
  },
  'ideal-point-distance': {
    formula:
      '|điểm₁ − điểm₂| của mô hình probit thứ bậc trên mọi lần bỏ phiếu, điểm dịch dần từ khóa này sang khóa khác (phương sai 0,01), vắng mặt coi là thiếu',
    unit: 'độ lệch chuẩn của điểm lý tưởng của mọi nước và mọi khóa',
    uncertainty:
      '√(se₁² + se₂²) của hai điểm, giữ tham số các lần bỏ phiếu ở ước lượng và coi hai điểm là độc lập; gần 0 khoảng cách bị lệch lên khoảng bằng sai số',
    caution: 'Chỉ một chiều: hai nước có thể gần nhau trên chiều này mà khác nhau ở điều nó không chứa.',
  },
  alliance: {
    formula:
      'ba cho phòng thủ chung, hai cho trung lập hoặc không xâm lược, một cho tham vấn, không nếu không có',
    unit: '0 đến 3',
    uncertainty: 'mã hóa từ văn bản hiệp ước: không có sai số chuẩn',
    caution: 'Liên minh được tính cho mọi năm mà nó có hiệu lực dù chỉ một ngày.',
  },
  'defence-agreements': {
    formula: 'số thỏa thuận hợp tác quốc phòng song phương đã ký tính đến hết năm',
    unit: 'thỏa thuận',
    uncertainty: counted,
    caution: 'Thỏa thuận ký trước năm 1980 không có trong dữ liệu; thỏa thuận đã hết hiệu lực vẫn được đếm.',
  },
  'diplomatic-level': {
    formula:
      'cấp cơ quan đại diện mà nước thứ nhất đặt tại nước thứ hai, theo mã của bộ dữ liệu, 0 nếu không có',
    unit: '0 đến 1',
    uncertainty: 'mã hóa từ danh sách ngoại giao: không có sai số chuẩn',
    caution: 'Quan sát khoảng năm năm một lần: các năm ở giữa là không rõ. Đại sứ 1, công sứ ⅔, đại biện ⅓.',
  },
  'high-level-contacts': {
    formula:
      'số ngày trong năm có tin về chuyến thăm hoặc cuộc gặp của hai nước, do bên nào đưa cũng được: CAMEO 042 (thăm), 043 (tiếp đón), 044 (gặp ở nơi thứ ba), PLOVER CONSULT dạng thăm, gặp ở nước thứ ba hoặc nhiều bên',
    unit: 'ngày có tin thăm hoặc gặp',
    uncertainty: 'đếm tin, không phải mẫu: không có sai số chuẩn; tăng theo số nguồn tin',
    caution:
      'Là điều được đưa tin, không phải điều đã diễn ra; cấp của người gặp không được mã hóa. Thiếu ở năm mà tệp không đủ mười hai tháng, và với hai nước mà tệp không nói gì.',
  },
  'dispute-years': {
    formula: 'trong mười năm tính đến năm này, số năm có tranh chấp quân sự hóa giữa hai nước',
    unit: 'năm',
    uncertainty: counted,
    caution: 'Đe dọa được tính như chiến tranh.',
  },
  'arms-share': {
    formula: 'giá trị chỉ báo xu hướng nhận từ đối tác trong năm năm tính đến năm này / từ mọi nhà cung cấp',
    unit: 'tỷ trọng trong nhập khẩu vũ khí',
    uncertainty: 'SIPRI không cho sai số: không có sai số chuẩn',
    caution: 'Giá trị đo năng lực, không phải giá tiền. Thiếu khi không nhận vũ khí từ ai.',
  },
  'joint-exercises': {
    formula: 'số cuộc diễn tập quân sự trong năm năm tính đến năm này có cả hai tham gia',
    unit: 'cuộc diễn tập',
    uncertainty: counted,
    caution: 'Cuộc diễn tập ba mươi nước được tính cho từng cặp như cuộc của riêng hai nước.',
  },
}
