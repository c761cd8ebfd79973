import type { Bilingual } from '#domain/instrument'
import { stateOf } from '#domain/state'
import type { NetworkRequest } from './network.ts'
import type { NetworkCoverage } from './network-coverage.ts'
import type { Units } from './network-ties.ts'

interface Told {
  readonly request: NetworkRequest
  readonly units: Units
  readonly coverage: NetworkCoverage
  readonly state: string | null
  /** false if the eigenvector did not settle */
  readonly settled: boolean
  readonly tooFew: boolean
}

/** What was left out or assumed, told before a number is believed. */
export function noticesOf({ request, units, coverage, state, settled, tooFew }: Told): readonly Bilingual[] {
  const { from, to, multilateral = 'shared' } = request
  const { known, years } = coverage
  const told: (Bilingual | false)[] = [
    units.units.length === 0 && {
      en: 'No activity is recorded in these years. This says nothing of whether there was any.',
      vi: 'Chưa ghi nhận hoạt động nào trong các năm này. Điều đó không cho biết có hoạt động hay không.',
    },
    state !== null && {
      en: `This is the ledger of ${stateOf(state)?.name ?? state}: ties between two others are seen only where it took part as well. Measures of others than ${stateOf(state)?.name ?? state} tell their place in its surroundings, not in the world.`,
      vi: `Đây là sổ ghi của ${stateOf(state)?.nameVi ?? state}: quan hệ giữa hai nước khác chỉ thấy được khi nước này cùng tham gia. Các chỉ số của nước khác cho biết vị trí của họ quanh nước này, không phải trên thế giới.`,
    },
    request.source !== 'ledger' &&
      known !== null &&
      ((from ?? known.from) < known.from || (to ?? known.to) > known.to) && {
        en: `The dataset knows ${known.from}–${known.to} only; other years asked for are not covered${years === null ? '' : `, and the numbers are those of ${years.from}–${years.to}`}.`,
        vi: `Bộ dữ liệu chỉ có các năm ${known.from}–${known.to}; các năm khác không có dữ liệu${years === null ? '' : ` và các con số là của ${years.from}–${years.to}`}.`,
      },
    units.multilateral > 0 && {
      en: `${units.multilateral} activities have more than two participants: ${
        {
          shared: 'each ties every two of them by 1/(n − 1), so that it adds 1 to the strength of each.',
          full: 'each ties every two of them by 1, so that large exercises weigh most.',
          'leave-out': 'they are left out.',
        }[multilateral]
      }`,
      vi: `${units.multilateral} hoạt động có hơn hai bên tham gia: ${
        {
          shared: 'mỗi hoạt động nối từng cặp với trọng số 1/(n − 1), nên cộng 1 vào cường độ của mỗi bên.',
          full: 'mỗi hoạt động nối từng cặp với trọng số 1, nên các cuộc diễn tập lớn có trọng số lớn nhất.',
          'leave-out': 'các hoạt động này bị bỏ ra.',
        }[multilateral]
      }`,
    },
    units.mayLieOutside > 0 && {
      en: `${units.mayLieOutside} further activities may lie within these years or outside, and are left out.`,
      vi: `Có thêm ${units.mayLieOutside} hoạt động có thể nằm trong hoặc ngoài các năm này nên bị bỏ ra.`,
    },
    units.duplicates > 0 && {
      en: `${units.duplicates} records repeat another and do not count again.`,
      vi: `${units.duplicates} bản ghi lặp lại bản ghi khác nên không tính lại.`,
    },
    units.illustrative > 0 && {
      en: `${units.illustrative} of ${units.units.length} activities are illustrative: no source at hand tells them.`,
      vi: `${units.illustrative} trên ${units.units.length} hoạt động chỉ để minh họa: không nguồn nào hiện có nêu.`,
    },
    units.untied > 0 && {
      en: `${units.untied} activities tie nobody: a single participant, or supplier and recipient not told.`,
      vi: `${units.untied} hoạt động không nối ai: chỉ một bên tham gia, hoặc không rõ bên cung cấp và bên nhận.`,
    },
    units.units.length > 0 &&
      !settled && {
        en: 'The eigenvector does not settle here (no ties that lead round), and is left out.',
        vi: 'Chỉ số vectơ riêng không hội tụ ở đây (không có vòng quan hệ khép kín) nên bị bỏ ra.',
      },
    tooFew && {
      en: 'There are fewer than five activities: drawing them anew tells next to nothing, so no interval is given.',
      vi: 'Có ít hơn năm hoạt động: lấy mẫu lại hầu như không cho biết gì nên không có khoảng tin cậy.',
    },
  ]
  return told.filter((one) => one !== false)
}
