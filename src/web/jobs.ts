import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobState } from '#api/contract/job'
import { call, ProblemError } from './client.ts'

/** A long piece of work as the page sees it: started, watched, cancelled. */
export interface WatchedJob {
  start(): void
  cancel(): void
  readonly job: JobState | undefined
  readonly running: boolean
  /** what went wrong in starting it or in the work itself */
  readonly cause: unknown
}

/** Starts a job by a call, and looks at it until it has ended. */
export function useJob(begin: () => Promise<JobState>, done: (job: JobState) => void = () => {}): WatchedJob {
  const [id, setId] = useState<string>()
  const started = useMutation({ mutationFn: begin, onSuccess: (job) => setId(job.id) })
  const watched = useQuery({
    queryKey: ['job', id],
    queryFn: async () => {
      const job = await call('readJob', { params: { id: id ?? '' } })
      if (job.state === 'done') done(job)
      return job
    },
    enabled: id !== undefined,
    refetchInterval: (query) =>
      query.state.data === undefined || query.state.data.state === 'running' ? 300 : false,
  })
  const job = watched.data ?? (started.data?.id === id ? started.data : undefined)
  const failed = job?.problem === undefined ? undefined : new ProblemError(job.problem)
  return {
    start: () => {
      setId(undefined)
      started.mutate()
    },
    cancel: () => {
      if (id !== undefined) void call('cancelJob', { params: { id } })
    },
    job,
    running: started.isPending || job?.state === 'running',
    cause: started.error ?? (job?.state === 'failed' ? failed : undefined) ?? watched.error ?? undefined,
  }
}
