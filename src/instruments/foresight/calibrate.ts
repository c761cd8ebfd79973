import type { Missing } from '#domain/missing'
import { binOf } from '#numeric/binned-decomposition'
import { corpDecomposition } from '#numeric/corp-decomposition'
import type { ForecastGroups } from '#numeric/forecast-groups'
import { murphyOfGroups } from '#numeric/murphy-decomposition'
import { wilsonInterval } from '#numeric/wilson-interval'
import { absent } from './absent.ts'
import { overQuestionsDrawn } from './bootstrap.ts'
import type { CalibrationLine, Decomposition, Request } from './model.ts'
import type { Timeline } from './standing.ts'

/** A probability of yes that was said for a share of the open time of a question that was resolved. */
export interface Said {
  readonly question: string
  readonly p: number
  readonly weight: number
  readonly happened: number
}

/** All that was said of resolved questions with yes and no, each weighing as long as it stood. */
export function saidByForecasters(timelines: readonly Timeline[]): readonly Said[] {
  return timelines.flatMap(({ question, resolution, stands, from, until, state }) =>
    state !== 'resolved' || until <= from
      ? []
      : stands.flatMap(({ belief, loss, from: begin, until: end }) =>
          belief.kind !== 'binary' || loss === null
            ? []
            : [
                {
                  question: question.id,
                  p: belief.yes,
                  weight: (end - begin) / (until - from),
                  happened: resolution?.outcome === 'yes' ? 1 : 0,
                },
              ],
        ),
  )
}

/** Bins of equal width: what was said, how often it happened, with an interval that draws whole questions. */
export function calibrationLines(
  of: CalibrationLine['of'],
  said: readonly Said[],
  request: Request,
): readonly CalibrationLine[] {
  const { bins } = request
  const inBins = Map.groupBy(said, ({ p }) => binOf(p, bins))
  return [...inBins]
    .toSorted(([a], [b]) => a - b)
    .map(([bin, its]): CalibrationLine => {
      const weight = its.reduce((sum, one) => sum + one.weight, 0)
      const questions = new Set(its.map(({ question }) => question)).size
      const drawn = overQuestionsDrawn(
        its.map((one) => ({ question: one.question, over: one.weight * one.happened, under: one.weight })),
        request,
        '0–1',
      )
      const [low, high] = drawn.interval ?? [0, 1]
      // where all questions of a bin came out alike, drawing them says nothing: the score interval does
      const [least, most] = wilsonInterval(drawn.value * questions, questions)
      return {
        of,
        from: bin / bins,
        to: (bin + 1) / bins,
        questions,
        weight,
        said: its.reduce((sum, one) => sum + one.weight * one.p, 0) / weight,
        happened: {
          ...drawn,
          interval: [Math.min(low, least), Math.max(high, most)],
          uncertainty: '95 % interval over questions: the wider of drawing them and of Wilson',
        },
      }
    })
}

/** Murphy's and CORP's decomposition of the time-weighted Brier score; the parts sum to it. */
export function decompose(said: readonly Said[]): Decomposition | Missing {
  if (said.length === 0) return absent('not-applicable', 'nothingScored')
  const groups = grouped(said)
  const { brier, reliability, murphyResolution, uncertainty } = murphyOfGroups(groups)
  const { miscalibration, discrimination } = corpDecomposition(groups)
  return {
    brier,
    reliability,
    murphyResolution,
    uncertainty,
    miscalibration,
    discrimination,
    questions: new Set(said.map(({ question }) => question)).size,
  }
}

function grouped(said: readonly Said[]): ForecastGroups {
  const groups = new Map<number, { count: number; happened: number }>()
  for (const { p, weight, happened } of said) {
    const its = groups.get(p) ?? { count: 0, happened: 0 }
    its.count += weight
    its.happened += weight * happened
    groups.set(p, its)
  }
  const ordered = [...groups].toSorted(([a], [b]) => a - b)
  return {
    probability: Float64Array.from(ordered, ([p]) => p),
    count: Float64Array.from(ordered, ([, { count }]) => count),
    happened: Float64Array.from(ordered, ([, { happened }]) => happened),
  }
}
