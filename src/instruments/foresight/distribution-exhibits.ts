import type { Exhibit, Language } from '#domain/exhibit'
import { becauseIn, isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { measured, row } from '#domain/table'
import { rulesChart } from './charts.ts'
import { distributionChart } from './distribution-chart.ts'
import type { DistributionLine, PooledDistribution, QuestionLine, Result } from './model.ts'
import { exhibit, titled } from './table.ts'
import { distributionRuleName, words } from './words.data.ts'

const told = ['middle', 'middleHalfOf', 'nineTenths'] as const

/** The pools of numbers and dates: one table of all, and a table with a chart for each of the first. */
export function distributionExhibits(result: Result, language: Language): readonly Exhibit[] {
  const about = new Map(result.questions.map((line) => [line.id, line]))
  const all = (result.distributions?.pooled ?? []).flatMap((pooled) => {
    const question = about.get(pooled.question)
    return question === undefined ? [] : [{ pooled, question }]
  })
  return [
    overview(all, language),
    ...all.slice(0, mostCharts).map(({ pooled, question }) => ofQuestion(pooled, question, language)),
  ]
}

interface Told {
  readonly pooled: PooledDistribution
  readonly question: QuestionLine
}

/** For how many questions forecasters and agencies are told beside the pool; the first are those that are open. */
const mostCharts = 12
/** How many forecasters a table of a question tells; the question leads to all. */
const mostForecasters = 40

function overview(all: readonly Told[], language: Language): Exhibit {
  const rows = all.map(({ pooled: { unit, middle, lines }, question }) =>
    row(
      question.evidence,
      titled(question, language),
      question.kind === 'date' ? words.date[language] : (unit ?? ''),
      String(lines[0]?.forecasters ?? 0),
      ...stretches(question.kind, lines[0]?.values ?? [], language),
      middle.interval === null ? '–' : between(question.kind, middle.interval, language),
      question.poolScore,
    ),
  )
  return exhibit(
    language,
    'distributions',
    'F3',
    ['question', 'unit', 'forecasters', ...told, ['middleDrawn', '90 %'], ['crpsShare', '0–1']],
    rows,
  )
}

function ofQuestion(pooled: PooledDistribution, question: QuestionLine, language: Language): Exhibit {
  const { unit, outcome } = pooled
  const lines = shownOf(pooled.lines)
  const date = question.kind === 'date'
  const rows = lines.map((line) =>
    row(
      line.evidence,
      whose(line, language),
      String(line.forecasters),
      ...stretches(question.kind, line.values, language),
    ),
  )
  return {
    ...exhibit(language, 'distributions', 'F3', ['who', 'forecasters', ...told], rows, {
      chart: distributionChart(
        lines.map((line) => ({ of: line.of, label: whose(line, language), values: line.values })),
        { date, unit, outcome },
        language,
      ),
      ...noted(question, language),
    }),
    id: `distribution-${pooled.question}`,
    title: titled(question, language),
  }
}

/** Middle, middle half and nine tenths of a distribution, as they are read. */
function stretches(kind: QuestionLine['kind'], values: readonly number[], language: Language) {
  const [low, lowerQuarter, middle, upperQuarter, high] = [0, 1, 2, 3, 4].map((at) => values[at] ?? 0)
  return [
    valueIn(kind, middle ?? 0, language),
    between(kind, [lowerQuarter ?? 0, upperQuarter ?? 0], language),
    between(kind, [low ?? 0, high ?? 0], language),
  ]
}

function between(kind: QuestionLine['kind'], ends: readonly [number, number], language: Language): string {
  return ends.map((end) => valueIn(kind, end, language)).join(' – ')
}

function noted({ outcome }: QuestionLine, language: Language): Pick<Exhibit, 'note'> {
  return {
    note: `${words.outcomeLine[language]}: ${isMissing(outcome) ? becauseIn(outcome, language) : outcome}`,
  }
}

function shownOf(lines: readonly DistributionLine[]): readonly DistributionLine[] {
  let forecasters = 0
  return lines.filter(({ of }) => of !== 'forecaster' || ++forecasters <= mostForecasters)
}

/** Whose distribution it is, in words. */
export function whose({ of, id }: Pick<DistributionLine, 'of' | 'id'>, language: Language): string {
  return of === 'pool' ? words.poolOfAll[language] : id
}

/** A value of a question as it is read: a day for days since 1970, else a number. */
export function valueIn(kind: QuestionLine['kind'], value: number, language: Language): string {
  if (kind !== 'date') return number(value, language)
  return new Date(Math.round(value) * 86_400_000).toISOString().slice(0, 10)
}

/** What every rule of pooling distributions scored. */
export function distributionTest({ distributions }: Result, language: Language): Exhibit {
  const lines = distributions?.backTest ?? []
  const rows = lines.map(({ rule, score, behind, questions, chosen }) =>
    row(
      [],
      distributionRuleName(rule)[language],
      measured(score),
      measured(behind),
      String(questions),
      chosen
        ? `${words.yesChosen[language]}: ${distributions?.because[language] ?? ''}`
        : words.notChosen[language],
    ),
  )
  return exhibit(
    language,
    'distributionTest',
    'F3',
    ['rule', ['crpsShare', '0–1'], ['behind', '−1–1'], 'resolvedQuestions', 'chosen'],
    rows,
    rows.length === 0
      ? {}
      : {
          chart: rulesChart(
            lines.map((line) => ({ ...line, name: distributionRuleName(line.rule)[language] })),
            words.crpsShare[language],
          ),
        },
  )
}
