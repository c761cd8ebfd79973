import type { Cell, Exhibit, Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { measured, row } from '#domain/table'
import { calibrationChart, historyChart, rulesChart, scoresChart } from './charts.ts'
import { distributionExhibits, distributionTest } from './distribution-exhibits.ts'
import type { QuestionLine, Result, ScoreLine } from './model.ts'
import { exhibit, marked, titled } from './table.ts'
import { words } from './words.data.ts'

/** The tables and charts of foresight, in the order in which one reads them. */
export function exhibits(result: Result, language: Language): readonly Exhibit[] {
  return [
    warnings(result, language),
    questions(result, language),
    history(result, language),
    ...distributionExhibits(result, language),
    ...(['all', 'person', 'agency', 'topic', 'horizon'] as const).map((by) => scores(result, by, language)),
    decomposition(result, language),
    calibration(result, language),
    backTest(result, language),
    distributionTest(result, language),
    contradictions(result, language),
  ].filter(({ rows }) => rows.length > 0)
}

function warnings(result: Result, language: Language): Exhibit {
  return exhibit(
    language,
    'warnings',
    'F4',
    ['warning'],
    result.warnings.map((said) => row([], said[language])),
  )
}

function questions(result: Result, language: Language): Exhibit {
  const rows = result.questions.map((line) =>
    row(
      line.evidence,
      titled(line, language),
      words[line.state][language],
      outcomeIn(line, language),
      String(line.forecasters),
      measured(line.pooled),
      line.baseRate,
      line.score,
      line.poolScore,
    ),
  )
  return exhibit(
    language,
    'questions',
    'F3',
    [
      'question',
      'state',
      'outcome',
      'forecasters',
      ['pooled', '0–1'],
      ['baseRate', '0–1'],
      ['score', '0–1'],
      ['poolScore', '0–1'],
    ],
    rows,
  )
}

function outcomeIn({ outcome }: QuestionLine, language: Language): Cell {
  if (outcome === 'yes' || outcome === 'no') return words[outcome][language]
  return typeof outcome === 'number' ? String(outcome) : outcome
}

function history(result: Result, language: Language): Exhibit {
  const titles = new Map(result.questions.map((line) => [line.id, titled(line, language)]))
  const evidence = new Map(result.questions.map((line) => [line.id, line.evidence]))
  const rows = result.history.map(({ question, at, pooled, low, high, n }) =>
    row(
      evidence.get(question) ?? [],
      titles.get(question) ?? question,
      new Date(at).toISOString().slice(0, 16).replace('T', ' '),
      { value: pooled, interval: null },
      `${number(low, language)} – ${number(high, language)}`,
      String(n),
    ),
  )
  return exhibit(
    language,
    'history',
    'F3',
    ['question', ['at', 'UTC'], ['pooled', '0–1'], ['middleHalf', '0–1'], 'forecasters'],
    rows,
    rows.length === 0 ? {} : { chart: historyChart(result, titles, language) },
  )
}

function scores(result: Result, by: ScoreLine['by'], language: Language): Exhibit {
  const its = result.scores.filter((one) => one.by === by)
  const told = by === 'person' || by === 'agency'
  const rows = its.map((one) =>
    row(
      [],
      marked(one.illustrative, one.label[language], language),
      String(one.questions),
      one.coverage,
      measured(one.score),
      one.log,
      ...(told ? [measured(one.againstOthers), measured(one.peer)] : []),
      measured(one.skill),
      measured(one.skillAgainstBaseline),
    ),
  )
  return exhibit(
    language,
    by,
    'F4',
    [
      told ? 'who' : 'group',
      'resolvedQuestions',
      ['coverage', '0–1'],
      ['score', '0–1'],
      ['log', 'nats'],
      ...(told ? ([['againstOthers', '−1–1'], 'peer'] as const) : []),
      'skill',
      'skillAgainstBaseline',
    ],
    rows,
    rows.length < 2 ? {} : { chart: scoresChart(its, by, language) },
  )
}

const parts = [
  'brier',
  'reliability',
  'murphyResolution',
  'uncertainty',
  'miscalibration',
  'discrimination',
] as const

function decomposition({ decomposition: found }: Result, language: Language): Exhibit {
  const rows = isMissing(found)
    ? []
    : parts.map((part) =>
        row([], words[part][language], number(found[part], language, 4), words[`${part}Meaning`][language]),
      )
  return exhibit(language, 'decomposition', 'F4', ['part', ['value', '0–1'], 'meaning'], rows)
}

function calibration({ calibration: found, questions: told }: Result, language: Language): Exhibit {
  const illustrative = told.some((one) => one.illustrative)
  const rows = found.map(({ of, from, to, questions: n, weight, said, happened }) =>
    row(
      [],
      marked(illustrative, words[of][language], language),
      `${number(from, language)} – ${number(to, language)}`,
      said,
      measured(happened),
      String(n),
      weight,
    ),
  )
  return exhibit(
    language,
    'calibration',
    'F4',
    ['of', ['bin', '0–1'], ['said', '0–1'], ['happened', '0–1'], 'resolvedQuestions', 'weight'],
    rows,
    rows.length === 0 ? {} : { chart: calibrationChart(found, language) },
  )
}

function backTest(result: Result, language: Language): Exhibit {
  const rows = result.backTest.map(({ rule, score, behind, log, questions: n, chosen }) =>
    row(
      [],
      words[rule][language],
      measured(score),
      measured(behind),
      log,
      String(n),
      chosen ? `${words.yesChosen[language]}: ${result.ruleBecause[language]}` : words.notChosen[language],
    ),
  )
  return exhibit(
    language,
    'backTest',
    'F3',
    ['rule', ['score', '0–1'], ['behind', '−1–1'], ['log', 'nats'], 'resolvedQuestions', 'chosen'],
    rows,
    rows.length === 0
      ? {}
      : {
          chart: rulesChart(
            result.backTest.map((line) => ({ ...line, name: words[line.rule][language] })),
            words.score[language],
          ),
        },
  )
}

function contradictions(result: Result, language: Language): Exhibit {
  const rows = result.contradictions.map(({ said, severity, settled, evidence }) =>
    row(evidence, said[language], severity, settled ? words.yesChosen[language] : words.notChosen[language]),
  )
  return exhibit(language, 'contradictions', 'F7', ['contradiction', ['severity', '0–1'], 'settled'], rows)
}
