import { SoundingsError } from '#domain/errors'
import { compositeAggregations, ranksFromTop } from '#numeric/composite'
import {
  type CompositeChoice,
  type CompositeModel,
  compositeRoom,
  prepareLeaves,
  scoreUnits,
} from '#numeric/composite-model'
import { weightsInAll } from '#numeric/composite-tree'
import type { CompositeUncertainty } from '#numeric/composite-uncertainty'
import { imputations } from '#numeric/impute'
import { normalizations } from '#numeric/normalize-column'
import { treatments } from '#numeric/treat-outliers'
import { checkAlternatives, tellSteps } from './composite-checks.ts'
import { readCompositeData } from './composite-data.ts'
import { type IndexFramework, readFramework } from './composite-framework.ts'
import { type Spread, sensitivityOf, uncertaintyOf } from './composite-spread.ts'
import { type Stage, stageNames, stageOf } from './composite-stages.ts'
import { someOf, warningList } from './composite-warnings.ts'
import { componentWeights, statedWeights, type WeightSet, weightings } from './composite-weights.ts'
import type { MethodEntry } from './method.ts'
import { integerOption, numberOption, shareOption, wordOption, wordsOption } from './method-options.ts'

/**
 * `composite`: a composite index from a tree of indicators and a table of data, by the steps of OECD and JRC, each of which can be looked
 * at. What it cannot use it says before it runs.
 *
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators
 */
export const compositeFile: MethodEntry = {
  name: 'composite',
  about:
    'A composite index: gaps, outliers, scales, weights, aggregation, each step shown, and intervals of ranks and scores',
  input:
    'framework CSV: code,parent,weight,direction (denominator,scale,lower,upper,target); data CSV: unit and a column for each leaf; for --weights budget or pairwise a third: assessor,code,points or assessor,parent,a,b,ratio',
  options: [
    { flags: '--denominate', about: 'divide indicators by the denominators of the framework' },
    {
      flags: '--impute <how>',
      about: `${imputations.join(', ')}; several, with commas: the first counts, all are drawn`,
      default: 'none',
    },
    { flags: '--group <column>', about: 'column of the data, for group-mean and group-median' },
    { flags: '--treat <how>', about: `${treatments.join(', ')}; several as above`, default: 'none' },
    { flags: '--skewness <limit>', about: 'outliers: absolute skewness beyond this', default: '2' },
    { flags: '--kurtosis <limit>', about: 'outliers: and excess kurtosis beyond this', default: '3.5' },
    { flags: '--points <most>', about: 'how many outliers may be drawn in', default: '5' },
    {
      flags: '--normalize <how>',
      about: `${normalizations.join(', ')}; several as above`,
      default: 'min-max',
    },
    { flags: '--weights <from>', about: weightings.join(', '), default: 'given' },
    {
      flags: '--aggregate <how>',
      about: `${compositeAggregations.join(', ')}; several as above`,
      default: 'arithmetic',
    },
    { flags: '--coverage <share>', about: 'share of the parts of a node that must be known', default: '1' },
    {
      flags: '--least-data <share>',
      about: 'warn of units with data for a smaller share of indicators',
      default: '0.66',
    },
    {
      flags: '--uncertainty <draws>',
      about: 'draws of weights and of all that is given several ways; 0 for none',
      default: '0',
    },
    {
      flags: '--weight-spread <share>',
      about: 'weights are drawn within this share of themselves',
      default: '0.25',
    },
    {
      flags: '--sobol <rows>',
      about: 'rows of a design: which choices move ranks, alone and in all; 0 for none',
      default: '0',
    },
    {
      flags: '--sobol-weights <how>',
      about: 'weights as inputs of the design: each, or together as one',
      default: 'each',
    },
    { flags: '--seed <number>', about: 'seed of the draws', default: '1' },
    {
      flags: '--stage <name>',
      about: `show a step as a table: ${stageNames.join(', ')}, all, none`,
      default: 'none',
    },
  ],
  async run(files, options, watch) {
    const alternatives = {
      impute: wordsOption(options, 'impute', imputations),
      treat: wordsOption(options, 'treat', treatments),
      normalize: wordsOption(options, 'normalize', normalizations),
      aggregate: wordsOption(options, 'aggregate', compositeAggregations),
    }
    const choice: CompositeChoice = {
      impute: alternatives.impute[0],
      treat: alternatives.treat[0],
      normalize: alternatives.normalize[0],
      aggregate: alternatives.aggregate[0],
    }
    const weighting = wordOption(options, 'weights', weightings)
    const stage = wordOption(options, 'stage', [...stageNames, 'all', 'none'] as const)
    const coverage = shareOption(options, 'coverage')
    const leastData = shareOption(options, 'leastData')
    const draws = integerOption(options, 'uncertainty', { least: 0, most: 100_000 })
    const rows = integerOption(options, 'sobol', { least: 0, most: 1_000_000 })
    const sobolWeights = wordOption(options, 'sobolWeights', ['each', 'together'] as const)
    const weightSpread = shareOption(options, 'weightSpread')
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const limits = {
      skewness: numberOption(options, 'skewness', { above: 0 }),
      kurtosis: numberOption(options, 'kurtosis', { above: -2 }),
      points: integerOption(options, 'points', { least: 0, most: 1_000_000 }),
    }
    const denominate = options['denominate'] === true
    const group = options['group'] === undefined ? undefined : String(options['group'])
    const [frame, table, third, ...more] = files
    if (frame === undefined || table === undefined || more.length > 0)
      throw new SoundingsError(
        'call-invalid',
        `composite takes a framework, a data file and perhaps one of weights, and was given ${files.length}`,
      )

    const warnings = warningList(watch)
    const framework = await readFramework(frame)
    checkAlternatives(alternatives, framework, { group, draws: draws > 0 || rows > 0 }, warnings)
    const stated = await statedWeights(weighting, framework, third, warnings)
    const data = await readCompositeData(table, framework, { denominate, group }, warnings)
    const { nodes, tree } = framework
    const units = data.units.length
    const model: CompositeModel = {
      units,
      tree,
      leaves: Int32Array.from(framework.leaves),
      data: data.denominated,
      scales: framework.leaves.flatMap((at) => nodes[at]?.scale ?? []),
      groups: data.groups,
      coverage,
      limits,
    }
    const prepared = prepareLeaves(model, choice)
    tellSteps(framework, data, prepared, choice, leastData, warnings)
    const room = compositeRoom(model, [choice.aggregate])
    scoreUnits(model, prepared.normalized, stated.weights, 'arithmetic', room)
    const mean =
      choice.aggregate === 'geometric' || choice.aggregate === 'harmonic' ? choice.aggregate : 'arithmetic'
    const weighed: WeightSet =
      weighting === 'principal-components'
        ? componentWeights(framework, room.scores, units, mean, coverage, warnings)
        : stated
    const { exact, orders } = scoreUnits(model, prepared.normalized, weighed.weights, choice.aggregate, room)
    const { scores } = room
    if (!exact)
      warnings.warn(
        'order',
        'More than 12 units are preferred in a circle: their order was searched step by step, and a better one may exist.',
      )
    if (orders > 1)
      warnings.warn('order', `${orders} orders have the same support: the one shown is one of them.`)
    const root = scores.subarray((nodes.length - 1) * units)
    const none = data.units.filter((_, at) => Number.isNaN(root[at]))
    if (none.length > 0)
      warnings.warn(
        'no-score',
        `${none.length} of ${units} units have no score (${someOf(none)}): too few parts are known, or one is not above 0 under a ${choice.aggregate} mean. --impute fills what is missing, --coverage asks for less.`,
      )
    const ranks = ranksFromTop(root, 0, units, new Float64Array(units), new Float64Array(units))
    const spread: Spread = { model, weights: weighed.weights, alternatives, weightSpread, seed }
    const uncertain = draws === 0 ? null : await uncertaintyOf(spread, draws, watch, warnings)
    const sensitivity =
      rows === 0 ? null : await sensitivityOf(spread, rows, sobolWeights, ranks, framework, watch, warnings)

    const steps = { framework, data, prepared, choice, denominate, scores, coverage }
    const shown = stageNames.filter((name) => stage === 'all' || stage === name)
    return {
      scores: data.units.flatMap((unit, at) =>
        nodes.map(({ code }, node) => ({ unit, code, value: known(scores[node * units + at]) })),
      ),
      ranks: data.units.map((unit, at) => ({
        unit,
        rank: known(ranks[at]),
        ...(uncertain === null ? {} : intervalsOf(uncertain, at)),
      })),
      weights: weightRows(framework, weighed),
      ...(sensitivity === null ? {} : { sensitivity }),
      ...(shown.length === 0 ? {} : { stages: shown.map((name) => stageOf(name, steps)) }),
      warnings: warnings.all,
      steps: {
        denominate,
        ...choice,
        weights: weighting,
        coverage,
        ...(choice.treat === 'none' ? {} : { limits }),
        ...(draws === 0 && rows === 0 ? {} : { alternatives, weightSpread, seed }),
        ...(uncertain === null ? {} : { uncertainty: draws, drawsOnScale: uncertain.onScale }),
      },
    }
  },
  table: ({ scores, stages }: { scores: readonly Row[]; stages?: readonly Stage[] }) => {
    const [only, ...others] = stages ?? []
    if (only === undefined || others.length > 0) return scores
    return only.rows.map(({ unit, code, value, why }) => ({ unit, code, value, why }))
  },
}

type Row = Readonly<Record<string, unknown>>

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

function intervalsOf({ units }: CompositeUncertainty, at: number) {
  const { rank = null, score = null } = units[at] ?? {}
  return {
    interval: rank?.interval ?? null,
    median: rank?.median ?? null,
    scoreInterval: score?.interval ?? null,
    scoreMedian: score?.median ?? null,
  }
}

function weightRows({ nodes, tree }: IndexFramework, { weights, notes }: WeightSet): readonly Row[] {
  const inAll = weightsInAll(tree, weights, new Float64Array(nodes.length))
  return nodes.flatMap((node, at) =>
    node.parent === -1
      ? []
      : [
          {
            code: node.code,
            parent: node.parentCode,
            weight: weights[at],
            shareOfAll: inAll[at],
            ...notes.get(node.code),
          },
        ],
  )
}
