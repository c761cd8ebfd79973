import { defineInstrument, type Outcome } from '#domain/instrument'
import { exhibits } from './exhibits.ts'
import { findings } from './findings.ts'
import { gather } from './gather.ts'
import { method } from './method.ts'
import { Request, type Result } from './model.ts'
import { evidenceOfQuantities } from './quantity.ts'
import { roleRateChart } from './role-rate-chart.ts'

export type {
  Exposure,
  GapLine,
  PartyStanding,
  Quantity,
  Reason,
  RoleLine,
  Status,
  StepLine,
  Swing,
} from './model.ts'
export type { ChartedRate } from './role-rate-chart.ts'
export { evidenceOfQuantities, Request, type Result, roleRateChart }

/** Mediation: may this state mediate here, in which role, and what does it lack? The method is on one page in README.md. */
export const mediation = defineInstrument({
  id: 'mediation',
  title: { en: 'Mediation', vi: 'Hòa giải' },
  question: {
    en: 'May we mediate here, in which role, and what do we lack?',
    vi: 'Có thể làm trung gian ở đây không, trong vai trò nào và còn thiếu gì?',
  },
  version: '1',
  Request,
  gather,
  method,
  findings,
  exhibits,
})

/** The result of a mediation analysis with its own type, for a view made for it. */
export function mediationResult(result: Outcome['result']): Result {
  return result as unknown as Result // an analysis of this instrument and version holds nothing else
}
