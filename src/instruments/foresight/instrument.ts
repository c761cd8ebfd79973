import { defineInstrument, type Outcome } from '#domain/instrument'
import type { Contradiction, ContradictionInput, Untested } from './contradictions/contradiction.ts'
import { contradictionKinds } from './contradictions/contradiction.ts'
import { type Examination, examine, findContradictions } from './contradictions/find-contradictions.ts'

import { type DistributionRow, distributionChart } from './distribution-chart.ts'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { gather } from './gather.ts'
import { outcomeAsNumber } from './loss.ts'
import { method } from './method.ts'
import { Request, type Result } from './model.ts'
import { poolsOfQuestion, type QuestionPool } from './pool-question.ts'
import { toldShares } from './pooled-lines.ts'
import { distributionRuleName } from './words.data.ts'

export type {
  Contradiction,
  ContradictionInput,
  DistributionRow,
  Examination,
  QuestionPool,
  Request,
  Result,
  Untested,
}
export {
  contradictionKinds,
  distributionChart,
  distributionRuleName,
  examine,
  findContradictions,
  outcomeAsNumber,
  poolsOfQuestion,
  toldShares,
}

/** Foresight: what happens next, who says so, and were they right? The method is on one page in README.md. */
export const foresight = defineInstrument({
  id: 'foresight',
  title: { en: 'Foresight', vi: 'Dự báo' },
  question: {
    en: 'What happens next, who says so, and were they right?',
    vi: 'Điều gì sẽ xảy ra, ai nói vậy, và họ có đúng không?',
  },
  version: '3',
  reads: ['1', '2'],
  Request,
  gather,
  method,
  findings,
  exhibits,
})

/** The result of a foresight analysis with its own type, for a view made for it. */
export function foresightResult(result: Outcome['result']): Result {
  return result as unknown as Result // an analysis of this instrument and version holds nothing else
}
