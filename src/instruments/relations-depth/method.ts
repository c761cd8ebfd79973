import { type Estimate, pointers } from '#domain/finding'
import type { Watch } from '#domain/instrument'
import { isMissing, type Missing } from '#domain/missing'
import { absent } from './absent.ts'
import { agreementOf } from './agree.ts'
import { branchesOf } from './branches.ts'
import { durabilityOf } from './endure.ts'
import { entwine } from './entwine.ts'
import { estimate } from './estimate.ts'
import { by } from './from-records.ts'
import { byRelation, newGround } from './ground.ts'
import { drawnDepths, drawnStandings, type Profile, profileOf, roomFor } from './index-depth.ts'
import type { History } from './lagged-changes.ts'
import { leversOf } from './levers.ts'
import type { Dossier, Input, Leaf, Request, Result, Standing, YearDepth } from './model.ts'
import { type Panel, panelOf } from './panel.ts'
import { checksOf, titledOf } from './partnership.ts'
import { quadrantOf } from './quadrant.ts'
import { readLeaves, yearsOf } from './read-leaves.ts'
import { sensitivity } from './sensitivity.ts'
import { spillOver, widthOf } from './spread-out.ts'
import { type Tree, treeOf } from './tree.ts'
import { hitRateOf, paired, trustOf } from './trust.ts'
import { upkeepOf } from './upkeep.ts'
import { warningsOf } from './warnings.ts'
import { waysOf } from './ways.ts'
import { weigh } from './weigh.ts'

const joint = '90 % of joint draws: errors, what is missing, weights, way of putting together'
const unit = 'depth, 0 to 1'

/** Depth of a relation: read → scale → put together → draw → compare, and what the paper asks beyond an index. */
export function method(input: Input, watch: Watch, ground = newGround()): Result {
  const { request, framework, dossiers, plan } = input
  const [asked] = dossiers as readonly [Dossier, ...Dossier[]] // gather puts the relation asked for first
  const weighed = weigh(framework, input.weightings, request)
  const tree = treeOf(framework, weighed.weights)
  const years = yearsOf(input)
  const year = request.year ?? years.at(-1) ?? 2000
  const past = years.filter((one) => one <= year)
  const ordered = { ...input, dossiers: byRelation(dossiers) }
  const panel = ground.once('panel', () => panelOf(ordered, tree, watch))
  const all = ground.once(`standings ${year}`, () => stand(ordered, tree, year, panel, watch))
  const at = ordered.dossiers.indexOf(asked)
  const askedFirst = <T>(list: readonly T[]) => [list[at] as T, ...list.filter((_, other) => other !== at)] // as many as dossiers
  const standings = askedFirst(all.standings)
  const own = standings[0] as Standing
  const profile = all.profiles[at] as Profile
  const spread = ground.once(`spill-over ${past.join(' ')}`, () =>
    spillOver(topsOf(tree), histories(ordered, tree, past, panel, watch), request.seed),
  )
  const raters = ground.once(`raters ${year}`, () => agreementOf(ordered, tree, year))
  const titled = ground.once(`titled ${year}`, () => titledOf(all.standings, all.depths))
  const ways = ground.once(`ways ${year}`, () =>
    waysOf(tree, all.standings, all.leaves, request, roomFor(tree)),
  )
  const trajectory = trace(
    input,
    tree,
    past,
    past.map((one) => readLeaves(input, tree, asked, one, panel)),
  )
  const trust = trustOf(asked, year, request)
  const durability = durabilityOf(dossiers, year)
  const entwinement = entwine(asked, year, request)
  return {
    dyad: asked.relation.parties,
    title: asked.relation.title,
    titleVi: asked.relation.titleVi ?? asked.relation.title,
    framework: {
      id: framework.id,
      title: framework.title,
      titleVi: framework.titleVi ?? framework.title,
      edition: framework.edition,
      evidence: pointers('framework', framework),
    },
    year,
    ratings: request.ratings,
    weighting: request.weighting,
    weights: weighed.weights,
    depth: own.depth,
    depthWithIllustrative: withIllustrative(input, tree, year, asked),
    warnings: warningsOf(input, tree, standings, year, weighed),
    standings,
    sensitivity: sensitivity(tree, profile, request),
    trajectory,
    entwinement,
    trust,
    quadrant: quadrantOf(own, trajectory, trust),
    durability,
    width: widthOf(dossiers, year),
    spillOver: spread,
    checks: checksOf(asked, year, durability),
    titled,
    raters,
    panel: membersOf(panel, year),
    ways: askedFirst(ways),
    upkeep: upkeepOf(asked, entwinement, year),
    plan: { id: plan?.id ?? null, title: plan?.title ?? null, year: plan?.year ?? null },
    ...leversOf(tree, own.leaves, plan, request),
  }
}

/** The assessors behind the ratings of the year, and why the measurement model was not used where it was not. */
function membersOf(panel: Panel, year: number): Result['panel'] {
  const { scales } = panel(year)
  return {
    members: scales.flatMap(({ levels, latent }) =>
      isMissing(latent) ? [] : latent.assessors.map((one) => ({ ...one, levels })),
    ),
    notUsed: scales.flatMap(({ latent }) => (isMissing(latent) ? [latent] : [])),
  }
}

function stand(input: Input, tree: Tree, year: number, panel: Panel, watch: Watch) {
  const { request, dossiers } = input
  const room = roomFor(tree)
  const leaves = dossiers.map((dossier) => readLeaves(input, tree, dossier, year, panel))
  const profiles = leaves.map((list) => profileOf(tree, list, request, room))
  const { depths, ranks } = drawnStandings(tree, profiles, request, (draw) => {
    if (draw % 20 === 0) watch.progress(draw, request.draws, 'draws')
  })
  const order = profiles.map(({ depth }) => depth)
  const profileKnown = (at: number) => profiles[at]?.coverage ?? 0
  const standings = dossiers.map(({ relation }, at): Standing => {
    const [list, profile] = [leaves[at] ?? [], profiles[at] as Profile] // as many as dossiers
    const tier = (relation.tiers ?? []).findLast(({ declared }) => by(declared, year))
    const nothing = absent('below-threshold', 'littleKnown', {
      known: Math.round(100 * profileKnown(at)),
      least: Math.round(100 * request.leastCoverage),
    })
    const share = (basis: Leaf['basis']) =>
      list
        .filter((leaf) => leaf.basis === basis)
        .reduce((sum, { weight, share: s }) => sum + (isMissing(s) ? 0 : weight), 0)
    return {
      relation: relation.id,
      title: relation.title,
      titleVi: relation.titleVi ?? relation.title,
      partner: relation.parties[1],
      depth: Number.isNaN(profile.depth) ? nothing : estimate(profile.depth, depths[at] ?? [], unit, joint),
      rank: Number.isNaN(profile.depth)
        ? nothing
        : estimate(1 + order.filter((other) => other > profile.depth).length, ranks[at] ?? [], 'rank', joint),
      coverage: profile.coverage,
      byBasis: { data: share('data'), records: share('records'), ratings: share('ratings') },
      tier: tier?.tier ?? absent('not-collected', 'noTier'),
      tierDate: tier?.declared ?? absent('not-collected', 'noTier'),
      tierIllustrative: tier?.illustrative === true,
      leaves: list,
      branches: branchesOf(tree, profile, list),
    }
  })
  return { standings, depths, profiles, leaves }
}

function trace(
  input: Input,
  tree: Tree,
  years: readonly number[],
  history: readonly (readonly Leaf[])[],
): readonly YearDepth[] {
  const room = roomFor(tree)
  const profiles = history.map((leaves) => profileOf(tree, leaves, input.request, room))
  const depths = drawnDepths(tree, profiles, { ...input.request, draws: 200 })
  const [asked] = input.dossiers
  return years.map((year, at) => {
    const profile = profiles[at] as Profile // one for each year
    const words = asked === undefined ? [] : paired(asked, year, input.request)
    return {
      year,
      depth: Number.isNaN(profile.depth)
        ? absent('below-threshold', 'littleKnownUpTo', {
            known: Math.round(100 * profile.coverage),
            year,
          })
        : estimate(profile.depth, depths[at] ?? [], unit, joint),
      coverage: profile.coverage,
      trust: hitRateOf(words, asked?.relation.parties[1] ?? ''),
    }
  })
}

function withIllustrative(input: Input, tree: Tree, year: number, asked: Dossier): Estimate | Missing {
  if (input.request.ratings === 'all') return absent('not-applicable', 'countedAlready')
  if (!asked.ratings.some(({ illustrative }) => illustrative === true))
    return absent('not-applicable', 'noneIllustrative')
  // means: what is only shown beside the result does not deserve a fit of seconds
  const request: Request = { ...input.request, ratings: 'all', raterModel: 'mean' }
  const all = { ...input, request }
  const leaves = readLeaves(all, tree, asked, year, panelOf(all, tree))
  const profile = profileOf(tree, leaves, request, roomFor(tree))
  const depths = drawnDepths(tree, [profile], request)
  return Number.isNaN(profile.depth)
    ? absent('not-collected', 'nothingKnown')
    : estimate(profile.depth, depths[0] ?? [], unit, joint)
}

function topsOf(tree: Tree) {
  return tops(tree).map((at) => {
    const { title, titleVi } = tree.criteria[at] as Tree['criteria'][number] // a place in the tree
    return { en: title, vi: titleVi ?? title }
  })
}

/** The fields of the index: criteria at the top that count. */
function tops({ parent, leaf, weight }: Tree): readonly number[] {
  return [...parent.keys()].filter((at) => (parent[at] ?? -1) < 0 && leaf[at] === 0 && weight[at] !== 0)
}

function histories(
  input: Input,
  tree: Tree,
  past: readonly number[],
  panel: Panel,
  watch: Watch,
): readonly History[] {
  const room = roomFor(tree)
  const above = tops(tree)
  return input.dossiers.map((dossier, at) => {
    watch.progress(at, input.dossiers.length, 'partners')
    const history = above.map(() => new Float64Array(past.length))
    for (const [step, year] of past.entries()) {
      const leaves = readLeaves(input, tree, dossier, year, panel)
      const { central } = profileOf(tree, leaves, { aggregate: 'arithmetic', leastCoverage: 0 }, room)
      for (const [field, top] of above.entries())
        (history[field] as Float64Array)[step] = central[top] as number // a place in the tree
    }
    return history
  })
}
