import type { Database } from '#storage/database'
import { openDatabase } from '#storage/database'
import type { Authorship } from '#storage/write-records'
import type { Config } from './config.ts'

/** An open workspace, and in whose name one works in it. Every verb of the workbench takes it. */
export interface Workbench {
  readonly database: Database
  readonly config: Config
  /** who, when and why, for what is about to be written */
  author(why: string): Authorship
  close(): Promise<void>
}

/**
 * Opens the workspace that the configuration names, creating it if it is not there.
 *
 * @throws SoundingsError if the workspace cannot be opened
 */
export async function openWorkbench(config: Config): Promise<Workbench> {
  const database = await openDatabase(config.workspace, {
    clearance: config.clearance,
    assessor: config.assessor,
    clock: config.clock,
  })
  return {
    database,
    config,
    author: (why) => ({ by: config.by, at: config.now(), why }),
    close: () => database.close(),
  }
}
