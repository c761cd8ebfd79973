/** Every `expression // => value` line of a docstring runs, so an example cannot lie. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const files = globSync('src/{numeric,domain,instruments,report}/**/*.ts').filter(
  (file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts'),
)

for (const file of files) {
  const text = readFileSync(file, 'utf8')
  const examples = [...text.matchAll(/^ \* (.+?) \/\/ => (.+)$/gm)]
  if (examples.length === 0) continue
  test(`examples of ${file}`, async () => {
    const module: Record<string, unknown> = await import(resolve(file))
    const errors: Record<string, unknown> = await import(resolve('src/domain/errors.ts'))
    const known = { ...errors, ...module }
    const evaluate = (code = '') =>
      new Function(...Object.keys(known), `return (${code})`)(...Object.values(known))
    for (const [, expression, value] of examples)
      expect(evaluate(expression), expression).toEqual(evaluate(value))
  })
}

test('every exported function of numeric has a docstring with a source and an example', () => {
  const bare = globSync('src/numeric/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export function (\w+)/g)]
        .filter(([, doc = '']) => !/@see/.test(doc) || !/@example/.test(doc))
        .map(([, , name]) => `${file} ${name}`),
    )
  expect(bare).toEqual([])
})
