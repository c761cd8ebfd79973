import { parentPort, workerData } from 'node:worker_threads'
import { type Team, teamMember } from '#numeric/team'
import { type TaskName, tasks } from './tasks.ts'

/** What a worker is started with. */
export interface ComputeStart {
  readonly name: TaskName
  readonly shared: unknown
  readonly rank: number
  readonly size: number
  readonly meeting: Int32Array<SharedArrayBuffer>
}

/** What a worker tells: how far it is, or the answer. */
export type ComputeMessage = { readonly done: number; readonly of: number } | { readonly output: unknown }

const { name, shared, rank, size, meeting } = workerData as ComputeStart // compute.ts starts no other worker here
let told = 0
const team = teamMember(rank, size, meeting, (done, of) => {
  const now = performance.now()
  if (now - told < 100 && done < of) return
  told = now
  parentPort?.postMessage({ done, of } satisfies ComputeMessage)
})
const task = tasks[name] as { run(shared: unknown, team: Team): unknown } // the name comes from the table
const output = task.run(shared, team)
if (rank === 0) parentPort?.postMessage({ output } satisfies ComputeMessage)
