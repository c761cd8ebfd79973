import { actingNow } from '#workbench/acting-assessor'
import { roundAgreement } from '#workbench/rating-agreement'
import { enterRoom, type RatingRoom, rate, remark, reviseRating } from '#workbench/rating-room'
import {
  closeRound,
  type RoundEntry as Entry,
  endRound,
  openRound,
  seeRounds,
} from '#workbench/rating-rounds'
import type { Room, RoundEntry, ratingEndpoints } from './contract/ratings.ts'
import type { Handlers } from './handlers.ts'

/** The calls of the rating room, each one call of the workbench and one translation back. */
export const ratingHandlers: Pick<Handlers, keyof typeof ratingEndpoints> = {
  listRounds: async (workbench) => {
    const { assessor, bound } = await actingNow(workbench)
    return { rounds: (await seeRounds(workbench)).map(plainEntry), me: assessor ?? null, bound }
  },
  openRound: async (workbench, { body }) => ({ id: await openRound(workbench, body) }),
  enterRoom: async (workbench, { params }) => plainRoom(await enterRoom(workbench, params['id'] ?? '')),
  rate: async (workbench, { params, body: { seen, ...judged } }) => {
    const { id } = await rate(workbench, params['id'] ?? '', judged, seen)
    return { id }
  },
  closeRound: async (workbench, { params, body }) =>
    plainEntry(await closeRound(workbench, params['id'] ?? '', body.evenSo)),
  endRound: async (workbench, { params }) => plainEntry(await endRound(workbench, params['id'] ?? '')),
  reviseRating: async (workbench, { params, body }) => {
    const { id } = await reviseRating(workbench, params['id'] ?? '', body)
    return { id }
  },
  remark: async (workbench, { params, body: { text, ...cell } }) => {
    const { id } = await remark(workbench, params['id'] ?? '', cell, text)
    return { id }
  },
  roundAgreement: async (workbench, { params }) => ({
    leaves: await roundAgreement(workbench, params['id'] ?? ''),
  }),
}

function plainEntry({ round, state, progress }: Entry): RoundEntry {
  const { assessors: _, handling: __, comment: ___, ...told } = round
  return { ...told, state, progress }
}

function plainRoom(room: RatingRoom): Room {
  const { me, framework, leaves, relations, ratings, remarks } = room
  return {
    ...plainEntry(room),
    me: me ?? null,
    frameworkTitle: framework,
    criteria: leaves,
    titles: relations,
    ratings: ratings.map(({ body, version, at }) => {
      const { round: _, date: __, handling: ___, comment: ____, ...told } = body
      return { ...told, version, at }
    }),
    remarks: remarks.flatMap(({ id, body, at, by }) =>
      body.about === undefined
        ? []
        : [
            {
              id,
              relation: body.about.relation,
              leaf: body.about.leaf,
              text: body.text,
              by: body.coder ?? by,
              at,
            },
          ],
    ),
  }
}
