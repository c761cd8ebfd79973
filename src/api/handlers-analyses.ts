import { recompute, runInstrumentWatched } from '#workbench/analysis-jobs'
import { startJob } from '#workbench/jobs'
import type { Handlers } from './handlers.ts'
import { plainJob } from './handlers-datasets.ts'

/** The calls about analyses that take their time, each one call of the workbench and one translation back. */
export const analysisHandlers: Pick<Handlers, 'startAnalysis' | 'recompute'> = {
  startAnalysis: async (workbench, { body: { instrument, request } }) =>
    plainJob(startJob(instrument, (watch) => runInstrumentWatched(workbench, instrument, request, watch))),
  recompute: async (workbench, { body: { instrument, request } }) =>
    plainJob(startJob(instrument, (watch) => recompute(workbench, instrument, request, watch))),
}
