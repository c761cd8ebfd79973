/** Words of a report that come from no analysis. */
export const reportWords = {
  en: {
    findings: 'Findings',
    references: 'References',
    made: 'How this was made',
    analysis: 'Analysis',
    instrument: 'Instrument and version',
    request: 'Request',
    inputs: 'Records pinned',
    rests: 'Rests on',
  },
  vi: {
    findings: 'Kết quả',
    references: 'Tài liệu tham khảo',
    made: 'Cách thực hiện',
    analysis: 'Phân tích',
    instrument: 'Công cụ và phiên bản',
    request: 'Yêu cầu',
    inputs: 'Số bản ghi đã ghim',
    rests: 'Căn cứ',
  },
} as const
