import type { Comparison } from '#domain/comparison'
import { kinds } from '#domain/record'
import type { GroupSimilarity } from '#numeric/group-similarity'
import { stateId } from './datasets.ts'
import { toYaml } from './export.ts'
import { type ConvergenceRequest, convergenceSeries } from './positions.ts'
import type { Workbench } from './workbench.ts'

/** What a comparison says beside its figures. */
export interface ComparisonFrame
  extends Pick<
    Comparison,
    'id' | 'title' | 'actor' | 'because' | 'restsOn' | 'case' | 'institution' | 'titleVi'
  > {}

/**
 * A comparison as the text of a record, its figures computed from the votes imported and rounded to four digits; `computed` names
 * the version and the command that makes them again.
 *
 * @throws SoundingsError `dataset-absent`, `call-invalid`
 */
export async function comparisonRecord(
  workbench: Workbench,
  request: ConvergenceRequest,
  frame: ComparisonFrame,
): Promise<{ readonly text: string; readonly notices: readonly string[] }> {
  const { votes, state, years, treated, donors, notices } = await convergenceSeries(workbench, request)
  const group = request.group.map(stateId)
  const words = [
    `soundings convergence --state ${state} --group ${group.join(',')} --joined ${request.joined}`,
    `--donors ${request.donors.map(stateId).join(',')}`,
    `--from ${years.at(0)} --to ${years.at(-1)} --measure ${request.measure}`,
  ]
  const record: Comparison = {
    ...frame,
    joined: request.joined,
    measure: `mean ${request.measure} of votes in the General Assembly with the members, −1 to 1`,
    group,
    years: [...years],
    treated: series(state, treated),
    donors: donors.map((donor) => ({ state: donor.state, values: series(donor.state, donor.values).values })),
    computed: { dataset: votes.dataset, version: votes.version, query: words.join(' ') },
  }
  return { text: toYaml({ [kinds.comparison.section]: [record] }), notices }
}

function series(state: string, values: readonly GroupSimilarity[]) {
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  return { state, values: values.map(({ value }) => round(value)), se: values.map(({ se }) => round(se)) }
}
