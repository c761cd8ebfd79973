import { decideMatch, seeDuplicates, seeLedger } from '#workbench/ledger'
import { importIntoLedger } from '#workbench/ledger-import'
import type { ledgerEndpoints } from './contract/ledger.ts'
import type { Handlers } from './handlers.ts'

/** The calls of the ledger, each one call of the workbench and one translation back. */
export const ledgerHandlers: Pick<Handlers, keyof typeof ledgerEndpoints> = {
  ledger: async (workbench, { query }) => {
    const { names, ...ledger } = await seeLedger(workbench, query)
    return { ...ledger, names: { ...names } }
  },
  importIntoLedger: (workbench, { body }) => importIntoLedger(workbench, body),
  duplicates: async (workbench, { query }) => {
    const { me, names, activities, candidates } = await seeDuplicates(workbench, query.state)
    return { candidates, activities: { ...activities }, names: { ...names }, me: me ?? null }
  },
  decideMatch: (workbench, { body }) => decideMatch(workbench, body),
}
