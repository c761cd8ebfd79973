import type { Activity } from '#domain/activity'
import { fromRow, type LedgerMade, type LedgerRows, namedState, numberIn, textIn } from './ledger-rows.ts'

/** Deliveries out of SIPRI's transfers of major arms: one a supplier, recipient and year, in trend-indicator values, which are no price. */
export function activitiesOfArms(from: LedgerRows): LedgerMade {
  const left: LedgerMade['left'][number][] = []
  const activities = from.rows.flatMap((row): readonly Activity[] => {
    const [supplier, recipient] = [textIn(row, 'supplier'), textIn(row, 'recipient')]
    const [year, tiv] = [numberIn(row, 'year'), numberIn(row, 'tiv')]
    const key = `${textIn(row, 'supplier_name')}/${textIn(row, 'recipient_name')}/${year}`
    if (supplier === null || recipient === null || year === null) {
      left.push({
        row: key,
        because: {
          en: 'supplier or recipient is no state (rebels, an organization, or not known)',
          vi: 'bên cung cấp hoặc bên nhận không phải là quốc gia (lực lượng nổi dậy, tổ chức, hoặc không rõ)',
        },
      })
      return []
    }
    if (supplier === recipient || tiv === null) {
      left.push({
        row: key,
        because: {
          en: 'of a state with itself, or without a volume',
          vi: 'của một nước với chính mình, hoặc không có khối lượng',
        },
      })
      return []
    }
    return [
      {
        ...fromRow(from, key),
        kind: 'equipment',
        date: String(year),
        title: `Major arms delivered by ${namedState(supplier).en} to ${namedState(recipient).en}, ${year}`,
        titleVi: `${namedState(supplier).vi} giao vũ khí chủ lực cho ${namedState(recipient).vi}, ${year}`,
        participants: [
          { state: supplier, role: 'supplier' },
          { state: recipient, role: 'recipient' },
        ],
        quantities: [{ value: tiv, unit: 'tiv-millions', what: 'all major arms delivered in the year' }],
        ...(tiv === 0 ? { comment: 'Less than half a million of the trend-indicator value.' } : {}),
      },
    ]
  })
  return { activities, left, folded: 0 }
}
