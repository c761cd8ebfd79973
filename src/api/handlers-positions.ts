import { startJob } from '#workbench/jobs'
import { estimatePoints, seeConvergence, seeSimilarity } from '#workbench/positions'
import type { Handlers } from './handlers.ts'
import { plainJob } from './handlers-datasets.ts'

/** The calls about positions, each one call of the workbench and one translation back. */
export const positionHandlers: Pick<Handlers, 'idealPoints' | 'votingSimilarity' | 'convergence'> = {
  idealPoints: async (workbench, { body }) =>
    plainJob(startJob('ideal points', (watch) => estimatePoints(workbench, body, watch))),
  votingSimilarity: (workbench, { query }) => seeSimilarity(workbench, query),
  convergence: (workbench, { body }) => seeConvergence(workbench, body),
}
