import { SoundingsError } from '#domain/errors'
import { actingNow } from '#workbench/acting-assessor'
import { argue, forecast, withdrawForecast } from '#workbench/forecasts'
import { checkDraft, type Draft, editQuestion, openQuestion } from '#workbench/open-question'
import { keepEventRate } from '#workbench/question-baseline'
import {
  type QuestionEntry as Entry,
  type QuestionPage as Page,
  seeQuestion,
  seeQuestions,
} from '#workbench/questions'
import {
  annulQuestion,
  answerAppeal,
  appealResolution,
  reopenQuestion,
  resolveQuestion,
} from '#workbench/resolutions'
import type { QuestionEntry, QuestionPage, questionEndpoints } from './contract/questions.ts'
import type { Handlers } from './handlers.ts'

/** The calls of questions and forecasts, each one call of the workbench and one translation back. */
export const questionHandlers: Pick<Handlers, keyof typeof questionEndpoints> = {
  listQuestions: async (workbench, { query }) => {
    const { assessor, bound } = await actingNow(workbench)
    const { questions, moment, total, topics } = await seeQuestions(workbench, query)
    return { moment, total, topics, bound, me: assessor ?? null, questions: questions.map(plainEntry) }
  },
  openQuestion: async (workbench, { body }) => ({ id: await openQuestion(workbench, draftOf(body)) }),
  checkQuestion: async (workbench, { body }) => ({
    checklist: (await checkDraft(workbench, draftOf(body))).map((one) => ({ ...one })),
  }),
  readQuestion: async (workbench, { params }) => plainPage(await seeQuestion(workbench, idOf(params))),
  editQuestion: async (workbench, { params, body: { question, ...edit } }) => {
    await editQuestion(workbench, idOf(params), draftOf(question), edit)
    return { id: idOf(params) }
  },
  keepEventRate: (workbench, { params }) => keepEventRate(workbench, idOf(params)),
  giveForecast: (workbench, { params, body }) => forecast(workbench, idOf(params), body),
  withdrawForecast: (workbench, { params }) => withdrawForecast(workbench, idOf(params)),
  argue: async (workbench, { params, body }) => ({ id: await argue(workbench, idOf(params), body) }),
  resolveQuestion: async (workbench, { params, body }) => {
    const { state, outcome, because, ...more } = body
    if (state === 'annulled') return annulQuestion(workbench, idOf(params), because)
    if (state === 'reopened') return reopenQuestion(workbench, idOf(params), because)
    if (outcome === undefined)
      throw new SoundingsError('call-invalid', 'what is resolved has an outcome', {
        place: { field: 'outcome' },
      })
    return resolveQuestion(workbench, idOf(params), { outcome, because, ...more })
  },
  appeal: (workbench, { params, body }) => appealResolution(workbench, idOf(params), body.because),
  answerAppeal: (workbench, { params, body }) =>
    answerAppeal(workbench, idOf(params), body.answer, body.because),
}

function idOf(params: Readonly<Record<string, string>>): string {
  return params['id'] ?? ''
}

function draftOf(body: Readonly<Record<string, unknown>>): Draft {
  return body as unknown as Draft // the workbench holds it against the schema of questions before it is kept
}

function plainEntry({ given: { forecasts, forecasters, median }, ...entry }: Entry): QuestionEntry {
  const { question, version, status, resolution, mine, seen } = entry
  return { question, version, status, resolution, mine, seen, forecasts, forecasters, median }
}

function plainPage(page: Page): QuestionPage {
  const { moment, me, checklist, forecasts, pools, conditional } = page
  return {
    ...plainEntry(page),
    moment,
    me: me ?? null,
    checklist,
    given: forecasts,
    pools: pools.map(({ rule, lines }) => ({
      rule,
      lines: lines.map(({ evidence, ...line }) => ({ ...line, forecasts: evidence.map(({ id }) => id) })),
    })),
    arguments: page.arguments.map(({ body }) => body),
    conditional,
  }
}
