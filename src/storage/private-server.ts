import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { serverAccount } from './account.ts'
import { postgresBinaries } from './binaries.ts'
import { asAccount, createCluster, database, failed, here } from './private-cluster.ts'

/**
 * The PostgreSQL inside a workspace folder. It is started by the first process that needs it and stopped by the last
 * that leaves; a server whose starter was killed is found and used.
 *
 * Presence is a shared advisory lock, held by one connection of each process: the database itself drops it when a
 * process dies. Whoever leaves and then gets the lock exclusively was the last, and stops the server while holding
 * it, so that nobody can come in between; a newcomer waits on the lock, is cut off by the shutdown, and starts anew.
 */
export interface PrivateServer {
  readonly connection: ClientConfig
  /** leaves; stops the server if nobody else is there */
  leave(): Promise<void>
}

const presence = 7_351_114 // any number: the key of the lock that says somebody is here
const patienceMs = 60_000
const vainStarts = 6

/** Starts or joins the private server of a workspace folder. */
export async function joinPrivateServer(folder: string): Promise<PrivateServer> {
  const data = join(folder, 'postgres')
  if (!existsSync(data)) createCluster(folder, data)
  const socket = socketFolder(data)
  const connection = {
    host: socket.path,
    port: 5432,
    user: database,
    password: readFileSync(join(data, 'soundings.secret'), 'utf8'),
    database,
  }
  const here = await enter(folder, data, connection)
  return {
    connection,
    async leave() {
      try {
        await leave(here, data)
      } finally {
        socket.remove()
      }
    },
  }
}

/** Whether a server runs in the workspace folder, by its own lock file. */
export function privateServerPid(folder: string): number | undefined {
  return postmasterPid(join(folder, 'postgres'))
}

async function enter(folder: string, data: string, connection: ClientConfig): Promise<Client> {
  const deadline = Date.now() + patienceMs
  let vain = 0
  for (;;) {
    const client = new Client(connection)
    client.on('error', () => {}) // a shutdown ends the connection: the next query says so
    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [presence])
      return client
    } catch (cause) {
      await client.end().catch(() => {})
      if (Date.now() > deadline) throw failed(folder, 'did not answer', cause)
      if (isAbsent(cause)) {
        if (await start(folder, data)) continue
        vain++ // another process may be first, or children of a killed server still be going
        if (vain === vainStarts) throw failed(folder, 'did not start', cause)
        await pause(200 * vain)
      } else if (isPassing(cause)) await pause(50)
      else throw failed(folder, 'refused the connection', cause)
    }
  }
}

async function leave(here: Client, data: string): Promise<void> {
  const pid = postmasterPid(data)
  try {
    await here.query('select pg_advisory_unlock_shared($1)', [presence])
    const { rows } = await here.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      presence,
    ])
    if (rows[0]?.last === true && pid !== undefined) {
      process.kill(pid, 'SIGINT') // "fast" shutdown: roll back, checkpoint, stop
      const deadline = Date.now() + patienceMs
      while (postmasterPid(data) !== undefined && Date.now() < deadline) await pause(10)
    }
  } finally {
    await here.end().catch(() => {})
  }
}

function code(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}

function isAbsent(cause: unknown): boolean {
  return ['ECONNREFUSED', 'ENOENT'].includes(code(cause))
}

function isPassing(cause: unknown): boolean {
  const ending = cause instanceof Error && /terminated|ended|reset/i.test(cause.message)
  return ending || ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE', '53300'].includes(code(cause))
}

/** Starts a server; true once it answers, false if it ended before. */
async function start(folder: string, data: string): Promise<boolean> {
  clearStaleLock(data)
  const log = openSync(join(folder, 'postgres.log'), 'a')
  try {
    // The folder is named as the child's own working folder, which needs no right to enter what lies above it.
    const server = spawn(join(postgresBinaries(), 'bin', 'postgres'), ['-D', here(data)], {
      ...asAccount(data, serverAccount(data)),
      stdio: ['ignore', log, log],
      detached: true,
    })
    const gone = new Promise<boolean>((resolve) => {
      server.once('exit', () => resolve(false))
      server.once('error', () => resolve(false))
    })
    server.unref()
    return await Promise.race([gone, ready(data, server.pid)])
  } finally {
    closeSync(log)
  }
}

async function ready(data: string, pid: number | undefined): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(10)) {
    const lines = postmasterLines(data)
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true
  }
  return false
}

function postmasterLines(data: string): readonly string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return [] // no lock file: no server
  }
}

function postmasterPid(data: string): number | undefined {
  const pid = Number(postmasterLines(data)[0])
  if (!(pid > 0)) return undefined
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

/** After a crash the lock file may name a process that is dead, or now another program: PostgreSQL would not start. */
function clearStaleLock(data: string): void {
  const pid = postmasterPid(data)
  if (pid !== undefined && !isLivingPostgres(pid)) rmSync(join(data, 'postmaster.pid'), { force: true })
}

function isLivingPostgres(pid: number): boolean {
  if (process.platform === 'linux') {
    const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name === 'postgres' && state !== 'Z' // a zombie is dead and waits for its parent to notice
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
  return stdout.includes('postgres')
}

const longestSocketPath = 100 // bytes; the system's limit is 107 on Linux, 103 on macOS

function socketFolder(data: string): { path: string; remove(): void } {
  if (Buffer.byteLength(join(data, '.s.PGSQL.5432')) <= longestSocketPath) return { path: data, remove() {} }
  const short = mkdtempSync(join(tmpdir(), 'soundings-'))
  chmodSync(short, 0o700)
  symlinkSync(data, join(short, 's'))
  return { path: join(short, 's'), remove: () => rmSync(short, { recursive: true, force: true }) }
}
