import { distance } from 'fastest-levenshtein'
import { otherNames } from './state-names.data.ts'
import { type StateRow, stateRows } from './states.data.ts'

/** Schemes in which a file may name states; `name` is a name in any spelling that the list of states knows. */
export const stateSchemes = [
  'cow',
  'cow-abbreviation',
  'gw',
  'iso2',
  'iso3',
  'iso-numeric',
  'vdem',
  'cameo',
  'name',
] as const
export type StateScheme = (typeof stateSchemes)[number]

/** Id of a state: ISO 3166 alpha-3 where there is one. */
export type StateId = string

/** A code of a state, and the first and last year in which it names that state; null is open. */
export interface CodeSpell {
  readonly code: string
  readonly state: StateId
  readonly from: number | null
  readonly to: number | null
}

/** A state, or a territory that acts in the datasets. */
export interface State {
  readonly id: StateId
  readonly name: string
  readonly nameVi: string
}

export const states: readonly State[] = stateRows.map(({ id, name, nameVi }) => ({ id, name, nameVi }))

const rowById = new Map(stateRows.map((row) => [row.id, row]))

/**
 * A state by its id.
 *
 * @example
 * stateOf('VNM')?.name // => 'Vietnam'
 */
export function stateOf(id: StateId): State | undefined {
  return rowById.get(id)
}

interface Spell {
  readonly code: string
  readonly abbreviation: string
  readonly from: number
  readonly to: number | null
}

function spellsOf(text: string | undefined): readonly Spell[] {
  return (text ?? '').split(', ').flatMap((part) => {
    const [, code = '', abbreviation = '', from, to] =
      /^(?:(\d+) )?(?:([A-Z]+) )?(\d{4})-(\d{4})?$/.exec(part) ?? []
    return from === undefined
      ? []
      : [{ code, abbreviation, from: Number(from), to: to === undefined ? null : Number(to) }]
  })
}

/** A code holds from the first year to the last in which it names the state; years in between are not asked. */
function joined(row: StateRow, system: 'cow' | 'gw', by: 'code' | 'abbreviation'): readonly CodeSpell[] {
  const parts = Map.groupBy(spellsOf(row[system]), (spell) => spell[by])
  return [...parts].map(([code, spells]) => ({
    code,
    state: row.id,
    from: Math.min(...spells.map((spell) => spell.from)),
    to: spells.some((spell) => spell.to === null) ? null : Math.max(...spells.map((spell) => spell.to ?? 0)),
  }))
}

const always = { from: null, to: null }
/** Codes of ISO 3166-3 and of older files, beside those of today. */
const formerIso3: Readonly<Record<string, StateId>> = {
  SUN: 'RUS',
  SCG: 'YUG',
  ROM: 'ROU',
  TMP: 'TLS',
  ZAR: 'COD',
  BUR: 'MMR',
  VDR: 'VNM',
  XKX: 'XKX',
  KSV: 'XKX',
  KOS: 'XKX',
  YMD: 'YMD',
}
/** Where CAMEO leaves ISO 3166 alpha-3. Schrodt (2012), CAMEO Codebook, appendix on countries. */
const ownCameo: Readonly<Record<string, StateId>> = {
  PAL: 'PSE',
  WSB: 'PSE',
  GZS: 'PSE',
  USR: 'RUS',
  GMW: 'DEU',
  GME: 'DDR',
  YMN: 'YEM',
  YMS: 'YMD',
  CZA: 'CSK',
  SER: 'SRB',
  CRO: 'HRV',
}
/** Abbreviations that files of the Correlates of War family use beside its own. */
const ownAbbreviations: Readonly<Record<string, StateId>> = { FRG: 'DEU', GER: 'DEU', SSUD: 'SSD' }
const ownIso2: Readonly<Record<string, StateId>> = { UK: 'GBR', EL: 'GRC', SU: 'RUS', KV: 'XKX' }
const formerIds = new Set(['RVN', 'YUG', 'CSK', 'DDR', 'XKX', 'ANT', 'YMD'])

const codes: Readonly<Record<StateScheme, readonly CodeSpell[]>> = {
  cow: stateRows.flatMap((row) => cowSpells(row, 'code')),
  'cow-abbreviation': [
    ...stateRows.flatMap((row) => cowSpells(row, 'abbreviation')),
    ...told(ownAbbreviations),
  ],
  gw: stateRows.flatMap((row) => joined(row, 'gw', 'code')),
  iso2: [
    ...stateRows.flatMap((row) =>
      row.iso2 === undefined ? [] : [{ code: row.iso2, state: row.id, ...always }],
    ),
    ...told(ownIso2),
  ],
  iso3: isoAlpha3(),
  'iso-numeric': [
    ...stateRows.flatMap((row) =>
      row.isoNumeric === undefined ? [] : [{ code: row.isoNumeric, state: row.id, ...always }],
    ),
    ...told({ '810': 'RUS', '890': 'YUG', '886': 'YEM', '280': 'DEU' }),
  ],
  vdem: stateRows.flatMap((row) =>
    row.vdem === undefined ? [] : [{ code: row.vdem, state: row.id, ...always }],
  ),
  cameo: [...isoAlpha3(), ...told(ownCameo)],
  name: nameSpells(),
}

/** Number 345 is Serbia, Yugoslavia and Serbia again: its spells cannot be joined. */
function cowSpells(row: StateRow, by: 'code' | 'abbreviation'): readonly CodeSpell[] {
  if (row.id !== 'SRB') return joined(row, 'cow', by)
  return spellsOf(row.cow).map((spell) => ({
    code: spell[by],
    state: row.id,
    from: spell.from,
    to: spell.to,
  }))
}

function isoAlpha3(): readonly CodeSpell[] {
  const today = stateRows
    .filter((row) => row.isoNumeric !== undefined || formerIds.has(row.id))
    .map((row) => ({ code: row.id, state: row.id, ...always }))
  return [...today, ...told(formerIso3).filter(({ code }) => !today.some((one) => one.code === code))]
}

function told(table: Readonly<Record<string, StateId>>): readonly CodeSpell[] {
  return Object.entries(table).map(([code, state]) => ({ code, state, ...always }))
}

function nameSpells(): readonly CodeSpell[] {
  const seen = new Map<string, CodeSpell>()
  const add = (name: string, state: StateId) => {
    const code = plainName(name)
    if (!seen.has(code)) seen.set(code, { code, state, ...always })
  }
  for (const row of stateRows) add(row.name, row.id)
  for (const row of stateRows) for (const name of otherNames[row.id] ?? []) add(name, row.id)
  for (const row of stateRows) add(row.nameVi, row.id)
  return [...seen.values()]
}

/**
 * Every code under which a scheme names a state, with the years in which it does. Names are given as `plainName` gives
 * them.
 *
 * @example
 * codesOf('gw').find((spell) => spell.code === '816') // => { code: '816', state: 'VNM', from: 1954, to: null }
 */
export function codesOf(scheme: StateScheme): readonly CodeSpell[] {
  return codes[scheme]
}

/**
 * A name freed of what files differ in: case, accents, punctuation, “the”, “of” and the order of words.
 *
 * @example
 * plainName('Korea, Republic of') // => plainName('Republic of Korea')
 */
export function plainName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word === 'st' ? 'saint' : word))
    .filter((word) => word !== '' && !['the', 'of', 'and'].includes(word))
  return words.sort().join(' ')
}

const lookups = new Map<StateScheme, Map<string, CodeSpell[]>>()

/**
 * The state that a code or name means in a year.
 *
 * @param year null where it is not known: the state that bears the code today, or bore it last
 * @returns null if there is none; `whyNoState` says why
 * @example
 * findState('cow', '817', 1968) // => 'RVN'
 * findState('cow', '817', 1990) // => null
 * findState('iso2', 'NA', 2000) // => 'NAM'
 */
export function findState(scheme: StateScheme, code: string, year: number | null): StateId | null {
  const found = bearersOf(scheme, code)
  if (year !== null)
    return found.find(({ from, to }) => (from ?? -9999) <= year && year <= (to ?? 9999))?.state ?? null
  return found.toSorted((a, b) => (b.to ?? 9999) - (a.to ?? 9999))[0]?.state ?? null
}

function bearersOf(scheme: StateScheme, code: string): readonly CodeSpell[] {
  let lookup = lookups.get(scheme)
  if (lookup === undefined) {
    lookup = new Map()
    for (const spell of codes[scheme]) lookup.set(spell.code, [...(lookup.get(spell.code) ?? []), spell])
    lookups.set(scheme, lookup)
  }
  return lookup.get(spelled(scheme, code)) ?? []
}

function spelled(scheme: StateScheme, code: string): string {
  const word = code.trim()
  if (scheme === 'name') return plainName(word)
  if (scheme === 'iso-numeric') return word.padStart(3, '0')
  return /^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word.toUpperCase()
}

/**
 * Why a code names no state in a year, in words.
 *
 * @example
 * whyNoState('cow', '817', 1990) // => '817 named Republic of Vietnam from 1954 to 1975'
 */
export function whyNoState(scheme: StateScheme, code: string, year: number | null): string {
  const found = bearersOf(scheme, code)
  if (found.length === 0) return `no state has the ${scheme === 'name' ? 'name' : `${scheme} code`} ${code}`
  if (findState(scheme, code, year) !== null) return ''
  return found
    .map(({ state, from, to }) => `${code} named ${stateOf(state)?.name} from ${from} to ${to ?? 'today'}`)
    .join('; ')
}

/**
 * States that a word may mean, nearest first: at most three, and only where few letters differ.
 *
 * @example
 * suggestStates('Veitnam')[0] // => 'VNM'
 */
export function suggestStates(text: string): readonly StateId[] {
  const word = plainName(text)
  if (word.length < 4) return []
  const near = codes.name.flatMap(({ code, state }) => {
    const letters = distance(word, code)
    const within = word.length >= 4 && (code.startsWith(word) || code.split(' ').includes(word))
    const most = Math.max(1, Math.floor(Math.min(word.length, code.length) / 3))
    return letters <= most || within ? [{ state, letters: within ? Math.min(letters, most) : letters }] : []
  })
  near.sort((a, b) => a.letters - b.letters)
  return [...new Set(near.map(({ state }) => state))].slice(0, 3)
}

/**
 * The scheme in which a column names states: the one that knows most of its values, codes before names. Correlates of
 * War is taken where Gleditsch and Ward would do as well.
 *
 * @example
 * detectScheme(['VNM', 'LAO'])?.scheme // => 'iso3'
 */
export function detectScheme(
  values: Iterable<string>,
): { readonly scheme: StateScheme; readonly matched: number; readonly of: number } | null {
  const all = [...new Set(values)].filter((value) => value.trim() !== '')
  const order: readonly StateScheme[] = [
    'iso3',
    'cow',
    'gw',
    'name',
    'iso2',
    'cow-abbreviation',
    'cameo',
    'iso-numeric',
    'vdem',
  ]
  const best = order
    .map((scheme) => ({
      scheme,
      matched: all.filter((value) => bearersOf(scheme, value).length > 0).length,
      of: all.length,
    }))
    .reduce((most, next) => (next.matched > most.matched ? next : most))
  return best.matched === 0 ? null : best
}

const memberships = { cow: spellMap('cow'), gw: spellMap('gw'), un: spellMap('un'), asean: spellMap('asean') }

function spellMap(key: 'cow' | 'gw' | 'un' | 'asean'): ReadonlyMap<StateId, readonly Spell[]> {
  return new Map(stateRows.map((row) => [row.id, spellsOf(row[key])]))
}

/**
 * Whether a state belonged to a state system or an institution in a year; the years of entry and of leaving count.
 *
 * @example
 * inSystem('asean', 'VNM', 1995) // => true
 * inSystem('cow', 'RVN', 1976) // => false
 */
export function inSystem(system: 'cow' | 'gw' | 'un' | 'asean', state: StateId, year: number): boolean {
  return (memberships[system].get(state) ?? []).some(({ from, to }) => from <= year && year <= (to ?? 9999))
}
