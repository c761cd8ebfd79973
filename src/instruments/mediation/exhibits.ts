import { capabilityKinds } from '#domain/capability-kinds.data'
import type { Exhibit, Language } from '#domain/exhibit'
import { becauseIn, isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { measured, row } from '#domain/table'
import { absent } from './absent.ts'
import { gapChart, ladderChart, standingChart, swingChart } from './charts.ts'
import { comparableExhibits } from './comparable-cases.ts'
import type { Quantity, Result } from './model.ts'
import { evidenceOfQuantities } from './quantity.ts'
import { exhibit } from './table.ts'
import { type Word, words } from './words.data.ts'
import { marked, roleName, stateName } from './words.ts'

const level = '0–4'
const usd = 'millions of US dollars'

/** The tables and charts of a mediation analysis, in the order in which one reads them. */
export function exhibits(result: Result, language: Language): readonly Exhibit[] {
  return [
    warnings(result, language),
    roles(result, language),
    reasons(result, language),
    standings(result, language),
    quantities(result.stakes, 'stakes', 'M5', 'dimension', language),
    exposure(result, language),
    principles(result, language),
    quantities(result.ripeness, 'ripeness', 'M7', 'element', language),
    others(result, language),
    ...comparableExhibits(result, language),
    gaps(result, language),
    swings(result, language),
    steps(result, language),
  ].filter(({ rows }) => rows.length > 0)
}

function warnings(result: Result, language: Language): Exhibit {
  const rows = result.warnings.map((said) => row([], said[language]))
  return exhibit(language, 'warnings', 'M9', ['warning'], rows, {
    computedFrom: ['roles', 'standings', 'gaps'],
  })
}

function roles(result: Result, language: Language): Exhibit {
  const rows = result.roles.map((one) =>
    row(
      one.reasons.flatMap(({ evidence }) => evidence),
      one.title[language],
      words[one.status][language],
      one.rank === null ? absent('not-applicable', 'ruledOut') : String(one.rank),
      one.shortfall,
      measured(one.first),
      measured(one.open),
    ),
  )
  return exhibit(
    language,
    'roles',
    'M9',
    [
      'role',
      'status',
      'rank',
      ['shortfall', 'levels'],
      ['first', 'share of draws'],
      ['open', 'share of draws'],
    ],
    rows,
    { chart: ladderChart(result, language), computedFrom: ['standings', 'stakes', 'ripeness', 'gaps'] },
  )
}

function reasons(result: Result, language: Language): Exhibit {
  const rows = result.roles.flatMap(({ title, reasons: its }) =>
    its.map(({ effect, said, evidence }) =>
      row(evidence, title[language], words[effect][language], said[language]),
    ),
  )
  return exhibit(language, 'reasons', 'M9', ['role', 'effect', 'why'], rows, {
    computedFrom: ['standings', 'stakes', 'ripeness', 'gaps', 'principles'],
  })
}

/** Who judged a quantity, and why. */
function saidIn({ said }: Quantity, language: Language): string {
  return said.map(({ by, because }) => `${by}: ${because[language]}`).join('; ')
}

function basisIn({ basis, illustrative }: Quantity, language: Language): string {
  return marked(illustrative, words[basis])[language]
}

function standings(result: Result, language: Language): Exhibit {
  const rows = result.standings.map(({ party, standing, closeness, year }) =>
    row(
      [...standing.evidence, ...party.evidence],
      party.name[language],
      party.side,
      measured(standing.level),
      standing.basis === 'analysis' ? `${basisIn(standing, language)}, ${year}` : basisIn(standing, language),
      measured(closeness),
      saidIn(standing, language),
    ),
  )
  return exhibit(
    language,
    'standings',
    'M4',
    ['party', 'side', ['standing', level], 'basis', ['closeness', '0–1'], 'saidBy'],
    rows,
    { chart: standingChart(result, language) },
  )
}

function quantities(
  all: readonly Quantity[],
  id: 'stakes' | 'ripeness',
  step: string,
  head: Word,
  language: Language,
): Exhibit {
  const rows = all.map((one) =>
    row(
      one.evidence,
      one.title[language],
      measured(one.level),
      basisIn(one, language),
      saidIn(one, language),
    ),
  )
  return exhibit(language, id, step, [head, ['level', level], 'basis', 'saidBy'], rows, {
    computedFrom: ['standings'],
  })
}

function exposure({ exposure: found }: Result, language: Language): Exhibit {
  const rows = found.by.map(({ party, year, share, evidence }) =>
    row(evidence, stateName(party)[language], String(year), measured(share)),
  )
  if (rows.length > 1)
    rows.push(
      row(
        found.by.flatMap(({ evidence }) => evidence),
        words.together[language],
        '',
        measured(found.share),
      ),
    )
  return exhibit(language, 'exposure', 'M5', ['party', 'year', ['share', 'share of its GDP']], rows)
}

function principles(result: Result, language: Language): Exhibit {
  const rows = result.principles.flatMap(({ title, text, applies, evidence }) =>
    applies.length === 0
      ? [row(evidence, title[language], text[language], words.nothingHere[language], '')]
      : applies.map(({ effect, roles: its, because, illustrative }) =>
          row(
            evidence,
            title[language],
            text[language],
            `${words[effect][language]}: ${its.map((role) => roleName(role)[language]).join(', ')}`,
            marked(illustrative, because)[language],
          ),
        ),
  )
  return exhibit(language, 'principles', 'M6', ['principle', 'text', 'bearsOn', 'why'], rows)
}

function others(result: Result, language: Language): Exhibit {
  const rows = result.others.map(({ who, role, what, from, to, active, illustrative, evidence }) =>
    row(
      evidence,
      marked(illustrative, who)[language],
      roleName(role)[language],
      what[language],
      from,
      to ?? words.untilToday[language],
      words[active ? 'yes' : 'no'][language],
    ),
  )
  return exhibit(language, 'others', 'M1', ['who', 'role', 'what', 'from', 'to', 'active'], rows)
}

function gaps(result: Result, language: Language): Exhibit {
  const needed = result.gaps.filter((one) => one.neededForAim > 0 || !isMissing(one.held.level))
  const rows = needed.map((one) =>
    row(
      one.held.evidence,
      one.title[language],
      measured(one.held.level),
      basisIn(one.held, language),
      one.needed,
      one.neededForAim,
      one.gapForAim,
      measured(one.usdMillions),
      measured(one.months),
      isMissing(one.owner) ? one.owner : one.owner[language],
    ),
  )
  return exhibit(
    language,
    'gaps',
    'M3',
    [
      'capability',
      ['held', level],
      'basis',
      ['needed', level],
      ['neededForAim', level],
      ['gap', 'levels'],
      ['cost', usd],
      ['months', 'months'],
      'owner',
    ],
    rows,
    { chart: gapChart(result, language), computedFrom: ['roles'] },
  )
}

function swings(result: Result, language: Language): Exhibit {
  const evidence = evidenceOfQuantities(result)
  const rows = result.swings.map(({ quantity, title, level: now, low, high, atLow, atHigh, flip }) =>
    row(
      evidence.get(quantity) ?? [],
      title[language],
      now,
      low,
      high,
      roleName(atLow)[language],
      roleName(atHigh)[language],
      isMissing(flip)
        ? becauseIn(flip, language)
        : `${flip.by > 0 ? '+' : '−'}${number(Math.abs(flip.by), language)} → ${roleName(flip.role)[language]}`,
    ),
  )
  return exhibit(
    language,
    'swings',
    'M9',
    ['quantity', ['level', level], ['low', level], ['high', level], 'atLow', 'atHigh', 'flip'],
    rows,
    { chart: swingChart(result, language), computedFrom: ['standings', 'stakes', 'ripeness', 'gaps'] },
  )
}

function steps(result: Result, language: Language): Exhibit {
  const rows = result.steps.map((one) =>
    row(
      one.evidence,
      marked(one.illustrative, one.text)[language],
      isMissing(one.owner) ? one.owner : one.owner[language],
      one.due,
      measured(one.usdMillions),
      one.closes === null ? '' : (capabilityKinds[one.closes][language].split(':')[0] ?? ''),
      isMissing(one.enough) ? one.enough : words[one.enough ? 'yes' : 'no'][language],
    ),
  )
  return exhibit(
    language,
    'steps',
    'M11',
    ['step', 'owner', 'due', ['cost', usd], 'closes', 'enough'],
    rows,
    {
      computedFrom: ['gaps'],
    },
  )
}
