import { peacekeeping } from '#workbench/peacekeeping'
import type { peacekeepingEndpoints } from './contract/peacekeeping.ts'
import type { Handlers } from './handlers.ts'

/** The call on contributions to peacekeeping. */
export const peacekeepingHandlers: Pick<Handlers, keyof typeof peacekeepingEndpoints> = {
  peacekeeping: (workbench, { query: { peers, ...asked } }) =>
    peacekeeping(workbench, {
      ...asked,
      peers: peers?.split(',').flatMap((peer) => (peer.trim() === '' ? [] : [peer.trim()])),
    }),
}
