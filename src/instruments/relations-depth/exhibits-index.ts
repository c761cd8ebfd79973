import type { Cell, Exhibit, Language } from '#domain/exhibit'
import type { Estimate } from '#domain/finding'
import { isMissing, type Missing } from '#domain/missing'
import { measured, row } from '#domain/table'
import { leafChart, leagueChart, say, sensitivityChart } from './charts.ts'
import type { Leaf, Result } from './model.ts'
import { band, type Columns, maker, restOf, titleIn } from './table.ts'
import { words } from './words.data.ts'

/** The steps of the index, each as a table: coverage, criteria, what is missing, outliers, weights, ways, sensitivity. */
export function indexExhibits(result: Result, language: Language): readonly Exhibit[] {
  return [
    league(result, language),
    branches(result, language),
    leaves(result, language),
    coverage(result, language),
    imputation(result, language),
    outliers(result, language),
    weights(result, language),
    ways(result, language),
    sensitivity(result, language),
  ]
}

function league(result: Result, language: Language): Exhibit {
  const rows = result.standings
    .map((one, at) => ({ one, at }))
    .toSorted((a, b) => depthOf(b.one.depth) - depthOf(a.one.depth))
    .map(({ one, at }) =>
      row(
        restOf(result, at),
        titleIn(one, language),
        measured(one.depth),
        measured(one.rank),
        one.coverage,
        one.byBasis.data,
        one.byBasis.records,
        one.byBasis.ratings,
        isMissing(one.tier) ? one.tier : markedIf(one.tierIllustrative, tierIn(one.tier, language), language),
        one.tierDate,
      ),
    )
  const columns: Columns = [
    'partner',
    ['depth', '0–1'],
    'rank',
    ['known', '0–1'],
    ['data', '0–1'],
    ['records', '0–1'],
    ['ratings', '0–1'],
    'tier',
    'declared',
  ]
  return maker(language)('league', 'D5', columns, rows, leagueChart(result, language))
}

function depthOf(depth: Estimate | Missing): number {
  return isMissing(depth) ? -1 : depth.value
}

/** Words marked as illustrative where what they tell was made up. */
export function markedIf(illustrative: boolean, text: string, language: Language): string {
  return illustrative ? `${text} (${words.illustrative[language]})` : text
}

/** A declared tier in the language of the reader. */
export function tierIn(tier: string, language: Language): string {
  return tier === 'none' ? words.noTier[language] : say(tier, language)
}

function branches(result: Result, language: Language): Exhibit {
  const counted = (result.standings[0]?.branches ?? []).filter(({ weight }) => weight > 0)
  const rows = counted.map((one) =>
    row(below(result, one.code), titleIn(one, language), measured(one.value), one.weight, one.coverage),
  )
  const columns: Columns = ['criterion', ['depth', '0–1'], ['weight', '0–1'], ['known', '0–1']]
  return maker(language)('branches', 'D1', columns, rows)
}

/** What the leaves below a criterion rest on; all that was read where it has none of its own. */
function below(result: Result, code: string): Exhibit['rows'][number]['evidence'] {
  const its = (result.standings[0]?.leaves ?? [])
    .filter(({ under }) => under.includes(code))
    .flatMap(({ evidence }) => evidence)
  return its.length > 0 ? its : result.framework.evidence
}

function leaves(result: Result, language: Language): Exhibit {
  const rows = (result.standings[0]?.leaves ?? []).map((one) => {
    const share: Cell = isMissing(one.share) ? one.share : band(one.share, one.sd)
    const illustrative = one.illustrative ? `, ${words.illustrative[language]}` : ''
    const levels = one.levels === null ? '' : ` (${words[one.levels][language]})`
    return row(
      one.evidence.length > 0 ? one.evidence : result.framework.evidence,
      titleIn(one, language),
      share,
      one.raw,
      say(one.unit, language),
      `${words[one.basis][language]}${levels}${illustrative}`,
      [...new Set(one.sides.map(({ year }) => year))].join(', '),
      one.weight,
    )
  })
  const columns: Columns = [
    'criterion',
    ['place', '0–1'],
    'value',
    'unit',
    'basis',
    'year',
    ['weight', '0–1'],
  ]
  return maker(language)('leaves', 'D4', columns, rows, leafChart(result, language))
}

function coverage(result: Result, language: Language): Exhibit {
  const tops = (result.standings[0]?.branches ?? []).filter(({ depth }) => depth === 0)
  const rows = result.standings.map((one, at) =>
    row(
      restOf(result, at),
      titleIn(one, language),
      one.coverage,
      tops
        .map(({ code, ...top }) => {
          const known = one.branches.find((branch) => branch.code === code)?.coverage ?? 0
          return `${titleIn(top, language)} ${Math.round(100 * known)} %`
        })
        .join('; '),
    ),
  )
  return maker(language)('coverage', 'D5', ['partner', ['known', '0–1'], 'byBranch'], rows)
}

function imputation(result: Result, language: Language): Exhibit {
  const [own] = result.standings
  const rows = (own?.leaves ?? []).flatMap((leaf) => {
    if (!isMissing(leaf.share) || leaf.weight === 0) return []
    const above = leaf.under
      .map((code) => own?.branches.find((branch) => branch.code === code))
      .find((branch) => branch !== undefined && !isMissing(branch.value))
    const whole = { title: words.whole.en, titleVi: words.whole.vi, value: result.depth }
    const { value, ...named } = above ?? whole
    return [
      row(
        result.framework.evidence,
        titleIn(leaf, language),
        leaf.share,
        titleIn(named, language),
        measured(value),
        leaf.weight,
      ),
    ]
  })
  const note = {
    en: 'What is missing is left out of the number. For the interval it is drawn about the nearest criterion above it that is known.',
    vi: 'Phần còn thiếu không tính vào con số. Khi tính khoảng, giá trị được rút quanh tiêu chí gần nhất phía trên đã biết.',
  }[language]
  const columns: Columns = ['criterion', 'why', 'about', ['value', '0–1'], ['weight', '0–1']]
  return maker(language)('imputation', 'D5', columns, rows, undefined, note)
}

function outliers(result: Result, language: Language): Exhibit {
  const rows = (result.standings[0]?.leaves ?? []).flatMap((leaf) => {
    const { goalposts } = leaf
    if (goalposts === null) return []
    const [least, most] = [Math.min(...goalposts), Math.max(...goalposts)]
    return valuesOf(leaf)
      .filter(({ value }) => value < least || value > most)
      .map(({ of, value }) =>
        row(
          leaf.evidence,
          titleIn(leaf, language),
          of,
          value,
          say(leaf.unit, language),
          Math.min(most, Math.max(least, value)),
        ),
      )
  })
  const note = {
    en: 'Values beyond the goalposts count as the goalpost.',
    vi: 'Giá trị vượt quá mốc được tính bằng mốc.',
  }[language]
  const columns: Columns = ['criterion', 'side', 'value', 'unit', 'countsAs']
  return maker(language)('outliers', 'D5', columns, rows, undefined, note)
}

function valuesOf({ sides, raw }: Leaf): readonly { readonly of: string; readonly value: number }[] {
  return sides.length > 0 ? sides : isMissing(raw) ? [] : [{ of: '', value: raw }]
}

function weights(result: Result, language: Language): Exhibit {
  const [own] = result.standings
  const known = own?.coverage ?? 0
  const rows = (own?.leaves ?? []).map((leaf) =>
    row(
      result.framework.evidence,
      titleIn(leaf, language),
      leaf.weight,
      isMissing(leaf.share) || known === 0 ? leaf.share : leaf.weight / known,
    ),
  )
  const columns: Columns = ['criterion', ['weight', '0–1'], ['weightKnown', '0–1']]
  return maker(language)('weighting', 'D5', columns, rows)
}

function ways(result: Result, language: Language): Exhibit {
  const rows = result.ways.flatMap((one, at) =>
    one.by.map(({ way, depth, rank }) =>
      row(restOf(result, at), titleIn(one, language), words[way][language], depth, rank),
    ),
  )
  return maker(language)('ways', 'D5', ['partner', 'way', ['depth', '0–1'], 'rank'], rows)
}

function sensitivity(result: Result, language: Language): Exhibit {
  const rows = result.sensitivity.map(({ input, first, total }) =>
    row(restOf(result), words[input][language], measured(first), measured(total)),
  )
  const columns: Columns = ['input', ['alone', 'share of variance'], ['inAll', 'share of variance']]
  return maker(language)('sensitivity', 'D6', columns, rows, sensitivityChart(result, language))
}
