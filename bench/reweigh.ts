/**
 * `node bench/reweigh.ts`: what moving one weight costs on the page of partners: all partners of the example put together anew under
 * 100 other weights, with intervals from 100 draws each. A frame has 16.7 ms. Peer, in the same run: the whole analysis run
 * anew, as a page without the instrument's code in it would have to ask for.
 */
import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { EvidenceReader } from '#domain/evidence-reader'
import { kindOfSection } from '#domain/record'
import {
  relationsDepth,
  relationsDepthRequest,
  relationsDepthResult,
  reweigh,
} from '#instruments/relations-depth/instrument'
import { median } from './large-case.ts'

type Body = Record<string, unknown> & { id: string; relation?: string; framework?: string; round?: string }
const records = new Map<string, Body[]>()
for (const file of globSync('examples/vietnam/*.yaml'))
  for (const [section, list] of Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Body[]>)) {
    const kind = kindOfSection(section) ?? section
    records.set(kind, [...(records.get(kind) ?? []), ...list])
  }
const of = (kind: string) => records.get(kind) ?? []
const reader = {
  record: async (kind: string, id: string) => of(kind).find((one) => one.id === id),
  all: async (kind: string, wanted: (one: Body) => boolean) => of(kind).filter(wanted),
  relationsOf: async (state: string) =>
    of('relation').filter((one) => (one['parties'] as string[])[0] === state),
  pointingAt: async (kind: string, to: string, ids: readonly string[]) =>
    of(kind).filter((one) => ids.includes(String(one[to === 'rating-round' ? 'round' : to]))),
} as unknown as EvidenceReader // a literal in place of the workspace: only the computing is timed

const ask = () => relationsDepth.analyse({ dyad: ['VNM', 'CHN'] }, reader)
const analysis = await ask()
const result = relationsDepthResult(analysis.result)
const request = relationsDepthRequest(analysis)
const framework = of('framework')[0] as never
const times: number[] = []
for (let move = 0; move < 100; move++) {
  const began = performance.now()
  reweigh(result, framework, request, { interests: move / 25, economic: 4 - move / 25 })
  times.push(performance.now() - began)
}
const whole: number[] = []
for (let run = 0; run < 5; run++) {
  const began = performance.now()
  await ask()
  whole.push(performance.now() - began)
}
const [ours, peer] = [median(times), median(whole)]
console.log(
  `${result.standings.length} partners, ${result.standings[0]?.leaves.length} criteria, one weight moved: ${ours.toFixed(1)} ms (median of 100; a frame has 16.7 ms)`,
)
console.log(`the whole analysis anew: ${peer.toFixed(0)} ms (median of 5)`)
console.log(`ratio ours / peer: ${(ours / peer).toFixed(3)}`)
