import { useQuery } from '@tanstack/react-query'
import type { AnalysisEntry } from '#api/contract/analyses'
import { call } from './client.ts'

/** The analyses, newest first; of one subject if wanted: `case/asean-hrb`, `dyad/VNM-USA`. */
export function useAnalyses(subject?: string) {
  return useQuery({
    queryKey: ['analyses', subject ?? ''],
    queryFn: () => call('listAnalyses', { query: { subject } }),
  })
}

/** One analysis, whole. */
export function useAnalysis(id: string) {
  return useQuery({
    queryKey: ['analysis', id],
    queryFn: () => call('readAnalysis', { params: { id } }),
    staleTime: Number.POSITIVE_INFINITY, // an analysis never changes
  })
}

/** The newest analysis of an instrument among those given, of one subject if wanted. */
export function latestOf(
  data: { readonly analyses: readonly AnalysisEntry[] } | undefined,
  instrument: string,
  subject?: string,
): AnalysisEntry | undefined {
  return data?.analyses.find(
    (entry) => entry.instrument === instrument && (subject === undefined || entry.subject === subject),
  )
}
