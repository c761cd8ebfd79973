/** The instrument on records made up for the purpose: what it reads, what it withstands, what it leaves untold. */
import { expect, test } from 'vitest'
import type { Analysis } from '#domain/analysis'
import type { EvidenceReader } from '#domain/evidence-reader'
import { isMissing } from '#domain/missing'
import { kindNames, kinds, type RecordTypes } from '#domain/record'
import { roleIds } from '#domain/third-party-role'
import { literalReader, type Records } from '../../../test/literal-reader.ts'
import { mediation, mediationResult } from './instrument.ts'

const restsOn = [{ source: 'history', locator: 'p. 1' }]
const judged = (level: number, range?: [number, number]) => ({
  level,
  ...(range === undefined ? {} : { range }),
  assessor: 'coder',
  at: '2010',
  because: 'so it seemed',
  restsOn,
})
const dispute = (more: Partial<RecordTypes['dispute']> = {}): RecordTypes['dispute'] => ({
  id: 'strait',
  title: 'The strait',
  nature: 'interstate',
  parties: [{ state: 'LAO' }, { state: 'KHM' }],
  phases: [{ id: 'crisis', from: '2009', stage: 'during', label: 'Crisis', restsOn }],
  restsOn,
  ...more,
})
const standing = (towards: string, level: number): RecordTypes['standing'] => ({
  id: `tha-${towards.toLowerCase()}`,
  state: 'THA',
  towards,
  ...judged(level),
})
const capability = (
  kind: RecordTypes['capability']['kind'],
  level: number,
  more: object = {},
): RecordTypes['capability'] => ({
  id: `tha-${kind}`,
  state: 'THA',
  kind,
  title: kind,
  ...judged(level),
  ...more,
})
const full = (
  [
    'hosting',
    'envoys',
    'unit',
    'process',
    'subject',
    'networks',
    'funds',
    'mandate',
    'leverage',
    'verification',
    'law',
  ] as const
).map((kind) => capability(kind, 4))
const records: Records = {
  dispute: [dispute()],
  standing: [standing('LAO', 3), standing('KHM', 3)],
  capability: full,
  ripeness: (['stalemate', 'way-out', 'spokesman'] as const).map((element) => ({
    id: element,
    dispute: 'strait',
    element,
    ...judged(3),
  })),
  stake: (['security', 'economy', 'prestige'] as const).map((dimension) => ({
    id: dimension,
    state: 'THA',
    dispute: 'strait',
    dimension,
    ...judged(dimension === 'prestige' ? 3 : 1),
  })),
}
function readerOf(all: Records, analyses: readonly Analysis[] = []): EvidenceReader {
  for (const kind of kindNames) for (const one of all[kind] ?? []) kinds[kind].schema.parse(one)
  return literalReader(all, async (instrument, subject) =>
    analyses.find(
      (one) =>
        one.instrument === instrument && `dyad/${String(one.request['dyad']).replace(',', '-')}` === subject,
    ),
  )
}
async function run(all: Records, request: object = {}, analyses: readonly Analysis[] = []) {
  const asked = { dispute: 'strait', mediator: 'THA', asOf: '2012', draws: 300, ...request }
  const { result, findings } = await mediation.analyse(asked, readerOf(all, analyses))
  for (const language of ['en', 'vi'] as const)
    for (const { id, rows, computedFrom = [] } of mediation.exhibits(result, language))
      for (const { cells, evidence } of rows) {
        expect(JSON.stringify(cells), id).not.toMatch(/NaN|undefined|Infinity/)
        expect(evidence.length + computedFrom.length, id).toBeGreaterThan(0)
      }
  for (const { id, statement, statementVi } of findings) {
    expect(`${statement} ${statementVi}`, id).not.toMatch(/NaN|undefined|Infinity|\[object/)
    expect(statementVi, id).not.toBe(statement)
  }
  return { ...mediationResult(result), findings }
}
const depth = (of: string, towards: string, own: number | null, year = 2011): Analysis => ({
  id: `relations-depth-${of}${towards}`,
  instrument: 'relations-depth',
  version: '1',
  request: { dyad: [of, towards] },
  pins: [],
  findings: [],
  result: {
    year,
    depth: { value: 0.4, interval: [0.3, 0.5], unit: 'depth, 0 to 1', uncertainty: 'joint' },
    trust: {
      hitRate: { missing: 'not-collected', because: 'no word' },
      ownHitRate:
        own === null
          ? { missing: 'not-collected', because: 'no word' }
          : {
              value: own,
              interval: [Math.max(0, own - 0.2), Math.min(1, own + 0.2)],
              unit: 'share',
              uncertainty: 'sampling',
            },
      pairs: [
        {
          id: 'w1',
          by: of,
          illustrative: false,
          evidence: [{ kind: 'follow-through', id: 'w1', source: 'history', locator: 'p. 4' }],
        },
      ],
    },
  },
})

test('all trusted, all held, ripe and without much at stake: the highest role is open', async () => {
  const { recommended, roles } = await run(records)
  expect(recommended).toBe('arbitration')
  expect(roles.filter(({ status }) => status === 'free')).toHaveLength(roleIds.length)
})

test('trust comes from the analysis of the relation, and a judgement counts only where it gives none', async () => {
  const { standings } = await run(records, {}, [depth('THA', 'LAO', 0.5), depth('THA', 'KHM', null)])
  const [khm, lao] = standings
  expect(lao?.standing).toMatchObject({ basis: 'analysis', level: { value: 2, interval: [1.2, 2.8] } })
  expect(lao?.standing.evidence.map(({ kind }) => kind)).toEqual(['analysis', 'follow-through'])
  expect(khm?.standing).toMatchObject({ basis: 'judgement', level: { value: 3 } })
  expect(khm?.closeness).toMatchObject({ value: 0.4 })
})

test('an analysis of a later year is not read, and one of another shape says so', async () => {
  const later = await run({ ...records, standing: [] }, {}, [
    depth('THA', 'LAO', 0.5, 2020),
    { ...depth('THA', 'KHM', 1), result: {} },
  ])
  const said = later.standings.map(({ standing: one }) =>
    isMissing(one.level) ? one.level.because : 'known',
  )
  expect(said[0]).toContain('cannot be read')
  expect(said[1]).toContain('is of 2020, after 2012')
})

test('without any analysis or judgement it says what to run, and does not fail', async () => {
  const { standings, roles, warnings, findings } = await run({ ...records, standing: [] })
  expect(standings.map(({ standing: one }) => (isMissing(one.level) ? one.level.because : ''))).toEqual([
    'their relation was not analysed: run relations-depth for THA and KHM, or record a standing',
    'their relation was not analysed: run relations-depth for THA and LAO, or record a standing',
  ])
  expect(roles.every(({ status }) => status === 'unknown')).toBe(true)
  expect(findings.find(({ id }) => id === 'role')?.statement).toContain('too little is known of Thailand')
  expect(findings.every(({ evidence }) => evidence.length > 0)).toBe(true)
  expect(warnings.map(({ en }) => en).join()).toContain('Standing is not known with')
})

test('a mediator who is a party has no role, whichever way it is named', async () => {
  for (const party of [{ state: 'THA' }, { actor: 'siam' }]) {
    const { roles, recommended, warnings } = await run({
      ...records,
      actor: [{ id: 'siam', name: 'Siam', type: 'state', codes: [{ scheme: 'iso3', code: 'THA' }] }],
      dispute: [dispute({ parties: [party, { state: 'KHM' }] })],
    })
    expect(recommended).toBeNull()
    expect(roles.every(({ reasons }) => reasons.some(({ test: one }) => one === 'is-party'))).toBe(true)
    expect(warnings[0]?.en).toContain('is a party to this dispute')
  }
})

test('a dispute with one party is told what it means', async () => {
  const { recommended, difference, warnings, roles } = await run({
    ...records,
    dispute: [dispute({ parties: [{ state: 'LAO' }] })],
  })
  expect(recommended).toBe('inquiry')
  expect(isMissing(difference) && difference.because).toBe('only one side is recorded')
  expect(warnings[0]?.en).toContain('Only one side')
  expect(roles.find(({ role }) => role === 'facilitation')?.reasons[0]?.said.vi).toContain(
    'chỉ ghi nhận một phía',
  )
})

test('a party that is an organization needs a judgement, and takes one', async () => {
  const parties = [{ state: 'LAO' }, { actor: 'front' }]
  const actor: Records['actor'] = [{ id: 'front', name: 'Front', type: 'organization' }]
  const without = await run({ ...records, actor, dispute: [dispute({ parties })] })
  const front = without.standings.find(({ party }) => party.key === 'front')?.standing
  expect(front !== undefined && isMissing(front.level) && front.level.because).toContain('Front is no state')
  const { towards: _, ...rest } = standing('LAO', 2)
  const towardsFront = { ...rest, id: 'front', towardsActor: 'front' }
  const given = await run({
    ...records,
    actor,
    standing: [standing('LAO', 3), towardsFront],
    dispute: [dispute({ parties })],
  })
  expect(given.difference).toMatchObject({ value: 1 })
  expect(given.roles.every(({ status }) => status !== 'unknown')).toBe(true)
})

test('what is dated after the day asked for does not count', async () => {
  const { standings } = await run(records, { asOf: '2009-12' })
  expect(standings.every(({ standing: one }) => isMissing(one.level))).toBe(true)
})

test('an assumption of the request takes the place of what is recorded', async () => {
  const { roles, gaps } = await run(records, { judgements: { 'capability/leverage': 0 } })
  expect(roles.find(({ role }) => role === 'manipulation')?.status).toBe('ruled-out')
  expect(gaps.find(({ kind }) => kind === 'leverage')?.held).toMatchObject({
    basis: 'request',
    level: { value: 0, interval: null },
  })
})

test('the exposure adds what is measured with each party, and names what is not', async () => {
  const series: Records['series'] = [
    {
      id: 's',
      measure: 'trade-to-gdp',
      of: 'THA',
      towards: 'LAO',
      observations: [
        { year: 2008, value: 0.03, se: 0.01 },
        { year: 2011, value: { missing: 'not-collected', because: 'none' } },
        { year: 2014, value: 0.9 },
      ],
      restsOn,
    },
  ]
  const { exposure, stakes } = await run({ ...records, series })
  expect(exposure.share).toMatchObject({ value: 0.03 })
  expect(exposure.by[0]?.year).toBe(2008)
  expect(exposure.unknown).toEqual(['KHM'])
  expect(stakes.find(({ id }) => id === 'stake/economy')).toMatchObject({
    basis: 'series',
    level: { value: 1.5 },
  })
})

test('two assessors are put together: the mean, and all that either holds possible', async () => {
  const second = { ...standing('LAO', 1), id: 'second', assessor: 'other' }
  const { standings } = await run({ ...records, standing: [standing('LAO', 3), second, standing('KHM', 3)] })
  expect(standings.find(({ party }) => party.key === 'LAO')?.standing.level).toMatchObject({
    value: 2,
    interval: [0, 4],
  })
})

test('the smallest change that turns it does turn it, and nothing smaller does', async () => {
  const weak = full.map((one) => (one.kind === 'law' ? capability('law', 2) : one))
  const all = { ...records, capability: weak }
  const { swings, recommended } = await run(all)
  const turned = swings
    .filter(({ flip }) => !isMissing(flip))
    .filter(({ quantity }) => quantity !== 'demands')
  expect(turned.length).toBeGreaterThan(2)
  for (const { quantity, flip } of turned) {
    if (isMissing(flip)) continue
    const at = async (level: number) =>
      (await run(all, { judgements: { [quantity]: level }, draws: 100 })).recommended
    expect(await at(flip.to), quantity).toBe(flip.role)
    expect(await at(flip.to - Math.sign(flip.by) * 0.06), quantity).toBe(recommended)
  }
})

test('the plan closes the gaps of the role aimed at, with cost and date from what is recorded', async () => {
  const weak = full.map((one) =>
    one.kind === 'law'
      ? capability('law', 2, { perLevel: { usdMillions: [1, 2], months: [6, 12] }, owner: 'Ministry' })
      : one,
  )
  const { steps, budget, gaps } = await run({ ...records, capability: weak }, { aim: 'arbitration' })
  expect(gaps.find(({ kind }) => kind === 'law')).toMatchObject({
    gapForAim: 2,
    usdMillions: { value: 3, interval: [2, 4] },
  })
  expect(steps).toMatchObject([{ id: 'raise-law', due: '2014-12', owner: { en: 'Ministry' }, to: 4 }])
  expect(budget).toMatchObject({ cost: { value: 3, interval: [2, 4] }, after: 'arbitration' })
})

test('shares of draws add up to one, and the same seed gives the same bytes', async () => {
  const one = await run(records)
  expect(one.roles.reduce((sum, { first }) => sum + first.value, 0)).toBeCloseTo(1, 9)
  expect(JSON.stringify(await run(records))).toBe(JSON.stringify(one))
  expect(JSON.stringify((await run(records, { seed: 2 })).roles)).not.toBe(JSON.stringify(one.roles))
})

test('the order of the parties changes nothing', async () => {
  const turned = await run({
    ...records,
    dispute: [dispute({ parties: [{ state: 'KHM' }, { state: 'LAO' }] })],
  })
  expect(JSON.stringify(turned.roles)).toBe(JSON.stringify((await run(records)).roles))
})

test('a state that is named twice, by its code and as an actor, is one party', async () => {
  const actor: Records['actor'] = [
    { id: 'laos', name: 'Laos', type: 'state', codes: [{ scheme: 'iso3', code: 'LAO' }] },
  ]
  const { standings, sides } = await run({
    ...records,
    actor,
    dispute: [dispute({ parties: [{ state: 'LAO' }, { actor: 'laos' }, { state: 'KHM' }] })],
  })
  expect(standings.map(({ party }) => party.key)).toEqual(['KHM', 'LAO'])
  expect(sides).toHaveLength(2)
})

test('before the first phase it says that nothing has begun', async () => {
  const { warnings } = await run(records, { asOf: '2001' })
  expect(warnings.map(({ en }) => en).join()).toContain('No phase of this dispute has begun by 2001')
})

test('an open date, no date, and an assumption on nothing are refused with their field', async () => {
  await expect(run(records, { asOf: '2012/..' })).rejects.toMatchObject({ place: { field: 'asOf' } })
  await expect(run(records, { asOf: 'soon' })).rejects.toMatchObject({ place: { field: 'asOf' } })
  await expect(run(records, { judgements: { 'capability/charm': 2 } })).rejects.toMatchObject({
    code: 'request-invalid',
    place: { field: 'judgements.capability/charm' },
  })
})

test('what is marked illustrative can be left out, and is then not known', async () => {
  const marked = {
    ...records,
    ripeness: (records.ripeness ?? []).map((one) => ({ ...one, illustrative: true })),
  }
  const [with_, without] = [await run(marked), await run(marked, { illustrative: 'leave-out' })]
  expect(with_.warnings.map(({ en }) => en).join()).toContain('3 of 19 quantities are illustrative')
  expect(without.ripeness.every(({ level }) => isMissing(level))).toBe(true)
  expect(without.roles.find(({ role }) => role === 'formulation')?.status).toBe('unknown')
})

test('a dispute or a mediator that is not known is refused in one sentence', async () => {
  await expect(run(records, { dispute: 'nowhere' })).rejects.toMatchObject({ code: 'record-unknown' })
  await expect(run(records, { mediator: 'QQQ' })).rejects.toMatchObject({
    code: 'request-invalid',
    place: { field: 'mediator' },
  })
})
