import type { Framework } from '#domain/framework'
import type { Series } from '#domain/series'
import { states } from '#domain/state'
import { random } from '#numeric/random'

/** How large a workspace of relations is made. */
export interface Size {
  readonly partners: number
  readonly years: number
  readonly indicators: number
}

/** 200 states × 75 years × 60 indicators: 11,940 series, 895,500 observations. */
export const wholeSize: Size = { partners: 199, years: 75, indicators: 60 }
export const state = 'VNM'
export const lastYear = 2024
const source = 'bench'
const restsOn = [{ source }]

/** Codes of the partners, in the order of the alphabet. */
export function partnersOf({ partners }: Size): readonly string[] {
  const codes = states.map(({ id }) => id as string).filter((id) => /^[A-Z]{3}$/.test(id) && id !== state)
  return codes.slice(0, partners)
}

/** A framework of three dimensions, each with as many leaves as the others; every tenth leaf has a scale for raters too. */
function frameworkOf({ indicators }: Size): Framework {
  const tops = ['interests', 'institutions', 'identity'].map((code) => ({ code, title: code, weight: 1 }))
  const leaves = Array.from({ length: indicators }, (_, at) => ({
    code: `leaf-${at}`,
    parent: tops[at % tops.length]?.code ?? 'interests',
    title: `Leaf ${at}`,
    weight: 1 + (at % 4),
    measure: `indicator-${at}`,
    goalposts: [0, 1] as [number, number],
    ...(at % 10 === 0
      ? { scale: [1, 2, 3, 4, 5].map((level) => ({ level, en: `level ${level}`, vi: `mức ${level}` })) }
      : {}),
  }))
  return { id: 'bench-depth', title: 'Sixty criteria', edition: '1', criteria: [...tops, ...leaves], restsOn }
}

/** A record file of the whole workspace, drawn by a seeded generator: deep partners stay deep, and each moves slowly. */
export function largeRelations(size: Size): Readonly<Record<string, readonly object[]>> {
  const draw = random(17)
  const framework = frameworkOf(size)
  const partners = partnersOf(size)
  const idOf = (partner: string) => `vnm-${partner.toLowerCase()}`
  const from = lastYear - size.years + 1
  const rated = framework.criteria.filter(({ scale }) => scale !== undefined).map(({ code }) => code)
  const tiers = ['comprehensive', 'strategic', 'comprehensive-strategic'] as const
  const series: Series[] = []
  for (const partner of partners) {
    const level = draw()
    for (let at = 0; at < size.indicators; at++) {
      let value = 0.5 * level + 0.5 * draw()
      series.push({
        id: `indicator-${at}/${idOf(partner)}`,
        measure: `indicator-${at}`,
        relation: idOf(partner),
        of: state,
        towards: partner,
        observations: Array.from({ length: size.years }, (_, step) => {
          value = Math.min(1, Math.max(0, value + 0.04 * (draw() - 0.5)))
          return { year: from + step, value: Math.round(value * 1e4) / 1e4 }
        }),
        restsOn,
      })
    }
  }
  const round = 'bench-round'
  return {
    assessors: ['x', 'y', 'z'].map((id) => ({ id, name: id })),
    sources: [{ id: source, type: 'secondary', csl: { type: 'book', title: 'Drawn by a seeded generator' } }],
    actors: [state, ...partners].map((id) => ({ id: id.toLowerCase(), name: id, type: 'state' })),
    frameworks: [framework],
    relations: partners.map((partner, at) => ({
      id: idOf(partner),
      title: `${state} and ${partner}`,
      parties: [state, partner],
      tiers: at % 3 === 0 ? [{ tier: tiers[(at / 3) % 3], declared: '2010', restsOn }] : [],
      spells: [{ from: String(from + (at % 40)), restsOn }],
      mechanisms: [
        {
          id: 'commission',
          title: 'Joint commission',
          field: 'economic',
          everyMonths: 12,
          spells: [{ from: '1995', ...(at % 7 === 0 ? { to: '2009', by: 'lapse' } : {}), restsOn }],
        },
      ],
      restsOn,
    })),
    agreements: partners.flatMap((partner) =>
      ['economic', 'defence', 'culture'].map((field, at) => ({
        id: `${idOf(partner)}/${field}`,
        relation: idOf(partner),
        title: `Agreement on ${field}`,
        parties: [state.toLowerCase(), partner.toLowerCase()],
        field,
        bindingness: at === 0 ? 'agreement' : 'memorandum',
        signed: String(1990 + Math.floor(draw() * 30)),
        restsOn,
      })),
    ),
    series,
    ratingRounds: [
      {
        id: round,
        title: 'Round',
        framework: framework.id,
        year: lastYear - 1,
        relations: partners.map(idOf),
        leaves: rated,
        assessors: ['x', 'y', 'z'],
        opened: '2024-01',
        closed: '2024-02',
      },
    ],
    ratings: partners.flatMap((partner) =>
      rated.flatMap((leaf) =>
        ['x', 'y', 'z'].map((assessor) => ({
          id: `${round}/${idOf(partner)}/${leaf}/${assessor}`,
          round,
          relation: idOf(partner),
          leaf,
          assessor,
          level: 1 + Math.floor(draw() * 5),
          because: 'drawn',
        })),
      ),
    ),
  }
}
