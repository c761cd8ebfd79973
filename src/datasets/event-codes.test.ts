/** Codes of events: the published tables of Goldstein and PLOVER, code by code. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { goldsteinOf, intensityOf, ploverOf, quadOf } from './event-codes.ts'

test('a code, or the nearest above it, is told', () => {
  expect(goldsteinOf('190')).toBe(-10)
  expect(ploverOf('042')).toEqual({ type: 'CONSULT', mode: 'visit', context: '' })
  expect(ploverOf('0429')).toEqual(ploverOf('042'))
  expect(ploverOf('99')).toBeNull()
  expect(goldsteinOf('99')).toBeNull()
})

test('quads and intensities agree in direction, the misprint of ACCUSE mended', () => {
  expect(quadOf('accuse')).toBe('verbal conflict')
  expect(intensityOf('ACCUSE')).toBe(-3)
  expect(intensityOf('consult', 'Visit')).toBe(4)
  expect(intensityOf('consult', 'unheard-of')).toBe(2.5)
  expect(intensityOf('nothing')).toBeNull()
})

test.runIf(sharedIsHere)('every score and quad of the reference', () => {
  const lines = readFileSync(shared('reference/events/plover_scores.csv'), 'utf8').trim().split('\n').slice(1)
  for (const line of lines) {
    const [type = '', mode = '', score = ''] = line.split(',')
    if (type !== 'ACCUSE' || mode !== '') expect(intensityOf(type, mode), line).toBe(Number(score))
  }
  const quads = JSON.parse(readFileSync(shared('reference/events/plover_quad.json'), 'utf8')) as Record<
    string,
    string
  >
  for (const [type, quad] of Object.entries(quads)) expect(quadOf(type)).toBe(quad.toLowerCase())
})

test.runIf(sharedIsHere)('every code of the conversion table, and every Goldstein value', () => {
  const table = readFileSync(shared('reference/events/plover_CAMEO2PLOVER-2021.txt'), 'utf8')
  const told = new Set<string>()
  for (const [, code = '', rest = ''] of table.matchAll(/^(\d{2,4}):([^#\n]*)/gm)) {
    if (told.has(code)) continue // 08 is told twice: CONCEDE, and RETREAT for what follows it
    told.add(code)
    const [type = '', mode = '', context = ''] = rest.split(',').map((part) => part.trim())
    expect(ploverOf(code), code).toEqual(type === '' ? null : { type, mode, context })
  }
  const scale = readFileSync(shared('data/events_cameo/cameo_goldstein_scale.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  for (const line of scale) {
    const [code = '', score = ''] = line.split(',')
    expect(goldsteinOf(code), code).toBe(Number(score))
  }
})
