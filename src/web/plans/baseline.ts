import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Analysis } from '#domain/analysis'
import { Framework } from '#domain/framework'
import type { Relation } from '#domain/relation'
import {
  type Leaf,
  type Request,
  type Result,
  relationsDepth,
  relationsDepthRequest,
  relationsDepthResult,
} from '#instruments/relations-depth/instrument'
import { call } from '../client.ts'

/** Where a relation stands before a plan: the newest analysis that read it, and the framework which that analysis pinned. */
export interface Baseline {
  /** when the analysis was run */
  readonly at: string
  readonly analysis: Analysis
  readonly framework: Framework
  /** the version of the framework that the analysis pinned, and the one that holds now */
  readonly versions: { readonly pinned: number; readonly current: number }
  readonly request: Request
  readonly result: Result
  readonly leaves: readonly Leaf[]
}

const searched = 30

/** The baseline of a relation under a framework; null where none of the newest analyses read it. */
export function useBaseline(relation: Relation, framework: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['analyses', 'baseline', relation.id, framework],
    queryFn: async (): Promise<Baseline | null> => {
      const { analyses } = await call('listAnalyses', { query: {} })
      const fit = analyses.filter(
        ({ instrument, version }) => instrument === relationsDepth.id && version === relationsDepth.version,
      )
      for (const { id, at } of fit.slice(0, searched)) {
        const analysis = await client.fetchQuery({
          queryKey: ['analysis', id],
          queryFn: () => call('readAnalysis', { params: { id } }),
          staleTime: Number.POSITIVE_INFINITY, // an analysis never changes
        })
        const result = relationsDepthResult(analysis.result)
        const leaves = result.standings.find((one) => one.relation === relation.id)?.leaves
        if (leaves === undefined || result.framework.id !== framework) continue
        const pinned = await pinnedFramework(analysis, framework)
        if (pinned === undefined) continue
        return { at, analysis, ...pinned, request: relationsDepthRequest(analysis), result, leaves }
      }
      return null
    },
  })
}

/** Judges a relation as recorded now, so that there is a baseline. */
export function useJudging(relation: Relation, framework: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ratings: Request['ratings']) =>
      call('runInstrument', {
        body: {
          instrument: relationsDepth.id,
          request: { dyad: [...relation.parties], framework, ratings },
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['analyses'] }),
  })
}

async function pinnedFramework(analysis: Analysis, id: string) {
  const pin = analysis.pins.find((one) => one.kind === 'framework' && one.id === id)
  const { history, version } = await call('readRecord', { params: { kind: 'framework', id } })
  const read = Framework.safeParse(history.find((one) => one.version === pin?.version)?.body)
  if (!read.success || pin === undefined) return undefined
  return { framework: read.data, versions: { pinned: pin.version, current: version } }
}
