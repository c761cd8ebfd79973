import { unmeasured } from '#domain/unmeasured.data'
import { startJob } from '#workbench/jobs'
import { computeMeasures } from '#workbench/measures'
import { saveMeasures, seeMeasures } from '#workbench/measures-catalogue'
import type { Handlers } from './handlers.ts'
import { plainJob } from './handlers-datasets.ts'

/** The calls about measures of relations, each one call of the workbench and one translation back. */
export const measureHandlers: Pick<Handlers, 'listMeasures' | 'computeMeasures'> = {
  listMeasures: async (workbench) => ({
    measures: (await seeMeasures(workbench)).map(({ measure, datasets, lacking, covered }) => ({
      ...measure,
      either: measure.either === true,
      range: [measure.range[0], measure.range[1]],
      datasets: [...datasets],
      lacking: [...lacking],
      covered,
    })),
    unmeasured: [...unmeasured],
  }),
  computeMeasures: async (workbench, { body: { save, ...request } }) =>
    plainJob(
      startJob('measures', async (watch) =>
        save
          ? saveMeasures(workbench, request, watch)
          : { ...(await computeMeasures(workbench, request, watch)), written: null },
      ),
    ),
}
