import { z } from 'zod'
import { Id, refTo } from './reference.ts'
import { common, RestsOn } from './support.ts'

/** What a scope condition, as found here, speaks for. */
export const conditionLeanings = [
  'persuasion',
  'social-influence',
  'mimicking',
  'learning',
  'against-persuasion',
  'against-mimicking',
  'excludes-rival',
  'mixed',
  'neither',
] as const

/** A feature of institution, agent, relation, process or issue that makes a mechanism more or less likely. */
export const ScopeCondition = z.strictObject({
  id: Id,
  case: refTo('case').optional(),
  level: z.enum(['institution', 'agent', 'relation', 'process', 'issue']),
  feature: z.string().min(1),
  value: z.string().min(1).describe('as it was here'),
  expects: z.string().min(1).optional().describe('what theory expects of it'),
  expectsBasis: z.string().optional().describe('where that expectation comes from'),
  observed: z.string().min(1).optional().describe('what was found'),
  favours: z.enum(conditionLeanings).describe(`one of ${conditionLeanings.join(', ')}`),
  coder: refTo('assessor').optional().describe('who judged what it favours'),
  restsOn: RestsOn,
  ...common,
})
export type ScopeCondition = z.infer<typeof ScopeCondition>

export const scopeConditionExample: ScopeCondition = {
  id: 'arland-registers/noviceness',
  case: 'arland-registers',
  level: 'agent',
  feature: 'noviceness',
  value: 'its delegates had sat in the Council for five years',
  expects: 'newcomers copy and are open to argument',
  favours: 'against-mimicking',
  restsOn: [{ source: 'harbour-history', locator: 'p. 30' }],
}
