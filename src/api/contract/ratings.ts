import { z } from 'zod'
import { Estimate } from '#domain/finding'
import { Criterion } from '#domain/framework'
import { Missing } from '#domain/missing'
import { Support } from '#domain/support'

/** The header that says as which assessor a call is made. A database role that is bound to an assessor is that one. */
export const assessorHeader = 'x-soundings-assessor'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Level = z.number().min(1).max(9)

const Progress = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string().optional(),
  /** cells answered, of cells asked; never which, and never what */
  answered: z.int(),
  of: z.int(),
})

const RoundState = z.enum(['open', 'closed', 'ended'])

/** A rating round in a list. */
export const RoundEntry = z.object({
  id: z.string(),
  title: z.string(),
  framework: z.string(),
  year: z.int(),
  relations: list(z.string()),
  leaves: list(z.string()),
  coordinator: z.string().optional(),
  opened: z.string(),
  closed: z.string().optional(),
  ended: z.string().optional(),
  state: RoundState,
  progress: list(Progress),
})
export type RoundEntry = z.infer<typeof RoundEntry>

/** A rating with who wrote it and when. */
export const GivenRating = z.object({
  id: z.string(),
  version: z.int(),
  at: z.string(),
  relation: z.string(),
  leaf: z.string(),
  assessor: z.string(),
  level: z.int(),
  low: z.number().optional(),
  high: z.number().optional(),
  because: z.string(),
  restsOn: list(Support).optional(),
  /** the blind rating that this one revises */
  revises: z.string().optional(),
  illustrative: z.boolean().optional(),
})
export type GivenRating = z.infer<typeof GivenRating>

const Remark = z.object({
  id: z.string(),
  relation: z.string(),
  leaf: z.string(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
})

const Titled = z.object({ title: z.string(), titleVi: z.string().optional() })

/** A round from inside. While it is open the ratings are one's own; once it is closed they are all. */
export const Room = RoundEntry.extend({
  me: z.string().nullable(),
  frameworkTitle: Titled,
  criteria: list(Criterion),
  titles: list(Titled.extend({ id: z.string() })),
  ratings: list(GivenRating),
  remarks: list(Remark),
})
export type Room = z.infer<typeof Room>

const Apart = z.object({
  assessor: z.string(),
  by: z.number(),
  on: list(z.object({ relation: z.string(), by: z.number() })),
})

/** How far the assessors of a closed round agree on one criterion. */
export const LeafAgreement = z.object({
  leaf: z.string(),
  raters: z.int(),
  relations: z.int(),
  blind: z.union([Estimate, Missing]),
  revised: z.union([Estimate, Missing]).optional(),
  apart: z.union([Apart, Missing]),
  illustrative: z.boolean(),
})
export type LeafAgreement = z.infer<typeof LeafAgreement>

const Cell = z.object({ relation: z.string(), leaf: z.string() })
const Judgement = Cell.extend({
  level: Level.describe('level of the scale that fits best'),
  low: Level.optional().describe('lowest level thought possible'),
  high: Level.optional().describe('highest level thought possible'),
  because: z.string().min(1).describe('the reason'),
  restsOn: z.array(Support).optional().describe('evidence: sources and places in them'),
})
const Kept = z.object({ id: z.string() })

/** The calls of the rating room. Each is made as the assessor whom the header `x-soundings-assessor` names. */
export const ratingEndpoints = {
  listRounds: {
    method: 'get',
    path: '/api/rating-rounds',
    about: 'The rating rounds, with how many cells each assessor has answered; and as whom one calls.',
    answer: z.object({
      rounds: list(RoundEntry),
      me: z.string().nullable(),
      bound: z.boolean().describe('true if nobody else can be named'),
    }),
  },
  openRound: {
    method: 'post',
    path: '/api/rating-rounds',
    about:
      'Opens a round: relations on criteria of a framework, asked of named assessors, blind until it is closed.',
    body: z.object({
      title: z.string().min(1).max(200),
      framework: z.string().min(1),
      year: z.int().min(1500).max(2200),
      relations: z.array(z.string()).min(1),
      leaves: z.array(z.string()).min(1),
      assessors: z.array(z.string()).min(1),
      coordinator: z.string().min(1).optional(),
    }),
    answer: Kept,
  },
  enterRoom: {
    method: 'get',
    path: '/api/rating-rounds/{id}',
    about:
      'A round from inside: one’s own ratings while it is open, all of them once it is closed, and the remarks.',
    answer: Room,
  },
  rate: {
    method: 'put',
    path: '/api/rating-rounds/{id}/ratings',
    about: 'Gives or changes one’s own rating of a cell while the round is open.',
    body: Judgement.extend({
      seen: z.int().min(0).optional().describe('version of one’s own rating that one saw, 0 if none'),
    }),
    answer: Kept,
  },
  closeRound: {
    method: 'post',
    path: '/api/rating-rounds/{id}/close',
    about: 'Closes a round: assessors see one another and may revise once. It is not opened again.',
    body: z.object({ evenSo: z.boolean().default(false).describe('although not all have answered') }),
    answer: RoundEntry,
  },
  endRound: {
    method: 'post',
    path: '/api/rating-rounds/{id}/end',
    about: 'Ends a round: nothing in it changes any more.',
    body: z.object({}),
    answer: RoundEntry,
  },
  reviseRating: {
    method: 'post',
    path: '/api/rating-rounds/{id}/revisions',
    about: 'Revises one’s own rating once, after the round was closed. Both are kept.',
    body: Judgement,
    answer: Kept,
  },
  remark: {
    method: 'post',
    path: '/api/rating-rounds/{id}/remarks',
    about: 'A remark on a cell of a closed round.',
    body: Cell.extend({ text: z.string().min(1).max(5000) }),
    answer: Kept,
  },
  roundAgreement: {
    method: 'get',
    path: '/api/rating-rounds/{id}/agreement',
    about: 'Agreement on each criterion of a closed round, with interval, and who stands apart on what.',
    answer: z.object({ leaves: list(LeafAgreement) }),
  },
} as const
