/** Every name the glossary promises exists in the code, so words and code cannot drift apart. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const code = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const names = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\|[^|]+\| `(\w+)` \|/gm)].map(
  ([, name]) => name ?? '',
)

test('the glossary is read', () => {
  expect(names.length).toBeGreaterThan(30)
})

test.each(names)('%s is exported', (name) => {
  expect(code).toMatch(new RegExp(`export (?:async )?(?:function|const|class|type|interface) ${name}\\b`))
})
