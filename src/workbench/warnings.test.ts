/** Baselines and warnings on events that were imported: what is missing stays missing, alarms open onto their events. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundingsError } from '#domain/errors'
import { drawCount } from '#numeric/gamma-poisson-total'
import { random } from '#numeric/random'
import { freshWorkbench } from '../../test/database.ts'
import { shared, sharedIsHere } from '../../test/shared.ts'
import { type BaselineAnswer, forecastBaselines } from './baselines.ts'
import { addDataset } from './datasets.ts'
import { loadExample } from './demo.ts'
import { eventBaseRate } from './event-base-rate.ts'
import { eventSeries } from './event-series.ts'
import { monthAfter } from './month-after.ts'
import { recordInContext, saveRecord } from './records.ts'
import { eventsOf, runWatch } from './warnings.ts'
import type { Workbench } from './workbench.ts'

const folder = mkdtempSync(join(tmpdir(), 'soundings-warnings-'))
const silent = { signal: new AbortController().signal, progress: () => {} }
let w: Workbench
const months = Array.from({ length: 120 }, (_, at) => monthAfter('1990-01', at))

/** Ten years: Israel hits Lebanon twice a month, from 1998 eight times; nothing at all is reported in May 1993; it ends on 12 December. */
function events(): string {
  const chance = random(1)
  const lines = ['date,source,target,code']
  for (const [at, month] of months.entries()) {
    if (month === '1993-05') continue
    const last = month === '1999-12' ? 12 : 28
    const put = (n: number, source: string, target: string, code: string) => {
      for (let i = 0; i < n; i++)
        lines.push(`${month}-${String(1 + ((i * 7) % last)).padStart(2, '0')},${source},${target},${code}`)
    }
    put(1, 'EGY', 'SYR', '036')
    put(drawCount(6, at < 96 ? 2 : 8, chance), 'ISRMIL', 'LBN', '190')
    put(drawCount(6, 3, chance), 'LBN', 'ISR', '112')
    if (at % 3 === 0) {
      put(1, 'EGYGOV', 'ISR', '042')
      put(1, 'ISR', 'EGYGOV', '043')
    }
  }
  return `${lines.join('\n')}\n`
}

beforeAll(async () => {
  w = await freshWorkbench(undefined, undefined, join(folder, 'kept'))
  await loadExample(w)
  const path = join(folder, 'events.csv')
  writeFileSync(path, events())
  await addDataset(w, { dataset: 'keds', files: [{ path, name: 'events.csv' }] })
  const watch = {
    id: 'levant',
    title: 'Levant',
    dyads: [['ISR', 'LBN']],
    watched: 'material-conflict',
    dataset: 'keds',
    falseAlarmsPerYear: 0.25,
  }
  await saveRecord(w.database, 'watch', watch, w.author('test'))
})
afterAll(async () => {
  await w.close()
  rmSync(folder, { recursive: true, force: true })
})

const refusal = async (work: Promise<unknown>) => {
  const cause = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(cause instanceof SoundingsError)) throw new Error('it was accepted')
  return cause
}

describe('series of events', () => {
  const ask = (watched: 'material-conflict' | 'verbal-conflict' | 'visits', dyad: [string, string]) =>
    eventSeries(w, { dataset: 'keds', dyads: [dyad], watched }, 0)

  test('a month without any event, and one that the file cuts, are missing and not zero', async () => {
    const { missing, series, months: all } = await ask('material-conflict', ['ISR', 'LBN'])
    expect(missing).toEqual([
      { month: '1993-05', reason: 'no-event' },
      { month: '1999-12', reason: 'cut' },
    ])
    expect(all).toEqual(months)
    expect(series[0]?.counts[40]).toBe(null)
    expect(series[0]?.counts.at(-1)).toBe(null)
    expect(series[0]?.counts.filter((count) => count === null)).toHaveLength(2)
  })

  test('a class counts its own codes only, and the one who acts first', async () => {
    expect((await ask('verbal-conflict', ['ISR', 'LBN'])).series[0]?.counts.every((count) => !count)).toBe(
      true,
    )
    const turned = (await ask('verbal-conflict', ['LBN', 'PAL'])).untold
    expect(turned).toEqual([{ dyad: ['LBN', 'PSE'], reason: 'not-reported' }])
  })

  test('a visit told from both sides is one day, whoever is named first', async () => {
    const { counts = [] } = (await ask('visits', ['ISR', 'EGY'])).series[0] ?? {}
    expect(counts.slice(0, 4)).toEqual([1, 0, 0, 1])
    expect((await ask('visits', ['EGY', 'ISR'])).series[0]?.counts).toEqual(counts)
  })

  test('of dyads elsewhere the file says nothing', async () => {
    const cause = await refusal(
      forecastBaselines(w, { dataset: 'keds', dyads: [['VNM', 'CHN']], watched: 'all', months: 3 }, silent),
    )
    expect(cause.code).toBe('call-invalid')
    expect(cause.message).toContain('another part of the world')
  })
})

describe('a baseline', () => {
  let answer: BaselineAnswer
  beforeAll(async () => {
    const request = { dyads: [['ISR', 'LBN'] as const], watched: 'material-conflict' as const, months: 4 }
    answer = await forecastBaselines(w, request, silent)
  })

  test('begins after the last month that is known', () => {
    expect(answer.series[0]?.until).toBe('1999-11')
    expect(answer.series[0]?.forecasts[0]?.months.map(({ month }) => month)).toEqual([
      '1999-12',
      '2000-01',
      '2000-02',
      '2000-03',
    ])
  })

  test('holds the level that counts have now, each interval within the wider one', () => {
    for (const { model, months: ahead } of answer.series[0]?.forecasts ?? [])
      for (const { mean, median, interval50, interval90 } of ahead) {
        if (model !== 'seasonal-naive') expect(Math.abs(mean - 8), model).toBeLessThan(3)
        expect(interval90[0]).toBeLessThanOrEqual(interval50[0])
        expect(interval50[0]).toBeLessThanOrEqual(median)
        expect(median).toBeLessThanOrEqual(interval50[1])
        expect(interval50[1]).toBeLessThanOrEqual(interval90[1])
      }
  })

  test('names the model with the best score, and why, in both languages', () => {
    const { backTest = [], best } = answer.series[0] ?? {}
    const least = Math.min(...backTest.map(({ meanCrps }) => meanCrps ?? Number.POSITIVE_INFINITY))
    expect(backTest.find(({ model }) => model === best?.model)?.meanCrps).toBe(least)
    expect(best?.because).toContain(least.toPrecision(3))
    expect(best?.becauseVi).toContain(least.toPrecision(3))
  })

  test('comes out the same again', async () => {
    const request = { dyads: [['ISR', 'LBN'] as const], watched: 'material-conflict' as const, months: 4 }
    expect(await forecastBaselines(w, request, silent)).toEqual(answer)
  })

  test('can be cancelled', async () => {
    const stop = new AbortController()
    stop.abort()
    const request = { dyads: [['ISR', 'LBN'] as const], watched: 'all' as const, months: 4 }
    expect((await refusal(forecastBaselines(w, request, { ...silent, signal: stop.signal }))).code).toBe(
      'cancelled',
    )
  })

  test('gives a base rate whose interval holds it', async () => {
    const rate = await eventBaseRate(w, {
      dyad: ['ISR', 'LBN'],
      watched: 'material-conflict',
      atLeast: 20,
      months: 6,
    })
    // whole windows that end in November 1999 and hold no May 1993: 19 less one; of the last four most reach 48 events
    expect(rate.windows).toBe(18)
    expect(rate.reached).toBeLessThan(8)
    expect(rate.model).toBeGreaterThan(0.9) // it knows that the last two years had eight a month
    expect(rate.interval[0]).toBeLessThan(rate.probability)
    expect(rate.interval[1]).toBeGreaterThan(rate.probability)
  })
})

describe('a watch', () => {
  test('finds the change, and every alarm opens onto its events', async () => {
    const { events: found, lacking } = await runWatch(w, 'levant', silent, { events: 500 })
    expect(lacking).toBe(null)
    const [dyad] = found?.dyads ?? []
    const alarm = dyad?.alarms.find(({ month }) => month >= '1998-01')
    expect(alarm?.month.slice(0, 4)).toBe('1998')
    expect(alarm?.side).toBe('rise')
    expect(alarm?.statistic).toBeGreaterThanOrEqual(alarm?.threshold ?? Number.POSITIVE_INFINITY)
    for (const one of dyad?.alarms ?? []) {
      expect(one.events.rows).toHaveLength(one.events.of)
      expect(one.events.rows.filter((row) => String(row['date']).startsWith(one.month))).toHaveLength(
        one.count,
      )
      for (const row of one.events.rows)
        expect([row['source'], row['target'], row['code'], row['source_actor']]).toEqual([
          'ISR',
          'LBN',
          '190',
          'ISRMIL',
        ])
    }
  })

  test('cries wolf in quiet series as often as one bears', async () => {
    const { events: found } = await runWatch(w, 'levant', silent)
    const [side] = found?.dyads[0]?.sides ?? []
    expect(side?.asked).toBe(0.25)
    expect(side?.observed.low).toBeLessThan(0.29)
    expect(side?.observed.high).toBeGreaterThan(0.21)
  })

  test('says which dataset it lacks, and still watches positions', async () => {
    const { lacking, events: none } = await runWatch(w, 'south-china-sea', silent)
    expect([lacking, none]).toEqual(['icews', null])
    const { positions } = await runWatch(w, 'case-positions', silent)
    const overall = positions.find(({ issue }) => issue === 'RtoP overall')
    expect(overall?.changes.map(({ from, to }) => [from, to])).toEqual([['fence-sitter', 'supportive']])
    expect(overall?.changes[0]?.restsOn[0]?.source).toBe('socialization-thesis')
  })

  test('warns when a position is coded anew', async () => {
    const [first] = (await runWatch(w, 'case-positions', silent)).positions.at(-1)?.changes ?? []
    const { body } = await recordInContext(w.database, 'position', first?.id ?? '')
    await saveRecord(w.database, 'position', { ...body, stance: 'advocate' }, w.author('read again'))
    const { positions } = await runWatch(w, 'case-positions', silent)
    const changes = positions.at(-1)?.changes ?? []
    expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['moved', 'fence-sitter', 'advocate'],
      ['recoded', 'supportive', 'advocate'],
    ])
    expect(changes[1]?.writtenAt).not.toBe(null)
  })

  test('that is not there is told', async () => {
    expect((await refusal(runWatch(w, 'nowhere', silent))).code).toBe('record-unknown')
  })

  test('answers no more events than asked, and says how many there are', async () => {
    const { version } = await eventSeries(w, { dataset: 'keds', dyads: [['ISR', 'LBN']], watched: 'all' }, 0)
    const stretch = { dyad: ['ISR', 'LBN'] as const, from: '1990-01', to: '1999-12' }
    const [found] = await eventsOf(w, { dataset: 'keds', version, watched: 'all' }, [stretch], 5)
    expect(found?.rows).toHaveLength(5)
    expect(found?.of).toBeGreaterThan(200)
  })
})

describe.skipIf(!sharedIsHere)('the Levant of KEDS (skipped where ../shared is not there)', () => {
  test('on most dyads the gamma-Poisson model beats the same month of last year', async () => {
    const path = shared('data/events_cameo/keds_levant_cameo.csv.gz')
    await addDataset(w, { dataset: 'keds', files: [{ path, name: 'keds_levant_cameo.csv.gz' }] })
    const dyads = [
      ['ISR', 'PSE'],
      ['PSE', 'ISR'],
      ['ISR', 'LBN'],
      ['LBN', 'ISR'],
      ['SYR', 'ISR'],
      ['ISR', 'EGY'],
      ['USA', 'ISR'],
      ['ISR', 'SYR'],
    ] as const
    const { series } = await forecastBaselines(
      w,
      { dataset: 'keds', dyads, watched: 'material-conflict', months: 6 },
      silent,
    )
    const skills = series.map(
      ({ backTest }) => backTest.find(({ model }) => model === 'gamma-poisson')?.skill,
    )
    expect(skills.filter((skill) => (skill?.value ?? -1) > 0)).toHaveLength(8)
    expect(skills.filter((skill) => (skill?.low ?? -1) > 0).length).toBeGreaterThanOrEqual(6)
  }, 60_000)
})
