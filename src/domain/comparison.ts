import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

const Year = z.int().min(1800).max(2200)

/** Yearly values of one state, in the order of the years of the comparison. */
const Series = z.strictObject({
  state: z.string().regex(/^[A-Z]{3}$/, 'a state is named by its ISO alpha-3 code'),
  values: z.array(z.number()).min(6),
  se: z.array(z.number().min(0)).optional().describe('standard errors of the values'),
})

/** Did a state come closer to a group after joining it, and more so than comparable states that did not? */
export const Comparison = z
  .strictObject({
    id: Id,
    case: refTo('case').optional(),
    title: z.string().min(1),
    titleVi: z.string().optional(),
    actor: refTo('actor').describe('who joined'),
    institution: refTo('institution').optional().describe('what it joined'),
    joined: Year.describe('year in which it joined'),
    measure: z.string().min(1).describe('what is compared, with its scale'),
    group: z.array(z.string()).min(1).describe('members with whom it is compared'),
    because: z.string().min(1).describe('why the donors are comparable'),
    years: z.array(Year).min(6),
    treated: Series,
    donors: z.array(Series).min(2).describe('states that did not join'),
    computed: z
      .strictObject({
        dataset: z.string(),
        version: z.string(),
        query: z.string().describe('the command that makes the figures again'),
      })
      .optional()
      .describe('where the figures were computed from'),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine((value, context) => {
    for (const [at, series] of [value.treated, ...value.donors].entries())
      for (const list of [series.values, series.se])
        if (list !== undefined && list.length !== value.years.length)
          context.addIssue({
            code: 'custom',
            path: at === 0 ? ['treated'] : ['donors', at - 1],
            message: `a series must have ${value.years.length} values, one for each year`,
            input: list.length,
          })
    const fault = (path: (string | number)[], message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path, message, input })
    const backwards = value.years.findIndex((year, at) => at > 0 && year <= (value.years[at - 1] ?? year))
    if (backwards >= 0)
      fault(['years', backwards], 'years must stand in order of time, each once', value.years[backwards])
    for (const [at, { state }] of value.donors.entries()) {
      if (value.group.includes(state) || state === value.treated.state)
        fault(['donors', at, 'state'], 'a donor is neither the state that joined nor of the group', state)
      if (value.donors.findIndex((donor) => donor.state === state) < at)
        fault(['donors', at, 'state'], 'a donor counts once', state)
    }
    if (value.group.includes(value.treated.state))
      fault(['group'], 'the group is compared without the state that joined', value.treated.state)
    const before = value.years.filter((year) => year < value.joined).length
    if (before < 3 || value.years.length - before < 3)
      context.addIssue({
        code: 'custom',
        path: ['joined'],
        message: 'three years are needed before joining, and three after',
        input: value.joined,
      })
  })
export type Comparison = z.infer<typeof Comparison>

export const comparisonExample: Comparison = {
  id: 'arland-registers/joining',
  case: 'arland-registers',
  title: 'Arland and the harbour states, before and after 2003',
  actor: 'arland',
  joined: 2003,
  measure: 'mean kappa of votes with the members, −1 to 1',
  group: ['BOR'],
  because: 'neighbours of like size that stayed outside',
  years: [2000, 2001, 2002, 2003, 2004, 2005],
  treated: { state: 'ARL', values: [0.1, 0.12, 0.11, 0.3, 0.34, 0.33] },
  donors: [
    { state: 'COR', values: [0.1, 0.11, 0.12, 0.13, 0.12, 0.11] },
    { state: 'DOR', values: [0.12, 0.13, 0.1, 0.11, 0.12, 0.1] },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'appendix' }],
}
