/**
 * `node bench/foresight.ts [questions] [forecasters] [numeric]`: the computation of `run foresight` over 1,000 questions and 500 forecasters
 * who have forecast each of them, 100 questions being of a number (by default); every other question is resolved. Before that: the interval
 * of one pooled number with a thousand forecasters and 500 draws, by each rule. Times are of the processor, one run each.
 */
import type { Assessor } from '#domain/assessor'
import type { Forecast } from '#domain/forecast'
import { Question } from '#domain/question'
import type { Kind, RecordTypes } from '#domain/record'
import type { Resolution } from '#domain/resolution'
import { foresight, foresightResult } from '#instruments/foresight/instrument'
import { drawPools } from '#numeric/draw-pools'
import { normalQuantile } from '#numeric/normal-quantile'
import { distributionRules } from '#numeric/pool-distributions'
import { random } from '#numeric/random'
import { randomNormal } from '#numeric/random-normal'
import { literalReader } from '../test/literal-reader.ts'

const [questions = 1000, forecasters = 500, numeric = 100] = process.argv.slice(2).map(Number)
const shares = [0.05, 0.25, 0.5, 0.75, 0.95]
const scores = shares.map(normalQuantile)
const next = random(1)
const normal = randomNormal(next)

oneNumber(1000, 500)
await all()

function oneNumber(n: number, draws: number): void {
  const forecasts = Array.from({ length: n }, () => {
    const [mean, sd] = [50 + 10 * normal(), 2 + 6 * next()]
    return { shares, values: scores.map((score) => mean + sd * score) }
  })
  for (const rule of distributionRules) {
    const weights = rule.endsWith('-performance') ? forecasts.map(() => 0.2 + next()) : undefined
    timed(`${n} forecasters, ${draws} draws, ${rule}`, () =>
      drawPools(forecasts, 0.5, rule, weights, draws, random(2)),
    )
  }
}

async function all(): Promise<void> {
  const records = made()
  const given = records.forecast?.length ?? 0
  console.log(
    `${questions} questions (${numeric} of a number), ${forecasters} forecasters, ${given} forecasts`,
  )
  const reader = literalReader(records)
  for (const pooling of ['back-test', 'linear'] as const) {
    const began = process.cpuUsage()
    const outcome = await foresight.analyse({ distributionPooling: pooling }, reader)
    const { distributions } = foresightResult(outcome.result)
    console.log(
      `run foresight, ${pooling}: ${seconds(began)} s, ${distributions?.pooled.length} pooled by ${distributions?.rule}, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    )
  }
}

function made(): { readonly [K in Kind]?: readonly RecordTypes[K][] } {
  const assessor = Array.from(
    { length: forecasters },
    (_, at): Assessor => ({ id: `f-${at}`, name: `F ${at}`, agency: `Desk ${at % 8}` }),
  )
  const question = Array.from({ length: questions }, (_, at) =>
    Question.parse({
      id: `q-${at}`,
      title: `What becomes of matter ${at}?`,
      ...(at < numeric ? { kind: 'numeric', unit: 'ships', range: [0, 100] } : { kind: 'binary' }),
      criteria: 'as the Gazette says',
      resolver: 'f-0',
      opens: '2027-01-01T00:00:00Z',
      closes: '2027-06-01T00:00:00Z',
      resolves: '2027-07-01T00:00:00Z',
    }),
  )
  const forecast = question.flatMap(({ id, kind }) =>
    assessor.map(({ id: who, agency }, at): Forecast => {
      const [mean, sd] = [50 + 10 * normal(), 2 + 6 * next()]
      return {
        id: `${id}/${who}/1`,
        question: id,
        assessor: who,
        ...(agency === undefined ? {} : { agency }),
        at: new Date(Date.UTC(2027, 0, 2) + at * 3_600_000).toISOString(),
        ...(kind === 'binary'
          ? { probability: Math.round(1 + 98 * next()) / 100 }
          : {
              quantiles: shares.map((share, place) => ({ share, value: mean + sd * (scores[place] ?? 0) })),
            }),
      }
    }),
  )
  const resolution = question.flatMap(({ id, kind }, at): Resolution[] =>
    at % 2 === 0
      ? []
      : [
          {
            id,
            question: id,
            state: 'resolved',
            outcome: kind === 'binary' ? (next() < 0.5 ? 'yes' : 'no') : 50 + 10 * normal(),
            by: 'f-0',
            at: new Date(Date.UTC(2027, 5, 2) + at * 3_600_000).toISOString(),
            because: 'the Gazette',
          },
        ],
  )
  return { assessor, question, forecast, resolution }
}

function timed(what: string, work: () => unknown): void {
  const began = process.cpuUsage()
  work()
  console.log(`${what}: ${seconds(began)} s`)
}

function seconds(began: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(began)
  return ((user + system) / 1e6).toFixed(2)
}
