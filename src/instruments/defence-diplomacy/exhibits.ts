import type { Exhibit, Language } from '#domain/exhibit'
import { isMissing } from '#domain/missing'
import { number } from '#domain/number'
import { measured, row } from '#domain/table'
import { balanceChart, classesChart, supplierChart, trendChart, withoutChart } from './charts.ts'
import {
  amountsTable,
  coverageTable,
  ledgerTable,
  settingsTable,
  suppliersTable,
  supplierTrendTable,
  supplierWithoutTable,
} from './exhibits-more.ts'
import { type HeatLine, heatByKind, heatByYear, stateIn } from './heat.ts'
import { coverageChart, kindHeat, yearHeat } from './heat-charts.ts'
import type { Result } from './model.ts'
import { policiesTable } from './policy-words.ts'
import { concentration, evidenceAt, exhibit, kindIn, namer, tally, together, yearsIn } from './table.ts'
import { words } from './words.data.ts'

/** The tables and charts of defence diplomacy, in the order in which one reads them. */
export function exhibits(result: Result, language: Language): readonly Exhibit[] {
  return [
    warnings(result, language),
    byKind(result, language),
    byYear(result, language),
    partners(result, language),
    diversity(result, language),
    trend(result, language),
    without(result, language),
    balance(result, language),
    classes(result, language),
    classesByYear(result, language),
    suppliersTable(result, language, supplierChart(result, language)),
    supplierTrendTable(
      result,
      language,
      trendChart(result.suppliers[0]?.trend ?? [], 'effectiveSuppliers', language),
    ),
    supplierWithoutTable(result, language),
    amountsTable(result, language),
    settingsTable(result, language),
    policiesTable(result, language),
    coverageTable(result, language, coverageChart(result, language)),
    ledgerTable(result, language),
  ].filter(({ rows }) => rows.length > 0)
}

function warnings(result: Result, language: Language): Exhibit {
  return exhibit(
    language,
    'warnings',
    'V10',
    ['warning'],
    result.warnings.map((said) => row([], said[language])),
  )
}

function byKind(result: Result, language: Language): Exhibit {
  const { kinds, lines } = heatByKind(result, language)
  const names = kinds.map((kind) => kindIn(kind, language))
  return exhibit(
    language,
    'partnersByKind',
    'V2',
    ['partner', 'byKind'],
    lines.map((line) => row(evidenceAt(result, line.entries), line.name, cellsTold(line, names, language))),
    kindHeat(result, language),
    words.unknownNote[language],
  )
}

function byYear(result: Result, language: Language): Exhibit {
  const { years, lines } = heatByYear(result, language)
  const names = years.map((year) => (year === null ? words.notTold[language] : String(year)))
  return exhibit(
    language,
    'partnersByYear',
    'V2',
    ['partner', 'byYear'],
    lines.map((line) => row(evidenceAt(result, line.entries), line.name, cellsTold(line, names, language))),
    yearHeat(result, language),
    words.unknownNote[language],
  )
}

/** The cells of a heat map in words, those of which nothing is known left out. */
function cellsTold({ cells }: HeatLine, columns: readonly string[], language: Language): string {
  return cells
    .flatMap((cell, at) =>
      isMissing(cell)
        ? []
        : [`${columns[at]}: ${typeof cell === 'number' ? number(cell, language) : String(cell)}`],
    )
    .join('; ')
}

function partners(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  const yesNo = (is: boolean) => words[is ? 'yes' : 'no'][language]
  return exhibit(
    language,
    'partners',
    'V2',
    ['partner', 'counted', ['share', '0–1'], 'cooperative', 'lastYear', 'age', 'ageing'],
    result.partners.map((one) =>
      row(
        evidenceAt(result, one.entries),
        name(one.id),
        tally(one.count),
        measured(one.share),
        String(one.cooperative),
        one.lastYear === null ? words.notTold[language] : String(one.lastYear),
        one.age === null ? '–' : String(one.age),
        yesNo(one.ageing),
      ),
    ),
  )
}

function diversity(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'diversity',
    'V3',
    [
      'kind',
      'count',
      'partnersSeen',
      ['hhi', '0–1'],
      ['shannon', 'nats'],
      'effective',
      'largest',
      ['largestShare', '0–1'],
    ],
    result.diversity.map((one) =>
      row(
        [],
        one.of === 'all' ? words.all[language] : kindIn(one.of, language),
        String(one.activities),
        String(one.partners),
        measured(one.hhi),
        measured(one.shannon),
        measured(one.effective),
        one.largest === null ? '–' : name(one.largest),
        measured(one.largestShare),
      ),
    ),
  )
}

function trend(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'trend',
    'V3',
    ['window', 'count', ['hhi', '0–1'], 'effective', 'largest', ['largestShare', '0–1']],
    result.trend.map((one) =>
      row([], yearsIn(one.from, one.to), String(one.activities), ...concentration(one, name)),
    ),
    trendChart(result.trend, 'effective', language),
    words.trendNote[language],
  )
}

function without(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  const entriesOf = new Map(result.partners.map(({ id, entries }) => [id, entries]))
  return exhibit(
    language,
    'without',
    'V3',
    ['partner', ['share', '0–1'], ['hhi', '0–1'], 'effective', 'kindsLost'],
    result.without.map((one) =>
      row(
        evidenceAt(result, entriesOf.get(one.partner) ?? []),
        name(one.partner),
        one.share,
        one.hhi,
        one.effective,
        together(one.kindsLost.map((kind) => kindIn(kind, language))),
      ),
    ),
    withoutChart(result, language),
  )
}

function balance(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  const entriesOf = new Map(result.partners.map(({ id, entries }) => [id, entries]))
  return exhibit(
    language,
    'balance',
    'V4',
    ['partner', 'counted', ['share', '0–1']],
    result.balance.lines.map(({ partner, count, share }) =>
      row(
        evidenceAt(result, entriesOf.get(partner) ?? []),
        powerIn(partner, name, language),
        tally(count),
        measured(share),
      ),
    ),
    balanceChart(result, language),
    words.majorNote[language],
  )
}

function classes(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'classes',
    'V5',
    [
      'partner',
      'cooperative',
      'coerciveAgainst',
      'coerciveBy',
      'coerciveSideNotTold',
      ['coerciveShare', '0–1'],
    ],
    result.partners.map((one) =>
      row(
        evidenceAt(result, one.entries),
        name(one.id),
        String(one.cooperative),
        String(one.coerciveAgainst),
        String(one.coerciveBy),
        String(one.coerciveSideNotTold),
        measured(one.coerciveShare),
      ),
    ),
  )
}

function classesByYear(result: Result, language: Language): Exhibit {
  return exhibit(
    language,
    'classesByYear',
    'V5',
    ['year', 'cooperative', 'coercive'],
    result.classes.years.map(({ year, cooperative, coercive }) =>
      row([], String(year), String(cooperative), String(coercive)),
    ),
    classesChart(result, language),
  )
}

function powerIn(id: string, name: (id: string) => string, language: Language): string {
  const known = name(id)
  return known === id ? stateIn(id, language) : known
}
