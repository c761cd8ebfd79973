import { SoundingsError } from '#domain/errors'
import { allWeights } from '#numeric/composite-sensitivity'
import type { CompositeUncertainty, CompositeUncertaintyInput } from '#numeric/composite-uncertainty'
import type { IndexFramework } from './composite-framework.ts'
import type { WarningList } from './composite-warnings.ts'
import { compute } from './compute.ts'
import type { MethodWatch } from './method.ts'

const mostValues = 50_000_000 // two tables of 400 MB

/** The choices that are drawn. */
export type Spread = Omit<CompositeUncertaintyInput, 'draws'>

/** Ranks and scores of many draws, on worker threads. */
export async function uncertaintyOf(
  spread: Spread,
  draws: number,
  watch: MethodWatch,
  warnings: WarningList,
): Promise<CompositeUncertainty> {
  if (draws * spread.model.units > mostValues)
    throw new SoundingsError(
      'call-invalid',
      `--uncertainty takes ${Math.floor(mostValues / spread.model.units)} draws of ${spread.model.units} units at most`,
      { place: { value: draws } },
    )
  const progress = (done: number, of: number) => watch.progress(done, of, 'draws')
  const found = await compute('compositeUncertainty', { ...spread, draws }, { progress })
  if (found.onScale < draws)
    warnings.warn(
      'draws',
      `${draws - found.onScale} of ${draws} draws end on another scale than 0 to 100: they count for intervals of ranks, not of scores.`,
    )
  return found
}

/** Which choices move ranks, on worker threads; null where none does. */
export async function sensitivityOf(
  spread: Spread,
  rows: number,
  weights: 'each' | 'together',
  ranks: Float64Array,
  { nodes }: IndexFramework,
  watch: MethodWatch,
  warnings: WarningList,
) {
  const root = nodes.length - 1
  const choices = [
    ['imputation', spread.alternatives.impute],
    ['treatment', spread.alternatives.treat],
    ['normalization', spread.alternatives.normalize],
    ['aggregation', spread.alternatives.aggregate],
  ] as const
  const weightInputs =
    weights === 'together'
      ? [{ at: allWeights, input: 'weights' }]
      : nodes.slice(0, root).map(({ code }, at) => ({ at, input: `weight of ${code}` }))
  const inputs = [
    ...(spread.weightSpread === 0 ? [] : weightInputs),
    ...choices.flatMap(([input, list], place) => (list.length > 1 ? [{ at: root + place, input }] : [])),
  ]
  if (rows < 8 || inputs.length === 0) {
    warnings.warn(
      'draws',
      rows < 8 ? '--sobol needs 8 rows at least.' : 'Nothing varies: there is nothing to divide.',
    )
    return null
  }
  const { draws: _, ...rest } = { ...spread, draws: 0 }
  const found = await compute(
    'compositeSensitivity',
    { ...rest, rows, ranks, inputs: inputs.map(({ at }) => at) },
    { progress: (done, of) => watch.progress(done, of, 'runs') },
  )
  if (found === null) {
    warnings.warn('draws', 'No choice that is drawn moves a rank: there is nothing to divide.')
    return null
  }
  return inputs.map(({ input }, at) => ({ input, ...found[at] }))
}
