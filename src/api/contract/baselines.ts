import { z } from 'zod'
import { Watch, watchedClasses } from '#domain/watch'
import { JobState } from './job.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const Range = z.tuple([z.number(), z.number()]).readonly()
const Dyad = z.tuple([z.string(), z.string()]).readonly()
export const Watched = z.enum(watchedClasses)
const Months = list(z.string().describe('YYYY-MM'))
const Counts = list(z.int().nullable()).describe('[month] null where it is missing')
const Missing = list(z.object({ month: z.string(), reason: z.enum(['no-event', 'cut']) }))
const Untold = list(z.object({ dyad: Dyad, reason: z.enum(['not-reported', 'elsewhere']) }))
const from = { dataset: z.string(), version: z.string(), citation: z.string() }

/** Of which events, between whom, a baseline is asked. */
export const BaselineQuestion = z.object({
  dataset: z
    .string()
    .optional()
    .describe('imported dataset of events; the one that reaches furthest if absent'),
  version: z.string().optional(),
  dyads: z
    .array(z.tuple([z.string(), z.string()]))
    .min(1)
    .max(100)
    .describe('first acts towards second'),
  watched: Watched.default('material-conflict'),
  months: z.int().min(1).max(24).default(6),
  seed: z.int().default(1),
})

const Model = z.enum(['gamma-poisson', 'smoothing', 'seasonal-naive'])
export type Model = z.infer<typeof Model>

const Skill = z.object({ value: z.number(), low: z.number(), high: z.number() })

const SeriesBaseline = z.object({
  source: z.string(),
  target: z.string(),
  counts: Counts,
  until: z.string(),
  forecasts: list(
    z.object({
      model: Model,
      months: list(
        z.object({
          month: z.string(),
          mean: z.number(),
          median: z.int(),
          interval50: Range,
          interval90: Range,
        }),
      ),
    }),
  ),
  backTest: list(
    z.object({
      model: Model,
      meanCrps: z.number().nullable().describe('in events'),
      byAhead: list(z.number().nullable()),
      n: z.int(),
      coverage50: z.number().nullable(),
      coverage90: z.number().nullable(),
      pit: list(z.number()),
      skill: Skill.nullable().describe('against the same month of last year, with a 90 % interval'),
    }),
  ),
  best: z.object({ model: Model, because: z.string(), becauseVi: z.string() }),
})
export type SeriesBaseline = z.infer<typeof SeriesBaseline>

/** What the job of `forecastBaselines` gives. */
export const Baselines = z.object({
  ...from,
  watched: Watched,
  seed: z.int(),
  months: Months,
  missing: Missing,
  prior: z.object({
    mean: z.number(),
    shape: z.number(),
    longMemory: z.number(),
    spread: z.number(),
    discount: z.number(),
    dyads: z.int(),
  }),
  series: list(SeriesBaseline),
  untold: Untold,
})
export type Baselines = z.infer<typeof Baselines>

const BaseRate = z.object({
  ...from,
  probability: z.number(),
  interval: Range,
  windows: z.int(),
  reached: z.int(),
  model: z.number(),
  until: z.string(),
  because: z.string(),
  becauseVi: z.string(),
})
export type BaseRate = z.infer<typeof BaseRate>

const EventRow = z.record(z.string(), z.unknown())
const Events = z.object({ of: z.int(), rows: list(EventRow) })
export type Events = z.infer<typeof Events>

const Rate = z.object({ perYear: z.number(), low: z.number(), high: z.number() })
const Side = z.enum(['rise', 'fall'])

const WatchedDyad = z.object({
  source: z.string(),
  target: z.string(),
  counts: Counts,
  sides: list(
    z.object({
      side: Side,
      threshold: z.number(),
      asked: z.number().describe('false alarms a year'),
      observed: Rate.extend({ years: z.number() }).describe(
        'in quiet series other than those that set the threshold',
      ),
      sums: list(z.number().nullable()),
      history: z.object({
        alarms: z.int(),
        years: z.number(),
        perYear: z.number(),
        shuffled: Rate.nullable().describe('in the same months in random order'),
      }),
    }),
  ),
  alarms: list(
    z.object({
      month: z.string(),
      since: z.string(),
      side: Side,
      count: z.int(),
      usual: z.number(),
      statistic: z.number(),
      threshold: z.number(),
      events: Events,
    }),
  ),
})
export type WatchedDyad = z.infer<typeof WatchedDyad>

const Support = z.object({
  source: z.string(),
  locator: z.string().optional(),
  passage: z.string().optional(),
  cited: z.string().optional(),
})

/** What the job of `runWatch` gives. */
export const Warnings = z.object({
  watch: Watch,
  lacking: z.string().nullable().describe('dataset that must be imported first'),
  events: z
    .object({
      ...from,
      watched: Watched,
      seed: z.int(),
      months: Months,
      missing: Missing,
      untold: Untold,
      dyads: list(WatchedDyad),
    })
    .nullable(),
  positions: list(
    z.object({
      actor: z.string(),
      issue: z.string(),
      records: z.int(),
      changes: list(
        z.object({
          kind: z.enum(['moved', 'recoded']),
          id: z.string(),
          date: z.string(),
          from: z.string(),
          to: z.string(),
          basis: z.string(),
          restsOn: list(Support),
          writtenAt: z.string().nullable(),
        }),
      ),
    }),
  ),
})
export type Warnings = z.infer<typeof Warnings>

const month = z.string().regex(/^\d{4}-\d{2}$/, 'a month is written YYYY-MM')

/** The calls about baselines and warnings. */
export const baselineEndpoints = {
  forecastBaselines: {
    method: 'post',
    path: '/api/baselines',
    about:
      'Counts of events by dyad forecast by three models, with their back-test. Answers a job; its result is a list of baselines.',
    body: BaselineQuestion,
    answer: JobState,
  },
  eventBaseRate: {
    method: 'get',
    path: '/api/baselines/rate',
    about:
      'How often so many months had at least so many events between two states: a base rate for a question.',
    query: z.object({
      dataset: z.string().optional(),
      version: z.string().optional(),
      source: z.string().min(1),
      target: z.string().min(1),
      watched: Watched.default('material-conflict'),
      atLeast: z.coerce.number().int().min(1),
      months: z.coerce.number().int().min(1).max(24).default(12),
      seed: z.coerce.number().int().default(1),
    }),
    answer: BaseRate,
  },
  runWatch: {
    method: 'post',
    path: '/api/watches/{id}/run',
    about:
      'Runs a watch list: alarms on events with the rows behind them, changes of positions, and how often it cries wolf. Answers a job.',
    body: z.object({
      seed: z.int().default(1),
      events: z.int().min(0).max(200).default(0).describe('rows told with each alarm at most'),
    }),
    answer: JobState,
  },
  watchedEvents: {
    method: 'get',
    path: '/api/watches/events',
    about: 'The events of a class between two states in some months: rows of the dataset, the latest first.',
    query: z.object({
      dataset: z.string(),
      version: z.string(),
      watched: Watched,
      source: z.string(),
      target: z.string(),
      from: month,
      to: month,
      most: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    answer: Events,
  },
} as const
