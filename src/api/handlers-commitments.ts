import { actingNow } from '#workbench/acting-assessor'
import { askOfCommitment } from '#workbench/commitment-question'
import { seeCommitments } from '#workbench/commitments'
import { calendarOf } from '#workbench/commitments-calendar'
import { codeCompliance } from '#workbench/compliance'
import { seeMechanisms } from '#workbench/mechanisms'
import type { commitmentEndpoints } from './contract/commitments.ts'
import type { mechanismEndpoints } from './contract/mechanisms.ts'
import type { Handlers } from './handlers.ts'

/** The calls on mechanisms and commitments. */
export const commitmentHandlers: Pick<
  Handlers,
  keyof typeof commitmentEndpoints | keyof typeof mechanismEndpoints
> = {
  mechanisms: (workbench, { query }) => seeMechanisms(workbench, query.at),
  commitments: async (workbench, { query: { zone, ...asked } }) => {
    const found = await seeCommitments(workbench, { ...asked, timeZone: zone })
    return { ...found, me: found.me ?? null, bound: (await actingNow(workbench)).bound }
  },
  commitmentsCalendar: async (workbench, { query: { zone, ...asked } }) => {
    const found = await seeCommitments(workbench, { ...asked, timeZone: zone })
    return calendarOf(found, workbench.config.now()).text
  },
  codeCompliance: (workbench, { params, body }) => codeCompliance(workbench, params['id'] ?? '', body),
  askOfCommitment: (workbench, { params, body: { resolver, zone } }) =>
    askOfCommitment(workbench, params['id'] ?? '', { resolver, timeZone: zone }),
}
