import { comparableCases } from '#workbench/mediation-cases'
import type { mediationCasesEndpoints } from './contract/mediation-cases.ts'
import type { Handlers } from './handlers.ts'

/** The call on comparable cases of mediation. */
export const mediationCasesHandlers: Pick<Handlers, keyof typeof mediationCasesEndpoints> = {
  mediationCases: (workbench, { query: { roles, weights, ...asked } }) =>
    comparableCases(workbench, {
      ...asked,
      roles: roles?.split(',').map((role) => role.trim()),
      weights:
        weights && Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Number(value)])),
    }),
}
