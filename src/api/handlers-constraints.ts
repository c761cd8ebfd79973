import { seeConstraints, settleFlag } from '#workbench/constraints'
import { exercisesCommand } from '#workbench/labelled-exercises'
import { seeRuleQuality } from '#workbench/rule-quality'
import { keptQuality } from '#workbench/rule-quality.data'
import type { constraintEndpoints } from './contract/constraints.ts'
import type { Handlers } from './handlers.ts'

/** The calls of declared policies, each one call of the workbench and one translation back. */
export const constraintHandlers: Pick<Handlers, keyof typeof constraintEndpoints> = {
  constraints: async (workbench, { query }) => {
    const { me, ...board } = await seeConstraints(workbench, query.only)
    return { ...board, me: me ?? null, names: { ...board.names } }
  },
  settleFlag: (workbench, { body }) => settleFlag(workbench, body),
  constraintQuality: async (workbench) => ({
    ...(await seeRuleQuality(workbench)),
    keptVersion: keptQuality.version,
    command: exercisesCommand,
  }),
}
