import type { Activity } from '#domain/activity'
import { fromRow, type LedgerMade, type LedgerRows, namedState, numberIn, textIn } from './ledger-rows.ts'

const categories: Readonly<Record<string, { readonly en: string; readonly vi: string }>> = {
  DCA: { en: 'Defence cooperation agreement', vi: 'Thỏa thuận hợp tác quốc phòng' },
  DIC: { en: 'Agreement on the defence industry', vi: 'Thỏa thuận về công nghiệp quốc phòng' },
  TREX: { en: 'Agreement on training and exchange', vi: 'Thỏa thuận về huấn luyện và trao đổi' },
  PROCUREMENT: { en: 'Agreement on procurement', vi: 'Thỏa thuận về mua sắm quốc phòng' },
  RESEARCH: { en: 'Agreement on defence research', vi: 'Thỏa thuận về nghiên cứu quốc phòng' },
  COMMISSION: { en: 'Agreement on a joint commission', vi: 'Thỏa thuận về ủy ban chung' },
}

/** Signatures out of the agreements of DCAD (Kinne 2020). A row is an agreement of two states, known to the year. */
export function activitiesOfAgreements(from: LedgerRows): LedgerMade {
  const left: LedgerMade['left'][number][] = []
  const activities = from.rows.flatMap((row): readonly Activity[] => {
    const number = textIn(row, 'agreement') ?? ''
    const [a, b, year] = [textIn(row, 'a'), textIn(row, 'b'), numberIn(row, 'year')]
    if (a === null || b === null || year === null) {
      left.push({
        row: number,
        because: { en: 'a side or the year is not coded', vi: 'một bên hoặc năm không được mã hóa' },
      })
      return []
    }
    const category = textIn(row, 'category')
    const called = categories[category ?? ''] ?? { en: 'Agreement on defence', vi: 'Thỏa thuận quốc phòng' }
    const more = [textIn(row, 'second_category')].flatMap((one) => categories[one ?? ''] ?? [])
    const [inForce, ended] = [numberIn(row, 'in_force_year'), numberIn(row, 'ended_year')]
    const sides = [a, b].toSorted()
    const [x, y] = sides.map(namedState)
    return [
      {
        ...fromRow(from, number),
        kind: 'agreement',
        date: String(year),
        title: `${called.en}, ${x?.en} and ${y?.en}, ${year}`,
        titleVi: `${called.vi}, ${x?.vi} và ${y?.vi}, ${year}`,
        participants: sides.map((state) => ({ state, role: 'party' as const })),
        text: [
          textIn(row, 'kind') === 'general' ? 'It frames cooperation as a whole.' : 'It covers a sector.',
          ...more.map(({ en }) => `Also: ${en.toLowerCase()}.`),
          ...(inForce === null ? [] : [`In force ${inForce}.`]),
          ...(ended === null
            ? []
            : [`Estimated by the producer to have lapsed, or to be known last, in ${ended}.`]),
        ].join(' '),
      },
    ]
  })
  return { activities, left, folded: 0 }
}
