/** What a third party may need, by kind: competence of people and of institutions, means, and standing at home (paper 002, part (iii) and after). */
export const capabilityKinds = {
  hosting: {
    en: 'hosting: places, security and protocol for meetings',
    vi: 'tổ chức: địa điểm, an ninh và lễ tân cho các cuộc gặp',
  },
  envoys: {
    en: 'envoys: people who have carried messages and led talks',
    vi: 'đặc phái viên: người từng chuyển thông điệp và điều hành đàm phán',
  },
  unit: {
    en: 'office: an institution that keeps what was learnt while its staff rotates',
    vi: 'bộ máy: cơ quan lưu giữ kinh nghiệm khi cán bộ luân chuyển',
  },
  process: {
    en: 'process: people trained to design talks and draft texts',
    vi: 'quy trình: người được đào tạo để thiết kế đàm phán và soạn văn bản',
  },
  subject: {
    en: 'subject: technical knowledge of what is disputed',
    vi: 'chuyên môn: hiểu biết kỹ thuật về nội dung tranh chấp',
  },
  networks: {
    en: 'networks: working relations with civil society, scholars and other third parties',
    vi: 'mạng lưới: quan hệ công tác với xã hội dân sự, học giả và các bên thứ ba khác',
  },
  funds: {
    en: 'funds: money for journeys, confidence-building and carrying out what is agreed',
    vi: 'kinh phí: tiền cho đi lại, xây dựng lòng tin và thực hiện thỏa thuận',
  },
  mandate: {
    en: 'mandate: consensus and political will at home',
    vi: 'ủy nhiệm: đồng thuận và quyết tâm chính trị trong nước',
  },
  leverage: {
    en: 'leverage: means to reward the parties or to press them',
    vi: 'đòn bẩy: phương tiện để khuyến khích hoặc gây sức ép với các bên',
  },
  verification: {
    en: 'verification: observers, police and troops who watch over what is agreed',
    vi: 'giám sát: quan sát viên, cảnh sát và quân nhân theo dõi việc thực hiện thỏa thuận',
  },
  law: {
    en: 'law: jurists, panels and rules of procedure',
    vi: 'pháp lý: luật gia, hội đồng và quy tắc thủ tục',
  },
} as const
