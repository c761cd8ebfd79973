import type { CaseComparison, ComparedRate } from '#domain/case-comparison'
import type { Exhibit, Language, Measured } from '#domain/exhibit'
import { type Finding, finding, pointers } from '#domain/finding'
import { missing } from '#domain/missing'
import { number } from '#domain/number'
import { row } from '#domain/table'
import { roleIds } from '#domain/third-party-role'
import type { Result } from './model.ts'
import { type RoleRates, roleRateChart } from './role-rate-chart.ts'
import { exhibit } from './table.ts'
import { type Word, words } from './words.data.ts'
import { roleName } from './words.ts'

const percentUnit = '%'

/** Comparable cases as tables (M8): rates by role, with the chart of the first comparison, and the attempts most alike. */
export function comparableExhibits(
  result: Pick<Result, 'comparisons'>,
  language: Language,
): readonly Exhibit[] {
  const { comparisons = [] } = result
  const [first] = comparisons
  if (first === undefined) return []
  const rates = comparisons.flatMap((one) => {
    const line = (name: string, all: ComparedRate, alike: ComparedRate | undefined) =>
      row(
        groundOf(one),
        name,
        percentOf(all),
        all.attempts,
        alike === undefined ? missing('not-applicable', reasons.none) : percentOf(alike),
        alike?.attempts ?? 0,
      )
    return [
      line(words.allAttempts[language], one.base, one.alike),
      ...one.byRole.map(({ role, all, alike, circular }) =>
        line(
          circular
            ? `${roleWord(role, language)} (${words.fromOutcome[language]})`
            : roleWord(role, language),
          all,
          alike,
        ),
      ),
    ]
  })
  const nearest = comparisons.flatMap((one) =>
    one.nearest.map(({ attempt, year, mediator, similarity, came }) =>
      row(
        groundOf(one),
        mediator,
        String(year),
        attempt,
        number(similarity, language, 2),
        words[came ? 'yes' : 'no'][language],
      ),
    ),
  )
  const fair = first.byRole.filter(({ circular }) => circular !== true)
  const chart = roleRateChart(
    fair.map(
      ({ role, all, alike }): RoleRates => ({
        role: roleWord(role, language),
        all,
        alike: alike ?? null,
      }),
    ),
    first.base.value,
    { all: words.wholeRecord[language], alike: words.amongAlike[language], axis: words.rateAxis[language] },
  )
  const note = { note: words.ratesNote[language] }
  return [
    exhibit(
      language,
      'comparable',
      'M8',
      [
        'role',
        ['wholeRecord', percentUnit],
        'attempts',
        ['amongAlike', percentUnit],
        'attempts',
      ] satisfies readonly (Word | readonly [Word, string])[],
      rates,
      { chart, ...note },
    ),
    exhibit(language, 'nearest', 'M8', ['who', 'year', 'attempt', 'similarity', 'cameOf'], nearest, note),
  ]
}

/** One statement for each comparison that was kept. */
export function comparableFindings({ comparisons = [] }: Pick<Result, 'comparisons'>): readonly Finding[] {
  return comparisons.map((one, at) => {
    const what = words[`outcome-${one.outcome}`]
    const said = (language: Language) => ({
      roles: one.roles.map((role) => roleWord(role, language).toLowerCase()).join(', '),
      alike: rateWords(one.alike, language),
      base: rateWords(one.base, language),
    })
    const [en, vi] = [said('en'), said('vi')]
    return finding(
      `comparable-${at + 1}`,
      'M8',
      {
        en: `Of the ${one.alike.attempts} recorded attempts most like it${en.roles === '' ? '' : ` (${en.roles})`}, ${en.alike} had ${what.en}, against ${en.base} of all ${one.base.attempts}, ${one.from}–${one.to}. The record is what it is: a rate tells what went together, not what this role would do here.`,
        vi: `Trong ${one.alike.attempts} nỗ lực được ghi giống nhất${vi.roles === '' ? '' : ` (${vi.roles})`}, ${vi.alike} ${what.vi}, so với ${vi.base} trong toàn bộ ${one.base.attempts} nỗ lực, ${one.from}–${one.to}. Hồ sơ chỉ có vậy: tỷ lệ cho biết điều gì đi cùng nhau, không cho biết vai trò này sẽ đem lại gì ở đây.`,
      },
      groundOf(one),
      {
        value: one.alike.value,
        interval: [one.alike.interval[0], one.alike.interval[1]],
        unit: 'share of attempts',
        uncertainty: 'sampling of attempts and of what hangs together',
      },
    )
  })
}

const reasons = { none: { en: 'no attempt alike took it', vi: 'không có nỗ lực giống nào đảm nhận' } }

function groundOf(one: CaseComparison) {
  return pointers('case-comparison', one)
}

/** Roles of the ladder by their title; those that only a record knows by their word. */
function roleWord(role: string, language: Language): string {
  const rung = roleIds.find((id) => id === role)
  if (rung !== undefined) return roleName(rung)[language]
  const known = (['mediation', 'humanitarian', 'witness', 'other'] as const).find((one) => one === role)
  return known === undefined ? role : words[`role-${known}`][language]
}

function percentOf({ value, interval: [low, high] }: ComparedRate): Measured {
  return { value: Math.round(100 * value), interval: [Math.round(100 * low), Math.round(100 * high)] }
}

function rateWords({ value, interval }: ComparedRate, language: Language): string {
  return `${number(100 * value, language, 0)} % (${interval.map((end) => number(100 * end, language, 0)).join('–')} %)`
}
