/** What armed forces do with others. The class follows from the kind and from nothing else. */
export interface ActivityKindDescription {
  readonly class: 'cooperative' | 'coercive'
  readonly title: { readonly en: string; readonly vi: string }
  /** what is counted under it, and what is not */
  readonly about: { readonly en: string; readonly vi: string }
}

/**
 * Every kind of activity, in the order in which tables show them. The cooperative ones are the practices of defence
 * diplomacy that paper 003 takes from Cottey and Forster (2004), with those of its own facts; the coercive ones are the
 * three means of coercive diplomacy that it sets against them: strength shown, force threatened, limited force used.
 */
export const activityKinds = {
  'high-level-visit': {
    class: 'cooperative',
    title: { en: 'High-level visit', vi: 'Chuyến thăm cấp cao' },
    about: {
      en: 'a visit of leaders, defence ministers, their deputies or chiefs of staff',
      vi: 'chuyến thăm của lãnh đạo, bộ trưởng, thứ trưởng quốc phòng hoặc tổng tham mưu trưởng',
    },
  },
  dialogue: {
    class: 'cooperative',
    title: { en: 'Dialogue', vi: 'Đối thoại' },
    about: {
      en: 'a dialogue on defence policy or security challenges, at any level',
      vi: 'đối thoại về chính sách quốc phòng hoặc thách thức an ninh, ở mọi cấp',
    },
  },
  'officer-exchange': {
    class: 'cooperative',
    title: { en: 'Officer exchange', vi: 'Trao đổi sĩ quan' },
    about: {
      en: 'officers or delegations below the high level that visit or serve with one another',
      vi: 'sĩ quan hoặc đoàn dưới cấp cao thăm hoặc công tác tại lực lượng của nhau',
    },
  },
  attache: {
    class: 'cooperative',
    title: { en: 'Defence attaché', vi: 'Tùy viên quốc phòng' },
    about: {
      en: 'an office of defence attachés opened or accredited',
      vi: 'mở hoặc công nhận cơ quan tùy viên quốc phòng',
    },
  },
  'port-call': {
    class: 'cooperative',
    title: { en: 'Port call', vi: 'Tàu ghé cảng' },
    about: {
      en: 'naval vessels that call for supply, repair or rest',
      vi: 'tàu hải quân ghé cảng để tiếp tế, sửa chữa hoặc nghỉ',
    },
  },
  'ship-visit': {
    class: 'cooperative',
    title: { en: 'Ship visit', vi: 'Tàu thăm chính thức' },
    about: {
      en: 'warships on an official visit as guests of the host',
      vi: 'tàu quân sự thăm chính thức theo lời mời của nước chủ nhà',
    },
  },
  exercise: {
    class: 'cooperative',
    title: { en: 'Joint exercise', vi: 'Diễn tập chung' },
    about: {
      en: 'forces that exercise together; one with many participants is one activity',
      vi: 'các lực lượng diễn tập cùng nhau; cuộc có nhiều bên tham gia là một hoạt động',
    },
  },
  training: {
    class: 'cooperative',
    title: { en: 'Training', vi: 'Đào tạo, huấn luyện' },
    about: {
      en: 'courses and training missions, language courses among them',
      vi: 'khóa học và đoàn huấn luyện, kể cả khóa ngoại ngữ',
    },
  },
  'capacity-building': {
    class: 'cooperative',
    title: { en: 'Capacity-building', vi: 'Xây dựng năng lực' },
    about: {
      en: 'help that builds a lasting ability, such as that of a coast guard',
      vi: 'hỗ trợ tạo năng lực lâu dài, chẳng hạn cho cảnh sát biển',
    },
  },
  aid: {
    class: 'cooperative',
    title: { en: 'Military aid', vi: 'Viện trợ quân sự' },
    about: {
      en: 'money or goods given, not sold',
      vi: 'tiền hoặc hàng viện trợ không hoàn lại, không phải bán',
    },
  },
  equipment: {
    class: 'cooperative',
    title: { en: 'Supply of equipment', vi: 'Cung cấp trang bị' },
    about: {
      en: 'equipment supplied, sold or handed over',
      vi: 'trang bị được cung cấp, bán hoặc bàn giao',
    },
  },
  industry: {
    class: 'cooperative',
    title: { en: 'Defence industry', vi: 'Công nghiệp quốc phòng' },
    about: {
      en: 'joint production, licences, research and maintenance',
      vi: 'sản xuất chung, cấp phép, nghiên cứu và bảo dưỡng',
    },
  },
  agreement: {
    class: 'cooperative',
    title: { en: 'Agreement', vi: 'Thỏa thuận' },
    about: {
      en: 'an agreement, memorandum or statement on defence, on the day it was signed',
      vi: 'hiệp định, bản ghi nhớ hoặc tuyên bố về quốc phòng, tính vào ngày ký',
    },
  },
  'humanitarian-mission': {
    class: 'cooperative',
    title: { en: 'Humanitarian mission', vi: 'Sứ mệnh nhân đạo' },
    about: {
      en: 'forces on a humanitarian mission, disaster relief and clearance of mines',
      vi: 'lực lượng làm nhiệm vụ nhân đạo, cứu trợ thiên tai, rà phá bom mìn',
    },
  },
  'multilateral-meeting': {
    class: 'cooperative',
    title: { en: 'Multilateral meeting', vi: 'Hội nghị đa phương' },
    about: {
      en: 'a meeting within an institution, such as that of the defence ministers of ASEAN',
      vi: 'cuộc họp trong khuôn khổ một thể chế, chẳng hạn Hội nghị Bộ trưởng Quốc phòng ASEAN',
    },
  },
  cooperation: {
    class: 'cooperative',
    title: { en: 'Cooperation, kind not told', vi: 'Hợp tác, không rõ loại' },
    about: {
      en: 'military cooperation whose kind the source does not tell, as in event data',
      vi: 'hợp tác quân sự mà nguồn không nêu loại, như trong dữ liệu sự kiện',
    },
  },
  'show-of-force': {
    class: 'coercive',
    title: { en: 'Show of force', vi: 'Phô trương lực lượng' },
    about: {
      en: 'strength displayed against another: alerts, deployments, manoeuvres',
      vi: 'phô trương sức mạnh nhằm vào bên khác: báo động, triển khai, cơ động lực lượng',
    },
  },
  threat: {
    class: 'coercive',
    title: { en: 'Threat of force', vi: 'Đe dọa dùng vũ lực' },
    about: {
      en: 'force threatened in words',
      vi: 'đe dọa dùng vũ lực bằng lời',
    },
  },
  'limited-force': {
    class: 'coercive',
    title: { en: 'Limited use of force', vi: 'Dùng vũ lực hạn chế' },
    about: {
      en: 'force used short of war: seizure, ramming, blockade, clash',
      vi: 'dùng vũ lực dưới mức chiến tranh: bắt giữ, đâm va, phong tỏa, đụng độ',
    },
  },
} as const satisfies Readonly<Record<string, ActivityKindDescription>>
