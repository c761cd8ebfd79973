/** Goods on which a state may come to depend, by chapters and headings of the Harmonized System. */
export interface ProductGroup {
  readonly id: string
  readonly title: { readonly en: string; readonly vi: string }
  /** beginnings of codes of the Harmonized System (HS) that belong to it */
  readonly hs: readonly string[]
}

/**
 * The groups of which dependence is measured. Which goods are strategic is a judgement: change the list, and the measures
 * `product-dependence/…` follow. No code may belong to two groups.
 *
 * @see World Customs Organization, Harmonized System, edition 2012, chapters and headings
 */
export const productGroups: readonly ProductGroup[] = [
  { id: 'fuels', title: { en: 'mineral fuels', vi: 'nhiên liệu khoáng' }, hs: ['27'] },
  { id: 'cereals', title: { en: 'cereals', vi: 'ngũ cốc' }, hs: ['10'] },
  { id: 'fertilizers', title: { en: 'fertilizers', vi: 'phân bón' }, hs: ['31'] },
  { id: 'medicines', title: { en: 'pharmaceutical products', vi: 'dược phẩm' }, hs: ['30'] },
  { id: 'steel', title: { en: 'iron and steel', vi: 'sắt thép' }, hs: ['72'] },
  {
    id: 'semiconductors',
    title: { en: 'semiconductors and integrated circuits', vi: 'linh kiện bán dẫn và mạch tích hợp' },
    hs: ['8541', '8542'],
  },
  {
    id: 'telecommunications',
    title: { en: 'telephones and network equipment', vi: 'điện thoại và thiết bị mạng' },
    hs: ['8517'],
  },
  { id: 'aircraft', title: { en: 'aircraft and spacecraft', vi: 'máy bay và tàu vũ trụ' }, hs: ['88'] },
]
