import { seeNetwork } from '#workbench/network'
import { networkGraphml } from '#workbench/network-file'
import type { networkEndpoints } from './contract/network.ts'
import type { Handlers } from './handlers.ts'

/** The network of defence activities, drawn anew at each call. */
export const networkHandlers: Pick<Handlers, keyof typeof networkEndpoints> = {
  network: (workbench, { query }) => seeNetwork(workbench, query),
  networkGraphml: async (workbench, { query }) => networkGraphml(await seeNetwork(workbench, query)),
}
