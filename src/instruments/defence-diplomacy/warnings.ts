import type { Bilingual } from '#domain/instrument'
import type { Classified } from './classify.ts'
import { unevenSource } from './coverage.ts'
import type { CoverageLine, Request } from './model.ts'
import { yearsIn } from './table.ts'

/** What was left out or assumed, told before a number is believed. */
export function warningsOf(
  { ledger, duplicates, mayLieOutside, alone }: Classified,
  coverage: readonly CoverageLine[],
  { sharing, undated }: Pick<Request, 'sharing' | 'undated'>,
): readonly Bilingual[] {
  if (ledger.length === 0)
    return [
      {
        en: 'No activity is recorded in these years. This says nothing of whether there was any.',
        vi: 'Chưa ghi nhận hoạt động nào trong các năm này. Điều đó không cho biết có hoạt động hay không.',
      },
    ]
  const said: Bilingual[] = []
  const count = (which: (entry: (typeof ledger)[number]) => boolean) => ledger.filter(which).length
  const tell = (number: number, en: string, vi: string) => {
    if (number > 0)
      said.push({
        en: `${number} of ${ledger.length} activities ${en}`,
        vi: `${number} trên ${ledger.length} hoạt động ${vi}`,
      })
  }
  if (!coverage.some(({ covers }) => covers.length > 0))
    said.push({
      en: 'No source says that it lists all activities of some kind and time. What is counted is what is recorded; what is not recorded is unknown, not zero.',
      vi: 'Không nguồn nào cho biết liệt kê đủ một loại hoạt động trong một thời gian. Số đếm là những gì đã ghi nhận; những gì chưa ghi nhận là chưa biết, không phải bằng không.',
    })
  const uneven = coverage.filter(unevenSource)
  if (uneven.length > 0)
    said.push({
      en: `Sources list different years in full (${uneven.map(inFull).join('; ')}): a change where one of them begins or ends may be one of the source.`,
      vi: `Các nguồn liệt kê đủ những năm khác nhau (${uneven.map(inFull).join('; ')}): thay đổi tại năm đầu hoặc năm cuối của một nguồn có thể chỉ là do nguồn.`,
    })
  tell(
    count(({ multilateral }) => multilateral),
    {
      apart:
        'have several partners: each is one multilateral activity, told apart, and counts for no single partner.',
      fractional: 'have several partners: each counts in equal parts for all of them.',
      full: 'have several partners: each counts in full for every one of them, so the total is larger than the number of activities.',
    }[sharing],
    {
      apart:
        'có nhiều đối tác: mỗi hoạt động là một hoạt động đa phương, trình bày riêng và không tính cho riêng đối tác nào.',
      fractional: 'có nhiều đối tác: mỗi hoạt động chia đều cho tất cả các đối tác.',
      full: 'có nhiều đối tác: mỗi hoạt động tính trọn cho từng đối tác nên tổng lớn hơn số hoạt động.',
    }[sharing],
  )
  tell(
    count(({ year }) => year === null),
    undated === 'apart'
      ? 'are not known to the year: they count in the totals and in no year.'
      : 'are not known to the year: they are spread evenly over the years possible.',
    undated === 'apart'
      ? 'không rõ năm: được tính vào tổng số nhưng không tính vào năm nào.'
      : 'không rõ năm: được chia đều cho các năm có thể.',
  )
  tell(
    count(({ recurring }) => recurring),
    'are told only as recurring: each time is counted, though no source tells it by itself.',
    'chỉ được nêu là định kỳ: mỗi lần đều được tính dù không nguồn nào nêu riêng lần đó.',
  )
  tell(
    count(({ illustrative }) => illustrative),
    'are illustrative: no source at hand tells them.',
    'chỉ để minh họa: không nguồn nào hiện có nêu.',
  )
  if (mayLieOutside > 0)
    said.push({
      en: `${mayLieOutside} further activities may lie within these years or outside, and are left out.`,
      vi: `Có thêm ${mayLieOutside} hoạt động có thể nằm trong hoặc ngoài các năm này nên bị bỏ ra.`,
    })
  if (duplicates > 0)
    said.push({
      en: `${duplicates} records repeat another and do not count again; their sources stand with the other.`,
      vi: `${duplicates} bản ghi lặp lại bản ghi khác nên không tính lại; nguồn của chúng được ghi cùng bản kia.`,
    })
  if (alone > 0)
    said.push({
      en: `${alone} records name no partner, and are left out.`,
      vi: `${alone} bản ghi không nêu đối tác nên bị bỏ ra.`,
    })
  return said
}

function inFull({ title, covers }: CoverageLine): string {
  return `${title}, ${covers.map(({ from, to }) => yearsIn(from, to)).join(', ')}`
}
