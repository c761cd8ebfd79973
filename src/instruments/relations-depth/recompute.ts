import { SoundingsError } from '#domain/errors'
import type { EvidenceReader } from '#domain/evidence-reader'
import { invalidRequest, type Recomputation } from '#domain/instrument'
import { StateCode } from '#domain/series'
import { gather } from './gather.ts'
import { newGround } from './ground.ts'
import { method } from './method.ts'
import { Request, type Result } from './model.ts'

/** What is asked of every relation: the choices of the index, and the state whose relations are meant; all states if left out. */
const RequestOfAll = Request.omit({ dyad: true, plan: true }).extend({ state: StateCode.optional() })

/** The relations of one state, judged in one pass: read once, drawn once. */
interface StatePart {
  readonly dyads: readonly (readonly [string, string])[]
  readonly request: object
}

/** Every relation, state by state. Each analysis is the same, to the byte, as if its relation were asked for alone. */
export const recomputation: Recomputation<Request, Result, StatePart> = {
  async parts(body, evidence) {
    const checked = RequestOfAll.safeParse(body)
    if (!checked.success) throw invalidRequest('relations-depth', checked.error.issues[0])
    const { state, ...request } = checked.data
    const relations =
      state === undefined ? await evidence.all('relation', () => true) : await evidence.relationsOf(state)
    if (relations.length === 0)
      throw new SoundingsError('record-unknown', 'there is no relation to be judged', {
        place: { field: 'state', value: state },
      })
    const states = new Map<string, [string, string][]>()
    for (const { parties } of relations)
      states.set(parties[0], [...(states.get(parties[0]) ?? []), [parties[0], parties[1]]])
    return [...states.values()].map((dyads) => ({ part: { dyads, request }, size: dyads.length }))
  },

  async gather({ dyads, request }, evidence) {
    const remembering = remember(evidence)
    const ground = newGround()
    const found = []
    for (const dyad of dyads) {
      const asked = Request.parse({ ...request, dyad })
      const input = await gather(asked, remembering)
      found.push({
        request: asked,
        run: (watch: Parameters<typeof method>[1]) => method(input, watch, ground),
      })
    }
    return found
  },
}

/** A reader that asks each question once. */
function remember(evidence: EvidenceReader): EvidenceReader {
  const known = new Map<string, unknown>()
  function once<T>(question: readonly unknown[], ask: () => Promise<T>): Promise<T> {
    const name = JSON.stringify(question)
    if (!known.has(name)) known.set(name, ask())
    return known.get(name) as Promise<T> // a question has one answer, so one type
  }
  return {
    record: (kind, id) => once(['record', kind, id], () => evidence.record(kind, id)),
    ofCase: (kind, id) => once(['case', kind, id], () => evidence.ofCase(kind, id)),
    pointingAt: (kind, to, ids) => {
      const sorted = ids.toSorted()
      return once(['at', kind, to, sorted], () => evidence.pointingAt(kind, to, sorted))
    },
    relationsOf: (state) => once(['of', state], () => evidence.relationsOf(state)),
    activitiesOf: (state) => once(['activities', state], () => evidence.activitiesOf(state)),
    all: (kind, wanted) => evidence.all(kind, wanted),
    analysis: (instrument, subject) => evidence.analysis(instrument, subject),
  }
}
