/** Why a number of this instrument is absent, in both languages. */
export const reasons = {
  nothing: { en: 'no activity is recorded', vi: 'chưa ghi nhận hoạt động nào' },
  noYears: {
    en: 'no activity is recorded in these years',
    vi: 'chưa ghi nhận hoạt động nào trong các năm này',
  },
  nobodyLeft: { en: 'nobody else is left', vi: 'không còn đối tác nào khác' },
  noMajor: {
    en: 'no activity with a major power is recorded',
    vi: 'chưa ghi nhận hoạt động nào với cường quốc',
  },
  onlyMultilateral: {
    en: 'met only in multilateral or coercive activities',
    vi: 'chỉ gặp trong các hoạt động đa phương hoặc cưỡng ép',
  },
  weightless: { en: 'what is recorded weighs nothing', vi: 'các hoạt động đã ghi nhận đều có trọng số 0' },
  noPriceYear: {
    en: 'no year of its prices is told, so it is not compared with other amounts',
    vi: 'không nêu năm giá nên không so với số tiền khác',
  },
  yearNotTold: { en: 'the year is not told', vi: 'không rõ năm' },
  notCovered: {
    en: 'no source lists all such activities of these years: none recorded is not none held',
    vi: 'không nguồn nào liệt kê đủ các hoạt động loại này trong những năm đó: chưa ghi nhận không có nghĩa là không có',
  },
} as const
