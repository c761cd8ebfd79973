/** What can be measured of a relation from public datasets: what it is, by which formula, from which datasets. */
export interface Measure {
  readonly id: string
  readonly title: { readonly en: string; readonly vi: string }
  /** the formula in words, with `of` and `towards` as the two states */
  readonly formula: string
  readonly unit: string
  /** ids of the datasets it is computed from */
  readonly datasets: readonly string[]
  /** whether of → towards differs from towards → of */
  readonly directed: boolean
  /** values that the measure can take */
  readonly range: readonly [number | null, number | null]
}

/**
 * The measures that the workbench computes from imported datasets. A measure is always of one state towards another in one year.
 */
export const measures: readonly Measure[] = [
  {
    id: 'trade-dependence',
    title: { en: 'Trade dependence', vi: 'Mức phụ thuộc thương mại' },
    formula: '(exports of → towards + imports of ← towards) / (all exports + all imports of the first)',
    unit: 'share of its trade',
    datasets: ['cow-trade'],
    directed: true,
    range: [0, 1],
  },
  {
    id: 'trade-to-gdp',
    title: { en: 'Trade with the partner against output', vi: 'Thương mại với đối tác so với GDP' },
    formula:
      '(exports + imports with the partner, current US dollars) / GDP of the first, 2017 US dollars at purchasing power: lower than at market rates for states where prices are low, and for early years',
    unit: 'share of its GDP',
    datasets: ['cow-trade', 'gdp'],
    directed: true,
    range: [0, null],
  },
  {
    id: 'trade-balance',
    title: { en: 'Asymmetry of trade dependence', vi: 'Bất đối xứng phụ thuộc thương mại' },
    formula: '(dependence of the first − dependence of the second) / (their sum)',
    unit: '−1 to 1; above 0 the first depends more',
    datasets: ['cow-trade'],
    directed: true,
    range: [-1, 1],
  },
  {
    id: 'trade-concentration',
    title: { en: 'Concentration of its partners', vi: 'Mức tập trung đối tác' },
    formula: 'sum over partners of (share of its trade)² (Herfindahl)',
    unit: '0 to 1',
    datasets: ['cow-trade'],
    directed: true,
    range: [0, 1],
  },
  {
    id: 'shared-igos',
    title: { en: 'Organizations shared', vi: 'Số tổ chức cùng là thành viên' },
    formula: 'number of intergovernmental organizations of which both are full members',
    unit: 'organizations',
    datasets: ['cow-igo'],
    directed: false,
    range: [0, null],
  },
  {
    id: 'shared-igos-excess',
    title: { en: 'Organizations shared beyond expectation', vi: 'Số tổ chức chung vượt mức kỳ vọng' },
    formula:
      '(shared − m₁m₂/N) / standard deviation of the hypergeometric law, of N organizations of the year of which the two belong to m₁ and m₂',
    unit: 'standard deviations',
    datasets: ['cow-igo'],
    directed: false,
    range: [null, null],
  },
  {
    id: 'voting-agreement',
    title: { en: 'Agreement in the General Assembly', vi: 'Mức tương đồng bỏ phiếu tại Đại hội đồng' },
    formula:
      'S: 1 − mean over roll calls in which both voted of |vote₁ − vote₂| (yes 1, abstain 2, no 3); standard error by leaving out one roll call after the other',
    unit: '−1 to 1',
    datasets: ['un-votes'],
    directed: false,
    range: [-1, 1],
  },
  {
    id: 'alliance',
    title: { en: 'Strongest alliance duty in force', vi: 'Nghĩa vụ liên minh cao nhất đang có hiệu lực' },
    formula:
      'three for mutual defence, two for neutrality or non-aggression, one for consultation, none otherwise',
    unit: '0 to 3',
    datasets: ['cow-alliances'],
    directed: false,
    range: [0, 3],
  },
  {
    id: 'defence-agreements',
    title: { en: 'Defence agreements', vi: 'Số thỏa thuận quốc phòng' },
    formula: 'number of bilateral defence cooperation agreements signed up to and in the year',
    unit: 'agreements',
    datasets: ['dcad'],
    directed: false,
    range: [0, null],
  },
  {
    id: 'diplomatic-level',
    title: { en: 'Level of the mission sent', vi: 'Cấp cơ quan đại diện' },
    formula: 'level of the mission that the first keeps in the second, as the dataset codes it, 0 for none',
    unit: '0 to 1',
    datasets: ['diplomatic-exchange'],
    directed: true,
    range: [0, 1],
  },
  {
    id: 'dispute-years',
    title: { en: 'Years of dispute in ten', vi: 'Số năm có tranh chấp trong mười năm' },
    formula: 'number of the ten years up to this one with a militarized dispute between the two',
    unit: 'years',
    datasets: ['mids'],
    directed: false,
    range: [0, 10],
  },
  {
    id: 'arms-share',
    title: { en: 'Share of arms received', vi: 'Tỷ trọng vũ khí nhận được' },
    formula:
      'trend-indicator value received from the partner in the five years up to this one / from all suppliers',
    unit: 'share of its imports of arms',
    datasets: ['sipri-arms'],
    directed: true,
    range: [0, 1],
  },
  {
    id: 'joint-exercises',
    title: { en: 'Joint exercises in five years', vi: 'Số cuộc diễn tập chung trong năm năm' },
    formula: 'number of military exercises of the five years up to this one in which both took part',
    unit: 'exercises',
    datasets: ['military-exercises'],
    directed: false,
    range: [0, null],
  },
]

/**
 * The measure of this id, if the workbench computes it.
 *
 * @example
 * measureOf('alliance')?.unit // => '0 to 3'
 */
export function measureOf(id: string): Measure | undefined {
  return measures.find((measure) => measure.id === id)
}
