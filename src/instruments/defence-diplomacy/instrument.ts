import { defineInstrument, type Outcome } from '#domain/instrument'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { gather } from './gather.ts'
import { heatByKind, heatByYear } from './heat.ts'
import { method } from './method.ts'
import { Request, type Result } from './model.ts'
import { evidenceAt, kindIn, namer } from './table.ts'
import { diversificationWithout } from './what-if.ts'

export type { Request, Result }
export { diversificationWithout, evidenceAt, heatByKind, heatByYear, kindIn, namer }

/** Defence diplomacy: with whom do our armed forces work, and how balanced is it? The method is on one page in README.md. */
export const defenceDiplomacy = defineInstrument({
  id: 'defence-diplomacy',
  title: { en: 'Defence diplomacy', vi: 'Ngoại giao quốc phòng' },
  question: {
    en: 'With whom do our armed forces work, and how balanced is it?',
    vi: 'Lực lượng vũ trang của ta hợp tác với ai, và cân bằng đến mức nào?',
  },
  version: '1',
  Request,
  gather,
  method,
  findings,
  exhibits,
})

/** The result of an analysis of defence diplomacy with its own type, for a view made for it. */
export function defenceDiplomacyResult(result: Outcome['result']): Result {
  return result as unknown as Result // an analysis of this instrument and version holds nothing else
}
