import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SoundingsError } from '#domain/errors'
import { type Account, serverAccount } from './account.ts'
import { postgresBinaries } from './binaries.ts'

/** Name of the database, and of the role that owns it. */
export const database = 'soundings'

/** Makes a new cluster beside its place and moves it there in one step, so that it is whole or not there. */
export function createCluster(folder: string, data: string): void {
  mkdirSync(folder, { recursive: true })
  removeAbandoned(folder)
  const fresh = join(folder, `postgres.new-${process.pid}`)
  mkdirSync(fresh, { mode: 0o700 })
  const account = serverAccount(undefined)
  if (account !== undefined) chownSync(fresh, account.uid, account.gid)
  const [secret, superuser] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')]
  const passwords = mkdtempSync(join(tmpdir(), 'soundings-'))
  try {
    const file = join(passwords, 'superuser')
    writeFileSync(file, superuser)
    for (const path of [passwords, file]) if (account !== undefined) chownSync(path, account.uid, account.gid)
    const cluster = [
      '-D',
      here(fresh),
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--auth=scram-sha-256',
      `--pwfile=${file}`,
    ]
    run(folder, fresh, account, 'initdb', [
      ...cluster,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
    writeFileSync(join(fresh, 'postgresql.auto.conf'), settings, { flag: 'a' })
    run(
      folder,
      fresh,
      account,
      'postgres',
      ['--single', '-D', here(fresh), 'postgres'],
      `create role ${database} login password '${secret}'\ncreate database ${database} owner ${database}\n`,
    )
    writeFileSync(join(fresh, 'soundings.secret'), secret, { mode: 0o600 })
    writeFileSync(join(fresh, 'superuser.secret'), superuser, { mode: 0o600 }) // for upkeep by hand, never used by Soundings
    if (!existsSync(data)) renameSync(fresh, data)
  } catch (cause) {
    if (!existsSync(data)) throw cause // else another process was first: its cluster serves
  } finally {
    rmSync(passwords, { recursive: true, force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

const settings = `
listen_addresses = ''
unix_socket_directories = '.'
unix_socket_permissions = 0700
max_connections = 60
dynamic_shared_memory_type = mmap
log_min_messages = warning
timezone = 'UTC'
log_timezone = 'UTC'
`

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^postgres\.new-(\d+)$/.exec(name)?.[1])
    if (!(pid > 0) || isRunning(pid)) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function run(
  folder: string,
  cwd: string,
  account: Account | undefined,
  program: string,
  args: readonly string[],
  input = '',
): void {
  const done = spawnSync(join(postgresBinaries(), 'bin', program), args, {
    ...asAccount(cwd, account),
    input,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw failed(folder, `could not be made: ${done.stderr || done.error?.message}`)
}

/** How a program of PostgreSQL is started: under which account, in which folder. */
export function asAccount(cwd: string, account: Account | undefined) {
  return { cwd, env: { PATH: process.env['PATH'], LC_ALL: 'C' }, ...account }
}

/** On Linux a process reaches its own working folder under this name, whatever lies above it. */
export function here(folder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/** The server could not do something; with the end of its log. */
export function failed(folder: string, what: string, cause?: unknown): SoundingsError {
  const log = join(folder, 'postgres.log')
  const said = existsSync(log)
    ? ` Its log (${log}) ends: ${readFileSync(log, 'utf8').trim().slice(-400)}`
    : ''
  return new SoundingsError('server-failed', `the private server of ${folder} ${what}.${said}`, { cause })
}
