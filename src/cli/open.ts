import { readConfig } from '#workbench/config'
import { openWorkbench, type Workbench } from '#workbench/workbench'

/** Options that every command on a workspace takes. */
export interface WorkspaceOptions {
  readonly workspace?: string
  readonly clearance?: string
}

/**
 * Opens the workspace, works in it, and leaves it, also when the work fails or is interrupted.
 *
 * @param interruption `leave` ends the process on Ctrl-C; `left-to-work` lets the work see it
 */
export async function withWorkbench<T>(
  options: WorkspaceOptions,
  work: (workbench: Workbench) => Promise<T>,
  interruption: 'leave' | 'left-to-work' = 'leave',
): Promise<T> {
  const workbench = await openWorkbench(readConfig(options))
  let leaving: Promise<void> | undefined
  const leave = () => {
    leaving ??= workbench.close()
    return leaving
  }
  const interrupted = () => {
    void leave().finally(() => process.exit(130))
  }
  if (interruption === 'leave') for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted)
  try {
    return await work(workbench)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupted)
    await leave()
  }
}
