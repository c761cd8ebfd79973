/** Every instrument of the registry meets the same demands. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { instruments } from '#instruments/registry'

const headings = ['Question', 'Construct', 'Formula', 'Worked example', 'Limits', 'Sources']

test('ids are distinct', () => {
  expect(new Set(instruments.map((one) => one.id)).size).toBe(instruments.length)
})

describe.each(instruments.map((one) => [one.id, one] as const))('%s', (id, instrument) => {
  const folder = `src/instruments/${id}`

  test('has a README on one page with the six headings', () => {
    const page = readFileSync(`${folder}/README.md`, 'utf8')
    const found = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(found).toEqual(headings)
    expect(page.split(/\s+/).length).toBeLessThan(1400)
  })

  test('has the files that every instrument has', () => {
    for (const file of ['model', 'gather', 'method', 'findings', 'exhibits', 'instrument'])
      expect(existsSync(`${folder}/${file}.ts`), file).toBe(true)
  })

  test('reproduces a published table', () => {
    expect(globSync(`${folder}/published/*`).length).toBeGreaterThan(0)
    expect(globSync(`${folder}/**/*published*.test.ts`).length).toBeGreaterThan(0)
  })

  test('says its version, title and question in both languages', () => {
    expect(instrument.version).toMatch(/^\d+$/)
    for (const text of [
      instrument.title.en,
      instrument.title.vi,
      instrument.question.en,
      instrument.question.vi,
    ])
      expect(text).not.toBe('')
  })

  test('refuses a request with an unknown field, and says which', async () => {
    const nothing = async () => []
    const reader = {
      record: async () => undefined,
      ofCase: nothing,
      pointingAt: nothing,
      relationsOf: nothing,
      activitiesOf: nothing,
      all: nothing,
      analysis: async () => undefined,
    }
    await expect(instrument.analyse({ nonsense: 1 }, reader)).rejects.toMatchObject({
      code: 'request-invalid',
    })
  })
})
