import { defineInstrument, type Outcome } from '#domain/instrument'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { gather } from './gather.ts'
import { method } from './method.ts'
import { Request, type Result } from './model.ts'

/** Socialization: why did this position change? The method is on one page in README.md. */
export const socialization = defineInstrument({
  id: 'socialization',
  title: { en: 'Socialization', vi: 'Xã hội hóa' },
  question: { en: 'Why did this position change?', vi: 'Vì sao lập trường này thay đổi?' },
  version: '3',
  reads: ['1', '2'],
  Request,
  gather,
  method,
  findings,
  exhibits,
})

/** The result of a socialization analysis with its own type, for a view made for it. */
export function socializationResult(result: Outcome['result']): Result {
  return result as unknown as Result // an analysis of this instrument and version holds nothing else
}
