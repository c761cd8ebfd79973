/** The catalogue of errors and its page say the same, both ways; both languages know every code. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCatalogue } from '#domain/errors'

const codes = Object.keys(errorCatalogue)

test('docs/errors.md says what the catalogue says', () => {
  const rows = [
    ...readFileSync('docs/errors.md', 'utf8').matchAll(
      /^\| `([a-z-]+)` \| (.+?) \| (\d+) \| (\d) \| (.+?) \|$/gm,
    ),
  ]
  const page = Object.fromEntries(
    rows.map(([, code, title, status, exit, advice]) => [
      code,
      { title, status: Number(status), exit: Number(exit), advice },
    ]),
  )
  expect(page).toEqual(errorCatalogue)
})

test.each(['en', 'vi'])('every code has words in %s', (language) => {
  const words = JSON.parse(readFileSync(`src/web/locales/${language}.json`, 'utf8')) as { error: object }
  expect(Object.keys(words.error).toSorted()).toEqual(codes.toSorted())
})
