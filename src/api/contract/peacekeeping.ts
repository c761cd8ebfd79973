import { z } from 'zod'
import { Missing } from '#domain/missing'
import { personnelTypes } from '#domain/parity-targets.data'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Share = z.object({
  value: z.number().describe('in [0, 1]'),
  interval: z.tuple([z.number(), z.number()]).readonly().describe('95 %, Wilson'),
})
const Rank = z.object({ rank: z.int(), tied: z.int(), of: z.int() })
const orMissing = <Item extends z.ZodType>(item: Item) => z.union([item, Missing])
const Sent = { key: z.string(), women: z.number(), total: z.number() }

const StateYear = z.object({
  year: z.int(),
  total: orMissing(z.number()),
  women: orMissing(z.number()),
  share: orMissing(Share),
  rank: orMissing(Rank),
  rankAmongPeers: orMissing(Rank),
})
export type StateYear = z.infer<typeof StateYear>

/** Contributions of a state to peacekeeping, against peers and targets. */
const PeacekeepingAnswer = z.object({
  state: z.string(),
  peers: list(z.string()),
  basis: z.enum(['months', 'years', 'recorded']),
  dataset: z.string(),
  version: z.string(),
  citation: z.string(),
  years: list(
    z.object({
      year: z.int(),
      months: z.int().nullable(),
      world: z.number().nullable(),
      partOf: z.number().nullable(),
    }),
  ),
  states: list(z.object({ state: z.string(), years: list(StateYear) })),
  missions: list(z.object({ ...Sent, year: z.int() })),
  types: list(z.object({ ...Sent, year: z.int() })),
  months: list(z.object({ ...Sent, mission: z.string() })),
  targets: list(
    z.object({
      types: list(z.enum(personnelTypes)),
      year: z.int(),
      share: z.number(),
      source: z.string(),
      compared: z.int().nullable(),
      reached: orMissing(Share),
      verdict: z.enum(['above', 'below', 'across', 'not-told']),
    }),
  ),
})
export type PeacekeepingAnswer = z.infer<typeof PeacekeepingAnswer>

/** The endpoint of contributions to peacekeeping. */
export const peacekeepingEndpoints = {
  peacekeeping: {
    method: 'get' as const,
    path: '/api/peacekeeping',
    about:
      'What a state contributes to peacekeeping by mission, type and month, with the share of women, ranks, peers and targets; a year that is not covered is missing, with the reason.',
    query: z.object({
      state: z.string().min(1),
      peers: z.string().optional().describe('states, separated by commas; the members of ASEAN if left out'),
      from: z.coerce.number().int().min(1948).max(2200).optional(),
      to: z.coerce.number().int().min(1948).max(2200).optional(),
      version: z.string().optional(),
    }),
    answer: PeacekeepingAnswer,
  },
}
