import { z } from 'zod'
import { FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A recorded vote: who was for, against, abstaining, absent; who vetoed; whether it carried. */
export const Vote = z
  .strictObject({
    id: Id,
    case: refTo('case').optional(),
    event: refTo('event').optional(),
    text: z.string().min(1).describe('what was voted on'),
    date: FieldDate,
    inFavour: z.array(refTo('actor')),
    against: z.array(refTo('actor')),
    abstaining: z.array(refTo('actor')),
    absent: z.array(refTo('actor')).optional(),
    vetoes: z.array(refTo('actor')).optional().describe('those whose vote against was a veto'),
    adopted: z.boolean(),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine((value, context) => {
    const ballots = [...value.inFavour, ...value.against, ...value.abstaining, ...(value.absent ?? [])]
    const twice = ballots.find((actor, at) => ballots.indexOf(actor) !== at)
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: [], message: `${twice} votes twice`, input: twice })
    const stray = value.vetoes?.find((actor) => !value.against.includes(actor))
    if (stray !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['vetoes'],
        message: 'a veto is a vote against',
        input: stray,
      })
  })
export type Vote = z.infer<typeof Vote>

export const voteExample: Vote = {
  id: 'arland-registers/vote',
  case: 'arland-registers',
  event: 'arland-registers/third-session',
  text: 'the register clause',
  date: '2005-11-16',
  inFavour: ['arland', 'borland'],
  against: [],
  abstaining: [],
  adopted: true,
  restsOn: [{ source: 'harbour-history', locator: 'p. 66' }],
}
