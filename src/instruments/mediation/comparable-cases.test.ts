/** Comparable cases that were kept are told in table, chart and finding, in both languages; without them nothing is told. */
import { expect, test } from 'vitest'
import { caseComparisonExample } from '#domain/case-comparison'
import { comparableExhibits, comparableFindings } from './comparable-cases.ts'

const [line] = caseComparisonExample.byRole
if (line === undefined) throw new Error('the example has a role')
const circular = { role: 'witness', all: { ...line.all, value: 1 }, circular: true }
const comparisons = [{ ...caseComparisonExample, byRole: [line, circular] }]

test('rates stand with intervals and attempts, and what the record codes from the outcome is marked and not charted', () => {
  const [rates, nearest] = comparableExhibits({ comparisons }, 'en')
  expect(rates?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ['all attempts', { value: 31, interval: [22, 41] }, 120],
    ['Facilitation', { value: 38, interval: [20, 55] }, 42],
    ['Witness to an agreement (coded from the outcome)', { value: 100, interval: [20, 55] }, 42],
  ])
  expect(rates?.rows[2]?.cells[3]).toMatchObject({ missing: 'not-applicable', becauseVi: expect.any(String) })
  expect(rates?.rows.every(({ evidence }) => evidence[0]?.kind === 'case-comparison')).toBe(true)
  expect(JSON.stringify(rates?.chart)).toContain('Facilitation')
  expect(JSON.stringify(rates?.chart)).not.toContain('Witness')
  expect(nearest?.rows[0]?.cells).toEqual(['Norway', '1994', 'Strait talks', '0.92', 'yes'])
})

test('the finding gives the rate, its interval and that of all, and says what a rate does not tell', () => {
  const [found] = comparableFindings({ comparisons })
  expect(found?.statement).toContain('40 % (19–62 %) had an agreement, against 31 % (22–41 %) of all 120')
  expect(found?.statementVi).toContain('40 % (19–62 %) có thỏa thuận')
  expect(found?.estimate).toMatchObject({ value: 0.4, interval: [0.19, 0.62] })
  expect(found?.evidence).toEqual([
    { id: 'harbour-fees/hosting', kind: 'case-comparison', source: 'harbour-history', locator: 'appendix' },
  ])
})

test('where none was kept there is neither table nor finding', () => {
  expect(comparableExhibits({}, 'vi')).toEqual([])
  expect(comparableFindings({})).toEqual([])
})
