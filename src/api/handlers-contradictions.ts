import { type ContradictionOptions, seeContradictions, settleContradiction } from '#workbench/contradictions'
import type { contradictionEndpoints } from './contract/contradictions.ts'
import type { Handlers } from './handlers.ts'

/** The calls of the contradiction board, each one call of the workbench and one translation back. */
export const contradictionHandlers: Pick<Handlers, keyof typeof contradictionEndpoints> = {
  contradictions: async (workbench, { query }) => {
    const { me, ...board } = await seeContradictions(workbench, optionsOf(query))
    return { ...board, me: me ?? null, names: { ...board.names } }
  },
  settleContradiction: (workbench, { body }) => settleContradiction(workbench, body, optionsOf(body)),
}

function optionsOf(asked: {
  readonly rate: number
  readonly rounding: 'as-given' | '0.01' | '0.05'
}): ContradictionOptions {
  const { rate, rounding } = asked
  return { rate, rounding: rounding === 'as-given' ? rounding : rounding === '0.01' ? 0.01 : 0.05 }
}
