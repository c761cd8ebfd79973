/** English and Vietnamese say the same things, and the page uses no word that neither has. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { kindNames } from '#domain/record'

type Tree = { readonly [key: string]: string | Tree }
const words = (language: string) =>
  JSON.parse(readFileSync(`src/web/locales/${language}.json`, 'utf8')) as Tree

function leaves(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`),
  )
}
const keys = leaves(words('en'))

test('both languages have the same keys', () => {
  expect(leaves(words('vi'))).toEqual(keys)
})

test('no text is left empty', () => {
  const texts = (tree: Tree): string[] =>
    Object.values(tree).flatMap((v) => (typeof v === 'string' ? [v] : texts(v)))
  for (const language of ['en', 'vi'])
    expect(texts(words(language)).filter((text) => text.trim() === '')).toEqual([])
})

test('every key that the page names is there', () => {
  const used = globSync('src/web/**/*.tsx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? ''),
  )
  const missing = used.filter((key) => !keys.includes(key) && !keys.includes(`${key}_one`))
  expect([...new Set(missing)]).toEqual([])
})

test.each(globSync('src/instruments/*/reasons.data.ts'))('%s fills the same values in', async (file) => {
  const { reasons } = (await import(resolve(file))) as { reasons: Record<string, { en: string; vi: string }> }
  const filled = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()
  for (const [key, { en, vi }] of Object.entries(reasons)) {
    expect(filled(vi), key).toEqual(filled(en))
    expect(vi, key).not.toBe(en)
  }
})

test('every kind of record has a name in both languages', () => {
  expect(kindNames.filter((kind) => !keys.includes(`kind.${kind}`))).toEqual([])
})
