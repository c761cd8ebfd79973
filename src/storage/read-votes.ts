import { join } from 'node:path'
import { SoundingsError } from '#domain/errors'
import { openBulkEngine } from './bulk-engine.ts'
import type { ImportedVersion } from './dataset-versions.ts'
import { parquetScan } from './parquet-scan.ts'

/** Roll calls of an imported version of `un-votes`, in order of session and number. */
export interface StoredVotes {
  /** ids of states, in alphabetical order */
  readonly states: readonly string[]
  /** [rollCalls] number of each roll call */
  readonly rcid: readonly number[]
  /** [rollCalls] session of each */
  readonly session: readonly number[]
  /** [rollCalls] year in which it was taken */
  readonly year: readonly number[]
  /** [states × rollCalls] row by row: 0 none, 1 yes, 2 abstain, 3 no */
  readonly votes: Uint8Array
}

/**
 * Reads the votes of an imported version of `un-votes`, joined with the sessions of its roll calls.
 *
 * @throws SoundingsError `dataset-absent` if its votes are there without their sessions, or the other way round
 */
export async function readVotes(folder: string, version: ImportedVersion): Promise<StoredVotes> {
  const scan = (name: string) => {
    const table = version.tables.find((one) => one.name === name)
    return (
      table && parquetScan(table.files.map((file) => join(folder, version.dataset, version.version, file)))
    )
  }
  const votes = scan('votes')
  const rollCalls = scan('roll-calls')
  if (votes === undefined || rollCalls === undefined)
    throw new SoundingsError(
      'dataset-absent',
      votes === undefined
        ? 'the votes were not imported'
        : 'the sessions of the roll calls were not imported',
      { advice: 'Run: soundings dataset add un-votes un_votes.csv.gz un_roll_calls.csv' },
    )
  const engine = await openBulkEngine()
  try {
    await engine.run(
      `create table roll as select rcid, session::integer as session, year("date")::integer as year, (row_number() over (order by session, rcid) - 1)::integer as spot from ${rollCalls} where _fate = 0 and session is not null`,
    )
    await engine.run(
      `create table cast_ as select state, rcid, case vote when 'yes' then 1 when 'abstain' then 2 when 'no' then 3 else 0 end as vote from ${votes} where _fate = 0`,
    )
    const roll = await engine.columns('select rcid, session, year from roll order by spot')
    const list = await engine.columns('select distinct state from cast_ where vote > 0 order by state')
    const states = (list['state'] ?? []) as string[] // the select gives text
    const cells = await engine.columns(
      `select (s.place * ${roll['rcid']?.length ?? 0} + roll.spot)::integer as cell, vote::integer as vote from cast_ join roll using (rcid) join (select state, (row_number() over (order by state) - 1) as place from (select distinct state from cast_ where vote > 0)) s using (state) where vote > 0`,
    )
    const filled = new Uint8Array(states.length * (roll['rcid']?.length ?? 0))
    const vote = (cells['vote'] ?? []) as number[] // the select gives integers
    for (const [at, cell] of ((cells['cell'] ?? []) as number[]).entries()) filled[cell] = vote[at] ?? 0
    return {
      states,
      rcid: (roll['rcid'] ?? []) as number[],
      session: (roll['session'] ?? []) as number[],
      year: (roll['year'] ?? []) as number[],
      votes: filled,
    }
  } finally {
    engine.close()
  }
}
