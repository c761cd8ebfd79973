/** One private PostgreSQL for the whole test run, with a migrated template from which each test file makes its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#storage/database'

declare module 'vitest' {
  interface ProvidedContext {
    socket: string
    secret: string
    superuser: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-test-'))
  const database = await openDatabase(folder) // keeps the server running until the tests are over
  const data = join(folder, 'postgres')
  const superuser = readFileSync(join(data, 'superuser.secret'), 'utf8')
  const client = new pg.Client({ host: data, user: 'postgres', password: superuser, database: 'postgres' })
  await client.connect()
  // what is lost if the machine fails is of no account here; journeys of crashes have servers of their own
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
  await client.query(`create database template_soundings owner soundings`)
  const secret = readFileSync(join(data, 'soundings.secret'), 'utf8')
  const template = await openDatabase(url(data, secret, 'template_soundings'))
  await template.close()
  await client.end()
  project.provide('socket', data)
  project.provide('secret', secret)
  project.provide('superuser', superuser)
  return async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The address of a database on a server that listens on a socket. */
export function url(socket: string, secret: string, name: string): string {
  return `postgres://soundings:${secret}@/${name}?host=${encodeURIComponent(socket)}`
}
