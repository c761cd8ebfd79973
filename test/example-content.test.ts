/** The example of relations is traceable: each criterion to a line of paper 004, each fact to a source and place, the rest is marked. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { FollowThrough } from '#domain/follow-through'
import { type Criterion, Framework } from '#domain/framework'
import { Plan } from '#domain/plan'
import { Rating } from '#domain/rating'
import { Relation } from '#domain/relation'
import { shared, sharedIsHere } from './shared.ts'

const folder = 'examples/vietnam'
const papers: Readonly<Record<string, string>> = {
  'socialization-thesis': 'sources/000-socialization-thesis.txt',
  'asean-security-paper': 'sources/001-asean-security-mechanisms.txt',
  'mediation-paper': 'sources/002-peace-and-mediation.txt',
  'defence-diplomacy-paper': 'sources/003-defence-diplomacy.txt',
  'deepening-relations': 'sources/004-deepening-relations.txt',
}

function section(file: string, name: string): readonly unknown[] {
  const read: unknown = parse(readFileSync(`${folder}/${file}.yaml`, 'utf8'))
  const list = (read as Record<string, unknown>)[name] // a file of records is an object of sections
  if (!Array.isArray(list)) throw new Error(`${file}.yaml has no section ${name}`)
  return list
}
const frameworks = section('framework', 'frameworks').map((one) => Framework.parse(one))
const criteria = frameworks.flatMap((one) => one.criteria)
const leaves = criteria.filter(({ code }) => !criteria.some(({ parent }) => parent === code))
const facts = [
  ...section('relations', 'relations'),
  ...section('agreements', 'agreements'),
  ...section('projects', 'projects'),
  ...section('follow-throughs', 'followThroughs'),
  ...section('source-conflicts', 'sourceConflicts'),
  ...section('institutions', 'institutions'),
  ...section('mechanisms', 'institutions'),
  ...section('commitments', 'commitments'),
  ...section('defence', 'activities'),
  ...section('defence-datasets', 'activities'),
  ...[
    'events',
    'disputes',
    'standings',
    'stakes',
    'ripenesses',
    'capabilities',
    'principles',
    'mediationPlans',
  ].flatMap((name) => section('mediation', name)),
]
const made = [
  ...section('illustrative-round', 'ratings').map((one) => Rating.parse(one)),
  ...section('plan', 'plans').map((one) => Plan.parse(one)),
]

interface Place {
  readonly source: string
  readonly locator?: string
  readonly illustrative: boolean
  readonly path: string
}

/** Every pointer to a source within a value, and whether it or what it stands in is marked illustrative. */
function placesIn(value: unknown, path = '', marked = false): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => placesIn(one, `${path}[${at}]`, marked))
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown> // an object read from YAML has string keys
  const illustrative = marked || record['illustrative'] === true
  const { source, locator } = record
  if (typeof source === 'string')
    return [{ source, illustrative, path, ...(typeof locator === 'string' ? { locator } : {}) }]
  const name = typeof record['id'] === 'string' ? record['id'] : path
  return Object.entries(record).flatMap(([key, one]) => placesIn(one, `${name}.${key}`, illustrative))
}

/** The numbers of lines that a locator names: `lines 49-52, 1385 (…)` names 49, 52 and 1385. */
function linesOf(locator: string): readonly number[] {
  const outside = locator.replace(/\([^)]*\)/g, '')
  const named = /\blines? ([\d, –-]+)/g
  return [...outside.matchAll(named)].flatMap(([, list = '']) => list.match(/\d+/g) ?? []).map(Number)
}

test.each(leaves.map((leaf) => [leaf.code, leaf] as const))('criterion %s is complete', (_, leaf) => {
  const {
    titleVi,
    definition,
    definitionVi,
    evidence,
    evidenceVi,
    unit,
    direction,
    scale = [],
    measure,
    fromRecords,
  } = leaf
  for (const text of [titleVi, definition, definitionVi, evidence, evidenceVi, unit, direction])
    expect(text).toBeTruthy()
  expect(scale.length).toBeGreaterThanOrEqual(4)
  for (const { en, vi } of scale) expect(en && vi).toBeTruthy()
  if (measure !== undefined || fromRecords !== undefined)
    expect(falls(leaf)).toBe(direction === 'less-is-deeper')
})

function falls({ goalposts: [zero, one] = [0, 1] }: Criterion): boolean {
  return zero > one
}

test('no anchor is written twice, in either language', () => {
  for (const language of ['en', 'vi'] as const)
    for (const { code, scale = [] } of leaves) {
      const texts = scale.map((anchor) => anchor[language])
      expect(new Set(texts).size, code).toBe(texts.length)
      for (const text of texts) expect(text, code).not.toMatch(/between level|giữa mức/)
    }
})

test('every criterion names a source and a line', () => {
  for (const { code, restsOn = [] } of criteria) {
    expect(restsOn.length, code).toBeGreaterThan(0)
    for (const { source, locator = '' } of restsOn) {
      expect(source, code).toBe('deepening-relations')
      expect(locator, code).toMatch(/^line \d+$/)
    }
  }
})

test('every fact of a relation names a source and a place in it', () => {
  for (const fact of facts) {
    const places = placesIn(fact)
    expect(places.length).toBeGreaterThan(0)
    for (const { locator, path } of places) expect(locator, path).toBeTruthy()
  }
})

test('what rests on general knowledge is marked illustrative', () => {
  const general = facts.flatMap((fact) => placesIn(fact)).filter(({ source }) => source === 'public-record')
  expect(general.length).toBeGreaterThan(0)
  const marked = [
    ...section('relations', 'relations'),
    ...section('institutions', 'institutions'),
    ...section('mechanisms', 'institutions'),
    ...section('commitments', 'commitments'),
  ].flatMap((one) => placesIn(one))
  for (const { source, illustrative, path } of marked)
    if (source === 'public-record') expect(illustrative, path).toBe(true)
})

test('ratings and plans are marked illustrative, each with a reason', () => {
  for (const one of made) expect(one.illustrative, one.id).toBe(true)
  for (const { because } of section('illustrative-round', 'ratings').map((one) => Rating.parse(one)))
    expect(because).toMatch(/^illustrative: shows a rater who /)
})

test('words and deeds are told both, and a judgement of our own is marked', () => {
  for (const pair of section('follow-throughs', 'followThroughs').map((one) => FollowThrough.parse(one))) {
    expect(pair.deed, pair.id).toBeDefined()
    if (/^illustrative: /.test(pair.because)) expect(pair.illustrative, pair.id).toBe(true)
    else expect(pair.because, pair.id).toMatch(/\b(paper|thesis)\b/)
  }
})

test('relations are read as the schema has them', () => {
  const relations = section('relations', 'relations').map((one) => Relation.parse(one))
  expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length)
})

test.runIf(sharedIsHere)('every line named lies within its paper, and is not empty', () => {
  const places = [...facts, ...frameworks].flatMap((one) => placesIn(one))
  for (const [source, file] of Object.entries(papers)) {
    const text = readFileSync(shared(file), 'utf8').split('\n')
    const named = places.filter((one) => one.source === source)
    expect(named.length, source).toBeGreaterThan(0)
    for (const { locator = '', path } of named) {
      const lines = linesOf(locator)
      expect(lines.length, `${path}: ${locator}`).toBeGreaterThan(0)
      for (const line of lines) expect(text[line - 1]?.trim(), `${path}: ${locator}`).toBeTruthy()
    }
  }
})
