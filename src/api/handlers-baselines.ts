import { forecastBaselines } from '#workbench/baselines'
import { eventBaseRate } from '#workbench/event-base-rate'
import { startJob } from '#workbench/jobs'
import { eventsOf, runWatch } from '#workbench/warnings'
import type { Handlers } from './handlers.ts'
import { plainJob } from './handlers-datasets.ts'

type BaselineEndpoint = 'forecastBaselines' | 'eventBaseRate' | 'runWatch' | 'watchedEvents'

/** The calls about baselines and warnings, each one call of the workbench and one translation back. */
export const baselineHandlers: Pick<Handlers, BaselineEndpoint> = {
  forecastBaselines: async (workbench, { body }) =>
    plainJob(startJob('baselines', (watch) => forecastBaselines(workbench, body, watch))),
  eventBaseRate: (workbench, { query: { source, target, ...query } }) =>
    eventBaseRate(workbench, { ...query, dyad: [source, target] }),
  runWatch: async (workbench, { params, body }) =>
    plainJob(startJob('watch', (job) => runWatch(workbench, params['id'] ?? '', job, body))),
  watchedEvents: async (workbench, { query: { source, target, from, to, most, ...of } }) => {
    const [found] = await eventsOf(workbench, of, [{ dyad: [source, target], from, to }], most)
    return found ?? { of: 0, rows: [] }
  },
}
