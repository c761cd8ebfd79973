/** The identity of states: every code finds its state within its years, and the states that ended end. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import {
  codesOf,
  detectScheme,
  findState,
  inSystem,
  plainName,
  stateOf,
  stateSchemes,
  states,
  suggestStates,
  whyNoState,
} from './state.ts'

test.each(stateSchemes)('every code of %s names its state in each year in which it holds', (scheme) => {
  for (const { code, state, from, to } of codesOf(scheme))
    for (const year of new Set([from ?? 1900, to ?? 2020]))
      expect(findState(scheme, code, year), `${code} ${year}`).toBe(state)
})

test('ids are unique, and every state has a name in both languages', () => {
  expect(new Set(states.map(({ id }) => id)).size).toBe(states.length)
  expect(states.filter(({ name, nameVi }) => name === '' || nameVi === '')).toEqual([])
})

describe('states that began, ended or were split', () => {
  test.each([
    ['gw', '816', 2000, 'VNM'],
    ['cow', '816', 1960, 'VNM'],
    ['cow', '817', 1960, 'RVN'],
    ['cow', '817', 1976, null],
    ['cow', '265', 1989, 'DDR'],
    ['cow', '265', 1991, null],
    ['cow', '260', 1970, 'DEU'],
    ['cow', '255', 2000, 'DEU'],
    ['cow', '255', 1960, 'DEU'],
    ['cow', '345', 1990, 'YUG'],
    ['cow', '345', 2010, 'SRB'],
    ['gw', '340', 2010, 'SRB'],
    ['cow', '315', 1993, null],
    ['cow', '365', 1950, 'RUS'],
    ['iso3', 'SUN', 1950, 'RUS'],
    ['name', 'Soviet Union', 1950, 'RUS'],
    ['cow', '860', 2001, null],
    ['cow', '860', 2002, 'TLS'],
    ['cow', '678', 1980, 'YEM'],
    ['cow', '680', 1980, 'YMD'],
    ['iso2', 'NA', 2000, 'NAM'],
    ['iso2', '', 2000, null],
    ['iso-numeric', '4', 2000, 'AFG'],
    ['cow', '002', 2000, 'USA'],
    ['name', 'Việt Nam', 2000, 'VNM'],
    ['name', 'Korea, Democratic People’s Republic of', 2000, 'PRK'],
    ['name', 'Côte d’Ivoire', 2000, 'CIV'],
    ['name', "Cote d'Ivoire", 2000, 'CIV'],
    ['name', 'TIMOR LESTE', 2010, 'TLS'],
  ] as const)('%s %s in %d is %s', (scheme, code, year, state) => {
    expect(findState(scheme, code, year)).toBe(state)
  })

  test('what a code meant is said where it no longer does', () => {
    expect(whyNoState('cow', '817', 1990)).toBe('817 named Republic of Vietnam from 1954 to 1975')
    expect(whyNoState('iso3', 'QQQ', 1990)).toBe('no state has the iso3 code QQQ')
  })

  test('membership begins and ends with its years', () => {
    expect(inSystem('un', 'VNM', 1976)).toBe(false)
    expect(inSystem('un', 'VNM', 1977)).toBe(true)
    expect(inSystem('un', 'DDR', 1991)).toBe(false)
    expect(states.filter(({ id }) => inSystem('un', id, 2020))).toHaveLength(193)
    expect(states.filter(({ id }) => inSystem('asean', id, 2000))).toHaveLength(10)
  })
})

test('a name with one letter changed still suggests its state', () => {
  const long = states.filter(({ name }) => /^[A-Za-z]{6,}$/.test(name) && inSystem('un', stateId(name), 2010))
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), (state, seed) => {
      const at = seed % state.name.length
      const wrong = `${state.name.slice(0, at)}q${state.name.slice(at + 1)}`
      return suggestStates(wrong).includes(state.id)
    }),
  )
})
const stateId = (name: string) => findState('name', name, null) ?? ''

test('the order of words, case, accents and articles do not change a name', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['the', 'Republic', 'of', 'Korea'], { minLength: 4 }), (words) => {
      expect(plainName(words.join(' ').toUpperCase())).toBe(plainName('Republic of Korea'))
    }),
  )
})

test('the scheme of a column is found from its values', () => {
  expect(detectScheme(['VNM', 'LAO', 'KHM'])?.scheme).toBe('iso3')
  expect(detectScheme(['VN', 'NA', 'FR'])?.scheme).toBe('iso2')
  expect(detectScheme(['816', '817', '2'])?.scheme).toBe('cow')
  expect(detectScheme(['Viet Nam', 'Laos'])?.scheme).toBe('name')
  expect(detectScheme(['?', '!'])).toBeNull()
})

const panel = 'data/country_codes/cow_gw_panel.csv'
test.runIf(sharedIsHere)('both systems agree on every state-year of the published panel', () => {
  const lines = readFileSync(shared(panel), 'utf8').trim().split('\n').slice(1)
  const apart = new Set<string>()
  for (const line of lines) {
    const [, year = '', gw = '', cow = ''] = line.split(',')
    if (gw === '' || cow === '') continue
    const a = findState('gw', String(Number(gw)), Number(year))
    const b = findState('cow', String(Number(cow)), Number(year))
    if (a !== b) apart.add(`${gw}/${cow}: ${a}/${b}`)
  }
  expect([...apart]).toEqual([])
})
test.runIf(sharedIsHere)('the selected codes of the reference are ours', () => {
  const lines = readFileSync(shared('reference/states/country_codes_selected.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  for (const line of lines) {
    const [name = '', iso2 = '', iso3 = '', , , cow = '', , gw = ''] = line.replaceAll('"', '').split(',')
    if (iso3 === '') continue // ended before ISO 3166, or never in it
    expect(findState('iso2', iso2, 2010), name).toBe(iso3)
    if (cow !== '') expect(findState('cow', cow, 2010), name).toBe(iso3)
    // the table has 815 for Vietnam, which Gleditsch and Ward give to Annam; theirs for Vietnam since 1954 is 816
    if (gw !== '' && gw !== '815') expect(findState('gw', gw, 2010), name).toBe(iso3)
    expect(stateOf(iso3)).toBeDefined()
  }
})
