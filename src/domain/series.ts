import { z } from 'zod'
import { Missing } from './missing.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

const Year = z.int().min(1500).max(2200)
export const StateCode = z.string().regex(/^[A-Z]{3}$/, 'a state is named by its ISO alpha-3 code')

/** One year of a series: the value, or why there is none; and the standard error where it is known. */
const Observation = z.strictObject({
  year: Year,
  value: z.union([z.number(), Missing]),
  se: z.number().min(0).optional().describe('standard error of the value'),
})
export type Observation = z.infer<typeof Observation>

/** What was measured of one state towards another, year by year, and the dataset, version and query that give it again. */
export const Series = z
  .strictObject({
    id: Id,
    measure: Id.describe('what is measured, as in domain/measures.data.ts, or a name of your own'),
    relation: refTo('relation').optional().describe('the relation that it describes'),
    of: StateCode.describe('whose value it is'),
    towards: StateCode.optional().describe('with which partner; left out for a value of one state'),
    observations: z.array(Observation).min(1),
    computed: z
      .strictObject({
        dataset: z.string().min(1),
        version: z.string().min(1),
        query: z.string().min(1).describe('the command that makes the figures again'),
      })
      .optional()
      .describe('where the figures were computed from'),
    illustrative: z.boolean().optional().describe('made up to show how it looks'),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine(({ observations, of, towards }, context) => {
    for (const [at, { year }] of observations.entries())
      if (at > 0 && year <= (observations[at - 1]?.year ?? year))
        context.addIssue({
          code: 'custom',
          path: ['observations', at, 'year'],
          message: 'years must stand in order of time, each once',
          input: year,
        })
    if (of === towards)
      context.addIssue({
        code: 'custom',
        path: ['towards'],
        message: 'a state is no partner of itself',
        input: towards,
      })
  })
export type Series = z.infer<typeof Series>

export const seriesExample: Series = {
  id: 'trade-dependence/arl-bor',
  measure: 'trade-dependence',
  of: 'ARL',
  towards: 'BOR',
  observations: [
    { year: 2001, value: 0.12 },
    { year: 2002, value: { missing: 'not-collected', because: 'no customs report of that year' } },
    { year: 2003, value: 0.15, se: 0.01 },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'appendix' }],
}
