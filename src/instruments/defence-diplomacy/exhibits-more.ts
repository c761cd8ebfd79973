import type { Exhibit, Language } from '#domain/exhibit'
import { measured, row } from '#domain/table'
import type { Result } from './model.ts'
import { concentration, evidenceAt, exhibit, kindIn, namer, tally, together, yearsIn } from './table.ts'
import { words } from './words.data.ts'

/** Suppliers by volume where it is told, and by number of supplies. */
export function suppliersTable(result: Result, language: Language, chart: Exhibit['chart']): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'suppliers',
    'V6',
    ['supplier', 'amount', 'unit', ['share', '0–1']],
    result.suppliers.flatMap(({ by, suppliers }) =>
      suppliers.map(({ partner, amount, share, entries }) =>
        row(evidenceAt(result, entries), name(partner), tally(amount), words[by][language], measured(share)),
      ),
    ),
    chart,
    words.tivNote[language],
  )
}

export function supplierTrendTable(result: Result, language: Language, chart: Exhibit['chart']): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'supplierTrend',
    'V6',
    ['window', 'unit', ['hhi', '0–1'], 'effectiveSuppliers', 'largest', ['largestShare', '0–1']],
    result.suppliers.flatMap(({ by, trend }) =>
      trend.map((one) =>
        row([], yearsIn(one.from, one.to), words[by][language], ...concentration(one, name)),
      ),
    ),
    chart,
  )
}

export function supplierWithoutTable(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'supplierWithout',
    'V6',
    ['supplier', 'unit', ['share', '0–1'], ['hhi', '0–1'], 'effectiveSuppliers'],
    result.suppliers.flatMap(({ by, without, suppliers }) =>
      without.map(({ partner, share, hhi, effective }) =>
        row(
          evidenceAt(result, suppliers.find((one) => one.partner === partner)?.entries ?? []),
          name(partner),
          words[by][language],
          share,
          hhi,
          effective,
        ),
      ),
    ),
  )
}

export function amountsTable(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'amounts',
    'V1',
    ['activity', 'partner', 'value', 'currency', 'priceYear', 'what'],
    result.amounts.map(({ entry, partners, value, currency, priceYear, what }) =>
      row(
        result.ledger[entry]?.evidence ?? [],
        titleAt(result, entry, language),
        together(partners.map(name)),
        new Intl.NumberFormat(language).format(value),
        currency,
        typeof priceYear === 'number' ? String(priceYear) : priceYear,
        what ?? '–',
      ),
    ),
  )
}

export function settingsTable(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'settings',
    'V8',
    ['setting', 'count', 'years', 'members', 'majors'],
    result.settings.map((one) =>
      row(
        evidenceAt(result, one.entries),
        language === 'vi' ? one.titleVi : one.title,
        String(one.activities),
        yearsIn(one.firstYear, one.lastYear),
        together(one.members.map(name)),
        together(one.majors.map(name)),
      ),
    ),
  )
}

export function coverageTable(result: Result, language: Language, chart: Exhibit['chart']): Exhibit {
  return exhibit(
    language,
    'coverage',
    'V10',
    ['source', 'told', 'listsAll', 'noneListed', 'unknownYears'],
    result.coverage.map(({ title, activities, covers, years, evidence }) =>
      row(
        evidence,
        title,
        String(activities),
        covers
          .map(
            ({ kinds, from, to }) =>
              `${kinds.map((kind) => kindIn(kind, language)).join(', ')} ${yearsIn(from, to)}`,
          )
          .join('; ') || words.nothingInFull[language],
        spans(years.filter(({ state }) => state === 'none-listed').map(({ year }) => year)),
        spans(years.filter(({ state }) => state === 'unknown').map(({ year }) => year)),
      ),
    ),
    chart,
    words.unknownNote[language],
  )
}

export function ledgerTable(result: Result, language: Language): Exhibit {
  const name = namer(result, language)
  return exhibit(
    language,
    'ledger',
    'V1',
    ['date', 'title', 'kind', 'class', 'partner', 'level'],
    result.ledger.map((entry, at) =>
      row(
        entry.evidence,
        entry.recurring ? `${entry.year} (${words.recurring[language]}: ${entry.date})` : entry.date,
        titleAt(result, at, language),
        kindIn(entry.kind, language),
        words[entry.class][language],
        together(entry.partners.map(name)),
        entry.level === null ? '–' : words[entry.level][language],
      ),
    ),
  )
}

function titleAt({ ledger }: Result, at: number, language: Language): string {
  const entry = ledger[at]
  if (entry === undefined) return '–'
  const title = language === 'vi' ? entry.titleVi : entry.title
  return entry.illustrative ? `${title} (${words.illustrative[language]})` : title
}

/**
 * Years in words, runs joined.
 *
 * @example
 * spans([1999, 2001, 2002, 2003]) // => '1999, 2001–2003'
 */
export function spans(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of years) {
    const last = runs.at(-1)
    if (last !== undefined && year === last[1] + 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([from, to]) => yearsIn(from, to)).join(', ') || '–'
}
