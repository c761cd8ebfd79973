import { z } from 'zod'
import { Instant } from './instant.ts'
import { Id, refTo } from './reference.ts'
import { common } from './support.ts'

const Probability = z.number().min(0).max(1)
const tolerance = 1e-6

/** One belief of one person about one question at one time. A later one of the same person supersedes it; none is overwritten. */
export const Forecast = z
  .strictObject({
    id: Id,
    question: refTo('question'),
    assessor: refTo('assessor').describe('whose forecast it is'),
    agency: z.string().min(1).optional().describe('for which agency it was given, at the time'),
    at: Instant.describe('when it was given'),
    probability: Probability.optional().describe('of yes, for a binary question'),
    probabilities: z
      .array(Probability)
      .min(2)
      .optional()
      .describe('of each option, in their order; they sum to 1'),
    quantiles: z
      .array(z.strictObject({ share: z.number().gt(0).lt(1), value: z.number() }))
      .min(2)
      .optional()
      .describe(
        'values below which the answer lies with these shares; for a date question in days since 1970',
      ),
    rationale: z.string().min(1).optional(),
    rationaleVi: z.string().min(1).optional().describe('the same in Vietnamese'),
    arguments: z
      .array(refTo('argument'))
      .optional()
      .describe('arguments for and against that the forecast rests on'),
    withdrawn: z.boolean().optional().describe('from now on the forecaster has no forecast on this question'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    ...common,
  })
  .superRefine(({ probability, probabilities, quantiles, withdrawn }, context) => {
    const fault = (path: string, message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path: [path], message, input })
    const given = [probability, probabilities, quantiles].filter((one) => one !== undefined).length
    if (withdrawn !== true && given !== 1)
      fault('probability', 'a forecast is one probability, or one for each option, or quantiles', probability)
    if (probabilities !== undefined) {
      const sum = probabilities.reduce((a, b) => a + b, 0)
      if (Math.abs(sum - 1) > tolerance)
        fault(
          'probabilities',
          `probabilities must sum to 1, and sum to ${Number(sum.toFixed(6))}`,
          probabilities,
        )
    }
    for (const [at, { share, value }] of (quantiles ?? []).entries()) {
      const before = quantiles?.[at - 1]
      if (before !== undefined && (share <= before.share || value < before.value))
        context.addIssue({
          code: 'custom',
          path: ['quantiles', at],
          message: 'quantiles must stand in ascending order of share, and their values must not fall',
          input: value,
        })
    }
  })
export type Forecast = z.infer<typeof Forecast>

export const forecastExample: Forecast = {
  id: 'third-register/coder-1/1',
  question: 'third-register',
  assessor: 'coder-1',
  agency: 'Desk A',
  at: '2027-02-01T10:30:00+07:00',
  probability: 0.35,
  rationale: 'two registers in seven years, and a new minister',
  rationaleVi: 'hai sổ trong bảy năm, và bộ trưởng mới nhậm chức',
}
