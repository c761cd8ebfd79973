/** The scale between goalposts and the means reproduce a published index. */
import { expect, test } from 'vitest'
import { frameworkExample } from '#domain/framework'
import { place } from './scale.ts'
import { putTogether, treeOf } from './tree.ts'

test('UNDP (2014), Technical note 1: Costa Rica 0.763', () => {
  const health = place(79.93, [20, 85], false)
  const education = (place(8.37, [0, 15], false) + place(13.5, [0, 18], false)) / 2
  const income = place(13_011.7, [100, 75_000], true)
  const criteria = ['health', 'education', 'income'].map((code) => ({ code, title: code, weight: 1 }))
  const tree = treeOf({ ...frameworkExample, criteria }, {})
  const whole = putTogether(
    tree,
    Float64Array.of(health, education, income),
    tree.weight,
    'geometric',
    new Float64Array(4),
    new Float64Array(4),
  )
  expect(health.toFixed(3)).toBe('0.922')
  expect(education.toFixed(3)).toBe('0.654')
  expect(income.toFixed(3)).toBe('0.735')
  expect(whole.toFixed(3)).toBe('0.763')
})
