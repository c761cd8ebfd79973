import { z } from 'zod'
import { bounds, FieldDate } from './date.ts'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** A phase of a case: a stretch of time in which one thing was being decided. */
export const Phase = z.strictObject({
  id: Id,
  from: FieldDate,
  to: FieldDate,
  label: z.string().min(1),
  description: z.string().min(1).optional(),
  restsOn: RestsOn.optional(),
})

/** The frame of a case: whose position on which norm, in which institution, in which years, and why this case. */
export const Case = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    titleVi: z.string().min(1).optional(),
    question: z.string().min(1).describe('what the case is to answer'),
    questionVi: z.string().min(1).optional(),
    actor: refTo('actor').describe('whose position changed'),
    actorNote: z.string().optional().describe('whom of that actor it concerns'),
    institution: refTo('institution').describe('where it happened'),
    norm: refTo('norm').describe('the norm or issue'),
    component: Id.optional().describe('the part of the norm on which the outcome is read'),
    window: z.strictObject({ from: FieldDate, to: FieldDate }).describe('the years studied'),
    core: z
      .strictObject({ from: FieldDate, to: FieldDate })
      .optional()
      .describe('the years that matter most'),
    backgroundFrom: FieldDate.optional(),
    decision: FieldDate.optional().describe('when the position is seen to change'),
    unit: z
      .enum(['state', 'agents'])
      .describe('whose mind is asked about: the state, or the officials who sat in the institution'),
    unitNote: z.string().optional(),
    selection: z.string().optional().describe('why this case: typical, least-likely ...'),
    outcome: z.string().min(1).describe('the outcome to be explained'),
    start: z.string().optional().describe('the position at the start'),
    end: z.string().optional().describe('the position at the end'),
    primary: Id.optional().describe('the hypothesis the study set out with'),
    likeMinded: z.array(refTo('actor')).optional().describe('the reference group that the actor watched'),
    exemplar: refTo('actor').optional().describe('the one it looked to before all others'),
    phases: z.array(Phase).min(1).describe('phases in order of time'),
    restsOn: RestsOn,
    ...common,
  })
  .superRefine((value, context) => {
    const order = (later: string, earlier: string) => bounds(later).latest < bounds(earlier).earliest
    if (order(value.window.to, value.window.from))
      context.addIssue({
        code: 'custom',
        path: ['window', 'to'],
        message: 'a window cannot end before it begins',
        input: value.window.to,
      })
    for (const [at, phase] of value.phases.entries()) {
      if (order(phase.to, phase.from))
        context.addIssue({
          code: 'custom',
          path: ['phases', at, 'to'],
          message: 'a phase cannot end before it begins',
          input: phase.to,
        })
      const before = value.phases[at - 1]
      if (before !== undefined && order(phase.from, before.from))
        context.addIssue({
          code: 'custom',
          path: ['phases', at, 'from'],
          message: 'phases must stand in order of time',
          input: phase.from,
        })
    }
  })
export type Case = z.infer<typeof Case>

export const caseExample: Case = {
  id: 'arland-registers',
  title: 'Arland and open registers in the Harbour Council',
  question: 'Why did Arland, which had refused, agree to open registers?',
  actor: 'arland',
  institution: 'harbour-council',
  norm: 'open-registers',
  component: 'principle',
  window: { from: '2003', to: '2006' },
  decision: '2005-11',
  unit: 'state',
  selection: 'typical',
  outcome: 'Arland agrees to open registers',
  likeMinded: ['borland'],
  phases: [
    { id: 'talks', from: '2003-01', to: '2005-10', label: 'Talks' },
    { id: 'decision', from: '2005-11', to: '2006-03', label: 'Decision' },
  ],
  restsOn: [{ source: 'harbour-history', locator: 'ch. 3' }],
}
