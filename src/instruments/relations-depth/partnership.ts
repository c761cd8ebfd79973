import { pointers } from '#domain/finding'
import { isMissing } from '#domain/missing'
import { tiers } from '#domain/relation'
import { absent } from './absent.ts'
import type { Check, Durability, Titled } from './beyond.ts'
import { by, holding, inForce } from './from-records.ts'
import type { Dossier, Standing } from './model.ts'

/**
 * What a partnership must meet (D13): a foundation out of strains, documents adopted by leaders, projects with goals, timetable,
 * participation and assessment.
 *
 * @see paper 004, "The model of deepening relations"
 */
export function checksOf(dossier: Dossier, year: number, durability: Durability): readonly Check[] {
  const { relation, agreements, series } = dossier
  const projects = dossier.projects.filter(({ from }) => from === undefined || by(from, year))
  const dispute = series.find(({ measure }) => measure === 'dispute-years')
  const last = dispute?.observations.findLast((one) => one.year <= year)
  const nobody = absent('not-collected', 'nothingRecorded')
  const held = inForce(agreements, year)
  const tier = relation.tiers?.findLast(({ declared }) => by(declared, year))
  const leaders = holding(relation, year).filter(({ level }) => level === 'leaders')
  const project = (demand: Check['demand'], has: (one: Dossier['projects'][number]) => boolean): Check => ({
    demand,
    met: projects.length === 0 ? nobody : projects.every(has),
    with: projects
      .filter(has)
      .map(({ title }) => title)
      .join('; '),
    evidence: projects.flatMap((one) => pointers('project', one)),
  })
  return [
    {
      demand: 'out-of-strains',
      met: last === undefined ? nobody : isMissing(last.value) ? last.value : last.value === 0,
      with: last === undefined || isMissing(last.value) ? '' : `${last.value} / 10 (${last.year})`,
      evidence: dispute === undefined ? [] : pointers('series', dispute),
    },
    {
      demand: 'unbroken',
      met: isMissing(durability.yearsUnbroken) ? durability.yearsUnbroken : true,
      with: isMissing(durability.yearsUnbroken) ? '' : String(Math.floor(durability.yearsUnbroken)),
      evidence: durability.spells.slice(0, 1).flatMap(({ evidence }) => evidence),
    },
    {
      demand: 'document',
      met: held.length > 0 ? true : nobody,
      with: held.map(({ title }) => title).join('; '),
      evidence: held.flatMap((one) => pointers('agreement', one)),
    },
    {
      demand: 'adopted-by-leaders',
      met: tier !== undefined && tier.tier !== 'none' ? true : leaders.length > 0 ? true : nobody,
      with: tier?.tier ?? leaders.map(({ title }) => title).join('; '),
      evidence: pointers('relation', {
        id: relation.id,
        restsOn: tier?.restsOn ?? leaders[0]?.spells[0]?.restsOn,
      }),
    },
    project('projects', () => true),
    project('goals', ({ goals }) => goals.length > 0),
    project('timetable', ({ timetable, to }) => timetable !== undefined || to !== undefined),
    project('participation', ({ participants }) => participants.length > 1),
    project('assessment', ({ assessment }) => assessment !== undefined),
  ]
}

/**
 * Partners whose declared tier does not fit their depth: one of a lower tier is deeper in 90 % of draws or more.
 *
 * @param depths [relations][draws] in the order of the standings
 */
export function titledOf(standings: readonly Standing[], depths: readonly Float64Array[]): readonly Titled[] {
  const found: Titled[] = []
  const rung = ({ tier }: Standing) => (isMissing(tier) ? -1 : tiers.indexOf(tier))
  for (const [high, one] of standings.entries())
    for (const [low, other] of standings.entries()) {
      if (rung(one) < 0 || rung(other) < 0 || rung(one) <= rung(other)) continue
      if (isMissing(one.tier) || isMissing(other.tier)) continue
      const [a, b] = [depths[high], depths[low]]
      const sure =
        a === undefined || b === undefined
          ? 0
          : a.reduce((n, x, at) => n + ((b[at] ?? 0) > x ? 1 : 0), 0) / a.length
      if (sure < 0.9) continue
      found.push({
        relation: one.relation,
        title: one.title,
        titleVi: one.titleVi,
        tier: one.tier,
        reading: 'over',
        against: other.title,
        againstVi: other.titleVi,
        againstTier: other.tier,
        illustrative: one.tierIllustrative || other.tierIllustrative,
        sure,
      })
      found.push({
        relation: other.relation,
        title: other.title,
        titleVi: other.titleVi,
        tier: other.tier,
        reading: 'under',
        against: one.title,
        againstVi: one.titleVi,
        againstTier: one.tier,
        illustrative: one.tierIllustrative || other.tierIllustrative,
        sure,
      })
    }
  return found.toSorted((x, y) => y.sure - x.sure || x.relation.localeCompare(y.relation))
}
