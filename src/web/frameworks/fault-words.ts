import type { z } from 'zod'
import type { Language } from '#domain/exhibit'

/** What is wrong, for a reader: the schema's own sentence where it has one, else what is wanted in plain words. */
export function faultWords(issue: z.core.$ZodIssue, language: Language): string {
  const say = (en: string, vi: string) => (language === 'vi' ? vi : en)
  switch (issue.code) {
    case 'custom':
    case 'invalid_format':
      return say(issue.message, inVietnamese[issue.message] ?? issue.message)
    case 'too_small':
      if (issue.origin === 'string') return say('must not be empty', 'không được để trống')
      return say(`must be at least ${issue.minimum}`, `ít nhất phải là ${issue.minimum}`)
    case 'too_big':
      return say(`must be at most ${issue.maximum}`, `nhiều nhất là ${issue.maximum}`)
    case 'invalid_type':
      if (issue.expected === 'number') return say('a number is wanted here', 'cần một con số ở đây')
      return say('is missing, or of another form', 'còn thiếu hoặc sai dạng')
    case 'unrecognized_keys':
      return say(`there is no field ${issue.keys.join(', ')}`, `không có trường ${issue.keys.join(', ')}`)
    default:
      return issue.message
  }
}

/** What the schema of a framework says in its own words, in Vietnamese. */
const inVietnamese: Readonly<Record<string, string>> = {
  'an id is lower-case letters and digits joined by - . _ or /':
    'mã chỉ gồm chữ thường không dấu và chữ số, nối bằng - . _ hoặc /',
  'what is measured needs two goalposts: the value that counts as 0 and the one that counts as 1':
    'tiêu chí đo bằng số liệu cần hai mốc: giá trị tính là 0 và giá trị tính là 1',
  'the two goalposts must differ': 'hai mốc phải khác nhau',
  'goalposts taken in logarithms must be greater than 0': 'mốc theo thang logarit phải lớn hơn 0',
  'levels must be 1, 2, 3 and so on, in this order': 'các bậc phải là 1, 2, 3… theo thứ tự',
  'where less is deeper the first goalpost is the greater; a scale of levels always rises towards deeper':
    'khi càng ít càng sâu, mốc thứ nhất phải lớn hơn; thang bậc luôn tăng theo chiều sâu',
  'where more is deeper the first goalpost is the smaller':
    'khi càng nhiều càng sâu, mốc thứ nhất phải nhỏ hơn',
  'a code stands once': 'mỗi mã chỉ xuất hiện một lần',
  'a criterion stands after the one above it': 'tiêu chí phải đứng sau tiêu chí cấp trên',
  'a leaf needs a scale for judges, or a measure with goalposts':
    'tiêu chí cuối cần thang bậc để chấm, hoặc số đo kèm hai mốc',
  'the weights of its parts sum to 0; at least one must count':
    'tổng trọng số các phần bằng 0; ít nhất một phần phải được tính',
}
