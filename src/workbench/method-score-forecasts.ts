import { SoundingsError } from '#domain/errors'
import { binnedDecomposition } from '#numeric/binned-decomposition'
import { calibrationBins } from '#numeric/calibration-bins'
import { corpDecomposition } from '#numeric/corp-decomposition'
import { forecastGroups } from '#numeric/forecast-groups'
import { murphyOfGroups } from '#numeric/murphy-decomposition'
import { skillScore } from '#numeric/skill-score'
import { type ForecastRows, namesIn, numberIn, readForecasts } from './forecasts-file.ts'
import type { MethodEntry, MethodWatch } from './method.ts'
import { integerOption, onlyFile } from './method-options.ts'
import { meanLog, scoresByGroup, scoringContext, spreadOfMean } from './score-groups.ts'

/** Columns by which scores may be told besides the forecaster. */
const groupings = ['agency', 'topic', 'horizon']

/**
 * `score-forecasts`: Brier and logarithmic score with intervals, Murphy's decomposition, calibration, and scores by forecaster, each
 * also against the others on the same questions, so that who chose easy questions or joined late is not favoured.
 *
 * @see Brier (1950); Murphy (1973); Stephenson, Coelho & Jolliffe (2008); Dimitriadis, Gneiting & Jordan (2021)
 */
export const scoreForecastsFile: MethodEntry = {
  name: 'score-forecasts',
  about:
    'Scores of probabilities of events that were decided: Brier, logarithmic, decomposed, calibrated, by forecaster',
  input: 'CSV: question,forecaster,probability,outcome (0 or 1) (+ agency, topic, horizon, baserate)',
  options: [
    { flags: '--bins <number>', about: 'bins of equal width for calibration', default: '10' },
    {
      flags: '--by <columns>',
      about: `scores by further columns too, separated by commas: ${groupings.join(', ')}`,
    },
    {
      flags: '--bootstrap <draws>',
      about: 'draws of whole questions for 95 % intervals; 0 for none',
      default: '1000',
    },
    { flags: '--seed <number>', about: 'seed of the draws', default: '1' },
  ],
  async run(files, options, watch) {
    const bins = integerOption(options, 'bins', { least: 1, most: 1000 })
    const draws = integerOption(options, 'bootstrap', { least: 0, most: 100_000 })
    const seed = integerOption(options, 'seed', { least: 0, most: 2 ** 31 - 1 })
    const by = groupingsAsked(options['by'])
    const file = onlyFile(files, 'score-forecasts')
    const optional = [...groupings.filter((one) => !by.includes(one)), 'baserate']
    const rows = await readForecasts(file, ['outcome', ...by], optional, watch)
    const outcome = outcomesIn(rows)
    return scored(rows, outcome, { bins, draws, seed, by }, watch)
  },
  table: ({ byForecaster }: { byForecaster: readonly Record<string, unknown>[] }) => byForecaster,
}

function scored(
  rows: ForecastRows,
  outcome: Uint8Array,
  asked: { bins: number; draws: number; seed: number; by: readonly string[] },
  watch: MethodWatch,
) {
  const groups = forecastGroups(rows.probability, outcome)
  const { brier, reliability, murphyResolution, uncertainty, n } = murphyOfGroups(groups)
  const { brier: _, murphyResolution: binnedResolution, ...binned } = binnedDecomposition(groups, asked.bins)
  const { recalibrated, miscalibration, discrimination } = corpDecomposition(groups)
  const context = scoringContext(rows, outcome, asked)
  const log = meanLog(context.log, undefined)
  if (log.impossible > 0)
    watch.notice(
      `${log.impossible} forecasts gave no chance to what happened: their logarithmic score is infinite.`,
    )
  const base = baseRateScore(rows, outcome)
  return {
    n,
    questions: rows.questions.length,
    forecasters: rows.forecasters.length,
    scale: '0–1 (half form); the score of Brier (1950) is twice as large',
    brier,
    brierInterval: spreadOfMean(context, context.brier, undefined),
    log: log.mean,
    ...(log.mean === null ? { logBecause: log.because } : {}),
    murphy: { reliability, resolution: murphyResolution, uncertainty },
    murphyBinned: { ...binned, resolution: binnedResolution },
    corp: { miscalibration, discrimination, uncertainty },
    skill: skillScore(brier, uncertainty),
    ...(base === undefined ? {} : { skillAgainstBaseRate: skillScore(brier, base) }),
    calibration: calibrationBins(groups, asked.bins),
    recalibrated: [...groups.probability].map((said, at) => ({
      said,
      n: groups.count[at],
      happened: (groups.happened[at] ?? 0) / (groups.count[at] ?? 1),
      isotonic: recalibrated[at],
    })),
    byForecaster: scoresByGroup(context, rows.forecasters, rows.forecaster).map(({ name, ...rest }) => ({
      forecaster: name,
      ...rest,
    })),
    ...Object.fromEntries(
      asked.by.map((column) => {
        const { names, at } = namesIn(rows.table, column)
        return [
          `by${column.charAt(0).toUpperCase()}${column.slice(1)}`,
          scoresByGroup(context, names, at).map(({ name, ...rest }) => ({ [column]: name, ...rest })),
        ]
      }),
    ),
  }
}

function groupingsAsked(given: unknown): readonly string[] {
  if (given === undefined) return []
  const asked = [
    ...new Set(
      String(given)
        .split(',')
        .map((word) => word.trim()),
    ),
  ]
  const stray = asked.find((word) => !groupings.includes(word))
  if (stray === undefined) return asked
  throw new SoundingsError('call-invalid', `--by must be one or several of ${groupings.join(', ')}`, {
    place: { value: stray },
  })
}

/** A question has one outcome, whoever forecast it. */
function outcomesIn({ n, question, questions, table }: ForecastRows): Uint8Array {
  const of = new Int8Array(questions.length).fill(-1)
  const cells = table.columns['outcome'] ?? []
  return Uint8Array.from({ length: n }, (_, row) => {
    const value = numberIn(cells[row])
    if (value !== 0 && value !== 1)
      throw new SoundingsError('table-invalid', 'an outcome must be 0 or 1', {
        place: table.place(row, 'outcome'),
        advice: 'Leave out questions that are not decided yet.',
      })
    const at = question[row] ?? 0
    if (of[at] !== -1 && of[at] !== value)
      throw new SoundingsError(
        'table-invalid',
        `question ${questions[at]} came out otherwise in an earlier row`,
        { place: table.place(row, 'outcome') },
      )
    of[at] = value
    return value
  })
}

/** Mean Brier score of the base rates of the table, where every row has one. */
function baseRateScore({ n, table }: ForecastRows, outcome: Uint8Array): number | undefined {
  const cells = table.columns['baserate']
  if (cells === undefined) return undefined
  let sum = 0
  for (let row = 0; row < n; row++) {
    const p = numberIn(cells[row])
    if (p === undefined || p < 0 || p > 1)
      throw new SoundingsError('table-invalid', 'a base rate must be a number from 0 to 1', {
        place: table.place(row, 'baserate'),
      })
    sum += (p - (outcome[row] ?? 0)) ** 2
  }
  return sum / n
}
