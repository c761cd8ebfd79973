/** The instrument, from clue to posterior, reproduces the four tests of process tracing. */
import { expect, test } from 'vitest'
import { caseInput, clue } from '../../../test/case-input.ts'
import { method } from './method.ts'
import { Request } from './model.ts'
import published from './published/four-tests.json' with { type: 'json' }

test.each(published.rows)('$test at prior $prior', (row) => {
  const weigh = (observed: 'yes' | 'no') => {
    const likelihoods = { persuasion: row.ifTrue, residual: row.ifFalse }
    const request = Request.parse({ case: 'c', priors: { persuasion: row.prior }, draws: 100 })
    return method({ ...caseInput([['persuasion']], [clue('e', { observed, likelihoods })]), request })
  }
  const [present, absent] = [weigh('yes'), weigh('no')]
  expect(present.posteriors['persuasion']).toBeCloseTo(row.present, 9)
  expect(absent.posteriors['persuasion']).toBeCloseTo(row.absent, 9)
  expect(present.weighing.clues[0]?.weightDb['persuasion']).toBeCloseTo(row.presentDb, 9)
  expect(absent.weighing.clues[0]?.weightDb['persuasion']).toBeCloseTo(row.absentDb, 9)
  expect(present.weighing.clues[0]?.test).toBe(row.test)
})
