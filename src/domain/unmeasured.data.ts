/** What PRODUCT D4 asks for and no described dataset holds, with the reason: named, so that nobody takes it for zero. */
export const unmeasured: readonly {
  readonly id: string
  readonly title: { readonly en: string; readonly vi: string }
  readonly because: { readonly en: string; readonly vi: string }
}[] = [
  {
    id: 'people-flows',
    title: { en: 'Flows of people', vi: 'Dòng người qua lại' },
    because: {
      en: 'no dataset of travellers, students or migrants is described: record figures of your own as series',
      vi: 'chưa có bộ dữ liệu nào về du khách, sinh viên hay người di cư được mô tả: hãy ghi số liệu của bạn thành chuỗi',
    },
  },
  {
    id: 'contact-level',
    title: { en: 'Rank of those who met', vi: 'Cấp bậc của những người gặp nhau' },
    because: {
      en: 'codes of event datasets say that states met, not at which level: record meetings with their protocol level',
      vi: 'mã sự kiện cho biết các nước đã gặp nhau, không cho biết ở cấp nào: hãy ghi các cuộc gặp kèm cấp lễ tân',
    },
  },
]
