import type { Watch } from '#domain/instrument'
import type { Question } from '#domain/question'
import { absent } from './absent.ts'
import { backTest } from './back-test.ts'
import { calibrationLines, decompose, saidByForecasters } from './calibrate.ts'
import { contradict } from './contradict.ts'
import { distributionNow, isOfDistribution, testDistributions } from './distributions.ts'
import { historyOf, pooledNow } from './history.ts'
import { type Belief, lossOf } from './loss.ts'
import type { Input, QuestionLine, Result } from './model.ts'
import { pastScores } from './past-scores.ts'
import { forecastPointer, questionPointer, resolutionPointer } from './pointers.ts'
import { scoreLines } from './score-lines.ts'
import { type Timeline, timelines } from './standing.ts'
import { tally } from './tally.ts'
import { warningsOf } from './warnings.ts'
import { words } from './words.data.ts'

/** Pools, scores, decomposes and calibrates what was forecast, and looks for what contradicts. */
export function method(input: Input, watch: Watch): Result {
  const { request } = input
  const lines = timelines(input)
  const resolved = lines.filter(({ state }) => state === 'resolved')
  const tallies = resolved
    .filter(({ question }) => !isOfDistribution(question))
    .flatMap((line) => tally(line, baseLoss(line), request.baseline, rateLoss(line)))
  watch.progress(1, 4, 'draws')
  const past = pastScores(resolved, tallies)
  const tested = backTest(lines, past, request)
  const distributions = testDistributions(lines, request)
  watch.progress(2, 4, 'draws')
  const scores = scoreLines(input, tallies)
  watch.progress(3, 4, 'draws')
  const focus = lines.find(({ question }) => question.id === request.question)
  const open = lines.filter((line) => line.state === 'open' && line !== focus)
  const rest = lines.filter((line) => line.state !== 'open' && line !== focus)
  const told = [...(focus === undefined ? [] : [focus]), ...open, ...rest]
  const mean = new Map(
    [...Map.groupBy(resolved.flatMap(scoredStands), ({ question }) => question)].map(([question, its]) => [
      question,
      its.reduce((sum, { loss, weight }) => sum + loss * weight, 0) /
        its.reduce((sum, { weight }) => sum + weight, 0),
    ]),
  )
  const said = saidByForecasters(lines)
  return {
    title: focus?.question.title ?? words.allQuestions.en,
    titleVi: focus === undefined ? words.allQuestions.vi : titleVi(focus.question),
    focus: focus?.question.id ?? null,
    cutoff: request.cutoff ?? null,
    rule: tested.rule,
    ruleBecause: tested.because,
    questions: told.map(
      (line): QuestionLine => ({
        ...about(line),
        pooled: isOfDistribution(line.question)
          ? absent('not-applicable', 'pooledDistribution')
          : pooledNow(line, tested.rule, past, request, line.state === 'open' || line === focus),
        score: mean.get(line.question.id) ?? unscored(line),
        poolScore:
          tested.byQuestion.get(line.question.id) ??
          distributions.byQuestion.get(line.question.id) ??
          unscored(line),
      }),
    ),
    scores,
    decomposition: decompose(said),
    calibration: [
      ...calibrationLines('forecasters', said, request),
      ...calibrationLines('pool', tested.said, request),
    ],
    backTest: tested.lines,
    leftOut: tested.leftOut,
    history: told
      .slice(0, focus === undefined ? mostHistories : 1)
      .flatMap((line) => historyOf(line, tested.rule, past, request)),
    distributions: {
      rule: distributions.rule,
      because: distributions.because,
      backTest: distributions.lines,
      leftOut: distributions.leftOut,
      pooled: (focus === undefined ? told : [focus]).flatMap(
        (line) =>
          distributionNow(line, distributions, request, line.state === 'open' || line === focus) ?? [],
      ),
    },
    contradictions: contradict(input),
    warnings: warningsOf(lines),
  }
}

/** Of how many questions the history is told where none is asked for alone. */
const mostHistories = 40

function about({ question, state, resolution, stands }: Timeline) {
  const { id, title, kind, baseRate, illustrative } = question
  const latest = new Map(stands.map((stand) => [stand.assessor, stand]))
  return {
    id,
    title,
    titleVi: titleVi(question),
    kind,
    state,
    outcome: resolution?.outcome ?? absent('not-collected', 'notResolved'),
    forecasters: latest.size,
    baseRate:
      kind === 'binary'
        ? (baseRate?.probabilities[0] ?? absent('not-collected', 'noBaseRate'))
        : absent('not-collected', 'noBaseRate'),
    illustrative: illustrative === true,
    evidence: [
      questionPointer(question),
      ...(resolution === null ? [] : [resolutionPointer(resolution)]),
      ...[...latest.values()]
        .slice(0, mostPointers)
        .map(({ forecast, assessor }) => forecastPointer({ id: forecast, assessor })),
    ],
  }
}

/** No more forecasts than this are pointed at from one question; the question leads to all. */
const mostPointers = 12

function titleVi({ title, titleVi: own }: Question): string {
  return own ?? title
}

function unscored({ state }: Timeline) {
  if (state === 'annulled') return absent('not-applicable', 'annulled')
  if (state === 'reopened') return absent('not-applicable', 'reopened')
  return state === 'open' ? absent('not-collected', 'notResolved') : absent('not-applicable', 'nobodyStands')
}

function scoredStands({ question, stands }: Timeline) {
  return stands.flatMap(({ loss, from, until }) =>
    loss === null ? [] : [{ question: question.id, loss, weight: until - from }],
  )
}

/** Score of the base rate on a resolved question, or null where it has none or it does not fit. */
function baseLoss({ question, resolution }: Timeline): number | null {
  const probabilities = question.baseRate?.probabilities
  if (probabilities === undefined || resolution === null) return null
  const belief: Belief | null =
    question.kind === 'binary'
      ? { kind: 'binary', yes: probabilities[0] ?? 0 }
      : question.kind === 'categorical' && probabilities.length === question.options?.length
        ? { kind: 'options', probabilities }
        : null
  return belief === null ? null : (lossOf(question, resolution, belief)?.loss ?? null)
}

/** Score of the base rate that was counted from events; null where the question keeps none. */
function rateLoss({ question, resolution }: Timeline): number | null {
  const { eventRate } = question
  if (eventRate === undefined || resolution === null) return null
  return lossOf(question, resolution, { kind: 'binary', yes: eventRate.probability })?.loss ?? null
}
