import type { Measure } from './measure.ts'
import { productGroups } from './product-groups.data.ts'

const counted = 'a count of what the dataset lists, no sample: no standard error'
const reported = 'the producers give no error of reported trade: no standard error'
const productSource =
  'Hirschman (1945), National Power and the Structure of Foreign Trade, for dependence on one supplier'
const products: Pick<Measure, 'datasets' | 'unit' | 'directed' | 'range' | 'direction' | 'uncertainty'> = {
  datasets: ['trade-products'],
  unit: 'share of its imports of the goods',
  directed: true,
  range: [0, 1],
  direction: 'neither',
  uncertainty: reported,
}

/** Dependence on a partner for each of the groups of product-groups.data.ts. */
export const groupMeasures: readonly Measure[] = productGroups.map(({ id, title, hs }) => ({
  ...products,
  id: `product-dependence/${id}`,
  title: {
    en: `Dependence on the partner: ${title.en}`,
    vi: `Mức phụ thuộc vào đối tác: ${title.vi}`,
  },
  formula: `imports of the first from the second of HS ${hs.join(', ')} / all its imports of HS ${hs.join(', ')}`,
  caution:
    'A low share of a good that nobody else sells may bind more than a high share of one that all sell.',
  source: productSource,
}))

/** Every other measure; see `measures`. */
export const plainMeasures: readonly Measure[] = [
  {
    id: 'trade-dependence',
    title: { en: 'Trade dependence', vi: 'Mức phụ thuộc thương mại' },
    formula:
      '(imports of the first from the second + imports of the second from the first) / (all exports + all imports of the first)',
    unit: 'share of its trade',
    datasets: ['cow-trade'],
    directed: true,
    range: [0, 1],
    direction: 'deeper',
    uncertainty: reported,
    caution:
      'Flows are those that the importer reports, totals those of the state itself. Where the two books disagree so far that the share would exceed 1 it is missing.',
    source:
      'Keohane & Nye (1977), Power and Interdependence; Barbieri (1996), Journal of Peace Research 33(1)',
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
    direction: 'deeper',
    uncertainty: 'value × standard deviation of GDP / GDP (delta method); trade is taken as known',
    caution:
      'Current dollars over constant dollars at purchasing power: compare states of one year, not years.',
    source: 'Oneal & Russett (1997), International Studies Quarterly 41(2)',
  },
  {
    id: 'trade-balance',
    title: { en: 'Asymmetry of trade dependence', vi: 'Bất đối xứng phụ thuộc thương mại' },
    formula: '(dependence of the first − dependence of the second) / (their sum)',
    unit: '−1 to 1; above 0 the first depends more',
    datasets: ['cow-trade'],
    directed: true,
    range: [-1, 1],
    direction: 'neither',
    uncertainty: reported,
    caution:
      'It says who depends more, not how much: two small dependences may be as unequal as two large ones.',
    source: 'Hirschman (1945), National Power and the Structure of Foreign Trade',
  },
  {
    id: 'trade-concentration',
    title: { en: 'Concentration of its partners', vi: 'Mức tập trung đối tác' },
    formula: 'sum over partners of (share of its trade)² (Herfindahl)',
    unit: '0 to 1',
    datasets: ['cow-trade'],
    directed: true,
    range: [0, 1],
    direction: 'neither',
    uncertainty: reported,
    caution:
      'Flows that nobody reported are left out, which makes the trade of a state look more concentrated.',
    source: 'Hirschman (1964), American Economic Review 54(5)',
  },
  {
    id: 'complementarity',
    title: { en: 'Trade complementarity', vi: 'Mức bổ trợ thương mại' },
    formula:
      '100 · (1 − Σ|m − x| / 2) over headings of four digits: m the share of a heading in all imports of the first, x its share in all exports of the second (Michaely 1996)',
    unit: 'index, 0 to 100; 100 if the second sells just what the first buys',
    datasets: ['trade-products'],
    directed: true,
    range: [0, 100],
    direction: 'deeper',
    uncertainty: reported,
    caution: 'It says that trade would fit, not that it is there; coarser headings give higher values.',
    source:
      'Michaely (1996), Trade Preferential Agreements in Latin America: An Ex-Ante Assessment, World Bank Policy Research Working Paper 1583',
  },
  {
    ...products,
    id: 'product-dependence',
    title: {
      en: 'Dependence on the partner for strategic goods',
      vi: 'Mức phụ thuộc vào đối tác về hàng hóa chiến lược',
    },
    formula: `imports of the first from the second of HS ${productGroups.flatMap(({ hs }) => hs).join(', ')} together / all its imports of these`,
    caution: 'Large imports outweigh small ones: look at the groups one by one.',
    source: productSource,
  },
  {
    id: 'shared-igos',
    title: { en: 'Organizations shared', vi: 'Số tổ chức cùng là thành viên' },
    formula: 'number of intergovernmental organizations of which both are full members',
    unit: 'organizations',
    datasets: ['cow-igo'],
    directed: false,
    range: [0, null],
    direction: 'deeper',
    uncertainty: counted,
    caution: 'Memberships that are not known are not counted; a large organization counts as a small one.',
    source: 'Pevehouse and others (2020), Journal of Peace Research 57(3)',
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
    direction: 'deeper',
    uncertainty: 'the value is itself in standard deviations of chance; no further error',
    caution:
      'Chance means that every organization is as open to every state: neighbours share more than that.',
    source: 'Johnson, Kotz & Kemp (1992), Univariate Discrete Distributions, ch. 6, for mean and variance',
  },
  {
    id: 'voting-kappa',
    title: {
      en: 'Agreement in the General Assembly beyond chance',
      vi: 'Mức tương đồng bỏ phiếu tại Đại hội đồng vượt ngẫu nhiên',
    },
    formula:
      'κ: 1 − mean |vote₁ − vote₂| / the mean expected from how often each votes yes, abstains and votes no, over roll calls of the session opened in the year in which both voted',
    unit: '1 for the same votes, 0 for chance, below 0 less than chance',
    datasets: ['un-votes'],
    directed: false,
    range: [null, 1],
    direction: 'deeper',
    uncertainty: 'delta method over roll calls taken as a sample (Fleiss, Cohen & Everitt 1969)',
    caution:
      'Missing where each always voted the same. Resolutions adopted without a vote are not in the data.',
    source: 'Häge (2011), Political Analysis 19(3), eq. 4; Cohen (1968), Psychological Bulletin 70(4)',
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
    direction: 'deeper',
    uncertainty: 'jackknife over roll calls; none where both voted in one only',
    caution:
      'Not corrected for chance: two states that vote with everybody are alike whatever they think of each other.',
    source: 'Signorino & Ritter (1999), International Studies Quarterly 43(1), eq. 4',
  },
  {
    id: 'ideal-point-distance',
    title: { en: 'Distance of ideal points', vi: 'Khoảng cách điểm lý tưởng' },
    formula:
      '|point₁ − point₂| of the ordinal probit model of all roll calls, points walking from session to session (variance 0.01), absences missing',
    unit: 'standard deviations of the ideal points of all states and sessions',
    datasets: ['un-votes'],
    directed: false,
    range: [0, null],
    direction: 'shallower',
    uncertainty:
      '√(se₁² + se₂²) of the two points, roll calls held at their estimates and the two taken as independent; near 0 the distance is biased upwards by about the error',
    caution: 'One dimension: states may be near on it and differ on what it does not hold.',
    source: 'Bailey, Strezhnev & Voeten (2017), Journal of Conflict Resolution 61(2)',
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
    direction: 'deeper',
    uncertainty: 'coded from the text of treaties: no standard error',
    caution: 'An alliance counts in every year in which it was in force for a day.',
    source: 'Gibler (2009), International Military Alliances, 1648–2008',
  },
  {
    id: 'defence-agreements',
    title: { en: 'Defence agreements', vi: 'Số thỏa thuận quốc phòng' },
    formula: 'number of bilateral defence cooperation agreements signed up to and in the year',
    unit: 'agreements',
    datasets: ['dcad'],
    directed: false,
    range: [0, null],
    direction: 'deeper',
    uncertainty: counted,
    caution: 'Agreements signed before 1980 are not in the data; those that lapsed are still counted.',
    source: 'Kinne (2020), Journal of Conflict Resolution 64(4)',
  },
  {
    id: 'diplomatic-level',
    title: { en: 'Level of the mission sent', vi: 'Cấp cơ quan đại diện' },
    formula: 'level of the mission that the first keeps in the second, as the dataset codes it, 0 for none',
    unit: '0 to 1',
    datasets: ['diplomatic-exchange'],
    directed: true,
    range: [0, 1],
    direction: 'deeper',
    uncertainty: 'coded from diplomatic lists: no standard error',
    caution:
      'Observed about every five years: years between are unknown. Ambassador 1, minister ⅔, chargé ⅓.',
    source: 'Bayer (2006), Diplomatic Exchange Data set',
  },
  {
    id: 'high-level-contacts',
    title: { en: 'Visits and meetings reported', vi: 'Số ngày có thăm hoặc gặp được đưa tin' },
    formula:
      'days of the year on which a visit or a meeting of the two was reported, by either: CAMEO 042 (visit), 043 (host) and 044 (meet in a third place), PLOVER CONSULT by visit, in a third place or among several',
    unit: 'days with a reported visit or meeting',
    datasets: ['icews', 'polecat', 'gdelt', 'keds'],
    either: true,
    directed: false,
    range: [0, null],
    direction: 'deeper',
    uncertainty: 'a count of reports, no sample: no standard error; it grows with the number of news sources',
    caution:
      'What was reported, not what took place; the level of those who met is not coded. Missing in years of which the files hold fewer than twelve months, and for two states of whom they report nothing at all.',
    source: 'Schrodt (2012), CAMEO Codebook; Open Event Data Alliance (2021), PLOVER 0.8',
  },
  {
    id: 'dispute-years',
    title: { en: 'Years of dispute in ten', vi: 'Số năm có tranh chấp trong mười năm' },
    formula: 'number of the ten years up to this one with a militarized dispute between the two',
    unit: 'years',
    datasets: ['mids'],
    directed: false,
    range: [0, 10],
    direction: 'shallower',
    uncertainty: counted,
    caution: 'A threat counts as a war does.',
    source: 'Palmer and others (2022), Conflict Management and Peace Science 39(4)',
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
    direction: 'deeper',
    uncertainty: 'SIPRI gives no error of its values: no standard error',
    caution: 'The value measures capability, not price. Missing where nothing was received from anybody.',
    source: 'Stockholm International Peace Research Institute, Arms Transfers Database, sources and methods',
  },
  {
    id: 'joint-exercises',
    title: { en: 'Joint exercises in five years', vi: 'Số cuộc diễn tập chung trong năm năm' },
    formula: 'number of military exercises of the five years up to this one in which both took part',
    unit: 'exercises',
    datasets: ['military-exercises'],
    directed: false,
    range: [0, null],
    direction: 'deeper',
    uncertainty: counted,
    caution: 'An exercise of thirty states counts for each two of them as one of two does.',
    source: 'Bernhardt & Sukin (2021), Journal of Conflict Resolution 65(5)',
  },
]
