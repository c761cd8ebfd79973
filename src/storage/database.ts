import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DatabaseConnection, Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Pool, type PoolConfig } from 'pg'
import { SoundingsError } from '#domain/errors'
import type { Handling } from '#domain/support'
import { up as records } from './migrations/0001-records.ts'
import { up as datasets } from './migrations/0002-datasets.ts'
import { up as blindRatings } from './migrations/0003-blind-ratings.ts'
import { up as relationIndex } from './migrations/0004-relation-index.ts'
import { up as analysisSubject } from './migrations/0005-analysis-subject.ts'
import { up as ownRatings } from './migrations/0006-own-ratings.ts'
import { up as blindForecasts } from './migrations/0007-blind-forecasts.ts'
import { up as blindSettlements } from './migrations/0008-blind-settlements.ts'
import { up as activityIndex } from './migrations/0009-activity-index.ts'
import { up as analysesOfAnalyses } from './migrations/0011-analyses-of-analyses.ts'
import { joinPrivateServer } from './private-server.ts'
import type { Tables } from './tables.ts'

/** An open workspace: one database, in a folder of its own or on a team's server. */
export interface Database {
  readonly db: Kysely<Tables>
  readonly where: string
  /** the same workspace as one assessor sees it: of ratings in open rounds only his own, and forecasts as far as his own are in */
  as(assessor: string): Kysely<Tables>
  close(): Promise<void>
}

export interface OpenOptions {
  /** what this process may see at most; by default all that its role may see */
  readonly clearance?: Handling | undefined
  /** the assessor who reads and writes: of ratings in open rounds only his own are seen */
  readonly assessor?: string | undefined
  /** the instant at which time stands still for this process; by default the clock of the server runs */
  readonly clock?: string | undefined
}

const migrations: Readonly<Record<string, Migration>> = {
  '0001-records': { up: records },
  '0002-datasets': { up: datasets },
  '0003-blind-ratings': { up: blindRatings },
  '0004-relation-index': { up: relationIndex },
  '0005-analysis-subject': { up: analysisSubject },
  '0006-own-ratings': { up: ownRatings },
  '0007-blind-forecasts': { up: blindForecasts },
  '0008-blind-settlements': { up: blindSettlements },
  '0009-activity-index': { up: activityIndex },
  '0011-analyses-of-analyses': { up: analysesOfAnalyses },
}
const format = 1

/**
 * Opens a workspace, creating it if it is not there, and brings its tables up to date.
 *
 * @param where a folder, or `postgres://…`
 * @throws SoundingsError `workspace-unusable`, `workspace-newer` or `server-failed`
 */
export async function openDatabase(where: string, options: OpenOptions = {}): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(where)) {
    return ready({ ...connections({ connectionString: where }, options), where })
  }
  const folder = resolve(where)
  claim(folder)
  const server = await joinPrivateServer(folder)
  const { close, ...open } = connections(server.connection, options)
  return ready({
    ...open,
    where: folder,
    async close() {
      await close()
      await server.leave()
    },
  })
}

/**
 * Connections in one's own name, and others that take the name of an assessor. The latter never serve anybody before
 * they were told whom: so a name that was left on a connection is never read by the next.
 */
function connections(config: PoolConfig, options: OpenOptions): Omit<Database, 'where'> {
  const own = poolOf(config, options, 8)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: own }) })
  let named: Pool | undefined
  return {
    db,
    as(assessor) {
      named ??= poolOf(config, { clearance: options.clearance, clock: options.clock }, 4)
      const onReserveConnection = async (connection: DatabaseConnection) => {
        const say = sql`select set_config('soundings.assessor', ${assessor}, false)`
        await connection.executeQuery(say.compile(db))
      }
      return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: named, onReserveConnection }) })
    },
    async close() {
      await named?.end()
      await db.destroy()
    },
  }
}

function poolOf(config: PoolConfig, { clearance, assessor, clock }: OpenOptions, max: number): Pool {
  const settings = [
    ...(clearance === undefined ? [] : [`-c soundings.clearance=${clearance}`]),
    ...(assessor === undefined ? [] : [`-c soundings.assessor=${assessor}`]),
    ...(clock === undefined ? [] : [`-c soundings.now=${clock}`]),
  ]
  const pool = new Pool({
    ...config,
    max,
    ...(settings.length === 0 ? {} : { options: settings.join(' ') }),
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced; a query that breaks says so
  return pool
}

async function ready(database: Database): Promise<Database> {
  try {
    await migrate(database.db)
    return database
  } catch (cause) {
    await database.close()
    if (cause instanceof SoundingsError) throw cause
    throw new SoundingsError('workspace-unusable', `${hidePassword(database.where)}: ${messageOf(cause)}`, {
      cause,
    })
  }
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const known = Object.keys(migrations)
  const done = await applied(db)
  const newer = done.find((name) => !known.includes(name))
  if (newer !== undefined)
    throw new SoundingsError('workspace-newer', `its tables were made by a newer version (${newer})`)
  if (known.every((name) => done.includes(name))) return
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (error !== undefined) throw error
}

async function applied(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (rows[0]?.there !== true) return []
  return (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows.map(
    (row) => row.name,
  )
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function hidePassword(where: string): string {
  return where.replace(/:\/\/([^:@/]+):[^@/]+@/, '://$1:…@')
}

/** Marks a folder as a workspace, or refuses one that holds something else. */
function claim(folder: string): void {
  const marker = join(folder, 'soundings.json')
  if (existsSync(marker)) {
    const { format: found } = JSON.parse(readFileSync(marker, 'utf8')) as { format?: number } // written below
    if (found !== format)
      throw new SoundingsError(
        'workspace-newer',
        `${folder} has format ${found}; this Soundings knows ${format}`,
      )
    return
  }
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('soundings.json.')))
    throw new SoundingsError('workspace-unusable', `${folder} is not empty and is not a workspace`, {
      advice: 'Name an empty or a new folder with --workspace.',
    })
  mkdirSync(folder, { recursive: true })
  const fresh = `${marker}.${process.pid}`
  writeFileSync(fresh, `${JSON.stringify({ format })}\n`)
  renameSync(fresh, marker)
}
